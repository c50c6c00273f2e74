import { ROOT_CAUSES, ROOT_CAUSE_WORDS, type RootCause } from '../../../shared/domain/grading/root-causes.ts';
import { SelectField } from '../../ui/Field.tsx';

const CHOICES = ROOT_CAUSES.map((cause) => ({ value: cause, label: ROOT_CAUSE_WORDS[cause] }));

/** Why the plan falls short here; may wait until submission. */
export function RootCauseField({
  criterionId,
  cause,
  isLocked,
  onChange,
}: {
  criterionId: string;
  cause: RootCause | null;
  isLocked: boolean;
  onChange: (cause: RootCause | null) => void;
}) {
  return (
    <SelectField
      label="Root cause"
      hint="So that a writer’s share can be told from weak advice."
      isOptional
      className="root-cause"
      choices={CHOICES}
      emptyLabel="Not said yet"
      value={cause ?? ''}
      disabled={isLocked}
      data-cause={criterionId}
      onChange={(event) => {
        onChange(ROOT_CAUSES.find((known) => known === event.target.value) ?? null);
      }}
      onKeyDown={(event) => {
        // Back to the criterion, where the answer keys work again.
        if (event.key === 'Escape') event.currentTarget.closest('fieldset')?.focus();
      }}
    />
  );
}
