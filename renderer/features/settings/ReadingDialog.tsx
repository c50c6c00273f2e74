import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { type HandReading, handReadingProblem, type Measure } from '../../../shared/domain/measures.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { todayIso } from '../../ui/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, DateField, TextField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type ReadingForm, readingOf } from './measure-form.ts';

/** Enters a reading that was taken elsewhere, or corrects one. */
export function ReadingDialog({
  measure,
  reading,
  onClose,
}: {
  measure: Measure;
  /** Null while shut. */
  reading: HandReading | 'new' | null;
  onClose: () => void;
}) {
  return (
    <Dialog
      isOpen={reading !== null}
      title={reading === 'new' ? `Enter a reading: ${measure.name}` : `Correct a reading: ${measure.name}`}
      onClose={onClose}
    >
      {reading === null ? null : (
        <ReadingFields measure={measure} reading={reading === 'new' ? null : reading} onClose={onClose} />
      )}
    </Dialog>
  );
}

function ReadingFields({
  measure,
  reading,
  onClose,
}: {
  measure: Measure;
  reading: HandReading | null;
  onClose: () => void;
}) {
  const { unit, byHand } = measure;
  const { register, handleSubmit, control, setError, formState } = useForm<ReadingForm>({
    defaultValues: {
      on: reading?.on ?? '',
      areCountsKnown: reading?.percent === undefined || reading.percent === null,
      n: text(reading?.n),
      of: text(reading?.of),
      percent: text(reading?.percent),
      note: reading?.note ?? '',
    },
  });
  const areCountsKnown = useWatch({ control, name: 'areCountsKnown' });
  const add = useMutation(
    api.measures.addReading.mutationOptions({
      onSuccess: () => {
        showToast(reading === null ? 'The reading was entered.' : 'The reading was corrected.');
        onClose();
      },
    }),
  );
  const { errors } = formState;
  const submit = handleSubmit((form) => {
    const fields = readingOf(form, unit);
    const taken = byHand.filter(({ id }) => id !== reading?.id).map(({ on }) => on);
    const problem = problemOf(fields) ?? handReadingProblem(unit, fields, { taken, today: todayIso() });
    if (problem !== null) {
      setError('root', { message: problem });
      return;
    }
    add.mutate({ measureId: measure.id, replaces: reading?.id ?? null, reading: fields });
  });
  return (
    <form noValidate className="stack" onSubmit={(event) => void submit(event)}>
      <DateField label="Date of the reading" {...register('on')} />
      {unit === 'count' ? (
        <TextField label="Number" inputMode="numeric" {...register('n')} />
      ) : (
        <>
          <Checkbox
            label="The counts are known"
            hint="Without them no likely range can be given, and a published report leaves the reading out."
            {...register('areCountsKnown')}
          />
          {areCountsKnown ? (
            <div className="form-grid">
              <TextField label="How many" inputMode="numeric" {...register('n')} />
              <TextField label="Of how many" inputMode="numeric" {...register('of')} />
            </div>
          ) : (
            <TextField label="Per cent" inputMode="decimal" {...register('percent')} />
          )}
        </>
      )}
      <TextField
        label="Where it is from"
        isOptional
        hint="The paper and page, for whoever asks."
        maxLength={300}
        {...register('note')}
      />
      <div className="field__error" aria-live="polite">
        {errors.root?.message}
      </div>
      {add.isError ? <Failed error={add.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={add.isPending}>
          {reading === null ? 'Enter the reading' : 'Correct the reading'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function problemOf({ on, n, of, percent }: ReturnType<typeof readingOf>): string | null {
  if (on === '') return 'Give the date of the reading.';
  if (percent !== null && !(percent >= 0 && percent <= 100)) return 'The percentage must be from 0 to 100.';
  const isWhole = [n, of].every((number) => number === null || (Number.isInteger(number) && number >= 0));
  return isWhole ? null : 'Counts must be whole numbers.';
}

function text(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : String(number);
}
