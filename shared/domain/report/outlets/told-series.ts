import { ROOT_CAUSE_WORDS, ROOT_CAUSES } from '../../grading/root-causes.ts';
import { gradesFromBest } from '../../grading/grade-order.ts';
import { criterionText, gradeLabel, standardTitle } from '../../rubric/rubric-words.ts';
import type { Rubric, Standard } from '../../rubric/rubric.ts';
import type { Count, CountRow, CountTable } from '../count-table.ts';
import { goodOrBetterLabelOf } from '../prepare.ts';
import { type PopulationOfPlans, populationsOf } from '../series.ts';
import type { SettledPlan } from '../settled-plan.ts';
import type { HalfTermRun } from './half-term-run.ts';
import { together, toldCount, type ToldFigures } from './told-figures.ts';
import { part, whole } from '../table-heads.ts';
import { lowerFirst } from '../report-words.ts';

/** One series by one version of the standards, as far as published periods tell of it. */
export interface ToldSeries {
  /** For ids of tables: letters, digits and hyphens. */
  slug: string;
  label: string;
  definition: string;
  /** 'final-new' */
  id: string;
  rubricId: string;
  rubric: Rubric;
  /** The oldest first; never empty. */
  periods: readonly HalfTermRun[];
}

/** The series of these periods, in the report's order; those of which no plan is left have no name, and are left out. */
export function toldSeries(
  told: ToldFigures,
  periods: readonly HalfTermRun[],
  plans: readonly SettledPlan[],
  rubrics: ReadonlyMap<string, { rubric: Rubric }>,
): ToldSeries[] {
  const kinds = new Map(populationsOf(plans, new Map()).map((found) => [`${found.id} ${found.rubricId}`, found]));
  const all = [...kinds.values()]
    .toSorted((a, b) => a.order - b.order || (a.rubricId < b.rubricId ? -1 : 1))
    .flatMap((kind) => {
      const own = periods.filter((period) => told.counts.has(`${populationIn(kind, period)}/total`));
      const rubric = rubrics.get(kind.rubricId)?.rubric;
      return own.length === 0 || rubric === undefined ? [] : [{ kind, own, rubric }];
    });
  const versions = Map.groupBy(all, ({ kind }) => kind.id);
  return all.map(({ kind: { id, rubricId, label, definition }, own, rubric }) => {
    const alike = versions.get(id) ?? [];
    const number = alike.findIndex(({ kind }) => kind.rubricId === rubricId) + 1;
    return {
      slug: `${id.replaceAll(/[^a-z0-9]+/g, '-')}${number === 1 ? '' : `-${number}`}`,
      label: alike.length === 1 ? label : `${label} (standards version ${rubric.version})`,
      definition,
      id,
      rubricId,
      rubric,
      periods: own,
    };
  });
}

/** Begins the keys of the series' counts in a period, or in several together. */
export function populationIn(
  { id, rubricId }: Pick<PopulationOfPlans, 'id' | 'rubricId'>,
  { key }: Pick<HalfTermRun, 'key'>,
): string {
  return `${key}/${id}/${rubricId}`;
}

/** How the plans were graded overall: a row for each period, and one for all together. */
export function toldOverall(told: ToldFigures, series: ToldSeries): CountTable {
  const { rubric, periods } = series;
  const scale = gradesFromBest(rubric).map(({ id }) => id);
  const isInDetail = scale.every((grade) => toldIn(told, series, periods, `overall/${grade}`) !== undefined);
  const good = goodOrBetterLabelOf(rubric);
  const columns = [
    ...(isInDetail ? scale.map((id) => part(id, gradeLabel(rubric, id))) : [part('below', 'Below')]),
    whole('total', 'All graded'),
    whole('good-or-better', good),
  ];
  const names = columns.map(({ id }) => (id === 'total' ? 'total' : `overall/${id}`));
  const all = together(told, periods);
  const rows = periods.map((period): CountRow => ({
    ...part(populationIn(series, period), period.words),
    counts: countsOf(told, series, [period], names),
  }));
  return {
    id: `overall-${series.slug}`,
    caption: `Overall grades: ${lowerFirst(series.label)}`,
    noun: nounOf(periods),
    rowHead: 'Half-terms',
    columns,
    rows: [
      ...rows,
      ...(periods.length === 1
        ? []
        : [
            {
              ...whole(populationIn(series, all), `All together: ${all.words}`),
              counts: countsOf(told, series, periods, names),
            },
          ]),
    ],
    share: { label: `Share ${lowerFirst(good)}`, n: 'good-or-better', of: 'total' },
  };
}

/** Grades by standard over those periods that are told of in detail; null where none is. */
export function toldStandards(
  told: ToldFigures,
  series: ToldSeries,
  id: string,
  isWanted: (standard: Standard) => boolean,
): CountTable | null {
  const { rubric } = series;
  const standards = rubric.standards.filter(isWanted);
  const [first] = standards;
  const periods = series.periods.filter(
    (period) => first !== undefined && toldIn(told, series, [period], `standard/${first.id}/applied`) !== undefined,
  );
  if (periods.length === 0) return null;
  const good = goodOrBetterLabelOf(rubric);
  const columns = [
    part('good-or-better', good),
    part('below', 'Below'),
    part('not-applicable', 'Did not apply'),
    whole('applied', 'Graded'),
  ];
  return {
    id,
    caption: `Grades by standard, ${together(told, periods).words}: ${lowerFirst(series.label)}`,
    noun: nounOf(periods),
    rowHead: 'Standard',
    columns,
    rows: standards.map((standard) => ({
      ...part(standard.id, standardTitle(rubric, standard.id)),
      counts: countsOf(
        told,
        series,
        periods,
        columns.map((column) => `standard/${standard.id}/${column.id}`),
      ),
    })),
    share: { label: `Share ${lowerFirst(good)}`, n: 'good-or-better', of: 'applied' },
  };
}

/**
 * The criteria that reports name for being often met, or often not fully met, period by period: one does not name those
 * of another.
 */
export function toldCriteria(
  told: ToldFigures,
  series: ToldSeries,
  id: string,
  isWanted: (standard: Standard) => boolean,
): CountTable | null {
  const { rubric, periods } = series;
  const columns = [
    part('met', 'Met'),
    part('wanting', 'Not fully met'),
    part('not-applicable', 'Did not apply'),
    whole('applied', 'Answered'),
  ];
  const criteria = rubric.standards.filter(isWanted).flatMap((standard) => standard.criteria);
  const rows = criteria.flatMap((criterion) =>
    periods
      .filter((period) => toldIn(told, series, [period], `criterion/${criterion.id}/applied`) !== undefined)
      .map((period): CountRow => {
        const isOne = periods.length === 1;
        const label = `${criterion.id} ${criterionText(rubric, criterion.id)}`;
        return {
          ...part(isOne ? criterion.id : `${criterion.id} ${period.key}`, isOne ? label : `${label} (${period.words})`),
          counts: countsOf(
            told,
            series,
            [period],
            columns.map((column) => `criterion/${criterion.id}/${column.id}`),
          ),
        };
      }),
  );
  if (rows.length === 0) return null;
  return {
    id,
    caption: `Criteria that stand out: ${lowerFirst(series.label)}`,
    noun: nounOf(periods.slice(0, 1)),
    rowHead: 'Criterion',
    columns,
    rows,
    share: { label: 'Share met', n: 'met', of: 'applied' },
  };
}

/** Why plans fell short of whatever standard, over the periods that tell of it; null where none does. */
export function toldCauses(told: ToldFigures, series: ToldSeries): CountTable | null {
  const periods = series.periods.filter((period) => toldIn(told, series, [period], 'causes/all') !== undefined);
  if (periods.length === 0) return null;
  const all = toldIn(told, series, periods, 'causes/all') ?? null;
  const key = `${populationIn(series, together(told, periods))}/causes`;
  return {
    id: `causes-${series.slug}`,
    caption: `Why plans fell short, all standards together, ${together(told, periods).words}: ${lowerFirst(series.label)}`,
    noun: 'shortfalls',
    rowHead: 'Cause',
    columns: [part('shortfalls', 'Shortfalls that name it'), whole('all', 'All shortfalls')],
    rows: ROOT_CAUSES.map((cause) => ({
      ...part(cause, ROOT_CAUSE_WORDS[cause]),
      counts: [
        { key: `${key}/${cause}`, n: toldIn(told, series, periods, `causes/${cause}`) ?? null },
        { key: `${key}/all`, n: all },
      ],
    })),
    share: { label: 'Share of shortfalls', n: 'shortfalls', of: 'all' },
  };
}

function countsOf(
  told: ToldFigures,
  series: ToldSeries,
  periods: readonly HalfTermRun[],
  names: readonly string[],
): Count[] {
  const population = populationIn(series, together(told, periods));
  return names.map((name) => ({
    key: `${population}/${name}`,
    n: toldIn(told, series, periods, name) ?? null,
  }));
}

function toldIn(told: ToldFigures, series: ToldSeries, periods: readonly HalfTermRun[], name: string) {
  return toldCount(
    told,
    periods.map((period) => populationIn(series, period)),
    name,
  );
}

/** A plan may come up again in a later period, and a reader cannot tell. */
function nounOf(periods: readonly HalfTermRun[]): string {
  return periods.length > 1 ? 'plan versions' : 'plans';
}
