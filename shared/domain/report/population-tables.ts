import { gradesFromBest } from '../grading/grade-order.ts';
import { ROOT_CAUSE_WORDS, ROOT_CAUSES } from '../grading/root-causes.ts';
import { criterionText, gradeLabel, standardTitle } from '../rubric/rubric-words.ts';
import type { Count, CountedTables, CountRow, TableHead } from './count-table.ts';
import type { CriterionTally, Tally } from './tally.ts';
import { part, whole } from './table-heads.ts';
import { BELOW, GOOD, gradeSums, standardSums } from './grade-sums.ts';
import { lowerFirst } from './report-words.ts';

/** Tables of counts of populations, each with the sums that hold in it. Keys of counts begin with the population's. */

/** A tally with what its half-term is called in the table: '2026/27 Aut 2'. */
export interface NamedTally {
  tally: Tally;
  halfTerm: string;
  /** Other versions of the standards by which such plans of the half-term were graded; they are counted elsewhere. */
  alsoBy?: readonly string[];
}

/** How the plans of one series were graded overall: a row for each half-term, the newest last. */
export function overallTable(
  id: string,
  caption: string,
  rows: readonly NamedTally[],
  goodOrBetterLabel: string,
): CountedTables {
  const [first] = rows;
  if (first === undefined) return NOTHING;
  const { rubric } = first.tally;
  const scale = gradesFromBest(rubric).map((grade) => grade.id);
  const columns = [
    ...scale.map((grade) => part(grade, gradeLabel(rubric, grade))),
    whole('total', 'All graded'),
    whole(GOOD, goodOrBetterLabel),
  ];
  return {
    tables: [
      {
        id,
        caption,
        noun: first.tally.population.noun,
        rowHead: 'Half-term',
        columns,
        rows: rows.map(({ tally, halfTerm }) => {
          const { key } = tally.population;
          return {
            ...part(key, halfTerm),
            counts: [
              ...scale.map((grade) => count(`${key}/overall/${grade}`, tally.grades.get(grade) ?? 0)),
              count(`${key}/total`, tally.total),
              count(`${key}/overall/${GOOD}`, tally.goodOrBetter),
            ],
          };
        }),
        share: { label: `Share ${lowerFirst(goodOrBetterLabel)}`, n: GOOD, of: 'total' },
      },
    ],
    sums: rows.flatMap(({ tally }) => {
      const { key } = tally.population;
      return gradeSums(tally.rubric, `${key}/overall`, `${key}/total`);
    }),
  };
}

/** Grades by standard of one population, in the rubric's order. */
export function standardsTable(
  id: string,
  caption: string,
  { population, rubric, standards }: Tally,
  goodOrBetterLabel: string,
): CountedTables {
  const scale = gradesFromBest(rubric).map((grade) => grade.id);
  const keyOf = (standard: string, column: string) => `${population.key}/standard/${standard}/${column}`;
  return {
    tables: [
      {
        id,
        caption,
        noun: population.noun,
        rowHead: 'Standard',
        columns: [
          ...scale.map((grade) => part(grade, gradeLabel(rubric, grade))),
          part('not-applicable', 'Did not apply'),
          whole('applied', 'Graded'),
          whole(GOOD, goodOrBetterLabel),
        ],
        rows: standards.map((row) => ({
          ...part(row.id, standardTitle(rubric, row.id)),
          counts: [
            ...scale.map((grade) => count(keyOf(row.id, grade), row.grades.get(grade) ?? 0)),
            count(keyOf(row.id, 'not-applicable'), row.notApplicable),
            count(keyOf(row.id, 'applied'), row.applied),
            count(keyOf(row.id, GOOD), row.goodOrBetter),
          ],
        })),
        share: { label: `Share ${lowerFirst(goodOrBetterLabel)}`, n: GOOD, of: 'applied' },
      },
    ],
    sums: standards.flatMap((row) => standardSums(rubric, population.key, row)),
  };
}

/** The criteria given, with how they were answered. */
export function criteriaTable(
  id: string,
  caption: string,
  { population, rubric }: Tally,
  criteria: readonly CriterionTally[],
): CountedTables {
  const keyOf = (criterion: string, column: string) => `${population.key}/criterion/${criterion}/${column}`;
  return {
    tables: [
      {
        id,
        caption,
        noun: population.noun,
        rowHead: 'Criterion',
        columns: [
          part('met', 'Met'),
          part('partly', 'Partly met'),
          part('not-met', 'Not met'),
          part('not-applicable', 'Did not apply'),
          whole('applied', 'Answered'),
        ],
        rows: criteria.map((row) => ({
          ...part(row.id, `${row.id} ${criterionText(rubric, row.id)}`),
          counts: [
            count(keyOf(row.id, 'met'), row.met),
            count(keyOf(row.id, 'partly'), row.partly),
            count(keyOf(row.id, 'not-met'), row.notMet),
            count(keyOf(row.id, 'not-applicable'), row.notApplicable),
            count(keyOf(row.id, 'applied'), row.applied),
          ],
        })),
        share: { label: 'Share met', n: 'met', of: 'applied' },
      },
    ],
    sums: criteria.flatMap((row) => [
      { total: keyOf(row.id, 'applied'), parts: ['met', 'partly', 'not-met'].map((column) => keyOf(row.id, column)) },
      { total: keyOf(row.id, 'wanting'), parts: [keyOf(row.id, 'partly'), keyOf(row.id, 'not-met')] },
      { total: keyOf(row.id, 'applied'), parts: [keyOf(row.id, 'met'), keyOf(row.id, 'wanting')] },
      { total: `${population.key}/total`, parts: [keyOf(row.id, 'applied'), keyOf(row.id, 'not-applicable')] },
    ]),
  };
}

/**
 * Why plans fell short: shortfalls that name each cause. A shortfall may name several, so the causes add up to more than
 * all shortfalls; those are what is wanting (partly met or not met) over all criteria.
 */
export function causesTable(
  id: string,
  caption: string,
  { population, causes, shortfalls, criteria }: Tally,
): CountedTables {
  const key = `${population.key}/causes`;
  return {
    tables: [
      {
        id,
        caption,
        noun: 'shortfalls',
        rowHead: 'Cause',
        columns: [part('shortfalls', 'Shortfalls that name it'), whole('all', 'All shortfalls')],
        rows: ROOT_CAUSES.map((cause) => ({
          ...part(cause, ROOT_CAUSE_WORDS[cause]),
          counts: [count(`${key}/${cause}`, causes.get(cause) ?? 0), count(`${key}/all`, shortfalls)],
        })),
        share: { label: 'Share of shortfalls', n: 'shortfalls', of: 'all' },
      },
    ],
    sums: [
      {
        total: `${key}/all`,
        parts: criteria.map(({ id: criterion }) => `${population.key}/criterion/${criterion}/wanting`),
      },
    ],
  };
}

/** What a population can be divided by; a plan falls into exactly one value of each. */
export interface Division {
  id: string;
  /** Heads the column of values: 'Primary need'. */
  label: string;
  /** In the order in which they are shown. */
  values: readonly { id: string; label: string; total: number; goodOrBetter: number }[];
}

/** Good or better by one division of a population, whose parts make up the whole. */
export function divisionTable(
  id: string,
  caption: string,
  { population, total, goodOrBetter }: Pick<Tally, 'population' | 'total' | 'goodOrBetter'>,
  division: Division,
  goodOrBetterLabel: string,
): CountedTables {
  const keyOf = (value: string, column: string) => `${population.key}/by/${division.id}/${value}/${column}`;
  const columns = [GOOD, BELOW, 'total'] as const;
  const row = (of: TableHead, keys: readonly string[], n: { total: number; goodOrBetter: number }): CountRow => ({
    ...of,
    counts: [n.goodOrBetter, n.total - n.goodOrBetter, n.total].map((value, at) => count(keys[at] ?? '', value)),
  });
  const wholeKeys = [
    `${population.key}/overall/${GOOD}`,
    `${population.key}/overall/${BELOW}`,
    `${population.key}/total`,
  ];
  return {
    tables: [
      {
        id,
        caption,
        noun: population.noun,
        rowHead: division.label,
        columns: [part(GOOD, goodOrBetterLabel), part(BELOW, 'Below'), whole('total', 'All graded')],
        rows: [
          ...division.values.map((value) =>
            row(
              part(value.id, value.label),
              columns.map((column) => keyOf(value.id, column)),
              value,
            ),
          ),
          row(whole('all', `All ${population.noun}`), wholeKeys, { total, goodOrBetter }),
        ],
        share: { label: `Share ${lowerFirst(goodOrBetterLabel)}`, n: GOOD, of: 'total' },
      },
    ],
    sums: [
      ...columns.map((column, at) => ({
        total: wholeKeys[at] ?? '',
        parts: division.values.map((value) => keyOf(value.id, column)),
      })),
      ...division.values.map((value) => ({
        total: keyOf(value.id, 'total'),
        parts: [keyOf(value.id, GOOD), keyOf(value.id, BELOW)],
      })),
      { total: wholeKeys[2] ?? '', parts: wholeKeys.slice(0, 2) },
    ],
  };
}

/** Good or better of one series by half-term, the oldest first. Counts are those of the half-terms' own tables. */
export function trendTable(
  id: string,
  caption: string,
  rows: readonly NamedTally[],
  goodOrBetterLabel: string,
): CountedTables {
  const [first] = rows;
  if (first === undefined) return NOTHING;
  return {
    tables: [
      {
        id,
        caption,
        noun: first.tally.population.noun,
        rowHead: 'Half-term',
        columns: [part(GOOD, goodOrBetterLabel), part(BELOW, 'Below'), whole('total', 'All graded')],
        rows: rows.map(({ tally, halfTerm }) => {
          const { key } = tally.population;
          return {
            ...part(key, halfTerm),
            counts: [
              count(`${key}/overall/${GOOD}`, tally.goodOrBetter),
              count(`${key}/overall/${BELOW}`, tally.total - tally.goodOrBetter),
              count(`${key}/total`, tally.total),
            ],
          };
        }),
        share: { label: `Share ${lowerFirst(goodOrBetterLabel)}`, n: GOOD, of: 'total' },
      },
    ],
    sums: rows.flatMap(({ tally }) => {
      const { key } = tally.population;
      return gradeSums(tally.rubric, `${key}/overall`, `${key}/total`);
    }),
  };
}

/** Puts tables together with their sums. */
export function joinTables(parts: readonly CountedTables[]): CountedTables {
  return {
    tables: parts.flatMap(({ tables }) => tables),
    sums: parts.flatMap(({ sums }) => sums),
    subsets: parts.flatMap(({ subsets = [] }) => subsets),
    unshown: parts.flatMap(({ unshown = [] }) => unshown),
  };
}

const NOTHING: CountedTables = { tables: [], sums: [] };

function count(key: string, n: number): Count {
  return { key, n };
}
