import { countText, type CountRow, type CountTable } from '../../../shared/domain/report/count-table.ts';
import { shareOfRow } from '../../../shared/domain/report/shown-shares.ts';
import { percentText, rangeText } from '../../../shared/domain/report/report-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { Table } from '../../ui/Table.tsx';

/** A table of counts, with the share of each row and its likely range where ten or more bear one. */
export function CountsTable({ table, onRow }: { table: CountTable; onRow: ((rowId: string) => void) | null }) {
  const hasShares = table.rows.some((row) => (shareOfRow(table, row)?.percent ?? null) !== null);
  return (
    <Table caption={table.caption}>
      <thead>
        <tr>
          <th scope="col">{table.rowHead}</th>
          {table.columns.map(({ id, label }) => (
            <th key={id} scope="col" className="table__number">
              {label}
            </th>
          ))}
          {hasShares ? (
            <th scope="col" className="table__number">
              {table.share?.label} (likely range)
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id} className={classNames(row.isTotal && 'strong')}>
            <th scope="row">
              {onRow === null || isEmpty(row) ? (
                row.label
              ) : (
                <button
                  type="button"
                  className="link-button insight__row"
                  onClick={() => {
                    onRow(row.id);
                  }}
                >
                  {row.label}
                  <span className="visually-hidden">: show the plans</span>
                </button>
              )}
            </th>
            {row.counts.map((count, at) => (
              <td key={table.columns[at]?.id} className="table__number">
                {countText(count)}
              </td>
            ))}
            {hasShares ? <td className="table__number insight__share">{shareCell(table, row)}</td> : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A row in which nothing is counted leads nowhere. */
function isEmpty({ counts }: CountRow): boolean {
  return counts.every(({ n }) => n === 0);
}

function shareCell(table: CountTable, row: CountRow): string {
  const share = shareOfRow(table, row);
  return share === null || share.percent === null ? '–' : `${percentText(share)} (${rangeText(share)})`;
}
