import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { STRATUM_KEYS, stratumKeyWords } from '../../../shared/domain/rounds/strata.ts';
import { api } from '../../api/client.ts';
import { PLAN_TYPE_CHOICES } from '../../api/field-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Checkbox, type Choice, RadioGroup, SelectField, TextField } from '../../ui/Field.tsx';
import { type SampleForm } from './sample-form.ts';

const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const LATELY: readonly Choice[] = [
  { value: '0', label: 'All, audited lately or not' },
  { value: '1', label: 'Not audited in the last round' },
  { value: '2', label: 'Not in the last 2 rounds' },
  { value: '3', label: 'Not in the last 3 rounds' },
  { value: '6', label: 'Not in the last 6 rounds' },
];

/** How many plans, drawn how, from which of the register. */
export function SampleFields() {
  const { register, formState, control } = useFormContext<SampleForm>();
  const { errors } = formState;
  const method = useWatch({ control, name: 'method' });
  return (
    <>
      <TextField
        label="How many plans"
        inputMode="numeric"
        className="sample__number"
        error={errors.size?.message}
        {...register('size')}
      />
      <RadioGroup
        legend="How they are drawn"
        choices={[
          { value: 'stratified', label: 'Stratified', hint: 'Some from every kind of plan, at random within each.' },
          { value: 'random', label: 'Simple random', hint: 'Every plan has the same chance.' },
        ]}
        {...register('method', { deps: ['strataBy'] })}
      />
      {method === 'stratified' ? (
        <>
          <fieldset className="field">
            <legend className="field__label">Strata by</legend>
            <div className="sample__keys">
              {STRATUM_KEYS.map((key) => (
                <Checkbox
                  key={key}
                  label={stratumKeyWords(key)}
                  value={key}
                  {...register('strataBy')}
                  error={undefined}
                />
              ))}
            </div>
            <div className="field__error" aria-live="polite">
              {errors.strataBy?.message}
            </div>
          </fieldset>
          <RadioGroup
            legend="Places"
            choices={[
              { value: 'proportional', label: 'In proportion', hint: 'A large stratum gets more.' },
              { value: 'equal', label: 'As many from each', hint: 'A small stratum is seen as well as a large one.' },
            ]}
            {...register('allocation')}
          />
        </>
      ) : null}
      <Disclosure summary="Draw from a part of the register only">
        <FrameFields />
      </Disclosure>
      <Disclosure summary="Type the seed in">
        <TextField
          label="Seed"
          hint="Empty: one is taken by chance, and kept. Type one in that was agreed, or to draw as before."
          inputMode="numeric"
          className="sample__number"
          isOptional
          error={errors.seed?.message}
          {...register('seed')}
        />
      </Disclosure>
    </>
  );
}

function FrameFields() {
  const { register, formState } = useFormContext<SampleForm>();
  const { errors } = formState;
  const choices = useQuery(api.plans.choices.queryOptions());
  const { teams = [], localities = [], ncYears = [] } = choices.data ?? {};
  const years = ncYears.map((year) => ({ value: String(year), label: yearGroup(year) }));
  return (
    <div className="stack">
      <fieldset className="field">
        <legend className="field__label">Kinds of plan</legend>
        <p className="field__hint">None ticked: all of them.</p>
        <div className="sample__keys">
          {PLAN_TYPE_CHOICES.map(({ value, label }) => (
            <Checkbox key={value} label={label} value={value} {...register('planTypes')} error={undefined} />
          ))}
        </div>
      </fieldset>
      <div className="sample__fields">
        <SelectField
          label="From school year"
          emptyLabel="Any"
          choices={years}
          {...register('ncYearFrom', { deps: ['ncYearTo'] })}
        />
        <SelectField
          label="To school year"
          emptyLabel="Any"
          choices={years}
          error={errors.ncYearTo?.message}
          {...register('ncYearTo')}
        />
        <SelectField label="Team" emptyLabel="Any" choices={teams.map(asChoice)} {...register('team')} />
        <SelectField label="Locality" emptyLabel="Any" choices={localities.map(asChoice)} {...register('locality')} />
        <SelectField label="Looked after" emptyLabel="Any" choices={YES_OR_NO} {...register('isLookedAfter')} />
        <SelectField label="Late" emptyLabel="Any" choices={YES_OR_NO} {...register('isLate')} />
      </div>
      <SelectField label="Audited lately" choices={LATELY} {...register('notAuditedForRounds')} />
    </div>
  );
}

function asChoice(value: string): Choice {
  return { value, label: value };
}
