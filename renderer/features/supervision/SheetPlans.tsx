import { useMutation } from '@tanstack/react-query';
import type { Sheet } from '../../../shared/contract/supervision.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { savePaper } from '../../api/save-paper.ts';
import { moderationWords, plansLead, versionName } from './supervision-words.ts';

/** The plans that the sheet rests on, latest first, each with its feedback sheet. */
export function SheetPlans({ sheet }: { sheet: Sheet }) {
  const feedback = useMutation(api.supervision.feedback.mutationOptions({ onSuccess: savePaper }));
  return (
    <section className="panel stack-tight" aria-labelledby="sheet-plans-heading">
      <h2 id="sheet-plans-heading">{sheet.plans.length === 0 ? 'Audited plans' : plansLead(sheet)}</h2>
      {sheet.plans.length === 0 ? (
        <p className="soft">No plan of theirs has a settled result in the last two years.</p>
      ) : (
        <ul className="list-plain supervision__plans">
          {sheet.plans.map((plan) => (
            <li key={`${plan.roundId} ${plan.documentId}`} className="supervision__plan">
              <div className="stack-tight">
                <p>
                  <strong>{versionName(plan)}</strong>
                </p>
                <p>
                  <GradeBadge grade={plan.grade?.id ?? null} scale={plan.gradeScale} noneLabel="No overall grade" />
                </p>
                <p className="small soft">
                  {plan.halfTerm} · {moderationWords(plan).toLowerCase()}
                </p>
              </div>
              <div>
                <Button
                  size="small"
                  isBusy={feedback.isPending && feedback.variables.documentId === plan.documentId}
                  onClick={() => {
                    feedback.mutate({ roundId: plan.roundId, documentId: plan.documentId });
                  }}
                >
                  Feedback sheet<span className="visually-hidden"> on {versionName(plan)}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {feedback.isError ? <Failed error={feedback.error} /> : null}
    </section>
  );
}
