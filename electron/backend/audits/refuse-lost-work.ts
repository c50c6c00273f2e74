import type { Transaction } from 'kysely';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/**
 * A document that goes, or goes elsewhere, takes its audits along: only the QA lead does that to another auditor's work. Throws Refusal
 * OTHERS_AUDIT.
 */
export async function refuseLostWork(
  trx: Transaction<WorkspaceTables>,
  caller: Caller,
  documentId: string,
): Promise<void> {
  if (caller.roles.includes('qa_lead')) return;
  const others = await trx
    .selectFrom('audit')
    .select('id')
    .where('document_id', '=', documentId)
    .where('auditor_id', '<>', caller.id)
    .executeTakeFirst();
  if (!others) return;
  throw new Refusal(
    'OTHERS_AUDIT',
    'Somebody else has begun to audit this document.',
    'Ask the QA lead: what they answered goes where the document goes.',
  );
}
