import type { ImportRow } from '../../../shared/contract/register.ts';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';

/** A cell that is mended on the way in. */
export interface Mend {
  row: number;
  column: number;
  value: string;
}

/** Rows as they would go in; what is wrong stands at its cell, with a field to mend it. */
export function ImportRows({
  rows,
  headers,
  columns,
  onMend,
  onLeaveOut,
}: {
  rows: readonly ImportRow[];
  headers: readonly string[];
  columns: readonly (string | null)[];
  onMend: (mend: Mend) => void;
  onLeaveOut: (row: number, isOut: boolean) => void;
}) {
  const shown = columns.flatMap((id, at) => (id === null ? [] : [at]));
  if (rows.length === 0) return <p className="soft">There are no such rows.</p>;
  return (
    <Table caption="Rows of the file" isCaptionHidden>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">What to do</th>
          {shown.map((at) => (
            <th key={at} scope="col">
              {headers[at] === '' ? `Column ${at + 1}` : headers[at]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <th scope="row">{row.row}</th>
            <td>
              {row.problems
                .filter(({ column }) => column === null || !shown.includes(column))
                .map(({ message }) => (
                  <p key={message} className="import__problem">
                    {message}
                  </p>
                ))}
              {row.remarks.map((remark) => (
                <p key={remark} className="soft small">
                  {remark}
                </p>
              ))}
              {row.state === 'wrong' || row.state === 'left_out' ? (
                <Button
                  size="small"
                  onClick={() => {
                    onLeaveOut(row.row, row.state === 'wrong');
                  }}
                >
                  {row.state === 'wrong' ? 'Leave out' : 'Put back'}
                  <span className="visually-hidden"> row {row.row}</span>
                </Button>
              ) : null}
            </td>
            {shown.map((at) => (
              <Cell
                key={at}
                value={row.cells[at] ?? ''}
                problem={row.state === 'wrong' ? row.problems.find(({ column }) => column === at)?.message : undefined}
                label={`${headers[at] === '' ? `Column ${at + 1}` : (headers[at] ?? '')}, row ${row.row}`}
                onMend={(value) => {
                  onMend({ row: row.row, column: at, value });
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cell({
  value,
  problem,
  label,
  onMend,
}: {
  value: string;
  problem: string | undefined;
  label: string;
  onMend: (value: string) => void;
}) {
  if (problem === undefined) return <td>{value.length > 60 ? `${value.slice(0, 60)}…` : value}</td>;
  return (
    <td className="import__wrong">
      <input
        className="field__control"
        aria-label={label}
        aria-invalid="true"
        defaultValue={value}
        key={value}
        maxLength={1000}
        onBlur={({ target }) => {
          if (target.value !== value) onMend(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <p className="import__problem">{problem}</p>
    </td>
  );
}
