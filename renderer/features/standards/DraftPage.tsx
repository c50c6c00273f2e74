import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { DraftScreen } from './DraftScreen.tsx';
import './standards.css';

/** A new version of the standards while it is being written. */
export function DraftPage({ draftId }: { draftId: string }) {
  const mayEdit = useHasRole('qa_lead');
  // Always as it was last saved: what was read before is older than what was typed since.
  const draft = useQuery(
    api.rubrics.draft.queryOptions({
      input: { draftId },
      enabled: mayEdit,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  );
  const base = useQuery(
    api.rubrics.get.queryOptions({
      input: { rubricId: draft.data?.basedOn ?? '' },
      enabled: draft.data !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (!mayEdit) {
    return (
      <div className="page">
        <PageHeader title="A draft of the standards" />
        <EmptyState
          title="Drafts are for the QA lead"
          action={
            <Link href="/standards" className={buttonClass('primary')}>
              Read the standards
            </Link>
          }
        >
          <p>Everyone reads the versions that are published.</p>
        </EmptyState>
      </div>
    );
  }
  if (draft.isError && draft.data === undefined) {
    return (
      <div className="page stack">
        <PageHeader title="A draft of the standards" />
        <Failed error={draft.error} />
        <p>
          <Link href="/standards">Back to the standards</Link>
        </p>
      </div>
    );
  }
  return (
    <div className="page">
      <Asked query={draft} loading="Opening the draft">
        {(opened) => (
          <Asked query={base} loading="Opening the version it came from">
            {(stored) => <DraftScreen key={opened.id} draft={opened} base={stored} />}
          </Asked>
        )}
      </Asked>
    </div>
  );
}
