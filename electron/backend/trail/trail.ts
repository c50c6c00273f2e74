import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { RawDatabase } from '../workspace/cipher.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** The hash before the first entry. */
export const FIRST_HASH = '0'.repeat(64);

export type EventDetail = Record<string, string | number | boolean | null>;

export interface NewEvent {
  at: string;
  personId: string | null;
  /** noun.verb, as in the contract. */
  action: string;
  subjectId: string | null;
  /** Ids, codes and digests only: never a plan's text or a name, so that erasing a plan leaves the chain whole. */
  detail?: EventDetail;
}

/** Adds one entry to the trail, chained to the one before. Only ever called inside the transaction that it records. */
export async function recordEvent(trx: Transaction<WorkspaceTables>, event: NewEvent): Promise<void> {
  const last = await trx
    .selectFrom('event')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: event.at,
    person_id: event.personId,
    action: event.action,
    subject_id: event.subjectId,
    detail: JSON.stringify(event.detail ?? {}),
    previous_hash: last?.hash ?? FIRST_HASH,
  };
  await trx
    .insertInto('event')
    .values({ ...entry, hash: hashOf(entry) })
    .execute();
}

/** SHA-256 of what is put down here, for details that must not be readable in the trail. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Walks the whole chain; gives the number of the first entry that does not fit, or null. */
export function firstBrokenEvent(raw: RawDatabase): number | null {
  let previous = { sequence: 0, hash: FIRST_HASH };
  for (const row of raw.prepare<[], EventRow>('select * from event order by sequence').iterate()) {
    const fits =
      row.sequence === previous.sequence + 1 && row.previous_hash === previous.hash && row.hash === hashOf(row);
    if (!fits) return row.sequence;
    previous = row;
  }
  return null;
}

type EventRow = WorkspaceTables['event'];

function hashOf(entry: Omit<EventRow, 'hash'>): string {
  const parts = [
    entry.sequence,
    entry.at,
    entry.person_id,
    entry.action,
    entry.subject_id,
    entry.detail,
    entry.previous_hash,
  ];
  return digestOf(JSON.stringify(parts));
}
