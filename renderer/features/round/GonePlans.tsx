import { useMutation } from '@tanstack/react-query';
import type { Sample } from '../../../shared/contract/samples.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Table } from '../../ui/Table.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { goneWords } from './round-words.ts';

/** Plans that were swapped or taken out, with why; any of them may come back. */
export function GonePlans({ roundId, plans, onBack }: { roundId: string; plans: Sample['plans']; onBack: () => void }) {
  const mayChange = useHasRole('qa_lead');
  const back = useMutation(
    api.samples.bringBack.mutationOptions({
      onSuccess: (_sample, { planId }) => {
        showToast(`${plans.find((plan) => plan.planId === planId)?.reference ?? ''} is back in the round.`);
        onBack();
      },
    }),
  );
  return (
    <Disclosure summary={`Swapped or taken out: ${count(plans.length, 'plan')}`}>
      <div className="stack">
        {back.isError ? <Failed error={back.error} /> : null}
        <Table caption="Plans that left the round" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">Plan</th>
              <th scope="col">Stratum</th>
              <th scope="col">What happened</th>
              {mayChange ? (
                <th scope="col">
                  <span className="visually-hidden">Changes</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.planId}>
                <th scope="row">{plan.reference}</th>
                <td>{plan.stratum === '' ? '–' : plan.stratum}</td>
                <td>{goneWords(plan)}</td>
                {mayChange ? (
                  <td className="round__deeds">
                    <Button
                      size="small"
                      aria-label={`Bring back ${plan.reference}`}
                      isBusy={back.isPending}
                      onClick={() => {
                        back.mutate({ roundId, planId: plan.planId });
                      }}
                    >
                      Bring back
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Disclosure>
  );
}
