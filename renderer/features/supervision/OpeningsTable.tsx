import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { formatDateTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';

/** Each time that a sheet was opened or exported, latest first. */
export function OpeningsTable({ isOwn }: { isOwn: boolean }) {
  const openings = useQuery(api.supervision.openings.queryOptions());
  return (
    <Asked query={openings} loading="Reading who opened sheets">
      {(found) => {
        const rows = isOwn ? found.filter(({ caseworker, by }) => caseworker.id !== by.id) : found;
        if (rows.length === 0) {
          return (
            <EmptyState title={isOwn ? 'Nobody else has opened it' : 'No sheet was opened yet'}>
              <p>Each time that a sheet is opened or exported, it is kept here with who did and when.</p>
            </EmptyState>
          );
        }
        return (
          <Table caption="Sheets that were opened or exported" isCaptionHidden={isOwn}>
            <thead>
              <tr>
                <th scope="col">When</th>
                {isOwn ? null : <th scope="col">Whose sheet</th>}
                <th scope="col">Who</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, caseworker, by, kind, at }) => (
                <tr key={id}>
                  <td>{formatDateTime(at)}</td>
                  {isOwn ? null : <td>{caseworker.name}</td>}
                  <td>{by.id === caseworker.id ? `${by.name} (their own)` : by.name}</td>
                  <td>{kind === 'opened' ? 'Opened' : 'Exported to Word'}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        );
      }}
    </Asked>
  );
}
