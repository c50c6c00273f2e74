import type { Transaction } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectConflicted } from './assignments-queries.ts';

/**
 * Whoever is asked to audit a plan and has not submitted may turn out to have had a hand in it, when the register or where
 * a document is filed changes. What was submitted stays: the register tells the truth of it. Throws Refusal
 * CONFLICT_OF_INTEREST.
 */
export async function refuseConflicts(trx: Transaction<WorkspaceTables>, planIds: ReadonlySet<string>): Promise<void> {
  // Those that are under way are few, whatever the number of plans.
  const rows = await trx
    .selectFrom('assignment')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .innerJoin('person', 'person.id', 'assignment.auditor_id')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.round_id', '=', 'assignment.round_id')
        .onRef('audit.document_id', '=', 'assignment.document_id')
        .onRef('audit.auditor_id', '=', 'assignment.auditor_id'),
    )
    .select([
      'document.id as documentId',
      'plan.id as planId',
      'plan.reference as reference',
      'person.id as personId',
      'person.name as name',
    ])
    .where('assignment.state', '=', 'assigned')
    .where((eb) => eb.or([eb('audit.state', 'is', null), eb('audit.state', '!=', 'submitted')]))
    .orderBy('plan.reference_key')
    .orderBy('person.name')
    .execute();
  const asked = rows.filter(({ planId }) => planIds.has(planId));
  const conflicted = await selectConflicted(trx, [...new Set(asked.map(({ documentId }) => documentId))]);
  const conflicts = [
    ...new Set(
      asked
        .filter(({ documentId, personId }) => conflicted.get(documentId)?.includes(personId) === true)
        .map(({ reference, name }) => `${reference} is with ${name}`),
    ),
  ];
  if (conflicts.length === 0) return;
  const named = conflicts.slice(0, MOST_NAMED);
  const more = conflicts.length - named.length;
  throw new Refusal(
    'CONFLICT_OF_INTEREST',
    'Somebody who is asked to audit a plan would come to have had a hand in it.',
    `Move or withdraw it on the Round page first. ${named.join('; ')}${more === 0 ? '' : `; and ${more} more`}.`,
  );
}

const MOST_NAMED = 5;
