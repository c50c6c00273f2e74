import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { FilingSuggestion } from '../../../shared/contract/documents.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { describeError, isRefusal } from '../../api/errors.ts';
import { STAGE_CHOICES } from '../../api/field-words.ts';
import { PlanBox, planWords } from '../../api/PlanBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField, RadioGroup, SelectField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { useLeaveGuard } from '../../ui/use-leave-guard.ts';
import { filingFormSchema, suggestedFiling, toPlanFields } from './plan-form.ts';
import type { FilingForm, PlanForm } from './plan-form.ts';
import { PlanFieldset } from './PlanFieldset.tsx';
import { trayReadAnew } from './tray-read-anew.ts';

/** Files one document: as what, and under which plan. What the document says of itself is filled in, to be checked. */
export function FilingDialog({
  suggestion,
  hasPlans,
  onClose,
  onFiled,
}: {
  suggestion: FilingSuggestion;
  /** There are plans in the register to file it under. */
  hasPlans: boolean;
  onClose: () => void;
  onFiled: () => void;
}) {
  const suggested = suggestedFiling(suggestion);
  const { register, handleSubmit, setValue, control, formState } = useForm<FilingForm>({
    resolver: zodResolver(filingFormSchema),
    defaultValues: suggested,
    // A plan may come into the register while this stands open: what nobody has changed follows what is suggested.
    values: suggested,
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty, isSubmitted } = formState;
  const [target, planId] = useWatch({ control, name: ['target', 'planId'] });
  const file = useMutation(
    api.documents.file.mutationOptions({
      onSuccess: async (plan, _variables, _onMutateResult, { client }) => {
        await trayReadAnew(client);
        showToast(`${suggestion.document.fileName} is filed under ${plan.reference}.`);
        onFiled();
      },
    }),
  );
  useLeaveGuard(isDirty && !file.isSuccess);
  const isTaken = isRefusal(file.error, 'REFERENCE_TAKEN');
  const taken = isTaken ? describeError(file.error) : null;
  const planErrors =
    taken === null
      ? (errors.plan ?? {})
      : { ...errors.plan, reference: { type: 'taken', message: `${taken.message} ${taken.advice}` } };

  return (
    <Dialog isOpen onClose={onClose} title="File the document" size="wide">
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          void handleSubmit((form) => {
            if (form.stage === '' || file.isPending) return;
            file.mutate({
              documentId: suggestion.document.id,
              stage: form.stage,
              issuedOn: form.issuedOn === '' ? null : form.issuedOn,
              plan:
                form.target === 'existing'
                  ? { kind: 'existing', planId: form.planId }
                  : { kind: 'new', fields: toPlanFields(form.plan) },
            });
          })(event);
        }}
      >
        <p className="filing__name">{suggestion.document.fileName}</p>
        <Notice tone="info" title="What was read from the document is filled in. Please check it." />
        <div className="form-grid">
          <SelectField
            label="Stage"
            choices={STAGE_CHOICES}
            {...(suggested.stage === '' ? { emptyLabel: 'Choose…' } : { hint: 'Read from the document' })}
            error={errors.stage?.message}
            {...register('stage')}
          />
          <DateField
            label="Issued on"
            isOptional
            {...(suggested.issuedOn === '' ? {} : { hint: 'Read from the document' })}
            error={errors.issuedOn?.message}
            {...register('issuedOn')}
          />
        </div>
        {hasPlans ? (
          <RadioGroup
            legend="Under which plan?"
            className="choices-in-line"
            choices={[
              { value: 'existing', label: 'One that is in the register' },
              { value: 'new', label: 'A new plan' },
            ]}
            {...register('target')}
          />
        ) : null}
        {target === 'existing' ? (
          <PlanBox
            name={{ label: 'Plan' }}
            hint="Type a part of its reference, or the child’s initials or name."
            first={suggestion.plans.map(({ planId, reference, initials, reason }) => ({
              value: planId,
              label: planWords(reference, initials),
              hint: reason.toLowerCase(),
            }))}
            error={errors.planId?.message}
            value={planId}
            onChoose={(chosen) => {
              setValue('planId', chosen, { shouldDirty: true, shouldValidate: isSubmitted });
            }}
          />
        ) : (
          <PlanFieldset
            register={(name) => register(`plan.${name}`)}
            errors={planErrors}
            read={PLAN_FIELDS.filter((name) => suggested.plan[name] !== '' && name !== 'planType')}
          />
        )}
        {file.isError && !isTaken ? <Failed error={file.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={file.isPending}>
            File the document
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

const PLAN_FIELDS = [
  'reference',
  'initials',
  'name',
  'dateOfBirth',
  'planType',
  'ncYear',
  'setting',
  'primaryNeed',
  'locality',
] as const satisfies readonly (keyof PlanForm)[];
