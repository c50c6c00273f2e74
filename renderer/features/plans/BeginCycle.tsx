import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Cycle, PLAN_TYPES } from '../../../shared/contract/plans.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { PLAN_TYPE_CHOICES } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Begins another going-round of a plan; its documents so far stay with the one before. */
export function BeginCycleDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const [planType, setPlanType] = useState<Cycle['planType']>('reviewed');
  const begin = useMutation(
    api.plans.beginCycle.mutationOptions({
      onSuccess: () => {
        showToast(`Begun: ${planTypeWords(planType).toLowerCase()}. What is filed from now on belongs to it.`);
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Begin a review or reassessment"
      actions={
        <>
          <Button
            look="primary"
            isBusy={begin.isPending}
            onClick={() => {
              begin.mutate({ planId, planType });
            }}
          >
            Begin it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        A review, an amendment or a reassessment has its own dates and versions. The documents that are there stay with
        the time before.
      </p>
      <SelectField
        label="What begins"
        choices={PLAN_TYPE_CHOICES.filter(({ value }) => value !== 'new')}
        value={planType}
        onChange={({ target }) => {
          setPlanType(PLAN_TYPES.find((type) => type === target.value) ?? 'reviewed');
        }}
      />
      {begin.isError ? <Failed error={begin.error} /> : null}
    </Dialog>
  );
}

/** For a cycle that was begun by mistake, as long as nothing is in it. */
export function TakeCycleBack({ cycle }: { cycle: Cycle }) {
  const remove = useMutation(
    api.plans.removeCycle.mutationOptions({
      onSuccess: () => {
        showToast('Taken back.');
      },
    }),
  );
  return (
    <div className="row">
      <Button
        look="quiet"
        size="small"
        isBusy={remove.isPending}
        onClick={() => {
          remove.mutate({ cycleId: cycle.id });
        }}
      >
        Take this {planTypeWords(cycle.planType).toLowerCase()} cycle back: nothing is filed under it
      </Button>
      {remove.isError ? <Failed error={remove.error} /> : null}
    </div>
  );
}
