import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Table } from '../../ui/Table.tsx';

/** The share of plans whose grade asks for a re-audit of some of them: one in five. */
const USUAL_SHARE = 20;

/** Plans of this round whose grade calls for a re-audit, by what the standards expect of each grade. */
export function ReAudits() {
  const round = useQuery(api.rounds.current.queryOptions());
  return (
    <Asked query={round} loading="Looking up the round">
      {({ id }) => <OfRound roundId={id} />}
    </Asked>
  );
}

function OfRound({ roundId }: { roundId: string }) {
  const due = useQuery(api.actions.reAuditsDue.queryOptions({ input: { roundId } }));
  const owe = useMutation(api.actions.oweReAudits.mutationOptions());
  const isLead = useHasRole('qa_lead');
  const [share, setShare] = useState(String(USUAL_SHARE));
  const percent = Number(share);
  const isShare = share.trim() !== '' && Number.isInteger(percent) && percent >= 0 && percent <= 100;
  return (
    <Asked query={due} loading="Looking at the round’s grades">
      {(plans) =>
        plans.length === 0 ? (
          <EmptyState title="No plan of this round is owed a re-audit">
            <p>
              Grades count here once all auditors of a plan have submitted. A re-audit can also be asked for by hand, on
              the plan’s page. It comes along when the next round’s sample is drawn.
            </p>
          </EmptyState>
        ) : (
          <div className="stack">
            <Table caption="Plans whose grade calls for a re-audit">
              <thead>
                <tr>
                  <th scope="col">Plan</th>
                  <th scope="col">Grade</th>
                  <th scope="col">The standards say</th>
                  <th scope="col">Owed</th>
                </tr>
              </thead>
              <tbody>
                {plans.map((plan) => (
                  <tr key={plan.documentId}>
                    <th scope="row">
                      <Link href={`/plans/${plan.planId}`}>{plan.planReference}</Link>{' '}
                      <span className="soft">{plan.planInitials}</span>
                    </th>
                    <td>{plan.gradeLabel}</td>
                    <td>{plan.rule === 'all' ? 'Re-audit it' : 'Re-audit a share of these'}</td>
                    <td>{plan.isOwed ? 'Yes, with the next sample' : 'No'}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
            {isLead ? (
              <form
                className="row re-audits__form"
                noValidate
                onSubmit={(event) => {
                  event.preventDefault();
                  if (isShare) owe.mutate({ roundId, sharePercent: percent, seed: null });
                }}
              >
                <TextField
                  label="Share to re-audit, in per cent"
                  hint="Drawn by chance; the seed is kept in the trail."
                  inputMode="numeric"
                  value={share}
                  error={isShare ? undefined : 'Give a whole number from 0 to 100.'}
                  onChange={({ target }) => {
                    setShare(target.value);
                  }}
                />
                <Button type="submit" look="primary" isBusy={owe.isPending}>
                  Put them down for a re-audit
                </Button>
              </form>
            ) : null}
            {owe.isError ? <Failed error={owe.error} /> : null}
          </div>
        )
      }
    </Asked>
  );
}
