import { type Kysely, sql } from 'kysely';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

const NOTHING = {
  documents: 0,
  auditsOpen: 0,
  auditsSubmitted: 0,
  members: 0,
  plans: 0,
  drawn: 0,
  plansWithoutDocument: 0,
  assigned: 0,
  handedIn: 0,
  late: 0,
  plansWithoutAuditor: 0,
  calibrating: 0,
  calibrated: 0,
  forPanel: 0,
  readyForPanel: 0,
  inPanel: 0,
  agreed: 0,
  actions: 0,
  actionsOpen: 0,
} satisfies Partial<Round>;

export type RoundCounts = Pick<Round, keyof typeof NOTHING>;

/**
 * How much each round holds, or the one that is named alone, by its id; `today` decides what is late. Counts alone: whose
 * they are is nobody's business here. Of answers they tell no more than that they were submitted: that a document is
 * ready for the panel hangs on nothing else, so that whoever is told is shown nobody's answers.
 */
export async function selectRoundCounts(
  db: Kysely<WorkspaceTables>,
  today: string,
  only: string | null = null,
): Promise<(roundId: string) => RoundCounts> {
  const { rows } = await sql<RoundCounts & { roundId: string }>`
    with asked as materialized (
      select assignment.round_id as round_id, assignment.document_id as document_id,
        assignment.is_calibration as is_calibration, coalesce(audit.state, '') = 'submitted' as is_in,
        assignment.assigned_by <> assignment.auditor_id as is_handed_out,
        assignment.due_on is not null and assignment.due_on < ${today} as is_due
      from assignment left join audit on audit.round_id = assignment.round_id
        and audit.document_id = assignment.document_id and audit.auditor_id = assignment.auditor_id
      where assignment.state = 'assigned' and (${only} is null or assignment.round_id = ${only})),
    handed as (
      select round_id, sum(is_calibration = 0 and is_handed_out) as assigned,
        sum(is_calibration = 0 and is_handed_out and is_in) as handed_in,
        sum(is_calibration = 0 and is_handed_out and is_due and not is_in) as late,
        sum(is_calibration) as calibrating, sum(is_calibration and is_in) as calibrated
      from asked group by round_id),
    shared as (
      select round_id, document_id, min(is_in) as all_in from asked where is_calibration = 0
      group by round_id, document_id having count(*) > 1),
    panel as (
      select shared.round_id as round_id, count(*) as for_panel, sum(all_in and moderation.id is null) as ready,
        sum(all_in and coalesce(moderation.state, '') = 'open') as in_panel,
        sum(all_in and coalesce(moderation.state, '') = 'agreed') as agreed
      from shared left join moderation on moderation.round_id = shared.round_id
        and moderation.document_id = shared.document_id
      group by shared.round_id),
    given as (
      select distinct asked.round_id as round_id, cycle.plan_id as plan_id from asked
        join document on document.id = asked.document_id join cycle on cycle.id = document.cycle_id
      where asked.is_calibration = 0),
    alone as (
      select round_plan.round_id as round_id, count(*) as plans from round_plan left join given
        on given.round_id = round_plan.round_id and given.plan_id = round_plan.plan_id
      where round_plan.state = 'in' and given.plan_id is null and (${only} is null or round_plan.round_id = ${only})
        and exists (select 1 from document join cycle on cycle.id = document.cycle_id
          where cycle.plan_id = round_plan.plan_id and cycle.is_current = 1)
      group by round_plan.round_id),
    made as (
      select round_id, count(*) as actions, sum(state = 'open') as open from action
      where round_id is not null and (${only} is null or round_id = ${only}) group by round_id)
    select round.id as "roundId",
      (select count(*) from round_document where round_document.round_id = round.id and not exists (
         select 1 from calibration where calibration.round_id = round.id
           and calibration.document_id = round_document.document_id)) as documents,
      (select count(*) from audit where audit.round_id = round.id and audit.state = 'open'
         and audit.is_calibration = 0) as "auditsOpen",
      (select count(*) from audit where audit.round_id = round.id and audit.state = 'submitted'
         and audit.is_calibration = 0) as "auditsSubmitted",
      (select count(*) from round_member where round_member.round_id = round.id) as members,
      (select count(*) from round_plan where round_plan.round_id = round.id and round_plan.state = 'in') as plans,
      (select count(*) from round_plan join sample on sample.round_id = round_plan.round_id
         where round_plan.round_id = round.id and round_plan.state = 'in'
           and round_plan.origin in ('sampled', 'swapped_in')) as drawn,
      (select count(*) from round_plan where round_plan.round_id = round.id and round_plan.state = 'in'
         and not exists (select 1 from document join cycle on cycle.id = document.cycle_id
           where cycle.plan_id = round_plan.plan_id and cycle.is_current = 1)) as "plansWithoutDocument",
      coalesce(alone.plans, 0) as "plansWithoutAuditor",
      coalesce(handed.assigned, 0) as assigned, coalesce(handed.handed_in, 0) as "handedIn",
      coalesce(handed.late, 0) as late, coalesce(handed.calibrating, 0) as calibrating,
      coalesce(handed.calibrated, 0) as calibrated, coalesce(panel.for_panel, 0) as "forPanel",
      coalesce(panel.ready, 0) as "readyForPanel", coalesce(panel.in_panel, 0) as "inPanel",
      coalesce(panel.agreed, 0) as agreed,
      coalesce(made.actions, 0) as actions, coalesce(made.open, 0) as "actionsOpen"
    from round left join handed on handed.round_id = round.id left join panel on panel.round_id = round.id
      left join made on made.round_id = round.id left join alone on alone.round_id = round.id
    where ${only} is null or round.id = ${only}`.execute(db);
  const byId = new Map(rows.map(({ roundId, ...counts }) => [roundId, counts]));
  return (roundId) => byId.get(roundId) ?? NOTHING;
}
