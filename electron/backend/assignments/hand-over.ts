import type { Transaction } from 'kysely';
import { Refusal } from '../refusal.ts';
import { digestOf, type EventDetail } from '../trail/trail.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { moveAssignment, withdrawAssignment } from './end-assignment.ts';

/** What becomes of one open audit of somebody who leaves: it goes to somebody else, or back; and why. */
export interface HandOver {
  reason: string;
  audits: readonly { assignmentId: string; auditorId: string | null }[];
}

/**
 * Hands over or takes back every audit that a person holds and has not submitted, in the transaction in which they
 * leave, so that none stays with somebody who is gone. Throws Refusal HAS_OPEN_AUDITS where one is not spoken of, and as
 * moving and withdrawing do. Gives what the trail keeps of it.
 */
export async function handOverAudits(
  trx: Transaction<WorkspaceTables>,
  personId: string,
  handOver: HandOver | null,
  caller: { id: string },
  at: string,
): Promise<EventDetail> {
  const held = await selectHeld(trx, personId);
  const spoken = new Map((handOver?.audits ?? []).map(({ assignmentId, auditorId }) => [assignmentId, auditorId]));
  if (held.some((id) => !spoken.has(id)) || spoken.size > held.length) {
    throw new Refusal(
      'HAS_OPEN_AUDITS',
      'This person is asked for audits that are not submitted.',
      'Say of each who takes it over, or that it is withdrawn.',
    );
  }
  if (handOver === null || held.length === 0) return {};
  const { reason } = handOver;
  let moved = 0;
  for (const assignmentId of held) {
    const auditorId = spoken.get(assignmentId) ?? null;
    if (auditorId === null) await withdrawAssignment(trx, assignmentId, reason, at);
    else {
      await moveAssignment(trx, { assignmentId, auditorId, reason }, caller, at);
      moved += 1;
    }
  }
  return { moved, withdrawn: held.length - moved, reason: digestOf(reason) };
}

/** Live assignments of a person, of any round, that are not submitted. */
export async function selectHeld(trx: Transaction<WorkspaceTables>, personId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('assignment')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.round_id', '=', 'assignment.round_id')
        .onRef('audit.document_id', '=', 'assignment.document_id')
        .onRef('audit.auditor_id', '=', 'assignment.auditor_id'),
    )
    .select('assignment.id as id')
    .where('assignment.auditor_id', '=', personId)
    .where('assignment.state', '=', 'assigned')
    .where((eb) => eb.or([eb('audit.state', 'is', null), eb('audit.state', '!=', 'submitted')]))
    .orderBy('assignment.assigned_at')
    .orderBy('assignment.id')
    .execute();
  return rows.map(({ id }) => id);
}
