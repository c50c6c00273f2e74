import { type HalfTermDates, shortHalfTermName } from '../../half-term.ts';
import type { HidingRule, HidingRules } from '../suppression-words.ts';
import type { HalfTermRun } from './half-term-run.ts';

/** A publishable report as far as it says by what it hides. */
export interface RuledReport extends HidingRule {
  /** The half-term that it is on. */
  halfTermId: string;
  counts: Iterable<readonly [key: string, n: number | null]>;
}

/** So many half-terms are named; of more it is said how many. */
const MOST_NAMED = 3;

/**
 * By what counts of some periods were hidden: the most lenient rule, which held in all the reports that hide any, and in
 * which of them more was hidden. Where none hides anything, the same of those that tell of the periods; null where none
 * does.
 */
export function rulesOfReports(
  reports: readonly RuledReport[],
  periods: readonly Pick<HalfTermRun, 'key'>[],
  calendar: readonly HalfTermDates[],
): HidingRules | null {
  const keys = new Set(periods.map(({ key }) => key));
  const telling = reports.flatMap((report) => {
    const own = [...report.counts].filter(([key]) => keys.has(key.split('/')[0] ?? ''));
    return own.length === 0 ? [] : [{ report, hides: own.some(([, n]) => n === null) }];
  });
  const hiding = telling.filter(({ hides }) => hides);
  const byRule = Map.groupBy(
    (hiding.length === 0 ? telling : hiding)
      .map(({ report }) => report)
      .toSorted((a, b) => a.threshold - b.threshold || Number(a.hideZero) - Number(b.hideZero)),
    ({ threshold, hideZero }) => `${threshold} ${hideZero}`,
  );
  const [first, ...others] = [...byRule.values()].flatMap(([report, ...rest]) =>
    report === undefined ? [] : [{ threshold: report.threshold, hideZero: report.hideZero, on: [report, ...rest] }],
  );
  if (first === undefined) return null;
  const { threshold, hideZero } = first;
  if (others.length === 0) return { threshold, hideZero };
  const otherRules = others.map(({ on, ...rule }) => ({ ...rule, where: whereWords(on, calendar) }));
  return { threshold, hideZero, otherRules };
}

/** 'in the report on 2026/27 Aut 1', 'in the reports on 2026/27 Aut 1 and 2026/27 Aut 2', 'in 5 of the reports' */
function whereWords(reports: readonly RuledReport[], calendar: readonly HalfTermDates[]): string {
  const names = [...new Set(reports.map(({ halfTermId }) => halfTermId))].map((id) => {
    const halfTerm = calendar.find((known) => known.id === id);
    return halfTerm === undefined ? id : shortHalfTermName(halfTerm);
  });
  const last = names.at(-1) ?? '';
  if (names.length === 1) return `in ${reports.length === 1 ? 'the report' : 'reports'} on ${last}`;
  if (names.length > MOST_NAMED) return `in ${reports.length} of the reports`;
  return `in the reports on ${names.slice(0, -1).join(', ')} and ${last}`;
}
