import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';
import { useGradually } from '../../ui/use-gradually.ts';
import { showToast } from '../../ui/toast-store.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { originWords } from './round-words.ts';

type SampledPlan = Sample['plans'][number];

/** The plans in the round, each with its stratum, why it is there and whether it has a document. */
export function DrawnList({
  round,
  plans,
  isDrawn,
  onGone,
}: {
  round: Round;
  plans: readonly SampledPlan[];
  isDrawn: boolean;
  /** A plan has left the list, and its buttons with it. */
  onGone: () => void;
}) {
  const mayChange = useHasRole('qa_lead');
  const [leaving, setLeaving] = useState<{ plan: SampledPlan; isSwap: boolean } | null>(null);
  const back = useMutation(api.samples.bringBack.mutationOptions());
  const gone = (message: string, planId: string) => {
    setLeaving(null);
    showToast(message, () => {
      back.mutate({ roundId: round.id, planId });
    });
    onGone();
  };
  const swap = useMutation(
    api.samples.swap.mutationOptions({
      onSuccess: (sample, { planId }) => {
        const out = plans.find((plan) => plan.planId === planId)?.reference ?? '';
        const standIn = sample.plans.find(({ replaces, state }) => replaces === out && state === 'in')?.reference ?? '';
        gone(`${standIn} is in for ${out}.`, planId);
      },
    }),
  );
  const takeOut = useMutation(
    api.samples.takeOut.mutationOptions({
      onSuccess: (_sample, { planId }) => {
        gone(`${plans.find((plan) => plan.planId === planId)?.reference ?? ''} is taken out.`, planId);
      },
    }),
  );
  const shown = useGradually(plans);
  const deed = leaving?.isSwap === true ? swap : takeOut;
  const open = (plan: SampledPlan, isSwap: boolean) => {
    swap.reset();
    takeOut.reset();
    setLeaving({ plan, isSwap });
  };
  return (
    <>
      {back.isError ? <Failed error={back.error} /> : null}
      <Table caption="Plans in this round" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Kind and year</th>
            <th scope="col">Stratum</th>
            <th scope="col">Here because</th>
            <th scope="col">Documents</th>
            {mayChange ? (
              <th scope="col">
                <span className="visually-hidden">Changes</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((plan) => (
            <tr key={plan.planId}>
              <th scope="row">
                <Link href={`/plans/${plan.planId}`}>{plan.reference}</Link>{' '}
                <span className="soft">{plan.initials}</span>
              </th>
              <td>
                {planTypeWords(plan.planType)}
                {plan.ncYear === null ? '' : `, ${yearGroup(plan.ncYear)}`}
              </td>
              <td>{plan.stratum === '' ? '–' : plan.stratum}</td>
              <td>{originWords(plan)}</td>
              <td>{plan.documents === 0 ? 'None yet' : count(plan.documents, 'document')}</td>
              {mayChange ? (
                <td className="round__deeds">
                  {isDrawn && (plan.origin === 'sampled' || plan.origin === 'swapped_in') ? (
                    <Button
                      size="small"
                      aria-label={`Swap ${plan.reference}…`}
                      onClick={() => {
                        open(plan, true);
                      }}
                    >
                      Swap…
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={`Take out ${plan.reference}…`}
                    onClick={() => {
                      open(plan, false);
                    }}
                  >
                    Take out…
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      {leaving === null ? null : (
        <ReasonDialog
          title={leaving.isSwap ? `Swap ${leaving.plan.reference}` : `Take out ${leaving.plan.reference}`}
          confirmLabel={leaving.isSwap ? 'Swap the plan' : 'Take the plan out'}
          hint="It is kept with the sample. Name nobody in it."
          isBusy={deed.isPending}
          error={deed.isError ? deed.error : null}
          onConfirm={(reason) => {
            deed.mutate({ roundId: round.id, planId: leaving.plan.planId, reason });
          }}
          onClose={() => {
            setLeaving(null);
          }}
        >
          <p>
            {leaving.isSwap
              ? 'The next reserve of its stratum comes in, in the order in which it was drawn.'
              : 'Nothing comes in its place.'}
          </p>
        </ReasonDialog>
      )}
    </>
  );
}
