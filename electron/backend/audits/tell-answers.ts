import { type Kysely, sql, type Transaction } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { Graded } from './graded.ts';

/** Times that something is read before it is given up; each time somebody would have to open an audit just then. */
const MOST_TRIES = 3;

/**
 * Tells what auditors found, and keeps that it was told, as one step. What is told may take long to read, and nobody
 * could save meanwhile were that a transaction: it is read first, and in the transaction that keeps the telling it is
 * looked up whether any of it was closed since, because somebody was asked for it or an audit was opened again. Then
 * nothing is told, and it is read anew. Throws Refusal CHANGED_MEANWHILE where that never ends.
 */
export async function tellAnswers<Answer, Told extends Graded>(
  db: WorkspaceDb,
  read: () => Promise<{ answer: Answer; told: readonly Told[] }>,
  keep: (trx: Transaction<WorkspaceTables>, told: readonly Told[]) => Promise<void>,
): Promise<Answer> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { answer, told } = await read();
    if (told.length === 0) return answer;
    const isKept = await db.transaction().execute(async (trx) => {
      if (await areAnyClosed(trx, told)) return false;
      await keep(trx, told);
      return true;
    });
    if (isKept) return answer;
  }
  throw changedMeanwhile();
}

/** Throws Refusal CHANGED_MEANWHILE where somebody who is asked for one of these documents has not submitted. */
export async function refuseClosed(trx: Transaction<WorkspaceTables>, told: readonly Graded[]): Promise<void> {
  if (await areAnyClosed(trx, told)) throw changedMeanwhile();
}

async function areAnyClosed(db: Kysely<WorkspaceTables>, told: readonly Graded[]): Promise<boolean> {
  // As one value: a round may hold more documents than a statement takes parameters.
  const graded = JSON.stringify(told.map(({ roundId, documentId }) => ({ roundId, documentId })));
  const { rows } = await sql`
    select 1 from json_each(${graded}) told join assignment on assignment.document_id = told.value ->> 'documentId'
      and assignment.round_id = told.value ->> 'roundId' and assignment.state = 'assigned'
      left join audit on audit.round_id = assignment.round_id and audit.document_id = assignment.document_id
        and audit.auditor_id = assignment.auditor_id
    where audit.state is not 'submitted' limit 1`.execute(db);
  return rows.length > 0;
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    'CHANGED_MEANWHILE',
    'Somebody began to grade what this tells while it was being read.',
    'Open it again: what may be told then is shown.',
  );
}
