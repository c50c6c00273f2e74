import type { Kysely } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** Under which audit somebody draws links; nulls for whoever is not asked to audit the document. */
export interface DrawnUnder {
  roundId: string | null;
  auditId: string | null;
}

/**
 * Whoever is asked to audit a document draws its thread as part of that audit: once it is begun, until it is submitted.
 * Anybody else who may read plans draws for themselves. Throws Refusal AUDIT_NOT_BEGUN or ALREADY_SUBMITTED.
 */
export async function drawnUnder(
  db: Kysely<WorkspaceTables>,
  personId: string,
  documentId: string,
): Promise<DrawnUnder> {
  const asked = await db
    .selectFrom('assignment')
    .innerJoin('round', 'round.id', 'assignment.round_id')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.round_id', '=', 'assignment.round_id')
        .onRef('audit.document_id', '=', 'assignment.document_id')
        .onRef('audit.auditor_id', '=', 'assignment.auditor_id'),
    )
    .select(['assignment.round_id as roundId', 'audit.id as auditId', 'audit.state as state'])
    .where('assignment.document_id', '=', documentId)
    .where('assignment.auditor_id', '=', personId)
    .where('assignment.state', '=', 'assigned')
    .orderBy('round.panel_date', 'desc')
    .execute();
  if (asked.length === 0) return { roundId: null, auditId: null };
  const begun = asked.find(({ auditId, state }) => auditId !== null && state !== 'submitted');
  if (begun) return { roundId: begun.roundId, auditId: begun.auditId };
  if (asked.some(({ auditId }) => auditId === null)) {
    throw new Refusal(
      'AUDIT_NOT_BEGUN',
      'You are asked to audit this document, and have not begun.',
      'Begin the audit: the links you draw are part of it.',
    );
  }
  throw new Refusal(
    'ALREADY_SUBMITTED',
    'Your audit of this document is submitted.',
    'The links are as you handed them in. Reopen the audit to change them, as long as that can be done.',
  );
}
