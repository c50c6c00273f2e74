import type { Kysely, Transaction } from 'kysely';
import type { WorkspaceTables } from '../workspace/schema.ts';

/**
 * Keeps the moment at which auditors' answers to a document were first shown to anyone but their authors; later ones
 * change nothing. From then on no audit of the document in that round can be reopened. Call it in the transaction that
 * shows them, once `areAnswersOpen` says so: the file itself refuses it before all who are asked have submitted.
 */
export async function recordAnswersShown(
  trx: Transaction<WorkspaceTables>,
  roundId: string,
  documentId: string,
  at: string,
): Promise<void> {
  if ((await answersShownAt(trx, roundId, documentId)) !== null) return;
  await trx.insertInto('answers_shown').values({ round_id: roundId, document_id: documentId, at }).execute();
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
