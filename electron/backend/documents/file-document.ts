import type { Transaction } from 'kysely';
import type { Stage } from '../../../shared/contract/plans.ts';
import { selectConflicted } from '../assignments/assignments-queries.ts';
import { refuseLostWork } from '../audits/refuse-lost-work.ts';
import type { Caller } from '../caller.ts';
import { hasSubmittedAudit } from '../plans/plans-service.ts';
import { refreshStanding } from '../plans/standing.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { cycleFor, type FilingTarget } from './filing.ts';

/**
 * Files one document under a plan's current cycle inside the caller's transaction, and puts it into the round where its
 * plan is wanted there; gives the plan's id. Throws Refusal where an audit of it was submitted, work would be lost, or
 * somebody who is asked to audit it had a hand in that plan.
 */
export async function fileIn(
  trx: Transaction<WorkspaceTables>,
  {
    documentId,
    stage,
    issuedOn,
    plan,
  }: { documentId: string; stage: Stage; issuedOn: string | null; plan: FilingTarget },
  { roundId, at, caller }: { roundId: string; at: string; caller: Caller },
): Promise<string> {
  await refuseSubmitted(trx, documentId);
  const before = await cycleOf(trx, documentId);
  const target = await cycleFor(trx, plan, at);
  if (before !== null && before !== target.cycleId) await refuseLostWork(trx, caller, documentId);
  const { numUpdatedRows } = await trx
    .updateTable('document')
    .set({ cycle_id: target.cycleId, stage, issued_on: issuedOn })
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('document');
  if (before !== null && before !== target.cycleId) await refuseConflicted(trx, documentId);
  await refreshStanding(trx, before === null ? [target.cycleId] : [target.cycleId, before]);
  if (await isWantedInRound(trx, roundId, target.planId)) {
    await trx
      .insertInto('round_document')
      .values({ round_id: roundId, document_id: documentId, added_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return target.planId;
}

/** The cycle that a document is filed under; null while it waits in the tray. */
export async function cycleOf(trx: Transaction<WorkspaceTables>, documentId: string): Promise<string | null> {
  const row = await trx.selectFrom('document').select('cycle_id').where('id', '=', documentId).executeTakeFirst();
  return row?.cycle_id ?? null;
}

/** Who is asked to audit a document may have had a hand in the plan that it comes to. Throws Refusal CONFLICT_OF_INTEREST. */
async function refuseConflicted(trx: Transaction<WorkspaceTables>, documentId: string): Promise<void> {
  const conflicted = (await selectConflicted(trx, [documentId])).get(documentId) ?? [];
  if (conflicted.length === 0) return;
  const asked = await trx
    .selectFrom('assignment')
    .innerJoin('person', 'person.id', 'assignment.auditor_id')
    .select('person.name')
    .distinct()
    .where('assignment.document_id', '=', documentId)
    .where('assignment.state', '=', 'assigned')
    .where('assignment.auditor_id', 'in', conflicted)
    .orderBy('person.name')
    .execute();
  if (asked.length === 0) return;
  const names = asked.map(({ name }) => name).join(', ');
  throw new Refusal(
    'CONFLICT_OF_INTEREST',
    'Somebody who is asked to audit this document had a hand in that plan.',
    `Move or withdraw it on the Round page first, or choose another plan. It is with ${names}.`,
  );
}

/** What counts already stays as it is. Throws Refusal where the document has, or had, a submitted audit. */
export async function refuseSubmitted(trx: Transaction<WorkspaceTables>, documentId: string): Promise<void> {
  const submitted = await trx
    .selectFrom('audit')
    .leftJoin('audit_submission', 'audit_submission.audit_id', 'audit.id')
    .select('audit.id')
    .where('audit.document_id', '=', documentId)
    // One that was reopened was submitted too, and what was submitted is kept.
    .where((eb) => eb.or([eb('audit.state', '=', 'submitted'), eb('audit_submission.id', 'is not', null)]))
    .executeTakeFirst();
  if (submitted) throw hasSubmittedAudit('document');
}

/** A round whose plans were drawn or picked takes in documents of those alone; before that it takes in all. */
async function isWantedInRound(trx: Transaction<WorkspaceTables>, roundId: string, planId: string): Promise<boolean> {
  const plans = await trx
    .selectFrom('round_plan')
    .select(['plan_id', 'state'])
    .where('round_id', '=', roundId)
    .execute();
  return plans.length === 0 || plans.some((row) => row.plan_id === planId && row.state === 'in');
}
