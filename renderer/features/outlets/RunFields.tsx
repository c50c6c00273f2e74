import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { EDITIONS } from '../../../shared/domain/report/report-model.ts';
import { HIDDEN_CHOICES, hiddenChoice, USUALLY_HIDDEN } from '../../../shared/domain/report/hidden-choices.ts';
import { SelectField } from '../../ui/Field.tsx';
import type { HowChoice, RunChoice } from './outlet-choice.ts';

/** The first and the last half-term. */
export function RunFields({
  halfTerms,
  choice,
  onChoice,
}: {
  halfTerms: OutletChoices['halfTerms'];
  choice: RunChoice;
  onChoice: (run: RunChoice) => void;
}) {
  const at = (id: string) => halfTerms.findIndex((halfTerm) => halfTerm.id === id);
  const choices = halfTerms.toReversed().map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <SelectField
        label="From half-term"
        value={choice.from}
        choices={choices}
        onChange={({ currentTarget: { value } }) => {
          onChoice({ from: value, to: at(value) > at(choice.to) ? value : choice.to });
        }}
      />
      <SelectField
        label="To half-term"
        value={choice.to}
        choices={choices}
        onChange={({ currentTarget: { value } }) => {
          onChoice({ from: at(value) < at(choice.from) ? value : choice.from, to: value });
        }}
      />
    </>
  );
}

const EDITION_WORDS = { internal: 'Inside the panel', publishable: 'To be given out' } as const;

/** Stands with what is made of published reports. */
export const AS_PUBLISHED = 'Published ones stay as they are.';

/** Whether small counts are hidden, and how small. `hint` says what that is for. */
export function HowFields({
  choice,
  onChoice,
  hint,
}: {
  choice: HowChoice;
  onChoice: (choice: HowChoice) => void;
  hint?: string;
}) {
  return (
    <>
      <SelectField
        label="Edition"
        value={choice.edition}
        choices={EDITIONS.map((edition) => ({ value: edition, label: EDITION_WORDS[edition] }))}
        onChange={({ currentTarget: { value } }) => {
          onChoice({ ...choice, edition: EDITIONS.find((known) => known === value) ?? 'publishable' });
        }}
      />
      {choice.edition === 'publishable' ? (
        <SelectField
          label="Counts that are hidden"
          hint={hint}
          value={hiddenChoice(choice)}
          choices={HIDDEN_CHOICES}
          onChange={({ currentTarget: { value } }) => {
            const found = HIDDEN_CHOICES.find((known) => known.value === value);
            onChoice({ ...choice, ...(found?.hidden ?? USUALLY_HIDDEN) });
          }}
        />
      ) : null}
    </>
  );
}
