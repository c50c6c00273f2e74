import { addDays } from '../../calendar-date.ts';
import { goodOrBetterGrades } from '../../grading/grade-order.ts';
import { populationOf } from '../report-populations.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { Count, CountedTables, CountRow, CountTable, Sum } from '../count-table.ts';
import { populationKey, seriesOf } from '../series.ts';
import type { SettledPlan } from '../settled-plan.ts';

/** The plans of a scorecard by the months of their panels. Months share no plan, so that they can be added up. */
export interface MonthPlans {
  /** '2026-11' */
  id: string;
  /** ISO date; of the month that is not over, today. */
  lastDay: string;
  plans: readonly SettledPlan[];
  /** Versions of the standards, as they are called. */
  versions: readonly string[];
  rubrics: ReadonlyMap<string, { rubric: Rubric }>;
}

/** The populations that a board asks about, drawn at random; drafts and chosen samples are only among all audited. */
export const MONTH_SERIES = [
  { id: 'final_new', words: 'New final plans, drawn at random,' },
  { id: 'final_amended', words: 'Amended final plans, drawn at random,' },
] as const;

/** From the month of the first panel to this one; none where no plan was graded. */
export function monthsOf({
  plans,
  rubrics,
  today,
}: {
  plans: readonly SettledPlan[];
  rubrics: ReadonlyMap<string, { rubric: Rubric }>;
  today: string;
}): MonthPlans[] {
  const byMonth = Map.groupBy(
    plans.filter(({ panelDate }) => panelDate <= today),
    ({ panelDate }) => panelDate.slice(0, 7),
  );
  const [first] = [...byMonth.keys()].toSorted();
  const months: MonthPlans[] = [];
  for (let month = first; month !== undefined && month <= today.slice(0, 7); month = next(month)) {
    const own = byMonth.get(month) ?? [];
    const versions = [...new Set(own.flatMap(({ rubricId }) => rubrics.get(rubricId)?.rubric.version ?? []))];
    const end = addDays(`${next(month)}-01`, -1);
    months.push({ id: month, lastDay: end < today ? end : today, plans: own, versions: versions.toSorted(), rubrics });
  }
  return months;
}

/** '2026-12' → '2027-01' */
function next(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7);
}

export function tableOfMonths(series: string): string {
  return `month-${series.replaceAll('_', '-')}`;
}

/** All that were audited, and good or better by series; with what the months have in common with their half-terms. */
export function monthTables(months: readonly MonthPlans[]): CountedTables {
  const cells = months.flatMap(cellsOf);
  const halfTerms = Map.groupBy(cells, ({ whole }) => whole);
  return {
    tables: [
      {
        id: 'month-audited',
        caption: 'Plans audited',
        noun: 'plan versions',
        rowHead: 'Month',
        columns: [{ id: 'total', label: 'Plans audited', isTotal: true }],
        rows: months.map(({ id, plans }) => rowOf(id, [{ key: `month/${id}/total`, n: plans.length }])),
        share: null,
      },
      ...MONTH_SERIES.map(({ id, words }): CountTable => ({
        id: tableOfMonths(id),
        caption: words,
        noun: 'plans',
        rowHead: 'Month',
        columns: [
          { id: 'n', label: 'Good or better', isTotal: false },
          { id: 'of', label: 'All graded', isTotal: true },
        ],
        rows: months.flatMap((month) => {
          const own = cells.filter((cell) => cell.month === month.id && cell.series === id);
          // By two versions of the standards: their grades are not added up.
          const [only, another] = own;
          if (only === undefined || another !== undefined) return [];
          return [
            rowOf(month.id, [
              { key: `${only.key}/overall/good-or-better`, n: only.good },
              { key: `${only.key}/total`, n: only.total },
            ]),
          ];
        }),
        share: { label: 'Share good or better', n: 'n', of: 'of' },
      })),
    ],
    sums: [
      ...months
        .map(({ id }): Sum => ({
          total: `month/${id}/total`,
          parts: cells.filter(({ month }) => month === id).map(({ key }) => `${key}/total`),
        }))
        .filter(({ parts }) => parts.length > 0),
      ...cells.map(({ key }): Sum => ({
        total: `${key}/total`,
        parts: [`${key}/overall/good-or-better`, `${key}/overall/below`],
      })),
      ...[...halfTerms].flatMap(([whole, own]): Sum[] =>
        own.length === 1
          ? []
          : ['total', 'overall/good-or-better', 'overall/below'].map((name) => ({
              total: `${whole}/${name}`,
              parts: own.map(({ key }) => `${key}/${name}`),
            })),
      ),
    ].filter(isNew()),
    // Of kinds that only the months' totals hold: none of these counts can be less than nothing either.
    unshown: cells.flatMap(({ key, good, total }) => [
      { key: `${key}/total`, n: total },
      { key: `${key}/overall/good-or-better`, n: good },
      { key: `${key}/overall/below`, n: total - good },
    ]),
  };
}

interface Cell {
  month: string;
  /** 'final_new'; empty for what is only among all audited. */
  series: string;
  /** Begins the half-term's own keys. */
  whole: string;
  /** Begins the month's: the half-term's, where all its panels met in one month. */
  key: string;
  good: number;
  total: number;
}

function cellsOf(month: MonthPlans, _at: number, months: readonly MonthPlans[]): Cell[] {
  const groups = Map.groupBy(month.plans, wholeOf);
  return [...groups].flatMap(([whole, plans]): Cell[] => {
    const [first] = plans;
    const rubric = first === undefined ? undefined : month.rubrics.get(first.rubricId)?.rubric;
    if (first === undefined || rubric === undefined) return [];
    const good = new Set(goodOrBetterGrades(rubric));
    const isAlone = months.every(
      ({ id, plans: others }) => id === month.id || !others.some((plan) => wholeOf(plan) === whole),
    );
    return [
      {
        month: month.id,
        series: first.roundKind === 'random' ? populationOf(first).id.replace('-', '_') : '',
        whole,
        key: isAlone ? whole : `month/${month.id}/${whole}`,
        good: plans.filter(({ overallGrade }) => good.has(overallGrade)).length,
        total: plans.length,
      },
    ];
  });
}

function wholeOf(plan: SettledPlan): string {
  return populationKey(plan.halfTermId, seriesOf(plan).id, plan.rubricId);
}

function rowOf(id: string, counts: Count[]): CountRow {
  return { id, label: id, isTotal: false, counts };
}

function isNew(): (sum: Sum) => boolean {
  const seen = new Set<string>();
  return ({ total, parts }) => {
    const key = `${total}\n${parts.join('\n')}`;
    const isFresh = !seen.has(key) && !(parts.length === 1 && parts[0] === total);
    seen.add(key);
    return isFresh;
  };
}
