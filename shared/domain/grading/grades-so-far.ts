import { populationOf } from '../report/report-populations.ts';

/**
 * Grades of a round for a screen that is looked at in passing. A grade that was told ends the time in which an audit may
 * be opened again, and keeps whoever was told from auditing the plan; nobody should do either by coming Home. So a plan
 * is counted here in one of two ways: it was told to this viewer before, by a deliberate act; or it is one of five of its
 * population that came together. One plan's distribution is its grade, and so is the difference of two distributions
 * that are one plan apart: hence never fewer than five, and always five at a time, in the order in which they were ready.
 *
 * What remains: five plans of one grade tell that grade. It is told of none that the viewer was ever asked to audit, as
 * long as its answers were not shown.
 */

/** Five: with fewer, whoever knows all but one of the grades (as their auditor) could tell the last. */
export const PLANS_AT_A_TIME = 5;

export interface ReadyPlan {
  documentId: string;
  planType: string;
  stage: string;
  grade: string;
  /** The viewer was told its grade before, or is the only one who gave it. */
  isKnown: boolean;
  /** ISO time from which it could be counted for this viewer. */
  readyAt: string;
}

export interface GradesOfPopulation {
  id: string;
  label: string;
  /** Plan versions that all who were asked have submitted, as far as the viewer may be told of them at all. */
  ready: number;
  /** Of these, those whose grades are counted. */
  counted: number;
  /** How many have each grade; grades that none has are left out. */
  grades: { grade: string; count: number }[];
}

/** What may be counted, by population (drafts and finals, new and amended are never mixed). */
export function gradesSoFar(plans: readonly ReadyPlan[]): GradesOfPopulation[] {
  const groups = Map.groupBy(plans, (plan) => populationOf(plan).id);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ key: populationOf(first), group }];
    })
    .toSorted((a, b) => a.key.order - b.key.order || (a.key.id < b.key.id ? -1 : 1))
    .map(({ key, group }) => {
      const counted = countable(group);
      return {
        id: key.id,
        label: key.label,
        ready: group.length,
        counted: counted.length,
        grades: [...Map.groupBy(counted, ({ grade }) => grade)].map(([grade, { length }]) => ({
          grade,
          count: length,
        })),
      };
    });
}

function countable(plans: readonly ReadyPlan[]): ReadyPlan[] {
  const others = plans
    .filter(({ isKnown }) => !isKnown)
    .toSorted((a, b) => compare(a.readyAt, b.readyAt) || compare(a.documentId, b.documentId));
  const whole = others.length - (others.length % PLANS_AT_A_TIME);
  return [...plans.filter(({ isKnown }) => isKnown), ...others.slice(0, whole)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
