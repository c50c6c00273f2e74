import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Audit } from '../../../shared/contract/audits.ts';
import { api } from '../../api/client.ts';
import { type PlanAcross, plansAcross } from './across.ts';

/** One standard across all my plans of the round: where one is, and the way to the next. */
export interface Across {
  plans: readonly PlanAcross[];
  /** Place of the plan in hand, from 0; -1 where it is none of them. */
  at: number;
  /** Goes to the plan after (1) or before (-1), beginning its audit where there is none; false at either end. */
  step: (by: 1 | -1) => boolean;
  failure: Error | null;
}

/** `standardId` is null where the audit is gone through plan by plan. */
export function useAcross(audit: Audit, standardId: string | null): Across {
  const [, navigate] = useLocation();
  const isOn = standardId !== null;
  const queue = useQuery(api.plans.queue.queryOptions({ enabled: isOn }));
  const audits = useQuery(api.audits.list.queryOptions({ input: { roundId: audit.roundId }, enabled: isOn }));
  const open = useMutation(
    api.audits.open.mutationOptions({
      onSuccess: ({ id }) => {
        navigate(`/audits/${id}/across/${standardId ?? ''}`);
      },
    }),
  );
  const plans = isOn
    ? plansAcross(
        (queue.data ?? []).map(({ plan, document, roundId, assignment }) => ({
          roundId,
          reference: plan.reference,
          documentId: document.id,
          standards: assignment?.standards ?? null,
        })),
        audits.data ?? [],
        { roundId: audit.roundId, standardId },
      )
    : [];
  const at = plans.findIndex(({ documentId }) => documentId === audit.document.id);
  return {
    plans,
    at,
    failure: queue.error ?? audits.error ?? open.error,
    step: (by) => {
      const next = plans[at + by];
      if (next === undefined || at === -1) return false;
      if (next.auditId === null) open.mutate({ documentId: next.documentId, roundId: audit.roundId });
      else navigate(`/audits/${next.auditId}/across/${standardId ?? ''}`);
      return true;
    },
  };
}
