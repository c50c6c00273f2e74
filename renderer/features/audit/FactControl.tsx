import type { UsedFact } from '../../../shared/contract/audits.ts';
import type { PlanFactDefinition } from '../../../shared/domain/rubric/rubric.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { Button } from '../../ui/Button.tsx';
import { type Choice, SelectField } from '../../ui/Field.tsx';
import { optionWords } from './criterion-words.ts';

const LARGEST_AGE = 25;
const YEARS = { first: -2, last: 14 };

/** Asks for one fact about the plan; what is chosen is supplied in the auditor's name. */
export function FactControl({
  fact,
  used,
  isLocked,
  onSet,
}: {
  fact: PlanFactDefinition;
  used: UsedFact | undefined;
  isLocked: boolean;
  onSet: (value: UsedFact['value']) => void;
}) {
  const source = used?.source ?? 'unknown';
  const value = used?.value ?? null;
  return (
    <div className="fact">
      <SelectField
        label={fact.label === '' ? fact.id : fact.label}
        {...(fact.note === undefined ? {} : { hint: fact.note })}
        emptyLabel="Not known"
        choices={choicesOf(fact)}
        value={value === null ? '' : String(value)}
        disabled={isLocked}
        onChange={(event) => {
          onSet(valueOf(fact, event.target.value));
        }}
      />
      {source === 'auditor' && !isLocked ? (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            onSet(null);
          }}
        >
          Use what the register says
        </Button>
      ) : null}
    </div>
  );
}

function choicesOf(fact: PlanFactDefinition): Choice[] {
  switch (fact.type) {
    case 'boolean':
      return [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ];
    case 'enum':
      return (fact.values ?? []).map((value) => ({ value, label: optionWords(value) }));
    case 'integer': {
      const isYear = fact.id === 'ncYear';
      const [first, last] = isYear ? [YEARS.first, YEARS.last] : [0, LARGEST_AGE];
      return Array.from({ length: last - first + 1 }, (_, step) => ({
        value: String(first + step),
        label: isYear ? yearGroup(first + step) : String(first + step),
      }));
    }
    default:
      return fact.type satisfies never;
  }
}

function valueOf(fact: PlanFactDefinition, chosen: string): UsedFact['value'] {
  if (chosen === '') return null;
  switch (fact.type) {
    case 'boolean':
      return chosen === 'true';
    case 'integer':
      return Number.parseInt(chosen, 10);
    case 'enum':
      return chosen;
    default:
      return fact.type satisfies never;
  }
}
