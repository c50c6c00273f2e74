import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeedbackPlans } from '../../../shared/contract/supervision.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { savePaper } from '../../api/save-paper.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Table } from '../../ui/Table.tsx';

/** One page for whoever wrote a plan: what was found in it, strengths first. For every plan of a half-term that is settled. */
export function ForWriter() {
  const [halfTermId, setHalfTermId] = useState<string | null>(null);
  const plans = useQuery(
    api.supervision.feedbackPlans.queryOptions({ input: { halfTermId }, placeholderData: keepPreviousData }),
  );
  return (
    <Asked query={plans} loading="Looking for settled plans">
      {(found) => <Plans found={found} onHalfTerm={setHalfTermId} />}
    </Asked>
  );
}

function Plans({ found, onHalfTerm }: { found: FeedbackPlans; onHalfTerm: (id: string) => void }) {
  const feedback = useMutation(api.supervision.feedback.mutationOptions({ onSuccess: savePaper }));
  const { halfTerms, halfTermId, plans, waiting } = found;
  if (halfTermId === null) {
    return (
      <EmptyState title="No plan has been graded yet">
        <p>Once auditors have submitted and the panel has agreed, the feedback on each plan is made here.</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <div className="row outlets__choice">
        <SelectField
          label="Half-term"
          value={halfTermId}
          choices={halfTerms.map(({ id, label }) => ({ value: id, label }))}
          onChange={({ currentTarget: { value } }) => {
            onHalfTerm(value);
          }}
        />
      </div>
      <p className="soft">
        The feedback names no auditor and masks what it quotes. A plan’s writer and their manager find it under
        Supervision too.
      </p>
      {feedback.isError ? <Failed error={feedback.error} /> : null}
      {plans.length === 0 ? (
        <EmptyState title="No plan of this half-term is settled">
          <p>The panel settles them under Moderate. {waitingWords(waiting)}</p>
        </EmptyState>
      ) : (
        <>
          <Table caption="Plans with a settled result" isCaptionHidden>
            <thead>
              <tr>
                <th scope="col">Plan</th>
                <th scope="col">Version</th>
                <th scope="col">Panel on</th>
                <th scope="col">Feedback</th>
              </tr>
            </thead>
            <tbody>
              {plans.map(({ roundId, documentId, reference, stage, panelDate }) => (
                <tr key={`${roundId} ${documentId}`}>
                  <th scope="row">{reference}</th>
                  <td>{stage === null ? 'Not said' : STAGE_WORDS[stage]}</td>
                  <td>{formatDate(panelDate)}</td>
                  <td>
                    <Button
                      size="small"
                      icon={<Icon name="download" />}
                      isBusy={feedback.isPending && feedback.variables.documentId === documentId}
                      onClick={() => {
                        feedback.mutate({ roundId, documentId });
                      }}
                    >
                      Feedback sheet<span className="visually-hidden"> on {reference}</span>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          {waiting === 0 ? null : <p className="soft">{waitingWords(waiting)}</p>}
        </>
      )}
    </div>
  );
}

function waitingWords(waiting: number): string {
  return waiting === 0 ? '' : `${count(waiting, 'more plan version')} ${waiting === 1 ? 'is' : 'are'} not settled yet.`;
}
