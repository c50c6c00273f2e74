import { type HalfTermDates, shortHalfTermName, sortHalfTerms } from '../../half-term.ts';

/** Half-terms one after another, the oldest first: what a paper or a table is about. */
export interface HalfTermRun {
  halfTerms: readonly HalfTermDates[];
  /** Begins the keys of counts over the whole run; of a single half-term the same as in its report: '2026-27.2'. */
  key: string;
  /** '2025/26 Aut 1 to 2026/27 Aut 2' */
  words: string;
}

/** The run from one half-term to another; null where the calendar lacks one of them, or they stand the wrong way round. */
export function halfTermRun(calendar: readonly HalfTermDates[], from: string, to: string): HalfTermRun | null {
  const sorted = sortHalfTerms(calendar);
  const first = sorted.findIndex(({ id }) => id === from);
  const last = sorted.findIndex(({ id }) => id === to);
  return first === -1 || last < first ? null : runOf(sorted.slice(first, last + 1));
}

/** As many half-terms just before the run; null where the calendar has not so many. */
export function runBefore(calendar: readonly HalfTermDates[], run: HalfTermRun): HalfTermRun | null {
  const sorted = sortHalfTerms(calendar);
  const first = sorted.findIndex(({ id }) => id === run.halfTerms[0]?.id);
  const from = first - run.halfTerms.length;
  return from < 0 ? null : runOf(sorted.slice(from, first));
}

function runOf(halfTerms: readonly HalfTermDates[]): HalfTermRun | null {
  const [first] = halfTerms;
  const last = halfTerms.at(-1);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [first, last].map(({ id }) => id.replace('/', '.'));
  return {
    halfTerms,
    key: from === to || from === undefined || to === undefined ? (to ?? '') : `${from}_${to}`,
    words: first === last ? shortHalfTermName(last) : `${shortHalfTermName(first)} to ${shortHalfTermName(last)}`,
  };
}
