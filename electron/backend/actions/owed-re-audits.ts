import { type Transaction, sql } from 'kysely';
import type { WorkspaceTables } from '../workspace/schema.ts';

/**
 * Plans that are owed a re-audit and have not had it: they come along when the round's sample is drawn. What the
 * round itself gave rise to waits for the next one.
 */
export async function owedReAudits(trx: Transaction<WorkspaceTables>, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ planId: string }>`
    select distinct action.plan_id as "planId" from action join plan on plan.id = action.plan_id
    where action.kind = 're_audit' and action.state = 'open' and action.round_id is not ${roundId}
      and not exists (
        select 1 from audit join document on document.id = audit.document_id
          join cycle on cycle.id = document.cycle_id
        where cycle.plan_id = action.plan_id and audit.state = 'submitted' and audit.is_calibration = 0
          and audit.started_at > action.created_at and audit.round_id is not action.round_id
          and audit.round_id <> ${roundId})
    order by plan.reference_key`.execute(trx);
  return rows.map(({ planId }) => planId);
}
