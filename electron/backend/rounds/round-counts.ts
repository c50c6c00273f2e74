import { type Kysely, sql } from 'kysely';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type RoundCounts = Pick<
  Round,
  | 'documents'
  | 'auditsOpen'
  | 'auditsSubmitted'
  | 'members'
  | 'plans'
  | 'plansWithoutDocument'
  | 'assigned'
  | 'handedIn'
  | 'late'
>;

const NOTHING: RoundCounts = {
  documents: 0,
  auditsOpen: 0,
  auditsSubmitted: 0,
  members: 0,
  plans: 0,
  plansWithoutDocument: 0,
  assigned: 0,
  handedIn: 0,
  late: 0,
};

/** How much each round holds, or the one that is named alone, by its id; `today` decides what is late. Counts alone: whose they are is nobody's business here. */
export async function selectRoundCounts(
  db: Kysely<WorkspaceTables>,
  today: string,
  only: string | null = null,
): Promise<(roundId: string) => RoundCounts> {
  const { rows } = await sql<RoundCounts & { roundId: string }>`
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
      (select count(*) from round_plan where round_plan.round_id = round.id and round_plan.state = 'in'
         and not exists (select 1 from document join cycle on cycle.id = document.cycle_id
           where cycle.plan_id = round_plan.plan_id and cycle.is_current = 1)) as "plansWithoutDocument",
      coalesce(handed.assigned, 0) as assigned, coalesce(handed."handedIn", 0) as "handedIn",
      coalesce(handed.late, 0) as late
    from round left join (
      select assignment.round_id as round_id, count(*) as assigned,
        sum(coalesce(audit.state, '') = 'submitted') as "handedIn",
        sum(coalesce(audit.state, '') <> 'submitted' and assignment.due_on is not null and assignment.due_on < ${today})
          as late
      from assignment left join audit on audit.round_id = assignment.round_id
        and audit.document_id = assignment.document_id and audit.auditor_id = assignment.auditor_id
      where assignment.state = 'assigned' and assignment.assigned_by <> assignment.auditor_id
        and assignment.is_calibration = 0 and (${only} is null or assignment.round_id = ${only})
      group by assignment.round_id
    ) handed on handed.round_id = round.id
    where ${only} is null or round.id = ${only}`.execute(db);
  const byId = new Map(rows.map(({ roundId, ...counts }) => [roundId, counts]));
  return (roundId) => byId.get(roundId) ?? NOTHING;
}
