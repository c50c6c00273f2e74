import { sql, type Transaction } from 'kysely';
import { type Sample, sampledPlanSchema } from '../../../shared/contract/samples.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** How plans come into a round and leave it, with their documents. */

type Trx = Transaction<WorkspaceTables>;
type Origin = Sample['plans'][number]['origin'];

const originSchema = sampledPlanSchema.shape.origin;

/** An earlier draw gives way, with the re-audits that came along with it; what was picked by hand stays. */
export async function clearDraw(trx: Trx, roundId: string): Promise<void> {
  await trx
    .deleteFrom('round_plan')
    .where('round_id', '=', roundId)
    .where('origin', 'in', ['sampled', 'swapped_in', 're_audit'])
    .execute();
  await trx.deleteFrom('sample').where('round_id', '=', roundId).execute();
}

/** Brings a plan into the round, with the documents of its current cycle. One that was out comes back. */
export async function enterPlan(
  trx: Trx,
  roundId: string,
  planId: string,
  origin: Origin,
  reason: string,
  replaces: string | null,
  caller: Caller,
  at: string,
): Promise<void> {
  const row = { origin, state: 'in', reason, replaces, changed_at: at, changed_by: caller.id };
  await trx
    .insertInto('round_plan')
    .values({ round_id: roundId, plan_id: planId, ...row })
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'plan_id']).doUpdateSet(row).where('round_plan.state', '<>', 'in'),
    )
    .execute();
  const documents = await trx
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('document.id')
    .where('cycle.plan_id', '=', planId)
    .where('cycle.is_current', '=', 1)
    .execute();
  for (const { id } of documents) {
    await trx
      .insertInto('round_document')
      .values({ round_id: roundId, document_id: id, added_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Takes a plan out of the round; gives the stratum that it was drawn from, null where it was not drawn. */
export async function leave(
  trx: Trx,
  roundId: string,
  planId: string,
  state: 'swapped_out' | 'taken_out',
  reason: string,
  caller: Caller,
  at: string,
): Promise<string | null> {
  await refuseAssignedPlan(trx, roundId, planId, 'This plan is being audited.');
  const { numUpdatedRows } = await trx
    .updateTable('round_plan')
    .set({ state, reason, changed_at: at, changed_by: caller.id })
    .where('round_id', '=', roundId)
    .where('plan_id', '=', planId)
    .where('state', '=', 'in')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notInRound();
  await dropDocuments(trx, roundId, planId);
  const drawn = await trx
    .selectFrom('sample_frame')
    .select('stratum')
    .where('round_id', '=', roundId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return drawn?.stratum ?? null;
}

export function notInRound(): Refusal {
  return new Refusal('NOT_IN_ROUND', 'That plan is not in this round.', 'Go back to the list and choose again.');
}

export function originOf(origin: string): Origin {
  return originSchema.parse(origin);
}

/** The plan that was swapped in for another, if one was. */
export async function standInOf(trx: Trx, roundId: string, planId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('round_plan')
    .select('plan_id')
    .where('round_id', '=', roundId)
    .where('replaces', '=', planId)
    .executeTakeFirst();
  return row?.plan_id;
}

export async function dropDocuments(trx: Trx, roundId: string, planId: string): Promise<void> {
  await trx
    .deleteFrom('round_document')
    .where('round_id', '=', roundId)
    .where('document_id', 'in', (eb) =>
      eb
        .selectFrom('document')
        .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
        .select('document.id')
        .where('cycle.plan_id', '=', planId),
    )
    .execute();
}

/** Once plans are drawn, documents of others are in the round no longer, unless somebody works on them. */
export async function keepChosenDocuments(trx: Trx, roundId: string): Promise<void> {
  await sql`
    delete from round_document where round_id = ${roundId}
      and document_id not in (
        select document.id from document join cycle on cycle.id = document.cycle_id
          join round_plan on round_plan.plan_id = cycle.plan_id
        where round_plan.round_id = ${roundId} and round_plan.state = 'in')
      and document_id not in (select document_id from audit where round_id = ${roundId})
      and document_id not in (
        select document_id from assignment where round_id = ${roundId} and state = 'assigned')`.execute(trx);
}

export async function refuseAssignedPlan(trx: Trx, roundId: string, planId: string, message: string): Promise<void> {
  const assigned = await trx
    .selectFrom('assignment')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('assignment.id')
    .where('assignment.round_id', '=', roundId)
    .where('assignment.state', '=', 'assigned')
    .where('cycle.plan_id', '=', planId)
    .executeTakeFirst();
  if (assigned) throw new Refusal('PLAN_ASSIGNED', message, 'Withdraw its assignments first.');
}

/**
 * Refuses once anything of the round is handed out or taken up (whoever opens an audit is assigned to it), of whatever
 * plan: a draw after that could be made to fit what is known. Calibration counts for nothing, so it hinders nothing.
 */
export async function refuseAssigned(trx: Trx, roundId: string): Promise<void> {
  const assigned = await trx
    .selectFrom('assignment')
    .select('id')
    .where('round_id', '=', roundId)
    .where('state', '=', 'assigned')
    .where('is_calibration', '=', 0)
    .executeTakeFirst();
  if (assigned) {
    throw new Refusal(
      'SAMPLE_IN_USE',
      'Plans of this round are assigned already, so that a draw would no longer be by chance.',
      'Swap single plans or pick them by hand, or withdraw the assignments first.',
    );
  }
}
