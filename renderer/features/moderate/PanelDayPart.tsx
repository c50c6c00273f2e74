import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AGENCIES } from '../../../shared/contract/person.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import type { PartProps } from './PlansPart.tsx';
import { PanelPapers } from './PanelPapers.tsx';

const ATTENDED = [
  { value: 'unknown', label: 'Not noted', attended: null },
  { value: 'yes', label: 'Came', attended: true },
  { value: 'no', label: 'Did not come', attended: false },
] as const;

/** Who came, by agency, and the day's papers. */
export function PanelDayPart({ round }: PartProps) {
  const members = useQuery(api.rounds.members.queryOptions({ input: { roundId: round.id } }));
  const note = useMutation(api.moderation.setAttended.mutationOptions());
  return (
    <div className="stack">
      <PanelPapers round={round} />
      <section className="stack-tight" aria-labelledby="attendance-heading">
        <h2 id="attendance-heading">Who came</h2>
        {note.isError ? <Failed error={note.error} /> : null}
        <Asked query={members} loading="Reading the members">
          {(found) => {
            if (found.length === 0) {
              return (
                <EmptyState title="Nobody sits on this round yet">
                  <p>The QA lead adds its members on the Round page, under “Set up”.</p>
                </EmptyState>
              );
            }
            const came = found.filter(({ attended }) => attended === true);
            const byAgency = AGENCIES.flatMap((agency) => {
              const count = came.filter(({ person }) => person.agency === agency).length;
              return count === 0 ? [] : [`${count} ${AGENCY_WORDS[agency].toLowerCase()}`];
            });
            return (
              <>
                <p aria-live="polite">
                  {came.length} of {found.length} came{byAgency.length === 0 ? '' : `: ${byAgency.join(', ')}`}.
                </p>
                <Table caption="Attendance" isCaptionHidden>
                  <thead>
                    <tr>
                      <th scope="col">Name</th>
                      <th scope="col">Agency</th>
                      <th scope="col">Attendance</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.map(({ person, attended }) => (
                      // What is kept comes back as a new row, so that a choice shows at once and never flickers.
                      <tr key={`${person.id} ${String(attended)}`}>
                        <th scope="row">{person.name}</th>
                        <td>{AGENCY_WORDS[person.agency]}</td>
                        <td>
                          <Attendance
                            person={person}
                            attended={attended}
                            onChoose={(choice) =>
                              note.mutateAsync({ roundId: round.id, personId: person.id, attended: choice })
                            }
                          />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </Table>
              </>
            );
          }}
        </Asked>
      </section>
    </div>
  );
}

function Attendance({
  person,
  attended,
  onChoose,
}: {
  person: { id: string; name: string };
  attended: boolean | null;
  onChoose: (attended: boolean | null) => Promise<unknown>;
}) {
  const [chosen, setChosen] = useState(attended);
  return (
    <fieldset className="attendance">
      <legend className="visually-hidden">Whether {person.name} came</legend>
      {ATTENDED.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={`attended-${person.id}`}
            checked={chosen === choice.attended}
            onChange={() => {
              setChosen(choice.attended);
              onChoose(choice.attended).catch(() => {
                setChosen(attended);
              });
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
