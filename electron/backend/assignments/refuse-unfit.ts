import type { Transaction } from 'kysely';
import type { PersonFields } from '../../../shared/contract/people.ts';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectHeld } from './hand-over.ts';
import { refuseConflicts } from './refuse-conflicts.ts';

/**
 * Whoever holds audits that are not submitted stays somebody who can submit them: an auditor who comes in, and no manager of
 * the plan's team. Call it once their fields are changed. Throws Refusal HAS_OPEN_AUDITS or CONFLICT_OF_INTEREST.
 */
export async function refuseUnfit(
  trx: Transaction<WorkspaceTables>,
  personId: string,
  { roles, signsIn }: Pick<PersonFields, 'roles' | 'signsIn'>,
): Promise<void> {
  const held = await selectHeld(trx, personId);
  if (held.length === 0) return;
  if (!signsIn || !roles.includes('auditor')) {
    throw new Refusal(
      'HAS_OPEN_AUDITS',
      'This person is asked for audits that are not submitted.',
      'Move or withdraw them on the Round page first: nobody else can hand them in.',
    );
  }
  const plans = await trx
    .selectFrom('assignment')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('cycle.plan_id as id')
    .where('assignment.id', 'in', held)
    .execute();
  await refuseConflicts(trx, new Set(plans.map(({ id }) => id)));
}
