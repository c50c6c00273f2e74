import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { ShownHint } from '../../../shared/contract/hints.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';

/** What the contract allows. */
const LONGEST_REASON = 1000;

/** Asks, where the hint is, why it does not hold; without a reason it stays. */
export function DismissHint({
  auditId,
  hint,
  criterionId,
  onDismissed,
  onCancel,
}: {
  auditId: string;
  hint: ShownHint;
  criterionId: string;
  onDismissed: () => void;
  onCancel: () => void;
}) {
  const queryClient = useQueryClient();
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { reason: '' } });
  const dismiss = useMutation(
    api.hints.dismiss.mutationOptions({
      onSuccess: (hints) => {
        queryClient.setQueryData(api.hints.list.queryKey({ input: { auditId } }), hints);
        onDismissed();
      },
    }),
  );
  useEffect(() => {
    setFocus('reason');
  }, [setFocus]);
  const others = hint.criteria.filter((id) => id !== criterionId);
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        void handleSubmit(({ reason }) => {
          dismiss.mutate({ auditId, hintId: hint.id, reason });
        })(event);
      }}
    >
      <TextField
        label="Why it does not hold"
        hint={`Kept with the plan: where these words come again, in a later version too, the hint stays out of sight${
          others.length === 0 ? '' : `; so it does beside ${others.join(' and ')}`
        }.`}
        maxLength={LONGEST_REASON}
        required
        {...register('reason', { validate: (reason) => reason.trim() !== '' || 'Say why, in a few words.' })}
        error={formState.errors.reason?.message}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      />
      {dismiss.isError ? <Failed error={dismiss.error} /> : null}
      <div className="hint__deeds">
        <Button type="submit" size="small" isBusy={dismiss.isPending}>
          Dismiss
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          Keep the hint
        </Button>
      </div>
    </form>
  );
}
