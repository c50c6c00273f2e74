import { useMutation } from '@tanstack/react-query';
import type { Assignment } from '../../../shared/contract/assignments.ts';
import { api } from '../../api/client.ts';
import { showToast } from '../../ui/toast-store.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** As few letters as the reason for opening an audit again may have. */
const FEWEST_LETTERS = 3;

/** Opens a submitted audit again for its auditor, as long as nobody was shown auditors' answers to the plan. */
export function ReopenAudit({
  assignment: { auditor, planReference },
  auditId,
  onClose,
}: {
  assignment: Assignment;
  auditId: string;
  onClose: () => void;
}) {
  const reopen = useMutation(
    api.audits.reopen.mutationOptions({
      onSuccess: () => {
        onClose();
        showToast(`${auditor.name} can go on with ${planReference}.`);
      },
    }),
  );
  return (
    <ReasonDialog
      title={`Reopen ${auditor.name} on ${planReference}`}
      confirmLabel="Reopen it"
      hint="What was submitted is kept, with this reason."
      fewestLetters={FEWEST_LETTERS}
      isBusy={reopen.isPending}
      error={reopen.error}
      onConfirm={(reason) => {
        reopen.mutate({ auditId, reason });
      }}
      onClose={onClose}
    >
      <p>
        The audit goes back to open. This can be done until the panel has been shown auditors’ answers to the plan; from
        then on changes are made together, in moderation.
      </p>
    </ReasonDialog>
  );
}
