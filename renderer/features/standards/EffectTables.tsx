import type { EffectTable } from '../../../shared/domain/rubric/rubric-effect.ts';
import { Table } from '../../ui/Table.tsx';

/** Grades as they are against grades as they would be. */
export function EffectTables({ title, table }: { title: string; table: EffectTable }) {
  if (table.total === 0) return null;
  const countOf = (from: string, to: string): number =>
    table.cells.find((cell) => cell.from === from && cell.to === to)?.count ?? 0;
  return (
    <Table caption={`${title}: as they are (rows), and as they would be (columns)`}>
      <thead>
        <tr>
          <th scope="col">Is</th>
          {table.to.map((to) => (
            <th scope="col" key={to} className="table__number">
              {to}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.from.map((from) => (
          <tr key={from}>
            <th scope="row">{from}</th>
            {table.to.map((to) => (
              <td
                key={to}
                className={countOf(from, to) > 0 && from !== to ? 'table__number effect__moved' : 'table__number'}
              >
                {countOf(from, to)}
                {from === to ? <span className="visually-hidden"> stay</span> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
