import type { Grade, Rubric } from '../rubric/rubric.ts';

/** Which grade is better: by the scale's own order (1 is the best), never by its name or its place in the list. */

const sortedScales = new WeakMap<Rubric['gradeScale'], readonly Grade[]>();

/** The grades of a rubric from the best to the lowest. */
export function gradesFromBest(rubric: Pick<Rubric, 'gradeScale'>): readonly Grade[] {
  let sorted = sortedScales.get(rubric.gradeScale);
  if (sorted === undefined) {
    sorted = rubric.gradeScale.toSorted((a, b) => a.order - b.order);
    sortedScales.set(rubric.gradeScale, sorted);
  }
  return sorted;
}

/** 0 for the best grade. Throws a RangeError for a grade that the scale does not have. */
export function gradeRank(rubric: Pick<Rubric, 'gradeScale'>, grade: string): number {
  const rank = gradesFromBest(rubric).findIndex((candidate) => candidate.id === grade);
  if (rank === -1) throw new RangeError(`The grade scale has no grade "${grade}".`);
  return rank;
}

/** True where `grade` is `floor` or better. */
export function isAtLeast(rubric: Pick<Rubric, 'gradeScale'>, grade: string, floor: string): boolean {
  return gradeRank(rubric, grade) <= gradeRank(rubric, floor);
}

/** Negative where `a` is better than `b`: sorts the best first. */
export function compareGrades(rubric: Pick<Rubric, 'gradeScale'>, a: string, b: string): number {
  return gradeRank(rubric, a) - gradeRank(rubric, b);
}

export function lowerGrade(rubric: Pick<Rubric, 'gradeScale'>, a: string, b: string): string {
  return compareGrades(rubric, a, b) >= 0 ? a : b;
}

export function higherGrade(rubric: Pick<Rubric, 'gradeScale'>, a: string, b: string): string {
  return compareGrades(rubric, a, b) <= 0 ? a : b;
}

export function bestGrade(rubric: Pick<Rubric, 'gradeScale'>): string {
  return end(gradesFromBest(rubric).at(0));
}

export function lowestGrade(rubric: Pick<Rubric, 'gradeScale'>): string {
  return end(gradesFromBest(rubric).at(-1));
}

/**
 * The ids that count as 'good or better', best first.
 *
 * Where a grade is called good (by id, else by label), that grade and all above it. A scale that names none has its
 * upper half, rounded down: one of two or three grades, two of four or five, three of six.
 */
export function goodOrBetterGrades(rubric: Pick<Rubric, 'gradeScale'>): string[] {
  const grades = gradesFromBest(rubric);
  const isGood = (name: string) => name.trim().toLowerCase() === 'good';
  const byId = grades.findIndex((grade) => isGood(grade.id));
  const named = byId === -1 ? grades.findIndex((grade) => isGood(grade.label)) : byId;
  const count = named === -1 ? Math.floor(grades.length / 2) : named + 1;
  return grades.slice(0, count).map((grade) => grade.id);
}

export function isGoodOrBetter(rubric: Pick<Rubric, 'gradeScale'>, grade: string): boolean {
  return goodOrBetterGrades(rubric).includes(grade);
}

function end(grade: Grade | undefined): string {
  if (grade === undefined) throw new RangeError('The grade scale is empty.');
  return grade.id;
}
