import type { Kysely } from 'kysely';
import { type AskedAction, askedActionSchema } from '../../../shared/contract/actions.ts';
import { isLaterVersion } from '../../../shared/domain/register/version-order.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { standardsOf } from '../audits/audit-standing.ts';
import type { AuditRow } from '../audits/audits-queries.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { isHeldBack, selectVersions } from './actions-queries.ts';

type Db = Kysely<WorkspaceTables>;

/**
 * The earlier actions on its plan that an audit asks of: open ones that an earlier version gave rise to, or that were
 * there when the audit began, as far as the audit covers what they are about; and those it has answered. With the
 * audit's own answers, and nobody else's.
 */
export async function selectAsked(db: Db, audit: AuditRow, rubric: Rubric): Promise<AskedAction[]> {
  if (audit.is_calibration === 1) return [];
  const rows = await db
    .selectFrom('action')
    .leftJoin('action_answer', (join) =>
      join.onRef('action_answer.action_id', '=', 'action.id').on('action_answer.audit_id', '=', audit.id),
    )
    .selectAll('action')
    .select(['action_answer.answer as answer', 'action_answer.comment as comment', 'action_answer.saved_at as savedAt'])
    .where('action.plan_id', '=', audit.planId)
    .where('action.level', '=', 'plan')
    .where('action.kind', '=', 'change')
    .where((eb) => eb.not(isHeldBack(audit.auditor_id)))
    .orderBy('action.created_at')
    .orderBy('action.id')
    .execute();
  const versions = await selectVersions(db, [
    audit.document_id,
    ...rows.flatMap(({ document_id: id }) => (id === null ? [] : [id])),
  ]);
  const own = versions.get(audit.document_id);
  return rows.flatMap((row) => {
    const earlier = row.document_id === null ? undefined : versions.get(row.document_id);
    const isEarlier =
      earlier === undefined ? row.created_at <= audit.started_at : own !== undefined && isLaterVersion(earlier, own);
    const isOpen = row.state === 'open' && audit.state === 'open';
    if (row.savedAt === null && !(isOpen && isEarlier && covers(audit, rubric, row))) return [];
    return [
      askedActionSchema.parse({
        actionId: row.id,
        words: row.words,
        criterionId: row.criterion_id,
        dueOn: row.due_on,
        state: row.state,
        earlier:
          earlier === undefined
            ? null
            : { documentId: row.document_id, stage: earlier.stage, issuedOn: earlier.issuedOn },
        answer: row.answer,
        comment: row.comment ?? '',
      }),
    ];
  });
}

/** Whether an audit of some standards only is asked of what the action is about. */
export function covers(
  audit: Pick<AuditRow, 'standards'>,
  rubric: Rubric,
  action: Pick<Row<'action'>, 'criterion_id'>,
): boolean {
  const standards = standardsOf(audit);
  const about = rubric.standards.find(({ criteria }) => criteria.some(({ id }) => id === action.criterion_id));
  return standards === null || about === undefined || standards.includes(about.id);
}
