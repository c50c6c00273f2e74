import { type Kysely, sql } from 'kysely';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

export interface ExcerptRow {
  id: string;
  halfTermId: string;
  evidenceId: string;
  planId: string;
  planReference: string;
  documentId: string;
  criterionId: string;
  isGood: number;
  masked: string;
  words: string;
  tickedAt: string | null;
  tickedBy: string | null;
}

/** Chosen quotes with who ticked them, good practice first, then by criterion. */
export async function selectExcerpts(
  db: Db,
  where: { halfTermId: string } | { excerptId: string },
): Promise<ExcerptRow[]> {
  const select = db
    .selectFrom('report_excerpt as excerpt')
    .innerJoin('plan', 'plan.id', 'excerpt.plan_id')
    .leftJoin('person', 'person.id', 'excerpt.ticked_by')
    .select([
      'excerpt.id as id',
      'excerpt.half_term_id as halfTermId',
      'excerpt.evidence_id as evidenceId',
      'excerpt.plan_id as planId',
      'plan.reference as planReference',
      'excerpt.document_id as documentId',
      'excerpt.criterion_id as criterionId',
      'excerpt.is_good as isGood',
      'excerpt.masked as masked',
      'excerpt.words as words',
      'excerpt.ticked_at as tickedAt',
      'person.name as tickedBy',
    ])
    .orderBy('excerpt.is_good', 'desc')
    .orderBy('excerpt.criterion_id')
    .orderBy('excerpt.chosen_at')
    .orderBy('excerpt.id');
  return (
    'halfTermId' in where
      ? select.where('excerpt.half_term_id', '=', where.halfTermId)
      : select.where('excerpt.id', '=', where.excerptId)
  ).execute();
}

export interface EvidenceRow {
  id: string;
  roundId: string;
  documentId: string;
  planId: string;
  planReference: string;
  criterionId: string;
  anchor: string;
}

/** Evidence of audits that count, in these rounds: those of whom an audit is still asked, submitted, no calibration. */
export async function selectEvidence(db: Db, roundIds: readonly string[], evidenceId?: string): Promise<EvidenceRow[]> {
  let select = db
    .selectFrom('evidence')
    .innerJoin('audit', 'audit.id', 'evidence.audit_id')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.round_id', '=', 'audit.round_id')
        .onRef('assignment.document_id', '=', 'audit.document_id')
        .onRef('assignment.auditor_id', '=', 'audit.auditor_id')
        .on('assignment.state', '=', 'assigned'),
    )
    .innerJoin('document', 'document.id', 'audit.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .select([
      'evidence.id as id',
      'audit.round_id as roundId',
      'audit.document_id as documentId',
      'plan.id as planId',
      'plan.reference as planReference',
      'evidence.criterion_id as criterionId',
      'evidence.anchor as anchor',
    ])
    .where('audit.state', '=', 'submitted')
    .where('audit.is_calibration', '=', 0)
    .where(sql<boolean>`audit.round_id in (select value from json_each(${JSON.stringify(roundIds)}))`)
    .orderBy('plan.reference')
    .orderBy('evidence.added_at')
    .orderBy('evidence.id');
  if (evidenceId !== undefined) select = select.where('evidence.id', '=', evidenceId);
  return select.execute();
}

/** A half-term's own words in one edition, by part. */
export async function selectWords(
  db: Db,
  halfTermId: string,
  edition: string,
): Promise<{ slot: string; words: string; savedAt: string }[]> {
  return db
    .selectFrom('report_words')
    .select(['slot', 'words', 'saved_at as savedAt'])
    .where('half_term_id', '=', halfTermId)
    .where('edition', '=', edition)
    .execute();
}

/** Plans in the rounds of these half-terms. */
export async function selectPlansIn(
  db: Db,
  halfTermIds: readonly string[],
): Promise<{ id: string; reference: string }[]> {
  return db
    .selectFrom('plan')
    .select(['id', 'reference'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('round_document')
        .innerJoin('round', 'round.id', 'round_document.round_id')
        .innerJoin('document', 'document.id', 'round_document.document_id')
        .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
        .select('cycle.plan_id')
        .where(sql<boolean>`round.half_term_id in (select value from json_each(${JSON.stringify(halfTermIds)}))`),
    )
    .orderBy('id')
    .execute();
}

/** Rounds of a half-term, by their panel dates. */
export async function selectRoundIds(db: Db, halfTermId: string): Promise<string[]> {
  const rows = await db.selectFrom('round').select('id').where('half_term_id', '=', halfTermId).execute();
  return rows.map(({ id }) => id);
}
