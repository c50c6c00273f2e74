import { goodOrBetterGrades, gradesFromBest } from '../grading/grade-order.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { Sum } from './count-table.ts';
import type { StandardTally } from './tally.ts';

/** What counts of grades add up to. */

/** Columns in which grades are taken together. */
export const GOOD = 'good-or-better';
export const BELOW = 'below';

/** Grades add up to all that were graded; good and better to their sum, and the others to what is below. */
export function gradeSums(rubric: Rubric, key: string, total: string): Sum[] {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const [good, below] = splitAtGood(rubric, scale);
  return [
    { total, parts: scale.map((grade) => `${key}/${grade}`) },
    { total: `${key}/${GOOD}`, parts: good.map((grade) => `${key}/${grade}`) },
    { total: `${key}/${BELOW}`, parts: below.map((grade) => `${key}/${grade}`) },
    { total, parts: [`${key}/${GOOD}`, `${key}/${BELOW}`] },
  ];
}

/** The same of one standard, beside the plans to which it did not apply. */
export function standardSums(rubric: Rubric, population: string, row: StandardTally): Sum[] {
  const key = `${population}/standard/${row.id}`;
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const [good, below] = splitAtGood(rubric, scale);
  return [
    { total: `${key}/applied`, parts: scale.map((grade) => `${key}/${grade}`) },
    { total: `${key}/${GOOD}`, parts: good.map((grade) => `${key}/${grade}`) },
    { total: `${key}/${BELOW}`, parts: below.map((grade) => `${key}/${grade}`) },
    { total: `${key}/applied`, parts: [`${key}/${GOOD}`, `${key}/${BELOW}`] },
    { total: `${population}/total`, parts: [`${key}/applied`, `${key}/not-applicable`] },
  ];
}

function splitAtGood(rubric: Rubric, scale: readonly string[]): [string[], string[]] {
  const good = new Set(goodOrBetterGrades(rubric));
  return [scale.filter((grade) => good.has(grade)), scale.filter((grade) => !good.has(grade))];
}
