import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { EarlierSubmission } from '../../../shared/contract/audits.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { answersShownAt } from './answers-shown.ts';
import { frozenGrading } from './audit-standing.ts';
import { selectAnswers, selectAudits } from './audits-queries.ts';

/**
 * Unlocks a submitted audit for its auditor or a QA lead, and keeps what was submitted. From the moment that others'
 * answers were shown to anyone, changes belong to moderation. Throws Refusal NOT_SUBMITTED or ANSWERS_SHOWN.
 */
export async function reopenAudit(
  db: WorkspaceDb,
  clock: Clock,
  caller: Caller,
  { auditId, reason }: { auditId: string; reason: string },
): Promise<{ auditId: string; state: 'open' }> {
  const at = clock().toISOString();
  await db.transaction().execute(async (trx) => {
    const [row] = await selectAudits(trx, { id: auditId });
    if (!row || !(row.auditor_id === caller.id || caller.roles.includes('qa_lead'))) throw notFound('audit');
    if (row.submitted_at === null || row.frozen === null) {
      throw new Refusal('NOT_SUBMITTED', 'This audit is open.', 'Its auditor can go on with it.');
    }
    if ((await answersShownAt(trx, row.round_id, row.document_id)) !== null) {
      throw new Refusal(
        'ANSWERS_SHOWN',
        'Auditors’ answers to this document have been shown.',
        'From then on the panel changes answers together, in moderation.',
      );
    }
    const { before } = await trx
      .selectFrom('audit_submission')
      .select((eb) => eb.fn.countAll<number>().as('before'))
      .where('audit_id', '=', auditId)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('audit_submission')
      .values({
        id: randomUUID(),
        audit_id: auditId,
        sequence: before + 1,
        submitted_at: row.submitted_at,
        frozen: row.frozen,
        answers: JSON.stringify(await selectAnswers(trx, auditId)),
        developmental: row.developmental,
        reopened_at: at,
        reopened_by: caller.id,
        reason,
      })
      .execute();
    await trx
      .updateTable('audit')
      .set({ state: 'open', submitted_at: null, frozen: null })
      .where('id', '=', auditId)
      .execute();
    await recordEvent(trx, {
      at,
      personId: caller.id,
      action: 'audits.reopen',
      subjectId: auditId,
      detail: { submission: before + 1, frozen: digestOf(row.frozen), reason: digestOf(reason) },
    });
  });
  return { auditId, state: 'open' };
}

/** What was submitted before and taken back, the latest first. */
export async function selectEarlierSubmissions(
  db: Kysely<WorkspaceTables>,
  auditId: string,
): Promise<EarlierSubmission[]> {
  const rows = await db
    .selectFrom('audit_submission')
    .innerJoin('person', 'person.id', 'audit_submission.reopened_by')
    .select(['submitted_at', 'frozen', 'reopened_at', 'reason', 'person.name as name'])
    .where('audit_id', '=', auditId)
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map((row) => ({
    submittedAt: row.submitted_at,
    reopenedAt: row.reopened_at,
    reopenedBy: row.name,
    reason: row.reason,
    overallGrade: frozenGrading(row.frozen).overallGrade,
  }));
}
