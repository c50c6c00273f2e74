import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Round } from '../../../shared/contract/rounds.ts';
import { roundKindSchema } from '../../../shared/contract/workspaces.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { saveStatusOf } from '../../api/autosave.ts';
import { api } from '../../api/client.ts';
import { ROUND_KIND_CHOICES } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { DateField, RadioGroup, TextField } from '../../ui/Field.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';

const formSchema = z
  .object({
    kind: roundKindSchema,
    theme: z.string().trim().max(300, 'At most 300 letters.'),
    panelDate: z.string().refine(isCalendarDate, 'Give a date.'),
    gradingDue: z.string().refine((text) => text === '' || isCalendarDate(text), 'Give a date, or none.'),
  })
  .superRefine(({ panelDate, gradingDue }, context) => {
    if (gradingDue === '' || gradingDue <= panelDate) return;
    context.addIssue({ code: 'custom', path: ['gradingDue'], message: 'That is after the panel meets.' });
  });

/** When the panel meets, by when gradings are in, and how the plans are chosen. Kept as it is typed. */
export function RoundSetUp({ round }: { round: Round }) {
  const mayChange = useHasRole('qa_lead');
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(formSchema),
    values: { kind: round.kind, theme: round.theme, panelDate: round.panelDate, gradingDue: round.gradingDue ?? '' },
    resetOptions: { keepDirtyValues: true },
    mode: 'onChange',
  });
  const { errors, isDirty } = formState;
  const kind = useWatch({ control, name: 'kind' });
  const update = useMutation(api.rounds.update.mutationOptions());
  useLeaveGuard(isDirty || update.isPending);
  const save = () => {
    void handleSubmit(({ gradingDue, ...form }) =>
      update.mutate({ roundId: round.id, ...form, gradingDue: gradingDue === '' ? null : gradingDue }),
    )();
  };
  const saveIfChanged = () => {
    if (isDirty) save();
  };
  return (
    <section className="panel" aria-labelledby="set-up-heading">
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="row row--apart">
          <h2 id="set-up-heading">Dates and kind</h2>
          <SaveState status={saveStatusOf(update, Object.keys(errors).length > 0)} />
        </div>
        <div className="form-grid">
          <DateField
            label="Panel date"
            hint="Ages and school years are counted on this day."
            readOnly={!mayChange}
            error={errors.panelDate?.message}
            {...register('panelDate', { onBlur: saveIfChanged, deps: ['gradingDue'] })}
          />
          <DateField
            label="Gradings due by"
            hint="A few days before the panel."
            isOptional
            readOnly={!mayChange}
            error={errors.gradingDue?.message}
            {...register('gradingDue', { onBlur: saveIfChanged })}
          />
        </div>
        <RadioGroup
          legend="How the plans are chosen"
          choices={ROUND_KIND_CHOICES}
          disabled={!mayChange}
          {...register('kind', { onChange: save })}
        />
        {kind === 'thematic' ? (
          <TextField
            label="Theme"
            readOnly={!mayChange}
            error={errors.theme?.message}
            {...register('theme', { onBlur: saveIfChanged })}
          />
        ) : null}
        {update.isError ? <Failed error={update.error} /> : null}
      </form>
    </section>
  );
}
