import type { Kysely } from 'kysely';
import type { ReAuditCandidate } from '../../../shared/contract/actions.ts';
import { reAuditRule } from '../../../shared/domain/actions.ts';
import { lowerGrade } from '../../../shared/domain/grade-order.ts';
import type { Grade, Rubric } from '../../../shared/domain/rubric.ts';
import type { AuditsService } from '../audits/audits-service.ts';
import type { Graded } from '../audits/open-answers.ts';
import type { ModerationService } from '../moderation/moderation-service.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { latestOf, selectVersions } from './actions-queries.ts';

type Db = Kysely<WorkspaceTables>;

export type Grades = ReturnType<typeof createGrades>;

/** The grades that second looks are held against: agreed where the panel agreed, else the lowest of the auditors'. */
export function createGrades({
  db,
  audits,
  moderation,
}: {
  db: Db;
  audits: AuditsService;
  moderation: ModerationService;
}) {
  /** By document; only where all who were asked have submitted. */
  async function gradesIn(roundId: string): Promise<Map<string, { grade: Grade; rubric: Rubric }>> {
    const { agreed, joined } = await moderation.resultsIn(roundId);
    const found = new Map<string, { grade: Grade; rubric: Rubric }>();
    const byDocument = Map.groupBy(await audits.submittedIn(roundId), ({ documentId }) => documentId);
    for (const [documentId, own] of byDocument) {
      const rubric = own[0]?.rubric;
      if (rubric === undefined) continue;
      const lowest = own
        .flatMap(({ grading }) => grading.overallGrade ?? [])
        .reduce<string | null>((low, each) => (low === null ? each : lowerGrade(rubric, low, each)), null);
      const together = joined.get(documentId);
      const id = agreed.get(documentId)?.grade ?? (together === undefined ? lowest : together.overallGrade);
      const grade = rubric.gradeScale.find((each) => each.id === id);
      if (grade !== undefined) found.set(documentId, { grade, rubric });
    }
    return found;
  }

  return {
    gradesIn,

    /** Plans of a round whose grade calls for a second look, in the register's order. */
    async candidates(roundId: string): Promise<ReAuditCandidate[]> {
      const grades = await gradesIn(roundId);
      if (grades.size === 0) return [];
      const documents = await db
        .selectFrom('document')
        .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
        .innerJoin('plan', 'plan.id', 'cycle.plan_id')
        .select(['document.id as documentId', 'plan.id as planId'])
        .select(['plan.reference as planReference', 'plan.initials as planInitials'])
        .where('document.id', 'in', [...grades.keys()])
        .orderBy('plan.reference_key')
        .orderBy('document.imported_at')
        .execute();
      const owed = await owedPlans(db, roundId);
      return documents.flatMap((document) => {
        const grade = grades.get(document.documentId)?.grade;
        const rule = grade === undefined ? 'none' : reAuditRule(grade.expectedResponse);
        if (grade === undefined || rule === 'none') return [];
        return [{ ...document, grade: grade.id, gradeLabel: grade.label, rule, isOwed: owed.has(document.planId) }];
      });
    },

    /** The grade of the plan's latest version that was audited after the second look was asked for; null while there is none. */
    async after(action: Row<'action'>): Promise<{ label: string; graded: Graded } | null> {
      const audited = await db
        .selectFrom('audit')
        .innerJoin('document', 'document.id', 'audit.document_id')
        .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
        .select(['audit.round_id as roundId', 'audit.document_id as documentId'])
        .distinct()
        .where('cycle.plan_id', '=', action.plan_id ?? '')
        .where('audit.is_calibration', '=', 0)
        .where('audit.state', '=', 'submitted')
        .where('audit.started_at', '>', action.created_at)
        .where('audit.round_id', 'is not', action.round_id)
        .execute();
      const versions = await selectVersions(
        db,
        audited.map(({ documentId }) => documentId),
      );
      const graded = [];
      for (const { roundId, documentId } of audited) {
        const grade = (await gradesIn(roundId)).get(documentId)?.grade;
        const version = versions.get(documentId);
        if (grade !== undefined && version !== undefined) {
          graded.push({ ...version, label: grade.label, graded: { roundId, documentId } });
        }
      }
      const latest = latestOf(graded);
      return latest === undefined ? null : { label: latest.label, graded: latest.graded };
    },
  };
}

/** Plans with a second look that is open, or that this round gave rise to, so that none is owed twice. */
async function owedPlans(db: Db, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('action')
    .select('plan_id as planId')
    .where('kind', '=', 're_audit')
    .where((eb) => eb.or([eb('state', '=', 'open'), eb('round_id', '=', roundId)]))
    .execute();
  return new Set(rows.flatMap(({ planId }) => planId ?? []));
}
