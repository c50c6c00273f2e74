import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { seesMasked } from '../../../shared/contract/masked-view.ts';
import type { Thread } from '../../../shared/contract/threads.ts';
import { api } from '../../api/client.ts';
import { useHasRole, useOpenWorkspace } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { versionName } from './thread-words.ts';

/** Which plan this is, and the ways from here. */
export function ThreadHead({
  thread,
  canUndo,
  onUndo,
  isPlanOpen,
  onPlan,
}: {
  thread: Thread;
  canUndo: boolean;
  onUndo: () => void;
  isPlanOpen: boolean;
  onPlan: () => void;
}) {
  const { plan, document } = thread;
  return (
    <div className="full-screen__head">
      <PageHeader
        title={`Golden thread of ${plan.reference}${plan.initials === '' ? '' : ` (${plan.initials})`}`}
        windowTitle="Golden thread"
        eyebrow={
          <>
            <Link href={`/plans/${plan.id}`}>Plan</Link>
            {document.myAudit === null ? null : (
              <>
                {' · '}
                <Link href={`/audits/${document.myAudit.id}`}>My audit</Link>
              </>
            )}
            {' · '}
            <Link href={`/documents/${document.id}/sections`}>Sections</Link>
            <AcrossLink />
            {' · '}
            {versionName(thread)}
          </>
        }
        actions={
          <>
            <Button size="small" icon={<Icon name="undo" />} disabled={!canUndo} onClick={onUndo}>
              Undo
            </Button>
            <Button size="small" icon={<Icon name="document" />} aria-pressed={isPlanOpen} onClick={onPlan}>
              The plan beside it
            </Button>
          </>
        }
      />
    </div>
  );
}

/** To what the plans of the current round share. Names of others are not for whoever reads plans masked. */
function AcrossLink() {
  const round = useQuery(api.rounds.current.queryOptions());
  const isOfPanel = useHasRole('qa_lead', 'chair', 'auditor');
  const { person } = useOpenWorkspace();
  if (round.data === undefined || !isOfPanel || seesMasked(person)) return null;
  return (
    <>
      {' · '}
      <Link href={`/across/${round.data.id}`}>Copied passages of the round</Link>
    </>
  );
}
