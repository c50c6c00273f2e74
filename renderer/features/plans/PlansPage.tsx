import { EVERY_PLAN } from '../../../shared/contract/plans.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AddDocumentsButton, DropAnywhere } from './AddDocuments.tsx';
import { ImportList } from './ImportList.tsx';
import { useImports } from './imports-store.ts';
import { Register } from './Register.tsx';
import { Tray } from './Tray.tsx';
import './plans.css';

/** The register, with the way in for documents: add, file, look up. */
export function PlansPage() {
  // One row is enough to know whether there are any.
  const any = useQuery(
    api.plans.page.queryOptions({
      input: {
        filter: EVERY_PLAN,
        sort: { column: 'reference', direction: 'ascending' },
        offset: 0,
        limit: 1,
      },
    }),
  );
  const tray = useQuery(api.documents.tray.queryOptions());
  const mayAdd = useHasRole('qa_lead', 'auditor', 'designated_officer');
  const isLead = useHasRole('qa_lead');
  const isImporting = useImports((state) => state.jobs.length > 0);
  return (
    <div className="page stack-loose">
      <PageHeader
        title="Plans"
        actions={
          mayAdd ? (
            <>
              {isLead ? (
                <Link href="/plans/import" className={buttonClass()}>
                  Import a register
                </Link>
              ) : null}
              <AddDocumentsButton />
            </>
          ) : undefined
        }
      >
        <p>Drop plans anywhere on this page: PDF or Word, drafts and finals, several at once.</p>
      </PageHeader>
      {mayAdd ? <DropAnywhere /> : null}
      <ImportList />
      <Asked query={any} loading="Reading the register">
        {({ all }) => (
          <>
            <Asked query={tray} loading="Looking for documents to file">
              {(waiting) => <Tray waiting={waiting} hasPlans={all > 0} />}
            </Asked>
            {all > 0 ? <Register /> : null}
            {all === 0 && (tray.data?.length ?? 0) === 0 && !isImporting ? (
              <EmptyState
                title="No plans yet"
                action={mayAdd ? <AddDocumentsButton label="Add the first plans" /> : undefined}
              >
                <p>
                  Begin with a draft or a final plan from your disk. It is read here, on this machine; then you say
                  which plan it belongs to, and it can be audited.
                </p>
              </EmptyState>
            ) : null}
          </>
        )}
      </Asked>
    </div>
  );
}
