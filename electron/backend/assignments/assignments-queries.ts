import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { type Assignment, assignmentSchema } from '../../../shared/contract/assignments.ts';
import type { LiveAudit } from '../../../shared/domain/rounds/blindness.ts';
import { stageSchema } from '../../../shared/contract/plans.ts';
import { EARLIEST_VERSION_FIRST, LATEST_VERSION_FIRST } from '../documents/version-order.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectTeamManagers } from './team-managers.ts';

type Db = Kysely<WorkspaceTables>;

const standardsSchema = z.array(z.string()).nullable();

interface AssignmentRow extends Omit<
  Assignment,
  'auditor' | 'standards' | 'progress' | 'isLate' | 'isCalibration' | 'canReopen'
> {
  auditorId: string;
  auditorName: string;
  agency: string;
  standards: string | null;
  isCalibration: number;
  auditState: string | null;
  shownAt: string | null;
}

/** Assignments of a round, or of a person in all rounds, with how far each audit is; `today` decides which are late. */
export async function selectAssignments(
  db: Db,
  today: string,
  where: { roundId: string; auditorId?: string } | { roundId?: string; auditorId: string },
): Promise<Assignment[]> {
  const inRound = where.roundId === undefined ? sql`true` : sql`assignment.round_id = ${where.roundId}`;
  const whose = where.auditorId === undefined ? sql`` : sql`and assignment.auditor_id = ${where.auditorId}`;
  const { rows } = await sql<AssignmentRow>`
    select assignment.id as id, assignment.round_id as "roundId", plan.id as "planId", plan.reference as "planReference",
      plan.initials as "planInitials", document.id as "documentId", document.stage as stage,
      person.id as "auditorId", person.name as "auditorName", person.agency as agency,
      assignment.standards as standards, assignment.due_on as "dueOn", assignment.is_calibration as "isCalibration",
      assignment.state as state, assignment.reason as reason, assignment.assigned_at as "assignedAt",
      audit.id as "auditId", audit.state as "auditState", answers_shown.at as "shownAt"
    from assignment join document on document.id = assignment.document_id join cycle on cycle.id = document.cycle_id
      join plan on plan.id = cycle.plan_id join person on person.id = assignment.auditor_id
      left join audit on audit.round_id = assignment.round_id and audit.document_id = assignment.document_id
        and audit.auditor_id = assignment.auditor_id
      left join answers_shown on answers_shown.round_id = assignment.round_id
        and answers_shown.document_id = assignment.document_id
    where ${inRound} ${whose}
    order by plan.reference_key, ${EARLIEST_VERSION_FIRST}, person.name, assignment.assigned_at`.execute(db);
  return rows.map(({ auditorId, auditorName, agency, auditState, shownAt, ...row }) => {
    const progress = progressOf(auditState);
    return assignmentSchema.parse({
      ...row,
      auditor: { id: auditorId, name: auditorName, agency },
      standards: standardsSchema.parse(JSON.parse(row.standards ?? 'null')),
      isCalibration: row.isCalibration === 1,
      progress,
      canReopen: row.state === 'assigned' && progress === 'submitted' && shownAt === null,
      isLate: row.state === 'assigned' && progress !== 'submitted' && row.dueOn !== null && row.dueOn < today,
    });
  });
}

/** Those who are asked to audit a document in a round, and how far they are: what blindness is decided by. */
export async function selectLiveAudits(db: Db, roundId: string, documentId: string): Promise<LiveAudit[]> {
  const rows = await liveAudits(db)
    .where('assignment.round_id', '=', roundId)
    .where('assignment.document_id', '=', documentId)
    .execute();
  return rows.map(toLive);
}

/** The same for every document of a round that anybody is asked to audit, by document. */
export async function selectLiveAuditsOfRound(db: Db, roundId: string): Promise<Map<string, LiveAudit[]>> {
  const rows = await liveAudits(db).where('assignment.round_id', '=', roundId).execute();
  return new Map(
    [...Map.groupBy(rows, ({ documentId }) => documentId)].map(([documentId, list]) => [documentId, list.map(toLive)]),
  );
}

function liveAudits(db: Db) {
  return db
    .selectFrom('assignment')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.round_id', '=', 'assignment.round_id')
        .onRef('audit.document_id', '=', 'assignment.document_id')
        .onRef('audit.auditor_id', '=', 'assignment.auditor_id'),
    )
    .select(['assignment.document_id as documentId', 'assignment.auditor_id as auditorId', 'audit.state as auditState'])
    .where('assignment.state', '=', 'assigned');
}

function toLive({ auditorId, auditState }: { auditorId: string; auditState: string | null }): LiveAudit {
  return { auditorId, state: progressOf(auditState) };
}

/**
 * People who may not audit a plan's document, by the document: they wrote, supervised, advised on or signed it off, or
 * manage the team whose plan it is.
 */
export async function selectConflicted(db: Db, documentIds: readonly string[]): Promise<Map<string, string[]>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .innerJoin('cycle as own', 'own.id', 'document.cycle_id')
    .innerJoin('cycle', 'cycle.plan_id', 'own.plan_id')
    .innerJoin('cycle_person', 'cycle_person.cycle_id', 'cycle.id')
    .select(['document.id as documentId', 'cycle_person.person_id as personId'])
    .distinct()
    .where('document.id', 'in', documentIds)
    .execute();
  const managers = await selectTeamManagers(db, documentIds);
  const had = Map.groupBy(rows, ({ documentId }) => documentId);
  return new Map(
    documentIds.map((id) => [
      id,
      [...new Set([...(had.get(id) ?? []).map(({ personId }) => personId), ...(managers.get(id) ?? [])])],
    ]),
  );
}

/** A document that a round's plans bring: the latest of each plan's current cycle. */
export interface RoundDocument {
  documentId: string;
  planId: string;
  planReference: string;
  planInitials: string;
  stage: Assignment['stage'];
}

export type PlanWithoutDocument = Pick<RoundDocument, 'planId' | 'planReference' | 'planInitials'>;

/**
 * The latest document of each plan of the round, and the plans without one. Of a plan that was drawn or picked any
 * document of its current cycle will do, whenever it was filed; of others those that were put into the round.
 */
export async function selectDocumentsToAudit(
  db: Db,
  roundId: string,
): Promise<{ documents: RoundDocument[]; withoutDocument: PlanWithoutDocument[] }> {
  const { rows } = await sql<PlanWithoutDocument & { documentId: string | null; stage: string | null }>`
    select plan.id as "planId", plan.reference as "planReference", plan.initials as "planInitials",
      own_document.id as "documentId", own_document.stage as stage
    from plan left join document own_document on own_document.id = (
      select document.id from document join cycle on cycle.id = document.cycle_id
      where cycle.plan_id = plan.id and (
        (cycle.is_current = 1 and plan.id in (
          select plan_id from round_plan where round_id = ${roundId} and state = 'in'))
        or document.id in (select document_id from round_document where round_id = ${roundId}))
        and document.id not in (select document_id from calibration where round_id = ${roundId})
      order by ${LATEST_VERSION_FIRST} limit 1)
    where plan.id in (
      select plan_id from round_plan where round_id = ${roundId} and state = 'in'
      union select cycle.plan_id from round_document join document on document.id = round_document.document_id
        join cycle on cycle.id = document.cycle_id where round_document.round_id = ${roundId}
          and document.id not in (select document_id from calibration where round_id = ${roundId}))
    order by plan.reference_key`.execute(db);
  return {
    documents: rows.flatMap(({ documentId, stage, ...row }) =>
      documentId === null ? [] : [{ ...row, documentId, stage: stageSchema.nullable().parse(stage) }],
    ),
    withoutDocument: rows.flatMap(({ documentId, stage: _stage, ...plan }) => (documentId === null ? [plan] : [])),
  };
}

/** Documents of a round that the panel has agreed: nobody else is asked to audit them. */
export async function selectAgreed(db: Db, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('moderation')
    .select('document_id as documentId')
    .where('round_id', '=', roundId)
    .where('state', '=', 'agreed')
    .execute();
  return new Set(rows.map(({ documentId }) => documentId));
}

function progressOf(auditState: string | null): LiveAudit['state'] {
  if (auditState === null) return 'not_begun';
  return auditState === 'submitted' ? 'submitted' : 'open';
}
