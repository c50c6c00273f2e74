import { useMutation, useQuery } from '@tanstack/react-query';
import type { Cycle } from '../../../shared/contract/plans.ts';
import { CYCLE_PARTS, type CyclePart, cyclePartWords } from '../../../shared/domain/timeline/cycle-dates.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SelectField } from '../../ui/Field.tsx';

/** Who wrote, supervised, advised on and signed off the plan in this cycle: none of them audits it. */
export function CyclePeople({ cycle, mayEdit }: { cycle: Cycle; mayEdit: boolean }) {
  const people = useQuery(api.people.list.queryOptions());
  const set = useMutation(api.plans.setPeople.mutationOptions());
  const of = (part: CyclePart) => cycle.people.filter((person) => person.part === part);
  const summary = CYCLE_PARTS.flatMap((part) => {
    const names = of(part).map(({ name }) => name);
    return names.length === 0 ? [] : [`${cyclePartWords(part)} ${names.join(', ')}`];
  }).join('. ');
  if (!mayEdit) return summary === '' ? null : <p>{summary}</p>;
  return (
    <Disclosure summary={summary === '' ? 'Who had a part in it: not known' : summary}>
      <p className="soft small">Whoever had a part in a plan is not given it to audit.</p>
      <div className="form-grid">
        {CYCLE_PARTS.map((part) => {
          const there = of(part);
          const ids = there.map(({ personId }) => personId);
          const choices = (people.data ?? [])
            .filter(({ id, isActive }) => isActive && !ids.includes(id))
            .map(({ id, name, agency }) => ({ value: id, label: `${name} (${AGENCY_WORDS[agency].toLowerCase()})` }));
          return (
            <div key={part} className="stack-tight">
              <SelectField
                label={cyclePartWords(part)}
                emptyLabel={there.length === 0 ? 'Not known' : 'Add another…'}
                choices={choices}
                value=""
                onChange={({ target }) => {
                  if (target.value === '') return;
                  set.mutate({ cycleId: cycle.id, part, personIds: [...ids, target.value] });
                }}
              />
              <ul className="list-plain">
                {there.map(({ personId, name }) => (
                  <li key={personId} className="row">
                    {name}
                    <Button
                      look="quiet"
                      size="small"
                      onClick={() => {
                        set.mutate({ cycleId: cycle.id, part, personIds: ids.filter((id) => id !== personId) });
                      }}
                    >
                      Take out
                      <span className="visually-hidden">
                        {' '}
                        {name}, {cyclePartWords(part).toLowerCase()}
                      </span>
                    </Button>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      {set.isError ? <Failed error={set.error} /> : null}
      {people.isError ? <Failed error={people.error} onRetry={() => void people.refetch()} /> : null}
    </Disclosure>
  );
}
