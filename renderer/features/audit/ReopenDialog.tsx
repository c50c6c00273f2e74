import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';

/** Asks why a submitted audit is to be opened again; what was submitted is kept. */
export function ReopenDialog({ auditId, isOpen, onClose }: { auditId: string; isOpen: boolean; onClose: () => void }) {
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { reason: '' } });
  const reopen = useMutation(
    api.audits.reopen.mutationOptions({
      onSuccess: () => {
        reset();
        onClose();
      },
    }),
  );
  const submit = handleSubmit(({ reason }) => {
    reopen.mutate({ auditId, reason });
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Reopen this audit"
      actions={
        <>
          <Button look="primary" isBusy={reopen.isPending} onClick={() => void submit()}>
            Reopen
          </Button>
          <Button onClick={onClose}>Leave it submitted</Button>
        </>
      }
    >
      <p>
        It goes back to open, and what you submitted is kept beside it. This can be done until the panel has been shown
        auditors’ answers to this plan; from then on changes are made together, in moderation.
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          void submit(event);
        }}
      >
        <TextArea
          label="Why"
          rows={3}
          maxLength={1000}
          required
          {...register('reason', { validate: (reason) => reason.trim().length > 2 || 'Say why, in a few words.' })}
          error={formState.errors.reason?.message}
        />
      </form>
      {reopen.isError ? <Failed error={reopen.error} /> : null}
    </Dialog>
  );
}
