import type { Transaction } from 'kysely';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import { refuseClosed } from '../audits/tell-answers.ts';
import type { Caller } from '../caller.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** A settled plan version whose result somebody is told of, by itself or in a figure. */
export type ToldOf = Pick<SettledPlan, 'roundId' | 'documentId' | 'agencies'>;

/**
 * Keeps that the caller knows these results. What they graded alone tells them nothing new. In one transaction with the
 * look at whether any was closed since they were read: throws Refusal CHANGED_MEANWHILE, and then none of it may be told.
 */
export async function keepTold(db: WorkspaceDb, caller: Caller, plans: readonly ToldOf[], at: string): Promise<void> {
  await db.transaction().execute((trx) => keepSeen(trx, caller, plans, at));
}

/**
 * Keeps that figures made of these results were looked at: who audits a document, or was asked to, could tell from them
 * how another answered, so that its audits can no longer be reopened. Throws as `keepTold` does.
 */
export async function keepLookedAt(
  db: WorkspaceDb,
  caller: Caller,
  plans: readonly ToldOf[],
  at: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await keepSeen(trx, caller, plans, at);
    const asked = await trx
      .selectFrom('assignment')
      .select(['round_id as roundId', 'document_id as documentId'])
      .distinct()
      .where('auditor_id', '=', caller.id)
      .execute();
    const mine = new Set(asked.map(nameOf));
    const shown = plans.filter((plan) => mine.has(nameOf(plan)) && plan.agencies.length > 1);
    await recordAnswersShown(trx, shown, at);
  });
}

async function keepSeen(
  trx: Transaction<WorkspaceTables>,
  caller: Caller,
  plans: readonly ToldOf[],
  at: string,
): Promise<void> {
  await refuseClosed(trx, plans);
  const own = await trx
    .selectFrom('audit')
    .select(['round_id as roundId', 'document_id as documentId'])
    .where('auditor_id', '=', caller.id)
    .execute();
  const alone = new Set(own.map(nameOf));
  const others = plans.filter((plan) => plan.agencies.length > 1 || !alone.has(nameOf(plan)));
  await recordAnswersSeen(trx, caller.id, others, at);
}

function nameOf({ roundId, documentId }: { roundId: string; documentId: string }): string {
  return `${roundId} ${documentId}`;
}
