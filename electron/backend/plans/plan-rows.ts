import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type PlanFields, planFieldsSchema } from '../../../shared/contract/plans.ts';
import { referenceKey } from '../../../shared/domain/register/reference-key.ts';
import { Refusal } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { refreshStanding } from './standing.ts';

type Trx = Transaction<WorkspaceTables>;

/** Adds a plan with its first cycle inside the caller's transaction. Throws Refusal REFERENCE_TAKEN. */
export async function insertPlan(
  trx: Trx,
  fields: PlanFields,
  at: string,
): Promise<{ planId: string; cycleId: string }> {
  await refuseTakenReference(trx, fields.reference, null);
  const planId = randomUUID();
  const cycleId = randomUUID();
  await trx
    .insertInto('plan')
    .values({ id: planId, ...planRow(fields), created_at: at })
    .execute();
  await trx
    .insertInto('cycle')
    .values({ id: cycleId, plan_id: planId, sequence: 1, ...cycleRow(fields), created_at: at })
    .execute();
  await refreshStanding(trx, [cycleId]);
  return { planId, cycleId };
}

/** Writes a plan's fields and those of its current cycle. Throws Refusal REFERENCE_TAKEN. */
export async function updatePlan(trx: Trx, planId: string, cycleId: string, fields: PlanFields): Promise<void> {
  await refuseTakenReference(trx, fields.reference, planId);
  await trx.updateTable('plan').set(planRow(fields)).where('id', '=', planId).execute();
  await trx.updateTable('cycle').set(cycleRow(fields)).where('id', '=', cycleId).execute();
  await refreshStanding(trx, [cycleId]);
}

export function planRow(input: PlanFields) {
  const fields = planFieldsSchema.parse(input);
  return {
    reference: fields.reference,
    reference_key: referenceKey(fields.reference),
    initials: fields.initials,
    name: fields.name,
    date_of_birth: fields.dateOfBirth,
    primary_need: fields.primaryNeed,
    locality: fields.locality,
    team: fields.team,
    is_looked_after: asNumber(fields.isLookedAfter),
    is_known_to_social_care: asNumber(fields.isKnownToSocialCare),
  };
}

export function cycleRow(input: PlanFields) {
  const { planType, ncYear, setting, settingType } = planFieldsSchema.parse(input);
  return { plan_type: planType, nc_year: ncYear, setting, setting_type: settingType };
}

/** SQLite has no yes or no. */
export function asNumber(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

export function asBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}

async function refuseTakenReference(trx: Trx, reference: string, exceptPlanId: string | null): Promise<void> {
  const taken = await trx.selectFrom('plan').select('id').where('reference', '=', reference).executeTakeFirst();
  if (taken && taken.id !== exceptPlanId) {
    throw new Refusal(
      'REFERENCE_TAKEN',
      'Another plan has this reference.',
      'Choose that plan in the list, or give this one its own reference.',
    );
  }
}
