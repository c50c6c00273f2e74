import type { FieldErrors, UseFormRegisterReturn } from 'react-hook-form';
import { PLAN_TYPE_CHOICES, PRIMARY_NEEDS, SETTING_TYPES } from '../../api/field-words.ts';
import { DateField, SelectField, TextField } from '../../ui/Field.tsx';
import { YEAR_CHOICES, YES_NO_CHOICES } from './plan-form.ts';
import type { PlanForm } from './plan-form.ts';

const NONE: readonly (keyof PlanForm)[] = [];

/**
 * The register's fields of one plan. `read` names those whose first value was read from a document, so that the person
 * knows what to check. Name and date of birth stand last: they are there to check accuracy, and leave with no export.
 */
export function PlanFieldset({
  register,
  errors,
  read = NONE,
  isPersonShown = true,
}: {
  register: (name: keyof PlanForm) => UseFormRegisterReturn;
  errors: FieldErrors<PlanForm>;
  read?: readonly (keyof PlanForm)[];
  /** With name and date of birth. */
  isPersonShown?: boolean;
}) {
  const field = (name: keyof PlanForm, hint?: string) => ({
    ...register(name),
    error: errors[name]?.message,
    ...(read.includes(name) ? { hint: 'Read from the document' } : hint === undefined ? {} : { hint }),
  });
  return (
    <div className="form-grid">
      <TextField label="Reference" {...field('reference', 'Your area’s own number for the plan')} />
      <TextField label="Initials" {...field('initials', 'Shown in lists')} isOptional />
      <SelectField label="Kind of plan" choices={PLAN_TYPE_CHOICES} {...field('planType')} />
      <SelectField label="School year" choices={YEAR_CHOICES} emptyLabel="Not known" {...field('ncYear')} />
      <TextField label="Setting" {...field('setting')} isOptional />
      <TextField label="Primary need" list="primary-needs" {...field('primaryNeed')} isOptional />
      <TextField label="Locality" {...field('locality')} isOptional />
      <TextField label="Team" {...field('team')} isOptional />
      <TextField label="Kind of setting" list="setting-types" {...field('settingType')} isOptional />
      <SelectField label="Looked after" choices={YES_NO_CHOICES} emptyLabel="Not known" {...field('isLookedAfter')} />
      <SelectField
        label="Known to social care"
        choices={YES_NO_CHOICES}
        emptyLabel="Not known"
        {...field('isKnownToSocialCare')}
      />
      {isPersonShown ? (
        <>
          <DateField label="Date of birth" {...field('dateOfBirth')} isOptional />
          <TextField label="Name" {...field('name', 'Hidden on screen until asked for')} isOptional />
        </>
      ) : null}
      <datalist id="primary-needs">
        {PRIMARY_NEEDS.map((need) => (
          <option key={need}>{need}</option>
        ))}
      </datalist>
      <datalist id="setting-types">
        {SETTING_TYPES.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </datalist>
    </div>
  );
}
