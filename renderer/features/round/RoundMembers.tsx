import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { AGENCIES, type Person } from '../../../shared/contract/person.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { saveStatusOf } from '../../api/autosave.ts';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SaveState } from '../../ui/SaveState.tsx';

/** Who audits in this round: people with the role of auditor, by agency. Each tick is kept at once. */
export function RoundMembers({ roundId }: { roundId: string }) {
  const mayChange = useHasRole('qa_lead');
  const queryClient = useQueryClient();
  const people = useQuery(api.people.list.queryOptions());
  const members = useQuery(api.rounds.members.queryOptions({ input: { roundId } }));
  // What is ticked, until it is kept: a tick shows at once, and does not go off and on again.
  const [ticked, setTicked] = useState<string[] | null>(null);
  const setMembers = useMutation({
    ...api.rounds.setMembers.mutationOptions({
      onSuccess: (list) => {
        queryClient.setQueryData(api.rounds.members.queryKey({ input: { roundId } }), list);
      },
      onSettled: (_list, _error, { personIds }) => {
        setTicked((now) => (now === personIds ? null : now));
      },
    }),
    // One after the other, so that the last tick wins.
    scope: { id: `members-${roundId}` },
  });
  return (
    <section className="panel stack" aria-labelledby="members-heading">
      <div className="row row--apart">
        <h2 id="members-heading">Who audits</h2>
        <SaveState status={saveStatusOf(setMembers, false)} />
      </div>
      <Asked query={people} loading="Reading who is here">
        {(everyone) => (
          <Asked query={members} loading="Reading who sits on the round">
            {(list) => {
              const chosen = ticked ?? list.map(({ person }) => person.id);
              return (
                <Choice
                  auditors={everyone.filter((person) => isOffered(person, chosen))}
                  chosen={chosen}
                  mayChange={mayChange}
                  onChange={(personIds) => {
                    setTicked(personIds);
                    setMembers.mutate({ roundId, personIds });
                  }}
                />
              );
            }}
          </Asked>
        )}
      </Asked>
      {setMembers.isError ? <Failed error={setMembers.error} /> : null}
    </section>
  );
}

function isOffered({ id, isActive, roles }: Person, chosen: readonly string[]): boolean {
  return (isActive && roles.includes('auditor')) || chosen.includes(id);
}

function Choice({
  auditors,
  chosen,
  mayChange,
  onChange,
}: {
  auditors: readonly Person[];
  chosen: readonly string[];
  mayChange: boolean;
  onChange: (personIds: string[]) => void;
}) {
  const byAgency = AGENCIES.map((agency) => ({ agency, people: auditors.filter((each) => each.agency === agency) }));
  const agencies = new Set(auditors.filter(({ id }) => chosen.includes(id)).map(({ agency }) => agency)).size;
  if (auditors.length === 0) {
    return (
      <EmptyState title="Nobody audits yet" action={<Link href="/settings">Go to Settings</Link>}>
        <p>Add people with the role of auditor under Settings, People.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="soft">
        {chosen.length === 0
          ? 'Nobody is chosen yet: until then, everybody who audits may be given plans.'
          : `${count(chosen.length, 'person').replace('persons', 'people')} from ${agencies === 1 ? '1 agency' : `${agencies} agencies`}.`}
      </p>
      {agencies === 1 && chosen.length > 0 ? (
        <Notice
          tone="warning"
          title="Everybody is from one agency."
          advice="A multi-agency audit wants at least two: add people from another."
        />
      ) : null}
      <div className="round__agencies">
        {byAgency.map(({ agency, people }) => (
          <fieldset key={agency} className="field">
            <legend className="field__label">{AGENCY_WORDS[agency]}</legend>
            {people.length === 0 ? <p className="soft small">Nobody in this workspace</p> : null}
            {people.map((person) => (
              <Checkbox
                key={person.id}
                label={person.name}
                {...(person.team === '' ? {} : { hint: person.team })}
                checked={chosen.includes(person.id)}
                disabled={!mayChange}
                onChange={({ target }) => {
                  const others = chosen.filter((id) => id !== person.id);
                  onChange(target.checked ? [...others, person.id] : others);
                }}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}
