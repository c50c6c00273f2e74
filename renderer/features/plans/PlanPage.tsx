import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AddDocumentsButton } from './AddDocuments.tsx';
import { ImportedResults } from './ImportedResults.tsx';
import { PlanDocuments } from './PlanDocuments.tsx';
import { PlanFieldsPanel } from './PlanFieldsPanel.tsx';
import { PlanTimeline } from './PlanTimeline.tsx';
import { RemovePlan } from './RemovePlan.tsx';
import './plans.css';

/** One plan: its documents and what is to be done with each, and what the register holds of it. */
export function PlanPage({ planId, actions }: { planId: string; actions: ReactNode }) {
  const plan = useQuery(api.plans.get.queryOptions({ input: { planId } }));
  const mayAdd = useHasRole('qa_lead', 'auditor', 'designated_officer');
  const isLead = useHasRole('qa_lead');
  const [, navigate] = useLocation();
  const toRegister = () => {
    navigate('/plans');
  };
  return (
    <div className="page">
      <PageHeader
        title={plan.data === undefined ? 'Plan' : `Plan ${plan.data.reference}`}
        windowTitle="Plan"
        eyebrow={<Link href="/plans">All plans</Link>}
        actions={
          mayAdd ? <AddDocumentsButton look="secondary" label="Add a document" onStarted={toRegister} /> : undefined
        }
      />
      <Asked query={plan} loading="Reading the plan">
        {(found) => (
          <div className="plan-page">
            <div className="stack-loose">
              <PlanDocuments plan={found} mayEdit={mayAdd} />
              {actions}
              <PlanTimeline planId={found.id} mayEdit={isLead} />
            </div>
            <div className="stack-loose">
              <ImportedResults planId={found.id} />
              <PlanFieldsPanel plan={found} mayEdit={isLead} />
              {isLead ? <RemovePlan planId={found.id} reference={found.reference} onRemoved={toRegister} /> : null}
            </div>
          </div>
        )}
      </Asked>
    </div>
  );
}
