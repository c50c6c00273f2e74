import type { AuditSummary } from '../../../shared/contract/audits.ts';

/** One plan on the way through all plans by one standard. */
export interface PlanAcross {
  documentId: string;
  reference: string;
  /** Null where the audit is not begun. */
  auditId: string | null;
  /** Of the standard in hand; null where it is not known yet, or does not apply. */
  progress: { answered: number; toAnswer: number } | null;
}

/** A document in front of the auditor. */
export interface QueuedDocument {
  roundId: string;
  reference: string;
  documentId: string;
  /** What is asked for; null for all standards. */
  standards: readonly string[] | null;
}

/** My plans of a round that a standard is asked for in, in the order of the queue; audits out of the queue after them. */
export function plansAcross(
  queue: readonly QueuedDocument[],
  audits: readonly AuditSummary[],
  { roundId, standardId }: { roundId: string; standardId: string },
): PlanAcross[] {
  const byDocument = new Map(audits.map((audit) => [audit.document.id, audit]));
  const queued = queue
    .filter((item) => item.roundId === roundId && (item.standards?.includes(standardId) ?? true))
    .map((item) => toPlan(item.documentId, item.reference, byDocument.get(item.documentId), standardId));
  const known = new Set(queued.map(({ documentId }) => documentId));
  const others = audits
    .filter(({ document }) => !known.has(document.id))
    .map((audit) => toPlan(audit.document.id, audit.planReference, audit, standardId))
    .filter(({ progress }) => progress !== null);
  return [...queued, ...others];
}

/** "2 of 5 plans done". */
export function acrossWords(plans: readonly PlanAcross[]): string {
  const done = plans.filter(({ progress }) => progress !== null && progress.answered === progress.toAnswer).length;
  return `${done} of ${plans.length} ${plans.length === 1 ? 'plan' : 'plans'} done`;
}

function toPlan(
  documentId: string,
  reference: string,
  audit: AuditSummary | undefined,
  standardId: string,
): PlanAcross {
  const own = audit?.standards.find(({ id }) => id === standardId);
  return {
    documentId,
    reference,
    auditId: audit?.id ?? null,
    progress: own === undefined ? null : { answered: own.answered, toAnswer: own.toAnswer },
  };
}
