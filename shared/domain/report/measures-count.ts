import { goodOrBetterGrades, gradesFromBest, isAtLeast } from '../grading/grade-order.ts';
import type { Counted } from '../measures.ts';
import type { Count, Sum } from './count-table.ts';
import type { Tally } from './tally.ts';

/** What a measure counts in one population, under the names that the population's own tables give these counts. */
export interface CountedPart {
  /** Begins the three keys. */
  key: string;
  names: { n: string; others: string; of: string };
  n: number;
  of: number;
  sums: readonly Sum[];
  /** Counts in the sums that the population's own tables may not show. */
  unshown: readonly Count[];
}

/** Null where the version of the standards has no such grade or criterion, or the measure counts something else. */
export function countOfTally(tally: Tally, counted: Counted): CountedPart | null {
  if (counted.kind === 'good_or_better' || counted.kind === 'reviews_good_or_better') return goodOrBetter(tally);
  if (counted.kind === 'at_least') return atLeast(tally, counted.grade);
  return counted.kind === 'criterion_met' ? criterionMet(tally, counted.criterionId) : null;
}

/**
 * Several populations together; one alone is itself, so that the same quantity has the same key in every table. Each of
 * the three counts is the sum of the populations'.
 */
export function addUp(key: string, parts: readonly CountedPart[]): CountedPart {
  const [first, second] = parts;
  if (first === undefined) throw new RangeError('There is nothing to add up.');
  if (second === undefined) return { ...first, sums: [...first.sums, splitOf(first)] };
  const whole = {
    key,
    names: first.names,
    n: parts.reduce((sum, { n }) => sum + n, 0),
    of: parts.reduce((sum, { of }) => sum + of, 0),
  };
  const { n, others, of } = first.names;
  return {
    ...whole,
    unshown: parts.flatMap((part) => [...part.unshown, ...countsOf(part)]),
    sums: [
      ...parts.flatMap((part) => [...part.sums, splitOf(part)]),
      ...[n, others, of].map((name) => ({
        total: `${key}/${name}`,
        parts: parts.map((part) => `${part.key}/${name}`),
      })),
      splitOf(whole),
    ],
  };
}

function countsOf({ key, names, n, of }: CountedPart): Count[] {
  return [
    { key: `${key}/${names.n}`, n },
    { key: `${key}/${names.others}`, n: of - n },
    { key: `${key}/${names.of}`, n: of },
  ];
}

/** All are those counted and the others. */
function splitOf({ key, names }: Pick<CountedPart, 'key' | 'names'>): Sum {
  return { total: `${key}/${names.of}`, parts: [`${key}/${names.n}`, `${key}/${names.others}`] };
}

function goodOrBetter({ population: { key }, rubric, goodOrBetter: n, total }: Tally): CountedPart {
  const good = new Set(goodOrBetterGrades(rubric));
  return {
    key,
    names: { n: 'overall/good-or-better', others: 'overall/below', of: 'total' },
    n,
    of: total,
    unshown: [],
    sums: gradeSums(key, rubric, (grade) => good.has(grade), ['overall/good-or-better', 'overall/below']),
  };
}

function atLeast(tally: Tally, floor: string): CountedPart | null {
  const { population, rubric, grades, total } = tally;
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  if (!scale.includes(floor)) return null;
  const reached = scale.filter((grade) => isAtLeast(rubric, grade, floor));
  if (reached.join(' ') === goodOrBetterGrades(rubric).join(' ')) return goodOrBetter(tally);
  const names = { n: `overall/at-least-${floor}`, others: `overall/under-${floor}`, of: 'total' };
  return {
    key: population.key,
    names,
    n: reached.reduce((sum, grade) => sum + (grades.get(grade) ?? 0), 0),
    of: total,
    unshown: [],
    sums: gradeSums(population.key, rubric, (grade) => reached.includes(grade), [names.n, names.others]),
  };
}

function criterionMet({ population, criteria }: Tally, criterionId: string): CountedPart | null {
  const row = criteria.find(({ id }) => id === criterionId);
  if (row === undefined) return null;
  const { key } = population;
  const own = `criterion/${criterionId}`;
  const names = { n: `${own}/met`, others: `${own}/short`, of: `${own}/applied` };
  return {
    key,
    names,
    n: row.met,
    of: row.applied,
    unshown: [
      { key: `${key}/${own}/partly`, n: row.partly },
      { key: `${key}/${own}/not-met`, n: row.notMet },
      { key: `${key}/${own}/not-applicable`, n: row.notApplicable },
      { key: `${key}/total`, n: population.plans.length },
    ],
    sums: [
      { total: `${key}/${names.others}`, parts: [`${key}/${own}/partly`, `${key}/${own}/not-met`] },
      { total: `${key}/${names.of}`, parts: ['met', 'partly', 'not-met'].map((name) => `${key}/${own}/${name}`) },
      { total: `${key}/total`, parts: [`${key}/${names.of}`, `${key}/${own}/not-applicable`] },
    ],
  };
}

/** The grades on either side of a line add up to the two counts that it parts. */
function gradeSums(
  key: string,
  rubric: Tally['rubric'],
  isAbove: (grade: string) => boolean,
  [above, below]: readonly [string, string],
): Sum[] {
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  return [
    { total: `${key}/${above}`, parts: scale.filter(isAbove).map((grade) => `${key}/overall/${grade}`) },
    {
      total: `${key}/${below}`,
      parts: scale.filter((grade) => !isAbove(grade)).map((grade) => `${key}/overall/${grade}`),
    },
  ];
}
