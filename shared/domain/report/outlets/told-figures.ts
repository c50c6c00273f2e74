import { type HalfTermDates, sortHalfTerms } from '../../half-term.ts';
import { type HalfTermRun, halfTermRun } from './half-term-run.ts';

/**
 * What publishable reports have told. Figures over half-terms and feedback that are given out are put together from it
 * alone: whatever is worked out from them could be worked out from the reports, which nothing hidden can be.
 */
export interface ToldFigures {
  calendar: readonly HalfTermDates[];
  /** Half-terms that reports counted together, the oldest first; they do not overlap. */
  periods: readonly HalfTermRun[];
  /** Every count of the reports by its key, null where it is hidden. */
  counts: ReadonlyMap<string, number | null>;
}

/** A publishable report as far as it tells of figures. */
export interface TellingReport {
  /** As ids of half-terms, one after another. */
  periods: readonly (readonly string[])[];
  counts: Iterable<readonly [key: string, n: number | null]>;
}

/**
 * Reports in the order in which they were published: what a later one says of the same count holds. What it does not name
 * stays as an earlier one told it, line by line, and only where the two agree on the rest of the line: what was counted of
 * twenty plans says nothing beside a total of twenty-one.
 */
export function toldBy(reports: readonly TellingReport[], calendar: readonly HalfTermDates[]): ToldFigures {
  const sorted = sortHalfTerms(calendar);
  const lines = new Map<string, ToldLine>();
  const periods: HalfTermRun[] = [];
  for (const report of reports) {
    for (const [line, own] of Map.groupBy(report.counts, ([key]) => lineOf(key))) {
      lines.set(line, latestOf(lines.get(line), new Map(own)));
    }
  }
  const counts = new Map([...lines.values()].flatMap((line) => [...line]));
  for (const ids of reports.toReversed().flatMap((report) => report.periods)) {
    const period = halfTermRun(sorted, ids[0] ?? '', ids.at(-1) ?? '');
    if (period !== null && !periods.some((other) => doTouch(other, period))) periods.push(period);
  }
  return { calendar: sorted, periods: periods.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)), counts };
}

type ToldLine = ReadonlyMap<string, number | null>;

/** What counts of one row begin with: 'standard/S01' of a population, 'overall' for its grades and its total. */
function lineOf(key: string): string {
  return key.replace(/^([^/]+\/[^/]+\/[^/]+)\/total$/, '$1/overall/total').replace(/\/[^/]+$/, '');
}

function latestOf(before: ToldLine | undefined, now: ToldLine): ToldLine {
  const shared = [...now].flatMap(([key, n]) => {
    const last = before?.get(key) ?? null;
    return n === null || last === null ? [] : [n === last];
  });
  const isOfTheSame = shared.length > 0 && !shared.includes(false);
  return before === undefined || !isOfTheSame ? now : new Map([...before, ...now]);
}

/** The periods that a run has a half-term of: told of together, they cannot be told apart. */
export function periodsOfRun({ periods }: ToldFigures, run: HalfTermRun): HalfTermRun[] {
  return periods.filter((period) => doTouch(period, run));
}

/** As many periods just before. */
export function periodsBefore({ periods }: ToldFigures, now: readonly HalfTermRun[]): HalfTermRun[] {
  const first = periods.findIndex((period) => period === now[0]);
  return first < 1 ? [] : periods.slice(Math.max(0, first - now.length), first);
}

/** Several periods as one: '2025-26.5_2026-27.2', or '2025-26.5+2026-27.2' where they do not follow one another. */
export function together({ calendar }: ToldFigures, periods: readonly HalfTermRun[]): Omit<HalfTermRun, 'halfTerms'> {
  const halfTerms = periods.flatMap((period) => period.halfTerms);
  const whole = halfTermRun(calendar, halfTerms[0]?.id ?? '', halfTerms.at(-1)?.id ?? '');
  if (whole !== null && whole.halfTerms.length === halfTerms.length) return whole;
  return { key: periods.map(({ key }) => key).join('+'), words: periods.map(({ words }) => words).join(' and ') };
}

/**
 * A count over several periods: null where one hides it, undefined where one does not tell of it. What a report says by
 * two counts is not left out for want of the third.
 */
export function toldCount({ counts }: ToldFigures, populations: readonly string[], name: string) {
  return populations.reduce<number | null | undefined>((sum, population) => {
    const n = oneCount(counts, population, name);
    if (sum === undefined || n === undefined) return undefined;
    return sum === null || n === null ? null : sum + n;
  }, 0);
}

function oneCount(counts: ToldFigures['counts'], population: string, name: string): number | null | undefined {
  const key = `${population}/${name}`;
  if (counts.has(key)) return counts.get(key);
  const [, row = '', column = ''] = /^(.*\/)([^/]+)$/.exec(name) ?? [];
  // By what measures call it.
  const short = `${population}/${row}short`;
  if (column === 'wanting' && counts.has(short)) return counts.get(short);
  const other = REST_OF.get(column);
  if (other === undefined) return undefined;
  const part = counts.get(`${population}/${row}${other}`);
  const all = counts.get(row === 'overall/' ? `${population}/total` : `${population}/${row}applied`);
  if (part === undefined || all === undefined) return undefined;
  return part === null || all === null ? null : all - part;
}

/** What is left of all, beside which. */
const REST_OF: ReadonlyMap<string, string> = new Map([
  ['below', 'good-or-better'],
  ['good-or-better', 'below'],
  ['wanting', 'met'],
  ['met', 'wanting'],
]);

function doTouch(one: HalfTermRun, other: HalfTermRun): boolean {
  return one.halfTerms.some(({ id }) => other.halfTerms.some((halfTerm) => halfTerm.id === id));
}

function startOf({ halfTerms }: HalfTermRun): string {
  return halfTerms[0]?.start ?? '';
}
