import { type Kysely, sql } from 'kysely';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { Graded } from '../audits/graded.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** One graded document, by name: for sets. */
export function gradedKey({ roundId, documentId }: Graded): string {
  return `${roundId} ${documentId}`;
}

/** What a person was asked to audit, by `gradedKey`. */
export interface OwnWork {
  /** Asked for now or once, and not opened to the panel yet. */
  unopened: ReadonlySet<string>;
  /** Asked for now: where nobody else's audit counts, its result is the person's own. */
  live: ReadonlySet<string>;
}

export async function selectOwnWork(db: Db, personId: string): Promise<OwnWork> {
  const { rows } = await sql<Graded & { isLive: number; isShown: number }>`
    select assignment.round_id as "roundId", assignment.document_id as "documentId",
      max(assignment.state = 'assigned') as "isLive",
      exists (select 1 from answers_shown where answers_shown.round_id = assignment.round_id
        and answers_shown.document_id = assignment.document_id) as "isShown"
    from assignment where assignment.auditor_id = ${personId}
    group by assignment.round_id, assignment.document_id`.execute(db);
  return {
    unopened: new Set(rows.filter(({ isShown }) => isShown === 0).map(gradedKey)),
    live: new Set(rows.filter(({ isLive }) => isLive === 1).map(gradedKey)),
  };
}

/** The cycle and the plan's team of each document with a result. */
export async function selectCycles(db: Db): Promise<{ documentId: string; cycleId: string; planTeam: string }[]> {
  const { rows } = await sql<{ documentId: string; cycleId: string; planTeam: string }>`
    select document.id as "documentId", cycle.id as "cycleId", coalesce(plan.team, '') as "planTeam"
    from document join cycle on cycle.id = document.cycle_id join plan on plan.id = cycle.plan_id
    where document.id in (select document_id from result)`.execute(db);
  return rows;
}

export async function selectReferences(db: Db, plans: readonly SettledPlan[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select plan.id as id, plan.reference as reference from plan
    where plan.id in (select value from json_each(${JSON.stringify(plans.map(({ planId }) => planId))}))`.execute(db);
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
