import { useFormContext, useWatch } from 'react-hook-form';
import { suggestHalfTerms } from '../../../shared/domain/half-term.ts';
import { DateField, RadioGroup, SelectField, TextField } from '../../ui/Field.tsx';
import { ROUND_KIND_CHOICES } from '../../api/field-words.ts';
import { todayIso } from '../../ui/dates.ts';
import { halfTermFields, schoolYearChoices } from './create-form.ts';
import type { CreateForm } from './create-form.ts';

/** Which half-term the first round belongs to. Dates are suggested from a published calendar, and are the area's to change. */
export function HalfTermStep() {
  const { register, formState, setValue, getValues, control } = useFormContext<CreateForm>();
  const { errors } = formState;
  const schoolYear = useWatch({ control, name: 'schoolYear' });
  const kind = useWatch({ control, name: 'kind' });
  const years = schoolYearChoices(todayIso());
  const startYear = years.find((year) => year.name === schoolYear)?.startYear;
  const halfTerms = startYear === undefined ? [] : suggestHalfTerms(startYear);

  function suggest() {
    const { schoolYear: name, number } = getValues();
    const year = years.find((candidate) => candidate.name === name);
    const halfTerm = year && suggestHalfTerms(year.startYear).find((candidate) => String(candidate.number) === number);
    if (halfTerm === undefined) return;
    const { label, start, end, panelDate } = halfTermFields(halfTerm);
    const asTyped = { shouldDirty: true, shouldValidate: true };
    setValue('label', label, asTyped);
    setValue('start', start, asTyped);
    setValue('end', end, asTyped);
    setValue('panelDate', panelDate, asTyped);
  }

  return (
    <div className="stack">
      <div className="form-grid">
        <SelectField
          label="School year"
          choices={years.map(({ name }) => ({ value: name, label: name.replace('-', '/') }))}
          {...register('schoolYear', { onChange: suggest })}
        />
        <SelectField
          label="Half-term"
          choices={halfTerms.map(({ number, label }) => ({ value: String(number), label }))}
          {...register('number', { onChange: suggest })}
        />
      </div>
      <p className="soft small">These dates are a suggestion. Change them to your council’s own.</p>
      <div className="form-grid">
        <DateField label="First day" error={errors.start?.message} {...register('start')} />
        <DateField label="Last day" error={errors.end?.message} {...register('end')} />
        <TextField label="Called" error={errors.label?.message} {...register('label')} />
        <DateField label="Panel date" error={errors.panelDate?.message} {...register('panelDate')} />
      </div>
      <RadioGroup legend="How the plans are chosen" choices={ROUND_KIND_CHOICES} {...register('kind')} />
      {kind === 'thematic' ? (
        <TextField
          label="Theme"
          hint="For example “Year 9 and preparing for adulthood”."
          error={errors.theme?.message}
          {...register('theme')}
        />
      ) : null}
    </div>
  );
}
