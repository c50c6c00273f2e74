import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller } from '../caller.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

/** A settled plan version whose result somebody is told of, by itself or in a figure. */
export type ToldOf = Pick<SettledPlan, 'roundId' | 'documentId' | 'agencies'>;

/** Keeps that the caller knows these results. What they graded alone tells them nothing new. */
export async function keepTold(db: WorkspaceDb, caller: Caller, plans: readonly ToldOf[], at: string): Promise<void> {
  const own = await db
    .selectFrom('audit')
    .select(['round_id as roundId', 'document_id as documentId'])
    .where('auditor_id', '=', caller.id)
    .execute();
  const alone = new Set(own.map(nameOf));
  const others = plans.filter((plan) => plan.agencies.length > 1 || !alone.has(nameOf(plan)));
  await recordAnswersSeen(db, caller.id, others, at);
}

/**
 * Keeps that figures made of these results were looked at: who audits a document, or was asked to, could tell from them
 * how another answered, so that its audits can no longer be reopened.
 */
export async function keepLookedAt(
  db: WorkspaceDb,
  caller: Caller,
  plans: readonly ToldOf[],
  at: string,
): Promise<void> {
  await keepTold(db, caller, plans, at);
  const asked = await db
    .selectFrom('assignment')
    .select(['round_id as roundId', 'document_id as documentId'])
    .distinct()
    .where('auditor_id', '=', caller.id)
    .execute();
  const mine = new Set(asked.map(nameOf));
  const shown = plans.filter((plan) => mine.has(nameOf(plan)) && plan.agencies.length > 1);
  if (shown.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (const { roundId, documentId } of shown) await recordAnswersShown(trx, roundId, documentId, at);
  });
}

function nameOf({ roundId, documentId }: { roundId: string; documentId: string }): string {
  return `${roundId} ${documentId}`;
}
