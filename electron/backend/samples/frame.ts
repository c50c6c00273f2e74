import { type Kysely, sql } from 'kysely';
import { type FrameFilter, LEFT_OUT_NAMED, type LeftOut, type SampleInput } from '../../../shared/contract/samples.ts';
import { LEFT_OUT_REASONS } from '../../../shared/domain/rounds/frame-words.ts';
import type { FramePlan } from '../../../shared/domain/rounds/sampling.ts';
import { type StratumKey, stratumOf } from '../../../shared/domain/rounds/strata.ts';
import { asBoolean } from '../plans/plan-rows.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export interface Frame {
  plans: FramePlan[];
  leftOut: LeftOut[];
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
      left join cycle_standing standing on standing.cycle_id = cycle.id
    order by plan.reference_key`.execute(db);
  const audited = await auditedLately(db, input);
  const plans: RegisterPlan[] = [];
  const others = new Map<LeftOut['reason'], RegisterPlan[]>();
  for (const row of rows) {
    const reason = whyLeftOut(row, input.filter, today) ?? (audited.has(row.id) ? 'audited_lately' : null);
    if (reason === null) plans.push(row);
    else {
      const left = others.get(reason);
      if (left) left.push(row);
      else others.set(reason, [row]);
    }
  }
  const keys: readonly StratumKey[] = input.method === 'stratified' ? input.strataBy : [];
  return {
    plans: plans.map((row) => ({
      id: row.id,
      reference: row.reference,
      stratum: stratumOf({ ...row, isLookedAfter: asBoolean(row.isLookedAfter), isLate: isLate(row, today) }, keys),
    })),
    leftOut: LEFT_OUT_REASONS.flatMap((reason) => {
      const left = others.get(reason) ?? [];
      return left.length === 0
        ? []
        : [{ reason, count: left.length, references: left.slice(0, LEFT_OUT_NAMED).map(({ reference }) => reference) }];
    }),
  };
}

/** The first thing asked for that a plan is not; null where it may be drawn. */
function whyLeftOut(row: RegisterPlan, filter: FrameFilter, today: string): LeftOut['reason'] | null {
  const { planTypes, ncYearFrom, ncYearTo } = filter;
  if (planTypes.length > 0 && planTypes.every((type) => type !== row.planType)) return 'plan_type';
  if (ncYearFrom !== null && (row.ncYear === null || row.ncYear < ncYearFrom)) return 'nc_year';
  if (ncYearTo !== null && (row.ncYear === null || row.ncYear > ncYearTo)) return 'nc_year';
  if (filter.team !== null && row.team !== filter.team) return 'team';
  if (filter.locality !== null && row.locality !== filter.locality) return 'locality';
  if (filter.isLookedAfter !== null && asBoolean(row.isLookedAfter) !== filter.isLookedAfter) return 'looked_after';
  return filter.isLate !== null && isLate(row, today) !== filter.isLate ? 'late' : null;
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
