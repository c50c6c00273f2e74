import { type Action, actionSchema } from '../../../shared/contract/actions.ts';
import { MAY_READ_PLANS } from '../../../shared/contract/meta.ts';
import { anchorSchema } from '../../../shared/domain/document-model.ts';
import type { Caller } from '../caller.ts';
import type { ActionRow, Reader } from './actions-queries.ts';
import { mayEdit, maySettle } from './may-act.ts';

/** As whom actions are read. */
export function readerOf({ id, roles }: Caller): Reader {
  return { personId: id, mayReadPlans: roles.some((role) => MAY_READ_PLANS.includes(role)) };
}

/** An action as its caller is told it, with what later auditors say and the grade after a re-audit. */
export function toAction(
  caller: Caller,
  row: ActionRow,
  { later, after }: { later: Action['later']; after: string | null },
): Action {
  const anchor = row.evidence_anchor === null ? null : anchorSchema.parse(JSON.parse(row.evidence_anchor));
  const isReAudit = row.kind === 're_audit';
  return actionSchema.parse({
    id: row.id,
    kind: row.kind,
    level: row.level,
    plan: row.plan_id === null ? null : { id: row.plan_id, reference: row.planReference, initials: row.planInitials },
    version:
      row.document_id === null ? null : { documentId: row.document_id, stage: row.stage, issuedOn: row.issuedOn },
    roundId: row.round_id,
    criterionId: row.criterion_id,
    source: sourceOf(row),
    words: row.words,
    service: row.service,
    owner: { personId: row.owner_id, name: row.ownerName ?? row.owner_name },
    dueOn: row.due_on,
    state: row.state,
    createdAt: row.created_at,
    createdBy: row.createdByName,
    evidence: row.evidence,
    quote: anchor === null ? null : { documentId: row.evidence_document_id, text: anchor.quote },
    settledAt: row.settled_at,
    settledBy: row.settledByName,
    later,
    reAudit: isReAudit ? { before: row.before_grade, after } : null,
    mayEdit: mayEdit(caller, row),
    maySettle: maySettle(caller, row),
  });
}

function sourceOf(row: ActionRow): Action['source'] {
  if (row.isCorrection === 1) return 'advice';
  if (row.round_id === null) return 'by_hand';
  return row.isModerated === 1 ? 'moderation' : 'audits';
}
