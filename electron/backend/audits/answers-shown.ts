import { type Kysely, sql, type Transaction } from 'kysely';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { Graded } from './graded.ts';

/**
 * Keeps the moment at which auditors' answers to these documents were first shown to anyone but their authors; later
 * ones change nothing. From then on no audit of such a document in that round can be reopened. Call it in the
 * transaction that shows them, once `areAnswersOpen` says so: the file itself refuses it before all who are asked have
 * submitted. One statement, however many there are.
 */
export async function recordAnswersShown(
  trx: Transaction<WorkspaceTables>,
  graded: readonly Graded[],
  at: string,
): Promise<void> {
  if (graded.length === 0) return;
  await sql`
    insert into answers_shown (round_id, document_id, at)
    select distinct told.value ->> 'roundId', told.value ->> 'documentId', ${at}
    from json_each(${JSON.stringify(graded.map(({ roundId, documentId }) => ({ roundId, documentId })))}) told
    where not exists (
      select 1 from answers_shown
      where round_id = told.value ->> 'roundId' and document_id = told.value ->> 'documentId'
    )`.execute(trx);
}

/** When answers to a document in a round were first shown to anyone; null while they were not. */
export async function answersShownAt(
  db: Kysely<WorkspaceTables>,
  roundId: string,
  documentId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('answers_shown')
    .select('at')
    .where('round_id', '=', roundId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Of these, what was not shown to anyone but its authors yet. */
export async function selectNotShown(db: Kysely<WorkspaceTables>, graded: readonly Graded[]): Promise<Graded[]> {
  if (graded.length === 0) return [];
  const { rows } = await sql<Graded>`
    select value ->> 'roundId' as "roundId", value ->> 'documentId' as "documentId"
    from json_each(${JSON.stringify(graded.map(({ roundId, documentId }) => ({ roundId, documentId })))})
    where not exists (select 1 from answers_shown where answers_shown.round_id = value ->> 'roundId'
      and answers_shown.document_id = value ->> 'documentId')`.execute(db);
  return rows;
}
