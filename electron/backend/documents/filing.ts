import type { Transaction } from 'kysely';
import type { FilingSuggestion } from '../../../shared/contract/documents.ts';
import type { PlanFields } from '../../../shared/contract/plans.ts';
import { insertPlan } from '../plans/plan-rows.ts';
import { notFound } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** Where a filed document belongs: a plan that is there, or one to be made with it. */
export type FilingTarget = { kind: 'existing'; planId: string } | { kind: 'new'; fields: PlanFields };

/** The cycle that a document is filed under: the plan's current one, or that of a plan made with it. */
export async function cycleFor(
  trx: Transaction<WorkspaceTables>,
  target: FilingTarget,
  at: string,
): Promise<{ planId: string; cycleId: string }> {
  if (target.kind === 'new') return insertPlan(trx, target.fields, at);
  const cycle = await trx
    .selectFrom('cycle')
    .select(['id', 'plan_id'])
    .where('plan_id', '=', target.planId)
    .where('is_current', '=', 1)
    .executeTakeFirst();
  if (!cycle) throw notFound('plan');
  return { planId: cycle.plan_id, cycleId: cycle.id };
}

/** Why a waiting document may belong to a plan, likeliest (rank 0) first; null where nothing speaks for it. */
export function reasonToMatch(
  plan: { reference: string; name: string | null; dateOfBirth: string | null },
  cover: FilingSuggestion['cover'],
  dateOfBirth: string | null,
): { rank: number; words: string } | null {
  const sameReference = cover.reference !== null && same(cover.reference, plan.reference);
  const sameName = cover.name !== null && plan.name !== null && same(cover.name, plan.name);
  const sameBirth = dateOfBirth !== null && dateOfBirth === plan.dateOfBirth;
  if (sameReference) return { rank: 0, words: 'Same reference' };
  if (sameName && sameBirth) return { rank: 1, words: 'Same name and date of birth' };
  if (sameName) return { rank: 2, words: 'Same name' };
  if (sameBirth) return { rank: 3, words: 'Same date of birth' };
  return null;
}

function same(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return plain(one) !== '' && plain(one) === plain(other);
}
