import { type Kysely, sql } from 'kysely';
import type { ReAuditCandidate } from '../../../shared/contract/actions.ts';
import { reAuditRule } from '../../../shared/domain/actions.ts';
import { latestOf } from '../../../shared/domain/register/version-order.ts';
import type { Grade } from '../../../shared/domain/rubric/rubric.ts';
import type { Graded } from '../audits/graded.ts';
import { EARLIEST_VERSION_FIRST } from '../documents/version-order.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { selectVersions } from './actions-queries.ts';

type Db = Kysely<WorkspaceTables>;

export type Grades = ReturnType<typeof createGrades>;

/** The grades that re-audits are held against: those that count in every figure. */
export function createGrades({
  db,
  results,
  rubrics,
}: {
  db: Db;
  results: Pick<ResultsService, 'settled'>;
  rubrics: RubricService;
}) {
  /** By round and document; only where all who were asked have submitted. */
  async function gradesOf(roundIds: readonly string[]): Promise<Map<string, Grade>> {
    const found = new Map<string, Grade>();
    if (roundIds.length === 0) return found;
    for (const { roundId, documentId, rubricId, overallGrade } of await results.settled(roundIds)) {
      const { rubric } = await rubrics.get(rubricId);
      const grade = rubric.gradeScale.find(({ id }) => id === overallGrade);
      if (grade !== undefined) found.set(keyOf({ roundId, documentId }), grade);
    }
    return found;
  }

  return {
    /** The grade of a document in a round; null where there is none yet. */
    async gradeOf(graded: Graded): Promise<Grade | null> {
      return (await gradesOf([graded.roundId])).get(keyOf(graded)) ?? null;
    },

    /** Plans of a round whose grade calls for a re-audit, in the register's order. */
    async candidates(roundId: string): Promise<ReAuditCandidate[]> {
      const grades = await gradesOf([roundId]);
      if (grades.size === 0) return [];
      const gradeIn = (documentId: string) => grades.get(keyOf({ roundId, documentId }));
      const documents = await db
        .selectFrom('document')
        .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
        .innerJoin('plan', 'plan.id', 'cycle.plan_id')
        .select(['document.id as documentId', 'plan.id as planId'])
        .select(['plan.reference as planReference', 'plan.initials as planInitials'])
        .innerJoin('result', 'result.document_id', 'document.id')
        .where('result.round_id', '=', roundId)
        .orderBy(sql`plan.reference_key, ${EARLIEST_VERSION_FIRST}`)
        .execute();
      const owed = await owedPlans(db, roundId);
      return documents.flatMap((document) => {
        const grade = gradeIn(document.documentId);
        const rule = grade === undefined ? 'none' : reAuditRule(grade.expectedResponse);
        if (grade === undefined || rule === 'none') return [];
        return [{ ...document, grade: grade.id, gradeLabel: grade.label, rule, isOwed: owed.has(document.planId) }];
      });
    },

    /**
     * The grade of each plan's latest version that was audited after the re-audit was asked for, by the action;
     * none where there is none yet. Of one version in two rounds the later panel's counts.
     */
    async after(actions: readonly Row<'action'>[]): Promise<Map<string, { label: string; graded: Graded }>> {
      const audited = await selectAuditedAfter(
        db,
        actions.map(({ id }) => id),
      );
      const versions = await selectVersions(
        db,
        audited.map(({ documentId }) => documentId),
      );
      const grades = await gradesOf([...new Set(audited.map(({ roundId }) => roundId))]);
      const found = new Map<string, { label: string; graded: Graded }>();
      for (const [actionId, rows] of Map.groupBy(audited, (row) => row.actionId)) {
        const latest = latestOf(
          rows.flatMap(({ roundId, documentId }) => {
            const grade = grades.get(keyOf({ roundId, documentId }));
            const version = versions.get(documentId);
            if (grade === undefined || version === undefined) return [];
            return [{ ...version, label: grade.label, graded: { roundId, documentId } }];
          }),
        );
        if (latest !== undefined) found.set(actionId, { label: latest.label, graded: latest.graded });
      }
      return found;
    },
  };
}

function keyOf({ roundId, documentId }: Graded): string {
  return `${roundId} ${documentId}`;
}

/** What was audited of the actions' plans since, in other rounds than those that they came from; later panels first. */
async function selectAuditedAfter(db: Db, actionIds: readonly string[]): Promise<(Graded & { actionId: string })[]> {
  if (actionIds.length === 0) return [];
  const { rows } = await sql<Graded & { actionId: string }>`
    select distinct action.id as "actionId", audit.round_id as "roundId", audit.document_id as "documentId"
    from action join cycle on cycle.plan_id = action.plan_id join document on document.cycle_id = cycle.id
      join audit on audit.document_id = document.id join round on round.id = audit.round_id
    where action.id in (select value from json_each(${JSON.stringify(actionIds)}))
      and audit.is_calibration = 0 and audit.state = 'submitted' and audit.started_at > action.created_at
      and audit.round_id is not action.round_id
    order by round.panel_date desc, round.id`.execute(db);
  return rows;
}

/** Plans with a re-audit that is open, or that this round gave rise to, so that none is owed twice. */
async function owedPlans(db: Db, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('action')
    .select('plan_id as planId')
    .where('kind', '=', 're_audit')
    .where((eb) => eb.or([eb('state', '=', 'open'), eb('round_id', '=', roundId)]))
    .execute();
  return new Set(rows.flatMap(({ planId }) => planId ?? []));
}
