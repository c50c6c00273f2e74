import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { STANDINGS, type SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { ROOT_CAUSES, type RootCause } from '../../../shared/domain/grading/root-causes.ts';
import { createAuditStanding } from '../audits/audit-standing.ts';
import type { Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { createPanelDocuments, type PanelDocument } from '../moderation/panel-documents.ts';
import { asBoolean } from '../plans/plan-rows.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { howChosen } from './how-chosen.ts';
import { type DocumentSettlement, settleDocument } from './settle-document.ts';

export type ResultsService = ReturnType<typeof createResultsService>;

const agenciesSchema = z.array(z.string());
const standingSchema = z.enum(STANDINGS);
const causeSchema = z.enum(ROOT_CAUSES);

/** What the plans that were audited come to, for every figure: each worked out once, and anew when its audits change. */
export function createResultsService({
  db,
  clock,
  rubrics,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rubrics: RubricService;
}) {
  const today = () => englishDay(clock());
  const panel = createPanelDocuments({ audits: createAuditStanding({ db, rubrics }), today });

  /** Works out what is missing, a round at a time: nothing it rests on can change between reading and keeping. */
  async function fillIn(): Promise<void> {
    const missing = Map.groupBy(await selectUnsettled(db), ({ roundId }) => roundId);
    for (const [roundId, entries] of missing) {
      // Kept parsed from here on, so that the transaction need not wait for its own connection.
      for (const rubricId of new Set(entries.map((entry) => entry.rubricId))) await rubrics.get(rubricId);
      await db.transaction().execute(async (trx) => {
        const [only, ...others] = new Set(entries.map(({ documentId }) => documentId));
        const documents = await panel.gather(trx, roundId, others.length === 0 ? only : undefined);
        const wanted = new Set(entries.map(({ documentId }) => documentId));
        for (const document of documents) {
          if (wanted.has(document.documentId) && document.isOpen && !document.isCalibration) await keep(trx, document);
        }
      });
    }
  }

  async function keep(trx: Transaction<WorkspaceTables>, document: PanelDocument): Promise<void> {
    const rubricId = document.rows[0]?.rubric_id;
    if (rubricId === undefined) return;
    const { rubric } = await rubrics.get(rubricId);
    const open = await panel.look(trx, rubric, document);
    const causes = await selectCauses(trx, document);
    await insertResult(trx, document, rubricId, settleDocument(rubric, document, open, causes));
  }

  return {
    /**
     * The settled plan versions of these rounds, or of all; only those to which all who were asked have submitted, and
     * calibration never. Those without an overall grade are left out. In the order of panels, then of documents.
     */
    async settled(roundIds?: readonly string[]): Promise<SettledPlan[]> {
      await fillIn();
      const onDate = today();
      const rows = await selectSettled(db, roundIds);
      return rows.map(
        ({
          isLookedAfter,
          finalDue,
          finalDone,
          isExcepted,
          standing,
          agencies,
          standards,
          developmental,
          criteria,
          causes,
          ...row
        }) => ({
          ...row,
          isLookedAfter: asBoolean(isLookedAfter),
          isLate: finalDue === null ? null : isExcepted !== 1 && (finalDone ?? onDate) > finalDue,
          standing: standingSchema.parse(standing),
          agencies: agenciesSchema.parse(JSON.parse(agencies)),
          code: { standards, developmental, criteria, causes },
        }),
      );
    },
  };
}

interface Unsettled {
  roundId: string;
  documentId: string;
  rubricId: string;
}

interface SettledRow extends Omit<SettledPlan, 'isLookedAfter' | 'isLate' | 'standing' | 'agencies' | 'code'> {
  isLookedAfter: number | null;
  finalDue: string | null;
  finalDone: string | null;
  isExcepted: number | null;
  standing: string;
  agencies: string;
  standards: string;
  developmental: string;
  criteria: string;
  causes: string;
}

async function selectSettled(db: Kysely<WorkspaceTables>, roundIds?: readonly string[]): Promise<SettledRow[]> {
  const which =
    roundIds === undefined
      ? sql``
      : sql`and result.round_id in (select value from json_each(${JSON.stringify(roundIds)}))`;
  const { rows } = await sql<SettledRow>`
    select result.document_id as "documentId", plan.id as "planId", round.id as "roundId",
      round.half_term_id as "halfTermId", ${howChosen()} as "roundKind", round.theme as theme,
      round.panel_date as "panelDate", result.rubric_id as "rubricId", document.stage as stage,
      cycle.plan_type as "planType", cycle.nc_year as "ncYear", plan.primary_need as "primaryNeed",
      cycle.setting as setting, cycle.setting_type as "settingType", plan.locality as locality, plan.team as team,
      plan.is_looked_after as "isLookedAfter", standing.final_due as "finalDue", standing.final_done as "finalDone",
      standing.is_excepted as "isExcepted", result.standing as standing, result.agencies as agencies,
      result.grade_alone as "gradeAlone", result.overall_grade as "overallGrade", result.standards as standards,
      result.developmental as developmental, result.criteria as criteria, result.causes as causes
    from result join round on round.id = result.round_id join document on document.id = result.document_id
      join cycle on cycle.id = document.cycle_id join plan on plan.id = cycle.plan_id
      left join cycle_standing standing on standing.cycle_id = cycle.id
    where result.overall_grade is not null ${which}
    order by round.panel_date, round.id, result.document_id`.execute(db);
  return rows;
}

/** Documents with submitted audits that count and no result yet. */
async function selectUnsettled(db: Kysely<WorkspaceTables>): Promise<Unsettled[]> {
  const { rows } = await sql<Unsettled>`
    select distinct round_id as "roundId", document_id as "documentId", rubric_id as "rubricId" from audit
    where state = 'submitted' and is_calibration = 0
      and not exists (select 1 from result where result.round_id = audit.round_id and result.document_id = audit.document_id)
      and not exists (select 1 from calibration
        where calibration.round_id = audit.round_id and calibration.document_id = audit.document_id)
      and not exists (select 1 from assignment
        left join audit own on own.round_id = assignment.round_id and own.document_id = assignment.document_id
          and own.auditor_id = assignment.auditor_id
        where assignment.round_id = audit.round_id and assignment.document_id = audit.document_id
          and assignment.state = 'assigned' and coalesce(own.state, 'open') <> 'submitted')`.execute(db);
  return rows;
}

async function selectCauses(
  db: Kysely<WorkspaceTables>,
  { rows }: PanelDocument,
): Promise<ReadonlyMap<string, readonly RootCause[]>> {
  const given = await db
    .selectFrom('answer')
    .select(['criterion_id as criterion', 'root_cause as cause'])
    .distinct()
    .where(
      'audit_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('root_cause', 'is not', null)
    .execute();
  return new Map(
    [...Map.groupBy(given, ({ criterion }) => criterion)].map(([criterion, causes]) => [
      criterion,
      causes.map(({ cause }) => causeSchema.parse(cause)),
    ]),
  );
}

async function insertResult(
  db: Kysely<WorkspaceTables>,
  { roundId, documentId }: PanelDocument,
  rubricId: string,
  { standing, agencies, gradeAlone, overallGrade, code }: DocumentSettlement,
): Promise<void> {
  await db
    .insertInto('result')
    .values({
      round_id: roundId,
      document_id: documentId,
      rubric_id: rubricId,
      standing,
      agencies: JSON.stringify(agencies),
      grade_alone: gradeAlone,
      overall_grade: overallGrade,
      ...code,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
