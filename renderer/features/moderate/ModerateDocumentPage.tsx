import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { isRefusal } from '../../api/errors.ts';
import { getHost } from '../../host/host.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ModerateScreen } from './ModerateScreen.tsx';

/** One document before the panel: what each auditor answered, what is agreed, and the plan itself. */
export function ModerateDocumentPage({ roundId, documentId }: { roundId: string; documentId: string }) {
  const moderation = useQuery(api.moderation.get.queryOptions({ input: { roundId, documentId } }));
  if (isRefusal(moderation.error, 'WAITING') || isRefusal(moderation.error, 'NOT_BEGUN')) {
    return (
      <div className="page">
        <PageHeader title="Moderate" />
        <EmptyState
          title="This document is not open"
          action={
            <Link href="/moderate" className={buttonClass('primary')}>
              Go to the list
            </Link>
          }
        >
          <p>It opens here once all who are asked have submitted and the panel has begun with it.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <Asked query={moderation} loading="Opening the gradings">
      {(found) => <WithPlanAndStandards moderation={found} />}
    </Asked>
  );
}

function WithPlanAndStandards({ moderation }: { moderation: Moderation }) {
  const rubric = useQuery(
    api.rubrics.get.queryOptions({ input: { rubricId: moderation.rubricId }, staleTime: Number.POSITIVE_INFINITY }),
  );
  const document = useQuery(api.documents.get.queryOptions({ input: { documentId: moderation.documentId } }));
  const host = useQuery({ queryKey: ['host'], queryFn: getHost, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Asked query={rubric} loading="Opening the standards">
      {(stored) => (
        <Asked query={document} loading="Opening the plan">
          {(opened) =>
            host.data === undefined ? null : (
              <ModerateScreen
                moderation={moderation}
                rubric={stored.rubric}
                model={opened.model}
                masked={opened.masked}
                fileUrl={host.data.documentUrl(moderation.documentId)}
              />
            )
          }
        </Asked>
      )}
    </Asked>
  );
}
