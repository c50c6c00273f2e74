import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Takes a whole plan out of the workspace, after asking. */
export function RemovePlan({
  planId,
  reference,
  onRemoved,
}: {
  planId: string;
  reference: string;
  onRemoved: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation(
    api.plans.remove.mutationOptions({
      onSuccess: () => {
        showToast(`Plan ${reference} was removed.`);
        onRemoved();
      },
    }),
  );
  return (
    <div>
      <Button
        look="quiet"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        Remove this plan…
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Remove plan ${reference}?`}
        confirmLabel="Remove the plan"
        isDanger
        isBusy={remove.isPending}
        onConfirm={() => {
          remove.mutate({ planId });
        }}
        onCancel={() => {
          setIsAsking(false);
          remove.reset();
        }}
      >
        <p>
          Its documents and open audits leave the workspace with it. This cannot be undone. The trail keeps that it was
          removed, and by whom.
        </p>
        {remove.isError ? <Failed error={remove.error} /> : null}
      </ConfirmDialog>
    </div>
  );
}
