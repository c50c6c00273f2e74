import { useQuery } from '@tanstack/react-query';
import type { Plan } from '../../../shared/contract/plans.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { versionBefore } from '../../api/plan-versions.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { groupByCycle } from './cycle-groups.ts';
import { DocumentCard } from './DocumentCard.tsx';

/** A plan's documents, those of its current cycle first; where there are several cycles, each under its own heading. */
export function PlanDocuments({ plan, mayEdit }: { plan: Plan; mayEdit: boolean }) {
  const cycles = useQuery(api.plans.cycles.queryOptions({ input: { planId: plan.id } }));
  return (
    <section className="stack" aria-labelledby="documents-heading">
      <h2 id="documents-heading">Documents</h2>
      {plan.documents.length === 0 ? (
        <EmptyState title="No documents yet">
          <p>Add its draft or final plan, and file it under this reference.</p>
        </EmptyState>
      ) : (
        <Asked query={cycles} loading="Reading the documents">
          {(known) =>
            groupByCycle(plan.documents, known.cycles).map(({ id, heading, documents }) => (
              <section key={id} className="stack" {...(heading === '' ? {} : { 'aria-labelledby': `cycle-${id}` })}>
                {heading === '' ? null : <h3 id={`cycle-${id}`}>{heading}</h3>}
                {documents.map((document) => (
                  <DocumentCard
                    key={document.id}
                    document={document}
                    before={versionBefore(plan.documents, document)}
                    planId={plan.id}
                    mayEdit={mayEdit}
                  />
                ))}
              </section>
            ))
          }
        </Asked>
      )}
    </section>
  );
}
