import type { Transaction } from 'kysely';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

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
    .innerJoin('cycle as own', 'own.id', 'document.cycle_id')
    .innerJoin('cycle', 'cycle.plan_id', 'own.plan_id')
    .innerJoin('cycle_person', (join) =>
      join
        .onRef('cycle_person.cycle_id', '=', 'cycle.id')
        .onRef('cycle_person.person_id', '=', 'assignment.auditor_id'),
    )
    .innerJoin('plan', 'plan.id', 'own.plan_id')
    .innerJoin('person', 'person.id', 'assignment.auditor_id')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.round_id', '=', 'assignment.round_id')
        .onRef('audit.document_id', '=', 'assignment.document_id')
        .onRef('audit.auditor_id', '=', 'assignment.auditor_id'),
    )
    .select(['plan.id as planId', 'plan.reference as reference', 'person.name as name'])
    .distinct()
    .where('assignment.state', '=', 'assigned')
    .where((eb) => eb.or([eb('audit.state', 'is', null), eb('audit.state', '!=', 'submitted')]))
    .orderBy('plan.reference_key')
    .orderBy('person.name')
    .execute();
  const conflicts = rows.filter(({ planId }) => planIds.has(planId));
  if (conflicts.length === 0) return;
  const named = conflicts.slice(0, MOST_NAMED).map(({ reference, name }) => `${reference} is with ${name}`);
  const more = conflicts.length - named.length;
  throw new Refusal(
    'CONFLICT_OF_INTEREST',
    'Somebody who is asked to audit a plan would come to have had a hand in it.',
    `Move or withdraw it on the Round page first. ${named.join('; ')}${more === 0 ? '' : `; and ${more} more`}.`,
  );
}

const MOST_NAMED = 5;
