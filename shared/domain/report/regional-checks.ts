import type { AreaReport } from './regional-read.ts';
import type { AreaPart } from './regional-parts.ts';

/** What cannot be in the files that are to be taken together: each with the file's name, for whoever made it to mend. */

/** Columns that add others up, or stand beside what was graded. */
const NOT_FINEST = new Set(['good-or-better', 'below', 'wanting', 'not-applicable', 'total', 'applied']);

/**
 * Counts that cannot be: grades of a population, a standard or a criterion that do not add up to what was graded, as far
 * as they are shown; more that are good or better than were graded, or as many as no grades from the best down make.
 */
export function contradictionsIn({ report, label, counts }: AreaPart): string[] {
  const groups = Map.groupBy(
    [...counts].map(([name, count]) => ({ ...placeOf(name), count })),
    ({ of }) => of,
  );
  const all = counts.get('total')?.n ?? null;
  const problems = [...groups].flatMap(([of, members]) => {
    const shown = new Map(members.map(({ column, count }) => [column, count.n]));
    const problem = problemOf(shown, of === '' ? null : all);
    const row = of === '' ? '' : `, “${members[0]?.count.rowLabel ?? ''}”`;
    return problem === null ? [] : [{ of, words: `${report.fileName}: of “${label}”${row}, ${problem}.` }];
  });
  // Where the whole is wrong, all that is held against it is wrong with it.
  const whole = problems.find(({ of }) => of === '');
  return (whole === undefined ? problems : [whole]).map(({ words }) => words);
}

/** 'standard/S01/good' → good of 'standard/S01'; overall grades and their total are of ''. */
function placeOf(name: string): { of: string; column: string } {
  const [kind, ...rest] = name.split('/');
  if (kind === 'overall' || kind === 'total') return { of: '', column: rest[0] ?? 'total' };
  return { of: `${kind}/${rest[0] ?? ''}`, column: rest.slice(1).join('/') };
}

/** @param all how many plans there are at all, where that is shown and is not counted here itself */
function problemOf(counts: ReadonlyMap<string, number | null>, all: number | null): string | null {
  const whole = counts.get('total') ?? counts.get('applied') ?? null;
  const good = counts.get('good-or-better') ?? null;
  const finest = [...counts].filter(([column]) => !NOT_FINEST.has(column)).map(([, n]) => n);
  if (whole !== null) {
    if (good !== null && good > whole) return `${good} are good or better, but only ${whole} were graded`;
    for (const parts of partsOf(counts, finest)) {
      const sum = parts.reduce<number>((so, n) => so + (n ?? 0), 0);
      if (sum > whole) return `the parts add up to ${sum}, but only ${whole} were graded`;
      if (sum < whole && !parts.includes(null)) return `the parts add up to ${sum}, but ${whole} were graded`;
    }
  }
  if (good !== null && finest.length > 0 && !finest.includes(null) && !sumsFromBest(finest).includes(good)) {
    return `${good} are good or better, which no grades from the best down add up to`;
  }
  const notApplicable = counts.get('not-applicable') ?? null;
  if (all !== null && whole !== null && notApplicable !== null && whole + notApplicable !== all) {
    return `${whole} were graded and to ${notApplicable} it did not apply, but there are ${all} in all`;
  }
  return null;
}

/** Every way in which the counts are parts of the whole; what a table does not tell apart is none. */
function partsOf(counts: ReadonlyMap<string, number | null>, finest: (number | null)[]): (number | null)[][] {
  const pairs = [
    ['good-or-better', 'below'],
    ['met', 'wanting'],
  ];
  return [
    ...(finest.length === 0 || (counts.has('wanting') && !counts.has('partly')) ? [] : [finest]),
    ...pairs
      .filter((pair) => pair.every((column) => counts.has(column)))
      .map((pair) => pair.map((column) => counts.get(column) ?? null)),
  ];
}

/** Of columns from the best grade to the worst: how many the best one, two, … have. */
function sumsFromBest(grades: readonly (number | null)[]): number[] {
  let sum = 0;
  return [0, ...grades.map((n) => (sum += n ?? 0))];
}

/** Reports of one partnership whose half-terms overlap, in whatever editions: their plans would be counted twice. */
export function overlapsIn(reports: readonly AreaReport[]): string[] {
  return reports.flatMap((report, at) =>
    reports
      .slice(0, at)
      .filter((other) => isSameArea(report, other) && overlap(report.halfTerm, other.halfTerm))
      .map((other) => {
        const files = [other.fileName, report.fileName].toSorted().join(' and ');
        return report.halfTerm === other.halfTerm
          ? `${report.partnership} is there twice for half-term ${report.halfTerm}: in ${files}.`
          : `${report.partnership} is there for half-term ${other.halfTerm} and for ${report.halfTerm}, which overlap: in ${files}.`;
      }),
  );
}

function isSameArea(one: AreaReport, other: AreaReport): boolean {
  const isSameCode = one.areaCode.trim() !== '' && plain(one.areaCode) === plain(other.areaCode);
  return isSameCode || plain(one.partnership) === plain(other.partnership);
}

function overlap(one: string, other: string): boolean {
  const [a, b] = [endsOf(one), endsOf(other)];
  return a.from <= b.to && b.from <= a.to;
}

/** '2025-26/5 to 2026-27/1' → the first and the last, so that their order is that of time. */
function endsOf(halfTerm: string): { from: string; to: string } {
  const [from = '', to = from] = halfTerm.split(' to ').map((id) => {
    const [year = '', number = ''] = id.split('/');
    return `${year}/${number.padStart(2, '0')}`;
  });
  return { from, to };
}

/** A partnership's name as it is compared: spaces and capitals make no difference. */
export function plain(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
