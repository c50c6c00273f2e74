import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

/** Throws a draft away, once a person has said yes to it. */
export function DiscardDraft({ draftId }: { draftId: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [, navigate] = useLocation();
  const discard = useMutation(
    api.rubrics.discard.mutationOptions({
      onSuccess: () => {
        navigate('/standards/versions');
      },
    }),
  );
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setIsAsking(true)}>
        Discard the draft…
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Discard this draft?"
        confirmLabel="Discard the draft"
        isDanger
        isBusy={discard.isPending}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => discard.mutate({ draftId })}
      >
        <p>Everything that was written in it is gone. Published versions stay as they are.</p>
        {discard.isError ? <Failed error={discard.error} /> : null}
      </ConfirmDialog>
    </>
  );
}
