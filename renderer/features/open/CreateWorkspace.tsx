import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { todayIso } from '../../ui/dates.ts';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { createFormSchema, emptyForm, STEPS, toInput } from './create-form.ts';
import type { CreateForm } from './create-form.ts';
import { HalfTermStep } from './HalfTermStep.tsx';
import { PartnershipStep } from './PartnershipStep.tsx';
import { PassphraseStep } from './PassphraseStep.tsx';

/** Sets up a workspace in three short steps, each left only when it is right; nothing is written until the last. */
export function CreateWorkspace({ onCancel }: { onCancel: () => void }) {
  const [step, setStep] = useState(0);
  const form = useForm<CreateForm>({
    resolver: zodResolver(createFormSchema),
    defaultValues: emptyForm(todayIso()),
    // Not on leaving a field: a mistake that vanishes as the button is pressed moves the button from under the pointer.
    mode: 'onChange',
  });
  const create = useMutation(api.workspaces.create.mutationOptions({ gcTime: 0 }));
  const top = useRef<HTMLHeadingElement>(null);
  useLeaveGuard(form.formState.isDirty && !create.isSuccess);

  function goTo(next: number) {
    setStep(next);
    // The heading is redrawn with the step; then it takes the focus.
    requestAnimationFrame(() => top.current?.focus());
  }

  async function goOn() {
    if (await form.trigger(STEPS[step]?.fields, { shouldFocus: true })) goTo(step + 1);
  }

  const isLast = step === STEPS.length - 1;
  return (
    <FormProvider {...form}>
      <PageHeader title="Set up your partnership" />
      <form
        noValidate
        className="stack-loose"
        onSubmit={(event) => {
          event.preventDefault();
          if (create.isPending) return;
          if (isLast) void form.handleSubmit((values) => create.mutate(toInput(values)))();
          else void goOn();
        }}
      >
        <div>
          <p className="soft small">
            Step {step + 1} of {STEPS.length}
          </p>
          <h2 ref={top} tabIndex={-1} className="create__step">
            {STEPS[step]?.title}
          </h2>
        </div>
        {step === 0 ? <PartnershipStep /> : null}
        {step === 1 ? <HalfTermStep /> : null}
        {step === 2 ? <PassphraseStep /> : null}
        {create.isError ? <Failed error={create.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={create.isPending}>
            {isLast ? (create.isPending ? 'Making the workspace…' : 'Make the workspace') : 'Continue'}
          </Button>
          <Button
            onClick={() => {
              if (step === 0) onCancel();
              else goTo(step - 1);
            }}
          >
            Back
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
