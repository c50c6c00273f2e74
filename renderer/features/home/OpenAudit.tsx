import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { QueueItem } from '../../../shared/contract/plans.ts';
import { Failed } from '../../api/Asked.tsx';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import type { ButtonLook } from '../../ui/Button.tsx';

/** Goes to my audit of a document, beginning it where there is none. */
export function OpenAudit({ item, look = 'secondary' }: { item: QueueItem; look?: ButtonLook }) {
  const [, navigate] = useLocation();
  const isAuditor = useHasRole('auditor');
  const open = useMutation(
    api.audits.open.mutationOptions({
      onSuccess: (audit) => {
        navigate(`/audits/${audit.id}`);
      },
    }),
  );
  const { myAudit } = item.document;
  if (!isAuditor) return null;
  return (
    <div className="stack-tight">
      <Button
        look={look}
        size={look === 'primary' ? 'normal' : 'small'}
        isBusy={open.isPending}
        onClick={() => {
          if (myAudit !== null) navigate(`/audits/${myAudit.id}`);
          else open.mutate({ documentId: item.document.id, roundId: item.roundId });
        }}
      >
        {myAudit === null ? 'Begin' : myAudit.state === 'open' ? 'Go on' : 'See it'}
        <span className="visually-hidden">
          {' '}
          {item.plan.reference} {item.document.stage === null ? '' : STAGE_WORDS[item.document.stage].toLowerCase()}
        </span>
      </Button>
      {open.isError ? <Failed error={open.error} /> : null}
    </div>
  );
}
