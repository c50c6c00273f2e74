import type { Caller } from '../caller.ts';
import { notFound } from '../refusal.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { selectOpenDocuments } from './open-answers.ts';

/** Under so many audits the median would tell one person's time. */
const FEWEST_AUDITS = 3;

/**
 * Adds to the time at work on an open audit, in seconds. It comes every minute and says nothing of what was done, so it
 * is no entry in the trail.
 */
export async function addTime(
  db: WorkspaceDb,
  caller: Caller,
  auditId: string,
  seconds: number,
): Promise<{ activeSeconds: number }> {
  await db
    .updateTable('audit')
    .set(({ eb }) => ({ active_seconds: eb('active_seconds', '+', seconds) }))
    .where('id', '=', auditId)
    .where('auditor_id', '=', caller.id)
    .where('state', '=', 'open')
    .execute();
  const row = await db
    .selectFrom('audit')
    .select('active_seconds as activeSeconds')
    .where('id', '=', auditId)
    .where('auditor_id', '=', caller.id)
    .executeTakeFirst();
  if (!row) throw notFound('audit');
  return row;
}

/** The median of the seconds that a round's audits took; calibration, and documents that not all have submitted, left out. */
export async function timeTaken(
  db: WorkspaceDb,
  roundId: string,
): Promise<{ audits: number; medianSeconds: number | null }> {
  const open = await selectOpenDocuments(db, roundId);
  const rows = await db
    .selectFrom('audit')
    .select(['document_id as documentId', 'active_seconds as seconds'])
    .where('round_id', '=', roundId)
    .where('state', '=', 'submitted')
    .where('is_calibration', '=', 0)
    .where('active_seconds', '>', 0)
    .execute();
  const seconds = rows.filter(({ documentId }) => open.has(documentId)).map((row) => row.seconds);
  return { audits: seconds.length, medianSeconds: seconds.length < FEWEST_AUDITS ? null : medianOf(seconds) };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return Math.round((upper + lower) / 2);
}
