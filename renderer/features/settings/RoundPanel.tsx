import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Round } from '../../../shared/contract/rounds.ts';
import { roundKindSchema } from '../../../shared/contract/workspaces.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { ROUND_KIND_CHOICES } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { DateField, RadioGroup, TextField } from '../../ui/Field.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { saveStatusOf } from './autosave.ts';

const formSchema = z.object({
  kind: roundKindSchema,
  theme: z.string().trim().max(300, 'At most 300 letters.'),
  panelDate: z.string().refine(isCalendarDate, 'Give a date.'),
});

/** This half-term's round: when the panel meets and how its plans were chosen. Ages are counted on the panel date. */
export function RoundPanel() {
  const round = useQuery(api.rounds.current.queryOptions());
  return (
    <section className="panel stack" aria-labelledby="round-settings-heading">
      <h2 id="round-settings-heading">This round</h2>
      <Asked query={round} loading="Reading the round">
        {(found) => <RoundForm key={found.id} round={found} />}
      </Asked>
    </section>
  );
}

function RoundForm({ round }: { round: Round }) {
  const mayChange = useHasRole('qa_lead');
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(formSchema),
    values: { kind: round.kind, theme: round.theme, panelDate: round.panelDate },
    resetOptions: { keepDirtyValues: true },
    mode: 'onChange',
  });
  const { errors, isDirty } = formState;
  const kind = useWatch({ control, name: 'kind' });
  const update = useMutation(api.rounds.update.mutationOptions());
  useLeaveGuard(isDirty || update.isPending);
  const save = () => {
    void handleSubmit((form) => update.mutate({ roundId: round.id, ...form }))();
  };
  const saveIfChanged = () => {
    if (isDirty) save();
  };
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="row row--apart">
        <p className="soft">
          {round.halfTerm.label} {round.halfTerm.schoolYear.replace('-', '/')}
        </p>
        <SaveState status={saveStatusOf(update, Object.keys(errors).length > 0)} />
      </div>
      <DateField
        label="Panel date"
        hint="Ages and school years are counted on this day."
        readOnly={!mayChange}
        error={errors.panelDate?.message}
        {...register('panelDate', { onBlur: saveIfChanged })}
      />
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
    </form>
  );
}
