import { type UseFormReturn, useWatch } from 'react-hook-form';
import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import type { Counted } from '../../../shared/domain/measures.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { type Choice, SelectField, TextField } from '../../ui/Field.tsx';
import type { MeasureForm } from './measure-form.ts';

const COUNTED_CHOICES: readonly (Choice & { value: Counted['kind'] })[] = [
  { value: 'good_or_better', label: 'Plans graded good or better' },
  { value: 'reviews_good_or_better', label: 'QA reviews graded good or better (every review)' },
  { value: 'at_least', label: 'Plans graded at least …' },
  { value: 'criterion_met', label: 'Plans that met one criterion' },
  { value: 'in_time', label: 'Finals in the statutory time (from the register)' },
  { value: 'family_satisfied', label: 'Families satisfied (entered by hand)' },
  { value: 'by_hand', label: 'Something else (entered by hand)' },
];
const UNIT_CHOICES: readonly Choice[] = [
  { value: 'percent', label: 'A share, per cent' },
  { value: 'count', label: 'A number' },
];
const PLANS_CHOICES: readonly Choice[] = [
  { value: 'all', label: 'All plans, new and amended' },
  { value: 'new', label: 'New plans' },
  { value: 'amended', label: 'Amended plans' },
];
const STAGE_CHOICES: readonly Choice[] = [
  { value: 'final', label: 'Finals' },
  { value: 'draft', label: 'Drafts' },
];
const ROUND_CHOICES: readonly Choice[] = [
  { value: 'random', label: 'Drawn at random' },
  { value: 'thematic', label: 'On a theme' },
  { value: 'risk_based', label: 'Chosen by risk' },
];

/** The numerator and the denominator. */
export function MeasureCounting({
  form,
  rubric,
  hasReadings,
}: {
  form: UseFormReturn<MeasureForm>;
  rubric: Rubric;
  /** Readings that were entered keep the unit as it is. */
  hasReadings: boolean;
}) {
  const { register, control } = form;
  const [counted, unit, roundKind] = useWatch({ control, name: ['counted', 'unit', 'roundKind'] });
  const isAudited = counted === 'good_or_better' || counted === 'at_least' || counted === 'criterion_met';
  return (
    <>
      <div className="form-grid">
        <SelectField label="What is counted" choices={COUNTED_CHOICES} {...register('counted')} />
        {counted === 'at_least' ? (
          <SelectField
            label="Grade"
            choices={gradesFromBest(rubric).map(({ id, label }) => ({ value: id, label: `${label} or better` }))}
            {...register('grade')}
          />
        ) : null}
        {counted === 'criterion_met' ? (
          <SelectField
            label="Criterion"
            choices={rubric.standards.flatMap(({ criteria }) =>
              criteria.map(({ id, text }) => ({ value: id, label: `${id} ${text}` })),
            )}
            {...register('criterionId')}
          />
        ) : null}
      </div>
      {counted === 'by_hand' ? (
        <div className="form-grid">
          <TextField label="Things counted" hint="‘Appeals lodged’" maxLength={300} {...register('numerator')} />
          <SelectField
            label="Read as"
            choices={hasReadings ? UNIT_CHOICES.filter(({ value }) => value === unit) : UNIT_CHOICES}
            {...register('unit')}
          />
          {unit === 'percent' ? (
            <TextField
              label="Share of"
              hint="‘Parent carers who answered’"
              maxLength={300}
              {...register('denominator')}
            />
          ) : null}
          <SelectField
            label="Better is"
            choices={[
              { value: 'higher', label: 'More' },
              { value: 'lower', label: 'Less' },
            ]}
            {...register('better')}
          />
        </div>
      ) : null}
      {isAudited || counted === 'in_time' ? (
        <div className="form-grid">
          <SelectField label="Of which plans" choices={PLANS_CHOICES} {...register('plans')} />
          {isAudited ? <SelectField label="At which stage" choices={STAGE_CHOICES} {...register('stage')} /> : null}
          {isAudited ? <SelectField label="In rounds" choices={ROUND_CHOICES} {...register('roundKind')} /> : null}
          {isAudited && roundKind === 'thematic' ? (
            <TextField label="Theme" hint="As the rounds have it." maxLength={300} {...register('theme')} />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
