import { type HalfTermDates, sortHalfTerms } from '../half-term.ts';
import { telling } from './count-system.ts';
import { countsByKey, type CountedTables, type Sum } from './count-table.ts';
import type { IssuedCount } from './measures-figures.ts';
import { monthTables, monthsOf } from './outlets/scorecard-months.ts';
import { poolTallies, type PooledTally } from './outlets/pooled-tallies.ts';
import { causesTable, criteriaTable, joinTables, overallTable, standardsTable } from './population-tables.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { SettledPlan } from './settled-plan.ts';
import { sumsInWords } from './sums-in-words.ts';

/** What reports, figures over half-terms, the scorecard and feedback have told so far, count by count. */
export interface ToldBefore {
  known: ReadonlyMap<string, number>;
  /** Keys of counts that they hide. */
  knownHidden: ReadonlySet<string>;
}

/** What all of them are counted from. */
export interface ToldFrom {
  plans: readonly SettledPlan[];
  rubrics: ReadonlyMap<string, { rubric: Rubric }>;
  calendar: readonly HalfTermDates[];
  issued: readonly IssuedCount[];
  /** ISO date */
  today: string;
}

/** A half-term, or the first and the last of several, in a key: '2026-27.1_2026-27.2'. */
const PERIOD = /^(\d{4}-\d{2}\.\d)(?:_(\d{4}-\d{2}\.\d))?$/;

/**
 * What is about to be given out, with what readers of everything before can put it together with: a period's counts are
 * those of its half-terms, a half-term's those of its months, plans of two kinds those of each. Half of thirteen is what
 * a report tells of two half-terms, and a scorecard that tells of one of them tells the other: one of these must stay
 * hidden. All that was told is counted anew from the same plans, so that nothing needs to be guessed; where figures have
 * changed since so that they no longer add up, nothing follows from them.
 */
export function withToldSums(counted: CountedTables, told: ToldBefore, from: ToldFrom): CountedTables {
  if (told.known.size + told.knownHidden.size === 0) return counted;
  const own = countsByKey(counted.tables);
  const keys = new Set([...own.keys(), ...told.known.keys(), ...told.knownHidden]);
  const background = countedAnew(keys, from);
  const counts = [
    ...(background.unshown ?? []),
    ...background.tables.flatMap(({ rows }) => rows.flatMap((row) => row.counts)),
  ];
  const values = new Map([
    ...told.known,
    ...counts.map(({ key, n }) => [key, n] as const),
    ...registerCounts(from.issued),
  ]);
  for (const { key, n } of counted.unshown ?? []) values.set(key, n);
  for (const [key, n] of own) if (n !== null) values.set(key, n);
  const isNews = (key: string) => own.has(key) || !told.known.has(key) || told.known.get(key) !== values.get(key);
  const around = reachedFrom(
    own,
    telling(background.sums, (key) => keys.has(key)),
    isNews,
  );
  const sums = holding(counted.sums, around, values);
  const named = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]));
  const unshown = new Map((counted.unshown ?? []).map(({ key, n }) => [key, n]));
  for (const key of named) {
    const n = values.get(key);
    if (n !== undefined && n !== null && !own.has(key)) unshown.set(key, n);
  }
  return {
    ...counted,
    sums: [...counted.sums, ...sums],
    unshown: [...unshown].map(([key, n]) => ({ key, n })),
  };
}

/** Every population of every period that the keys are of, in each half-term and as a whole. */
function countedAnew(keys: ReadonlySet<string>, { plans, rubrics, calendar, issued, today }: ToldFrom): CountedTables {
  const sorted = sortHalfTerms(calendar);
  const halfTermsIn = (period: string): HalfTermDates[] => {
    const [, from, to = from] = PERIOD.exec(period) ?? [];
    const at = (id: string | undefined) => sorted.findIndex((halfTerm) => halfTerm.id.replace('/', '.') === id);
    return at(from) === -1 || at(to) === -1 ? [] : sorted.slice(at(from), at(to) + 1);
  };
  const periods = new Set([...keys].flatMap((key) => key.split('/').find((segment) => PERIOD.test(segment)) ?? []));
  const pooled = [...periods].flatMap((key) => {
    const halfTerms = halfTermsIn(key);
    return halfTerms.length === 0 ? [] : poolTallies(plans, rubrics, { key, halfTerms, words: '' });
  });
  const months = [...keys].some((key) => key.startsWith('month/'))
    ? [monthTables(monthsOf({ plans, rubrics, today }))]
    : [];
  const words = sumsInWords(keys, {
    populations: pooled.flatMap(({ tally, byHalfTerm }) => [tally, ...byHalfTerm.map((part) => part.tally)]),
    halfTermsIn: (period) => halfTermsIn(period).map(({ id }) => id.replace('/', '.')),
    issued,
  });
  return joinTables([...pooled.map(tablesOf), ...months, { tables: [], sums: words }]);
}

function tablesOf({ tally, byHalfTerm, sums }: PooledTally): CountedTables {
  const all = [...byHalfTerm, ...(sums.length === 0 ? [] : [{ tally, halfTerm: '' }])];
  return joinTables([
    overallTable('overall', '', all, ''),
    ...all.flatMap(({ tally: each }) => [
      standardsTable('standards', '', each, ''),
      criteriaTable('criteria', '', each, each.criteria),
      causesTable('causes', '', each),
    ]),
    { tables: [], sums },
  ]);
}

function registerCounts(issued: readonly IssuedCount[]): [key: string, n: number][] {
  return issued.flatMap(({ halfTermId, planType, issued: all, inTime }): [string, number][] => {
    const key = `register/${halfTermId.replace('/', '.')}/${planType}`;
    return [
      [`${key}/issued`, all],
      [`${key}/in-time`, inTime],
      [`${key}/late`, all - inTime],
    ];
  });
}

/** Sums that the given counts hang together with, not through counts that everybody knows. */
function reachedFrom(
  own: ReadonlyMap<string, unknown>,
  sums: readonly Sum[],
  isNews: (key: string) => boolean,
): readonly Sum[] {
  const byKey = new Map<string, Sum[]>();
  for (const sum of sums) {
    for (const key of [sum.total, ...sum.parts]) {
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, [sum]);
      else found.push(sum);
    }
  }
  const reached = new Set(own.keys());
  const found = new Set<Sum>();
  for (const key of reached) {
    for (const sum of byKey.get(key) ?? []) {
      found.add(sum);
      for (const other of [sum.total, ...sum.parts]) if (isNews(other)) reached.add(other);
    }
  }
  return [...found];
}

/** Of the sums, those that hold beside what is certain; what follows from them is set with the values. */
function holding(certain: readonly Sum[], sums: readonly Sum[], values: Map<string, number | null>): Sum[] {
  const dropped = new Set<Sum>();
  for (let isNews = true; isNews;) {
    isNews = false;
    for (const sum of [...certain, ...sums]) {
      if (dropped.has(sum)) continue;
      const unknown = [sum.total, ...sum.parts].filter((key) => (values.get(key) ?? null) === null);
      const [only] = unknown;
      if (unknown.length > 1) continue;
      const left = sum.parts.reduce((rest, key) => rest - (values.get(key) ?? 0), values.get(sum.total) ?? 0);
      const n = only === sum.total ? -left : left;
      if (only === undefined ? left !== 0 : n < 0) {
        dropped.add(sum);
      } else if (only !== undefined) {
        values.set(only, n);
        isNews = true;
      }
    }
  }
  return sums.filter((sum) => !dropped.has(sum));
}
