import type { Transaction } from 'kysely';
import { notFound, Refusal } from '../refusal.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { insertAssignment } from './insert-assignment.ts';

type Trx = Transaction<WorkspaceTables>;

/** An assignment that may still be changed. Throws NOT_FOUND, or Refusal ALREADY_SUBMITTED. */
export async function liveAssignment(trx: Trx, assignmentId: string): Promise<Row<'assignment'>> {
  const row = await trx.selectFrom('assignment').selectAll().where('id', '=', assignmentId).executeTakeFirst();
  if (!row || row.state !== 'assigned') throw notFound('assignment');
  const audit = await trx
    .selectFrom('audit')
    .select('state')
    .where('round_id', '=', row.round_id)
    .where('document_id', '=', row.document_id)
    .where('auditor_id', '=', row.auditor_id)
    .executeTakeFirst();
  if (audit?.state === 'submitted') {
    throw new Refusal(
      'ALREADY_SUBMITTED',
      'This audit was submitted and is locked.',
      'It counts in the round; leave it as it is.',
    );
  }
  return row;
}

/** Takes an assignment back with a reason. Throws as `liveAssignment` does. */
export async function withdrawAssignment(trx: Trx, assignmentId: string, reason: string, at: string): Promise<void> {
  await liveAssignment(trx, assignmentId);
  await trx
    .updateTable('assignment')
    .set({ state: 'withdrawn', reason, ended_at: at })
    .where('id', '=', assignmentId)
    .execute();
}

/**
 * Hands an assignment to somebody else, with its standards and its date. Throws as `liveAssignment` and
 * `insertAssignment` do. Gives the new assignment's id.
 */
export async function moveAssignment(
  trx: Trx,
  { assignmentId, auditorId, reason }: { assignmentId: string; auditorId: string; reason: string },
  caller: { id: string },
  at: string,
): Promise<string> {
  const row = await liveAssignment(trx, assignmentId);
  await trx
    .updateTable('assignment')
    .set({ state: 'moved', reason, ended_at: at })
    .where('id', '=', assignmentId)
    .execute();
  return insertAssignment(
    trx,
    {
      roundId: row.round_id,
      documentId: row.document_id,
      auditorId,
      standards: null,
      dueOn: row.due_on,
      kept: row.standards,
    },
    caller,
    at,
  );
}
