import type { Transaction } from 'kysely';
import { insertAssignment } from '../assignments/insert-assignment.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/**
 * Only who is asked to audit a document begins an audit of it. Where the QA lead has assigned nobody in the round, as in
 * a small panel, an auditor asks themselves. Throws Refusal NOT_ASSIGNED, NOT_FILED, CONFLICT_OF_INTEREST or ANSWERS_SHOWN. Gives whether it is a calibration.
 */
export async function ensureAssigned(
  trx: Transaction<WorkspaceTables>,
  { roundId, documentId, caller, at }: { roundId: string; documentId: string; caller: Caller; at: string },
): Promise<boolean> {
  const live = await trx
    .selectFrom('assignment')
    .select(['document_id', 'auditor_id', 'assigned_by', 'is_calibration'])
    .where('round_id', '=', roundId)
    .where('state', '=', 'assigned')
    .execute();
  const own = live.find((row) => row.document_id === documentId && row.auditor_id === caller.id);
  if (own) return own.is_calibration === 1;
  // A calibration document is handed to all at once: that hands out no other, and nobody takes it by themselves.
  const isHandedOut = (row: (typeof live)[number]): boolean =>
    row.assigned_by !== row.auditor_id && (row.is_calibration === 0 || row.document_id === documentId);
  if (live.some(isHandedOut)) {
    throw new Refusal(
      'NOT_ASSIGNED',
      'You are not asked to audit this document.',
      'Ask the QA lead to assign it to you.',
    );
  }
  await insertAssignment(trx, { roundId, documentId, auditorId: caller.id, standards: null, dueOn: null }, caller, at);
  return false;
}
