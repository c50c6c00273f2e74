import { type HalfTermDates, sortHalfTerms } from '../half-term.ts';
import type { SettledPlan } from './settled-plan.ts';

/**
 * What has been told of single plans in anything that was published: which plan versions, and as what. Together with the
 * half-terms that were told of it says what may not be told otherwise any more.
 */
export interface ToldPlans {
  /** By `versionOf`: as each was told of; null where it was before that was kept, and is taken as it is now. */
  plans: ReadonlyMap<string, SettledPlan | null>;
  /** Half-terms of which figures are out; those of `plans` are too. */
  halfTermIds: ReadonlySet<string>;
}

/** What a publishable edition may count. */
export interface ToldOnce {
  plans: SettledPlan[];
  /** Plans that were settled after their half-term had been published: counted with a later one, or not yet. */
  late: readonly SettledPlan[];
}

/**
 * Each plan version is told of once: as it was when figures of it were first published, and among those with which it was
 * published then. A plan that is settled after its half-term was published is counted with the first half-term after all
 * that are out, as registers count a late entry in the year in which it is made; until that one is published, and where
 * the calendar has none, with none. What a panel changes of a published plan stays with the internal edition.
 *
 * So no count that is out ever becomes another, and two editions have no difference: neither the few plans that have come
 * since, nor that none of them was of some kind, can be worked out from what they tell together.
 */
export function toldOnce(
  settled: readonly SettledPlan[],
  told: ToldPlans,
  calendar: readonly HalfTermDates[],
): ToldOnce {
  const out = new Set([...told.halfTermIds, ...[...told.plans.values()].flatMap((plan) => plan?.halfTermId ?? [])]);
  const sorted = sortHalfTerms(calendar);
  const next = sorted[sorted.findLastIndex(({ id }) => out.has(id)) + 1];
  // Among the others of its first panel: a month of their own would set the few apart.
  const [firstPanel] = settled
    .flatMap(({ halfTermId, panelDate }) => (halfTermId === next?.id ? [panelDate] : []))
    .toSorted();
  const plans: SettledPlan[] = [];
  const late: SettledPlan[] = [];
  for (const plan of settled) {
    const before = told.plans.get(versionOf(plan));
    if (before !== undefined) {
      if (before === null) plans.push(plan);
    } else if (!out.has(plan.halfTermId)) {
      plans.push(plan);
    } else {
      late.push(plan);
      if (next !== undefined) plans.push({ ...plan, halfTermId: next.id, panelDate: firstPanel ?? next.start });
    }
  }
  for (const plan of told.plans.values()) if (plan !== null) plans.push(plan);
  return { plans, late };
}

/** A plan version in a round, by its name in `ToldPlans`. */
export function versionOf({ roundId, documentId }: Pick<SettledPlan, 'roundId' | 'documentId'>): string {
  return `${roundId} ${documentId}`;
}
