import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { type Answer, answerSchema } from '../../../shared/contract/audits.ts';
import { anchorSchema } from '../../../shared/domain/document-model.ts';
import { planFactsSchema } from '../../../shared/domain/rubric/rubric.ts';
import type { NewRow, Row, WorkspaceTables } from '../workspace/schema.ts';
import type { FactValue } from './audit-facts.ts';

type Db = Kysely<WorkspaceTables>;

export interface AuditRow extends Row<'audit'> {
  planId: string;
  planReference: string;
  planInitials: string;
  dateOfBirth: string | null;
  planType: string;
  ncYear: number | null;
  isLookedAfter: number | null;
  isKnownToSocialCare: number | null;
  stage: string | null;
  sha256: string;
  panelDate: string;
  agency: string;
  /** What the assignment covers; null for all standards. */
  standards: string | null;
}

/**
 * Audits with what they need of their plan, cycle, document, round and assignment. One whose assignment was moved or
 * withdrawn is kept in the file and found nowhere.
 */
export async function selectAudits(
  db: Db,
  where: { id?: string; auditorId?: string; roundId?: string; documentId?: string },
): Promise<AuditRow[]> {
  let select = db
    .selectFrom('audit')
    .innerJoin('document', 'document.id', 'audit.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .innerJoin('person', 'person.id', 'audit.auditor_id')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.round_id', '=', 'audit.round_id')
        .onRef('assignment.document_id', '=', 'audit.document_id')
        .onRef('assignment.auditor_id', '=', 'audit.auditor_id')
        .on('assignment.state', '=', 'assigned'),
    )
    .selectAll('audit')
    .select([
      'plan.id as planId',
      'plan.reference as planReference',
      'plan.initials as planInitials',
      'plan.date_of_birth as dateOfBirth',
      'cycle.plan_type as planType',
      'cycle.nc_year as ncYear',
      'plan.is_looked_after as isLookedAfter',
      'plan.is_known_to_social_care as isKnownToSocialCare',
      'document.stage as stage',
      'document.sha256 as sha256',
      'round.panel_date as panelDate',
      'person.agency as agency',
      'assignment.standards as standards',
    ])
    .orderBy('audit.started_at');
  if (where.id !== undefined) select = select.where('audit.id', '=', where.id);
  if (where.auditorId !== undefined) select = select.where('audit.auditor_id', '=', where.auditorId);
  if (where.roundId !== undefined) select = select.where('audit.round_id', '=', where.roundId);
  if (where.documentId !== undefined) select = select.where('audit.document_id', '=', where.documentId);
  return select.execute();
}

/** The latest round in which a person is asked for each of their documents, by document. */
export async function selectLatestRounds(db: Db, personId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('round', 'round.id', 'assignment.round_id')
    .select(['assignment.document_id as documentId', 'assignment.round_id as roundId'])
    .where('assignment.auditor_id', '=', personId)
    .where('assignment.state', '=', 'assigned')
    .orderBy('round.panel_date')
    .orderBy('assignment.assigned_at')
    .execute();
  return new Map(rows.map(({ documentId, roundId }) => [documentId, roundId]));
}

const sectionsSchema = z.array(z.string());

/** An audit's answers with their evidence, by criterion. */
export async function selectAnswers(db: Db, auditId: string): Promise<Record<string, Answer>> {
  const rows = await db.selectFrom('answer').selectAll().where('audit_id', '=', auditId).execute();
  const evidence = await db
    .selectFrom('evidence')
    .selectAll()
    .where('audit_id', '=', auditId)
    .orderBy('added_at')
    .execute();
  const answers: Record<string, Answer> = {};
  for (const row of rows) {
    answers[row.criterion_id] = answerSchema.parse({
      response: row.response,
      comment: row.comment,
      absentIn: sectionsSchema.parse(JSON.parse(row.absent_in)),
      rootCause: row.root_cause,
      evidence: [],
      savedAt: row.saved_at,
    });
  }
  for (const row of evidence) {
    const answer = (answers[row.criterion_id] ??= {
      response: null,
      comment: '',
      absentIn: [],
      rootCause: null,
      evidence: [],
      savedAt: row.added_at,
    });
    answer.evidence.push({
      id: row.id,
      criterionId: row.criterion_id,
      anchor: anchorSchema.parse(JSON.parse(row.anchor)),
      addedAt: row.added_at,
    });
    if (answer.savedAt === null || answer.savedAt < row.added_at) answer.savedAt = row.added_at;
  }
  return answers;
}

/** What the auditor supplied of the plan's facts. */
export async function selectSuppliedFacts(db: Db, auditId: string): Promise<Map<string, FactValue>> {
  const rows = await db.selectFrom('audit_fact').selectAll().where('audit_id', '=', auditId).execute();
  return new Map(rows.map((row) => [row.fact, planFactsSchema.valueType.parse(JSON.parse(row.value))]));
}

export async function lastSavedAt(db: Db, auditId: string): Promise<string | null> {
  const row = await db
    .selectFrom('answer')
    .select((eb) => eb.fn.max('saved_at').as('at'))
    .where('audit_id', '=', auditId)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function upsertAnswer(trx: Transaction<WorkspaceTables>, row: NewRow<'answer'>): Promise<void> {
  await trx
    .insertInto('answer')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['audit_id', 'criterion_id']).doUpdateSet({
        response: row.response,
        comment: row.comment,
        absent_in: row.absent_in,
        root_cause: row.root_cause ?? null,
        saved_at: row.saved_at,
      }),
    )
    .execute();
}
