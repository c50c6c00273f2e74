import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamPage } from '../../../shared/contract/supervision.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { Table } from '../../ui/Table.tsx';
import { savePaper } from '../../api/save-paper.ts';
import { moderationWords, versionName } from './supervision-words.ts';

/** More than a team has in a few rounds. */
const SHOWN_AT_FIRST = 50;

/** The plans that were counted, by reference; who wrote them is not said beside their grades. */
export function TeamPlans({ page }: { page: TeamPage }) {
  const [isAll, setIsAll] = useState(false);
  const feedback = useMutation(api.supervision.feedback.mutationOptions({ onSuccess: savePaper }));
  return (
    <section className="stack-tight" aria-labelledby="plans-heading">
      <h2 id="plans-heading">Plans audited</h2>
      {feedback.isError ? <Failed error={feedback.error} /> : null}
      <Table caption="Plans with a settled result" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Half-term</th>
            <th scope="col">Grade</th>
            <th scope="col">Whose grade</th>
            <th scope="col">Feedback</th>
          </tr>
        </thead>
        <tbody>
          {page.plans.slice(0, isAll ? page.plans.length : SHOWN_AT_FIRST).map((plan) => (
            <tr key={`${plan.roundId} ${plan.documentId}`}>
              <th scope="row">{versionName(plan)}</th>
              <td>{plan.halfTerm}</td>
              <td>
                <GradeBadge
                  grade={plan.grade?.id ?? null}
                  scale={plan.gradeScale}
                  noneLabel="No overall grade: a part was audited"
                />
              </td>
              <td>{moderationWords(plan)}</td>
              <td>
                <Button
                  size="small"
                  isBusy={feedback.isPending && feedback.variables.documentId === plan.documentId}
                  onClick={() => {
                    feedback.mutate({ roundId: plan.roundId, documentId: plan.documentId });
                  }}
                >
                  Feedback sheet<span className="visually-hidden"> on {versionName(plan)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {page.plans.length <= SHOWN_AT_FIRST || isAll ? null : (
        <Button
          size="small"
          onClick={() => {
            setIsAll(true);
          }}
        >
          Show all {page.plans.length}
        </Button>
      )}
    </section>
  );
}
