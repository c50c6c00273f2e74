import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { HowFields } from './RunFields.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { FOR_OUTSIDE } from './outlet-choice.ts';

const FORMATS = [
  { format: 'csv', label: 'Export all months as CSV' },
  { format: 'dictionary', label: 'Columns explained' },
] as const;

/** One line a month for a performance board. */
export function ForBoard() {
  const [how, setHow] = useState(FOR_OUTSIDE);
  const card = useQuery(api.outlets.scorecard.queryOptions({ input: how }));
  return (
    <div className="stack">
      <div className="row outlets__choice">
        <HowFields choice={how} onChoice={setHow} />
      </div>
      <Asked query={card} loading="Counting the months">
        {({ columns, rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No month yet">
              <p>The first line stands here once a plan’s gradings are all in and its panel has met.</p>
            </EmptyState>
          ) : (
            <>
              <p className="soft outlets__words">
                One line for every month since the first panel, the same columns every time, so that a line can be put
                under an earlier file. Empty means none; c means hidden.
              </p>
              <SaveButtons
                label="Export the scorecard"
                formats={FORMATS}
                make={(format) => api.outlets.exportScorecard.call({ ...how, format })}
              />
              <Table caption="The scorecard, the latest month first">
                <thead>
                  <tr>
                    {columns.map(({ id, words }) => (
                      <th key={id} scope="col" title={words}>
                        {id.replaceAll('_', ' ')}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.toReversed().map((cells) => (
                    <tr key={cells[0]}>
                      {cells.map((cell, at) =>
                        at === 0 ? (
                          <th key={columns[at]?.id} scope="row">
                            {cell}
                          </th>
                        ) : (
                          <td key={columns[at]?.id}>{shortly(cell)}</td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </Table>
            </>
          )
        }
      </Asked>
    </div>
  );
}

/** The file has percentages at full precision; a reader needs no more than a tenth. */
function shortly(cell: string | number): string {
  return typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(1) : String(cell);
}
