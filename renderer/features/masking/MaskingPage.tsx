import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MaskingScreen } from './MaskingScreen.tsx';

/** What the parent carer forum does not read of a document: looked through and ticked by the QA lead. */
export function MaskingPage({ documentId }: { documentId: string }) {
  return useHasRole('qa_lead') ? <Opened documentId={documentId} /> : <NotYours />;
}

function Opened({ documentId }: { documentId: string }) {
  const masking = useQuery(api.masking.get.queryOptions({ input: { documentId } }));
  return (
    <Asked query={masking} loading="Looking for names, dates and places">
      {(found) => <MaskingScreen masking={found} />}
    </Asked>
  );
}

function NotYours() {
  return (
    <div className="page">
      <PageHeader title="What the forum does not read" />
      <EmptyState title="The QA lead checks what is masked" action={<Link href="/">Go to Home</Link>}>
        <p>Before a parent carer representative opens a plan, names, dates of birth and places are masked here.</p>
      </EmptyState>
    </div>
  );
}
