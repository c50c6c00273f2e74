import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cycle } from '../../../shared/contract/plans.ts';
import { exceptionWords, LAWFUL_EXCEPTIONS } from '../../../shared/domain/timeline/cycle-dates.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Checkbox } from '../../ui/Field.tsx';

/** The lawful exceptions to the time limits of an assessment. Only a making or a reassessment knows them. */
export function CycleExceptions({ cycle, mayEdit }: { cycle: Cycle; mayEdit: boolean }) {
  // As it was ticked, at once; what the register has comes back a moment later.
  const [chosen, setChosen] = useState(cycle.exceptions);
  const [known, setKnown] = useState(cycle.exceptions);
  if (known.join(' ') !== cycle.exceptions.join(' ')) {
    setKnown(cycle.exceptions);
    setChosen(cycle.exceptions);
  }
  const set = useMutation(
    api.plans.setExceptions.mutationOptions({
      onError: () => {
        setChosen(cycle.exceptions);
      },
    }),
  );
  const isMaking = cycle.planType === 'new' || cycle.planType === 'reassessment';
  if (!isMaking && cycle.exceptions.length === 0) return null;
  const summary =
    chosen.length === 0 ? 'Lawful exceptions: none' : `Lawful exception: ${chosen.map(exceptionWords).join(', and ')}`;
  if (!mayEdit) return <p>{summary}</p>;
  return (
    <Disclosure summary={summary}>
      <p className="soft small">Regulations 10(4) and 13(3). A shortage of staff is none.</p>
      {LAWFUL_EXCEPTIONS.map((exception) => (
        <Checkbox
          key={exception}
          label={upperFirst(exceptionWords(exception))}
          checked={chosen.includes(exception)}
          onChange={({ target }) => {
            const others = chosen.filter((one) => one !== exception);
            const exceptions = target.checked ? [...others, exception] : others;
            setChosen(exceptions);
            set.mutate({ cycleId: cycle.id, exceptions });
          }}
        />
      ))}
      {set.isError ? <Failed error={set.error} /> : null}
    </Disclosure>
  );
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
