import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { NewRow, WorkspaceTables } from '../workspace/schema.ts';

type Settling = 'state' | 'evidence' | 'evidence_anchor' | 'evidence_document_id' | 'settled_at' | 'settled_by';

/** Adds an open action inside the caller's transaction, which records it; gives its id. */
export async function insertAction(
  trx: Transaction<WorkspaceTables>,
  action: Omit<NewRow<'action'>, 'id' | Settling> & { id?: string },
): Promise<string> {
  const id = action.id ?? randomUUID();
  await trx
    .insertInto('action')
    .values({
      ...action,
      id,
      state: 'open',
      evidence: '',
      evidence_anchor: null,
      evidence_document_id: null,
      settled_at: null,
      settled_by: null,
    })
    .execute();
  return id;
}
