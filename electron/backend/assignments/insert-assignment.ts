import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { selectKnownBy, selectSeenBy } from '../audits/answers-seen.ts';
import { answersShownAt } from '../audits/answers-shown.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectAgreed, selectConflicted } from './assignments-queries.ts';

/** Stores one assignment, in the order in which it could go wrong. `kept` is the standards column as it was. */
export async function insertAssignment(
  trx: Transaction<WorkspaceTables>,
  input: {
    roundId: string;
    documentId: string;
    auditorId: string;
    standards: readonly string[] | null;
    dueOn: string | null;
    kept?: string | null;
  },
  assignedBy: { id: string },
  at: string,
): Promise<string> {
  const round = await trx.selectFrom('round').select('id').where('id', '=', input.roundId).executeTakeFirst();
  if (!round) throw notFound('round');
  const document = await trx
    .selectFrom('document')
    .select('cycle_id')
    .where('id', '=', input.documentId)
    .executeTakeFirst();
  if (!document) throw notFound('document');
  if (document.cycle_id === null) {
    throw new Refusal(
      'NOT_FILED',
      'This document is not filed under a plan yet.',
      'File it on the Plans page, then assign it.',
    );
  }
  const auditor = await trx
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .select('person.id')
    .where('person.id', '=', input.auditorId)
    .where('person.is_active', '=', 1)
    .where('person_role.role', '=', 'auditor')
    .executeTakeFirst();
  if (!auditor) {
    throw new Refusal(
      'NOT_AN_AUDITOR',
      'This person is no auditor of the round.',
      'Give them the role of auditor first, or choose someone else.',
    );
  }
  const conflicted = (await selectConflicted(trx, [input.documentId])).get(input.documentId) ?? [];
  if (conflicted.includes(input.auditorId)) throw conflictOfInterest();
  const taken = await trx
    .selectFrom('assignment')
    .select('id')
    .where('round_id', '=', input.roundId)
    .where('document_id', '=', input.documentId)
    .where('auditor_id', '=', input.auditorId)
    .where('state', '=', 'assigned')
    .executeTakeFirst();
  if (taken) {
    throw new Refusal('ALREADY_ASSIGNED', 'This person has that plan already.', 'Choose someone else.');
  }
  if ((await selectAgreed(trx, input.roundId)).has(input.documentId)) {
    throw new Refusal(
      'ALREADY_AGREED',
      'The panel has agreed this document.',
      'Take that back in moderation first: another auditor’s answers would not be in it.',
    );
  }
  // Who comes to a calibration document later grades it to compare, like everyone.
  const calibration = await trx
    .selectFrom('calibration')
    .select('document_id')
    .where('round_id', '=', input.roundId)
    .where('document_id', '=', input.documentId)
    .executeTakeFirst();
  // A calibration is of a plan that may have been graded before: it counts nowhere, and is to be talked about.
  const seen = await (calibration === undefined
    ? selectKnownBy(trx, [input.documentId])
    : selectSeenBy(trx, input.roundId, input.documentId));
  if (seen.get(input.documentId)?.includes(input.auditorId) === true) throw hasSeenAnswers();
  if ((await answersShownAt(trx, input.roundId, input.documentId)) !== null) {
    await refuseWhoMayHaveSeen(trx, input, assignedBy);
  }
  const id = randomUUID();
  await trx
    .insertInto('round_document')
    .values({ round_id: input.roundId, document_id: input.documentId, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('assignment')
    .values({
      id,
      round_id: input.roundId,
      document_id: input.documentId,
      auditor_id: input.auditorId,
      standards: input.kept ?? (input.standards === null ? null : JSON.stringify(input.standards)),
      due_on: input.dueOn,
      state: 'assigned',
      is_calibration: calibration === undefined ? 0 : 1,
      reason: '',
      assigned_at: at,
      assigned_by: assignedBy.id,
      ended_at: null,
    })
    .execute();
  return id;
}

/**
 * A third auditor may be asked once others' answers were shown, but nobody who could have seen them: not whoever was asked
 * before and then was not, nor whoever asks themselves.
 */
async function refuseWhoMayHaveSeen(
  trx: Transaction<WorkspaceTables>,
  input: { roundId: string; documentId: string; auditorId: string },
  assignedBy: { id: string },
): Promise<void> {
  const before = await trx
    .selectFrom('assignment')
    .select('id')
    .where('round_id', '=', input.roundId)
    .where('document_id', '=', input.documentId)
    .where('auditor_id', '=', input.auditorId)
    .executeTakeFirst();
  if (before === undefined && assignedBy.id !== input.auditorId) return;
  throw new Refusal(
    'ANSWERS_SHOWN',
    'Auditors’ answers to this document have been shown.',
    'Ask somebody who cannot have seen them: the QA lead chooses who.',
  );
}

/** Whoever has read the others' answers or their figures would not grade alone. */
function hasSeenAnswers(): Refusal {
  return new Refusal(
    'HAS_SEEN_ANSWERS',
    'This person has seen what others found in this plan.',
    'Choose someone who has looked neither at its moderation nor at a round’s figures since it was graded.',
  );
}

/**
 * Nobody audits a plan that they wrote, supervised, advised on or signed off (the rubric's conflict rule). A locality manager
 * supervises the plans of their team.
 */
function conflictOfInterest(): Refusal {
  return new Refusal(
    'CONFLICT_OF_INTEREST',
    'This person had a hand in the plan.',
    'Nobody audits a plan that they wrote, supervised, advised on or signed off, or of a team that they manage: choose someone else.',
  );
}
