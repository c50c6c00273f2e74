import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { formFor, inputOf, type SampleForm, sampleFormSchema } from './sample-form.ts';
import { SampleFields } from './SampleFields.tsx';
import { SamplePreview } from './SamplePreview.tsx';

/** What to draw from and how, with what would come of it beside; and the draw. */
export function SampleDraw({ round, sample, onDrawn }: { round: Round; sample: Sample; onDrawn: () => void }) {
  const [asked, setAsked] = useState<SampleForm | null>(null);
  const form = useForm<SampleForm>({
    resolver: zodResolver(sampleFormSchema),
    defaultValues: formFor(sample.draw),
    mode: 'onChange',
  });
  const typed = useWatch({ control: form.control });
  const input = inputOf(typed, round.id);
  const draw = useMutation(
    api.samples.draw.mutationOptions({
      onSuccess: ({ draw: made, plans }) => {
        setAsked(null);
        const drawn = plans.filter(({ origin, state }) => origin === 'sampled' && state === 'in').length;
        showToast(`${count(drawn, 'plan')} drawn with seed ${made?.seed ?? ''}.`);
        onDrawn();
      },
      onError: () => {
        setAsked(null);
      },
    }),
  );
  const start = (wanted: SampleForm) => {
    const chosen = inputOf(wanted, round.id);
    if (chosen === null || draw.isPending) return;
    draw.mutate({ ...chosen, seed: wanted.seed === '' ? null : Number(wanted.seed) });
  };
  const byHand = sample.plans.filter(({ origin, state }) => origin === 'swapped_in' || state !== 'in').length;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="sample"
        onSubmit={(event) => {
          void form.handleSubmit((wanted) => {
            // Only a draw that there is gives way to another.
            if (sample.draw === null) start(wanted);
            else setAsked(wanted);
          })(event);
        }}
      >
        <div className="stack">
          <SampleFields />
        </div>
        <SamplePreview input={input}>
          {draw.isError ? <Failed error={draw.error} /> : null}
          <Button type="submit" look="primary" isBusy={draw.isPending}>
            {sample.draw === null ? 'Draw the sample' : 'Draw a new sample…'}
          </Button>
        </SamplePreview>
      </form>
      <ConfirmDialog
        isOpen={asked !== null}
        title="Draw a new sample?"
        confirmLabel="Draw a new sample"
        isBusy={draw.isPending}
        onConfirm={() => {
          if (asked !== null) start(asked);
        }}
        onCancel={() => {
          setAsked(null);
        }}
      >
        <p>
          The sample that is there gives way to the new one
          {byHand === 0 ? '' : `, with ${count(byHand, 'change')} made to it by hand`}. Plans that were picked by hand
          stay. To come back to it, draw again with the seed {sample.draw?.seed} while the register is as it was.
        </p>
      </ConfirmDialog>
    </FormProvider>
  );
}
