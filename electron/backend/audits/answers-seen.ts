import { type Kysely, sql } from 'kysely';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { Graded } from './graded.ts';

/**
 * Keeps that a person was told what auditors found in these documents: answers, grades, figures or entries of the trail.
 * From then on they cannot be asked to audit them in that round. Call it wherever such things are told, to whomever.
 */
export async function recordAnswersSeen(
  db: Kysely<WorkspaceTables>,
  personId: string,
  told: readonly Graded[],
  at: string,
): Promise<void> {
  if (told.length === 0) return;
  const rounds = [...new Set(told.map(({ roundId }) => roundId))];
  const kept = await db
    .selectFrom('answers_seen')
    .select(['round_id', 'document_id'])
    .where('person_id', '=', personId)
    .where('round_id', 'in', rounds)
    .execute();
  const known = new Set(kept.map((row) => `${row.round_id} ${row.document_id}`));
  const fresh = told.filter(({ roundId, documentId }) => !known.has(`${roundId} ${documentId}`));
  if (fresh.length === 0) return;
  // As one value: a round may hold more documents than a statement takes parameters.
  await sql`insert into answers_seen (round_id, document_id, person_id, at)
    select value ->> 'roundId', value ->> 'documentId', ${personId}, ${at}
    from json_each(${JSON.stringify(fresh.map(({ roundId, documentId }) => ({ roundId, documentId })))})
    where true on conflict do nothing`.execute(db);
}

/**
 * Who was told what auditors found in these documents, in whichever round: whoever knows how a version was graded does
 * not grade it alone when a later round asks for it again.
 */
export async function selectKnownBy(
  db: Kysely<WorkspaceTables>,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ documentId: string; personId: string }>`
    select distinct document_id as "documentId", person_id as "personId" from answers_seen
    where document_id in (select value from json_each(${JSON.stringify(documentIds)}))`.execute(db);
  return new Map(
    [...Map.groupBy(rows, (row) => row.documentId)].map(([id, list]) => [id, list.map(({ personId }) => personId)]),
  );
}

/** Who was told in a round what auditors found in its documents, by document; of one document where it is named. */
export async function selectSeenBy(
  db: Kysely<WorkspaceTables>,
  roundId: string,
  documentId?: string,
): Promise<Map<string, string[]>> {
  let select = db
    .selectFrom('answers_seen')
    .select(['document_id as documentId', 'person_id as personId'])
    .where('round_id', '=', roundId);
  if (documentId !== undefined) select = select.where('document_id', '=', documentId);
  const rows = await select.execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.documentId)].map(([id, list]) => [id, list.map(({ personId }) => personId)]),
  );
}
