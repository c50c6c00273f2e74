import { createHash } from 'node:crypto';
import type { RawDatabase } from '../../electron/backend/workspace/cipher.ts';

/** Puts entries behind the trail, each chained to the one before as the application does it. */
export function insertEvents({ raw, leadId }: { raw: RawDatabase; leadId: string }, count: number): void {
  const insert = raw.prepare(
    `insert into event (sequence, at, person_id, action, subject_id, detail, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const last = raw
    .prepare<[], { sequence: number; hash: string }>('select sequence, hash from event order by sequence desc limit 1')
    .get();
  let hash = last?.hash ?? '0'.repeat(64);
  const first = (last?.sequence ?? 0) + 1;
  for (let sequence = first; sequence < first + count; sequence += 1) {
    const entry = [sequence, '2026-11-02T09:30:00.000Z', leadId, 'audit.saveAnswer', leadId, '{}', hash] as const;
    hash = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
    insert.run(...entry, hash);
  }
}
