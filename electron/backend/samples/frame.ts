import { type Kysely, sql } from 'kysely';
import type { FrameFilter, SampleInput } from '../../../shared/contract/samples.ts';
import type { FramePlan } from '../../../shared/domain/sampling.ts';
import { type StratumKey, stratumOf } from '../../../shared/domain/strata.ts';
import { asBoolean } from '../plans/plan-rows.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export interface Frame {
  plans: FramePlan[];
  leftOut: { reason: 'filtered' | 'audited_lately'; count: number }[];
}

interface RegisterPlan {
  id: string;
  reference: string;
  planType: string;
  ncYear: number | null;
  primaryNeed: string | null;
  settingType: string | null;
  team: string | null;
  locality: string | null;
  isLookedAfter: number | null;
  finalDue: string | null;
  finalDone: string | null;
  isExcepted: number | null;
}

/** The plans of the register that may be drawn, each with its stratum, and how many are left out and why. */
export async function readFrame(db: Kysely<WorkspaceTables>, input: SampleInput, today: string): Promise<Frame> {
  const { rows } = await sql<RegisterPlan>`
    select plan.id as id, plan.reference as reference, cycle.plan_type as "planType", cycle.nc_year as "ncYear",
      plan.primary_need as "primaryNeed", cycle.setting_type as "settingType", plan.team as team,
      plan.locality as locality, plan.is_looked_after as "isLookedAfter", standing.final_due as "finalDue",
      standing.final_done as "finalDone", standing.is_excepted as "isExcepted"
    from plan join cycle on cycle.plan_id = plan.id and cycle.is_current = 1
      left join cycle_standing standing on standing.cycle_id = cycle.id`.execute(db);
  const audited = await auditedLately(db, input);
  const fits = rows.filter((row) => isWanted(row, input.filter, today));
  const plans = fits.filter(({ id }) => !audited.has(id));
  const keys: readonly StratumKey[] = input.method === 'stratified' ? input.strataBy : [];
  return {
    plans: plans.map((row) => ({
      id: row.id,
      reference: row.reference,
      stratum: stratumOf({ ...row, isLookedAfter: asBoolean(row.isLookedAfter), isLate: isLate(row, today) }, keys),
    })),
    leftOut: [
      { reason: 'filtered' as const, count: rows.length - fits.length },
      { reason: 'audited_lately' as const, count: fits.length - plans.length },
    ].filter(({ count }) => count > 0),
  };
}

function isWanted(row: RegisterPlan, filter: FrameFilter, today: string): boolean {
  const { planTypes, ncYearFrom, ncYearTo } = filter;
  return (
    (planTypes.length === 0 || planTypes.some((type) => type === row.planType)) &&
    (ncYearFrom === null || (row.ncYear !== null && row.ncYear >= ncYearFrom)) &&
    (ncYearTo === null || (row.ncYear !== null && row.ncYear <= ncYearTo)) &&
    (filter.team === null || row.team === filter.team) &&
    (filter.locality === null || row.locality === filter.locality) &&
    (filter.isLookedAfter === null || asBoolean(row.isLookedAfter) === filter.isLookedAfter) &&
    (filter.isLate === null || isLate(row, today) === filter.isLate)
  );
}

/** Whether the current cycle's final came, or is, late without a lawful exception; null where no date tells. */
function isLate({ finalDue, finalDone, isExcepted }: RegisterPlan, today: string): boolean | null {
  if (finalDue === null) return null;
  return isExcepted !== 1 && (finalDone ?? today) > finalDue;
}

/** Plans with a submitted audit that counts in one of the last so many rounds before this one. */
async function auditedLately(
  db: Kysely<WorkspaceTables>,
  { roundId, filter: { notAuditedForRounds } }: SampleInput,
): Promise<Set<string>> {
  if (notAuditedForRounds === 0) return new Set();
  const { rows } = await sql<{ planId: string }>`
    select distinct cycle.plan_id as "planId" from audit
      join document on document.id = audit.document_id join cycle on cycle.id = document.cycle_id
    where audit.state = 'submitted' and audit.is_calibration = 0 and audit.round_id in (
      select id from round where id <> ${roundId} and panel_date <= (select panel_date from round where id = ${roundId})
      order by panel_date desc limit ${notAuditedForRounds})`.execute(db);
  return new Set(rows.map(({ planId }) => planId));
}
