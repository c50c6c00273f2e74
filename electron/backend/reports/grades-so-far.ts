import { type Kysely, sql } from 'kysely';
import type { GradesSoFar } from '../../../shared/contract/reports.ts';
import { gradesSoFar, PLANS_AT_A_TIME, type ReadyPlan } from '../../../shared/domain/grading/grades-so-far.ts';
import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import type { Caller } from '../caller.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type GradesSoFarService = ReturnType<typeof createGradesSoFarService>;

/** The round's grades for Home: figures that show nobody's answers, so that looking ends nothing. */
export function createGradesSoFarService({
  db,
  rounds,
  rubrics,
  results,
}: {
  db: WorkspaceDb;
  rounds: RoundsService;
  rubrics: RubricService;
  results: ResultsService;
}) {
  return {
    async soFar(caller: Caller, roundId: string): Promise<GradesSoFar> {
      const { rubricId } = await rounds.get(roundId);
      const { rubric } = await rubrics.get(rubricId);
      const standings = await selectStandings(db, caller.id, roundId);
      const mayTell = createTellCheck(db, caller.id);
      const plans: ReadyPlan[] = [];
      for (const settled of await results.settled([roundId])) {
        const { documentId, planType, stage, overallGrade: grade } = settled;
        const standing = standings.get(documentId);
        if (standing === undefined || settled.rubricId !== rubricId) continue;
        const isKnown = standing.isSeen === 1 || standing.others === 0;
        if (!isKnown && !(await mayTell({ roundId, documentId }))) continue;
        plans.push({ documentId, planType, stage, grade, isKnown, readyAt: standing.readyAt });
      }
      const places = gradesFromBest(rubric).map(({ id }) => id);
      return {
        atATime: PLANS_AT_A_TIME,
        gradeScale: places.map((id) => ({ id, label: gradeLabel(rubric, id) })),
        populations: gradesSoFar(plans).map((population) => ({
          ...population,
          grades: population.grades.toSorted((a, b) => places.indexOf(a.grade) - places.indexOf(b.grade)),
        })),
      };
    },
  };
}

interface Standing {
  documentId: string;
  /** Auditors other than the viewer. */
  others: number;
  isSeen: number;
  readyAt: string;
}

/** What is known to a viewer of the documents of a round, and since when each could be counted for them. */
async function selectStandings(
  db: Kysely<WorkspaceTables>,
  viewerId: string,
  roundId: string,
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing>`
    select assignment.document_id as "documentId", sum(assignment.auditor_id <> ${viewerId}) as others,
      exists (select 1 from answers_seen where answers_seen.round_id = assignment.round_id
        and answers_seen.document_id = assignment.document_id and answers_seen.person_id = ${viewerId}) as "isSeen",
      max(coalesce(max(audit.submitted_at), ''), coalesce((select answers_shown.at from answers_shown
        where answers_shown.round_id = assignment.round_id and answers_shown.document_id = assignment.document_id
          and exists (select 1 from assignment own where own.round_id = assignment.round_id
            and own.document_id = assignment.document_id and own.auditor_id = ${viewerId})), '')) as "readyAt"
    from assignment join audit on audit.round_id = assignment.round_id and audit.document_id = assignment.document_id
      and audit.auditor_id = assignment.auditor_id
    where assignment.round_id = ${roundId} and assignment.state = 'assigned'
    group by assignment.round_id, assignment.document_id`.execute(db);
  return new Map(rows.map((row) => [row.documentId, row]));
}
