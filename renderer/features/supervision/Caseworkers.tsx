import type { TeamPage } from '../../../shared/contract/supervision.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { OpenSheet } from './OpenSheet.tsx';

/** The team's caseworkers by name, each with the way to their sheet. */
export function Caseworkers({ page }: { page: TeamPage }) {
  return (
    <section className="stack-tight" aria-labelledby="caseworkers-heading">
      <h2 id="caseworkers-heading">Caseworkers</h2>
      {page.caseworkers.length === 0 ? (
        <EmptyState title="No caseworker is put down for your team">
          <p>The QA lead gives people the role Caseworker and your team’s name, in Settings, under People.</p>
        </EmptyState>
      ) : (
        <>
          <p className="soft">By name. Opening a sheet is kept, and its caseworker sees who did.</p>
          <Table caption="Caseworkers of the team" isCaptionHidden>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" className="table__number">
                  Plans counted below
                </th>
                <th scope="col">Look again</th>
                <th scope="col">Replies</th>
                <th scope="col">Sheet</th>
              </tr>
            </thead>
            <tbody>
              {page.caseworkers.map(({ id, name, plans, lookAgainOn, waiting }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="table__number">{plans}</td>
                  <td>{lookAgainWords(lookAgainOn, page.today)}</td>
                  <td>
                    {waiting === 0 ? 'None waits' : `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for the chair`}
                  </td>
                  <td>
                    <OpenSheet caseworkerId={id}>
                      Open<span className="visually-hidden"> the sheet of {name}</span>
                    </OpenSheet>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}

function lookAgainWords(day: string | null, today: string): string {
  if (day === null) return 'No day agreed';
  return day < today ? `Was to be on ${formatDate(day)}` : formatDate(day);
}
