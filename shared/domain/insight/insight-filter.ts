import { z } from 'zod';
import { shortHalfTermName, sortHalfTerms, type HalfTermDates } from '../half-term.ts';
import { DIVISIONS, type DivisionId, divisionValue, divisionWords, NOT_KNOWN } from '../report/divisions.ts';
import { type Series, seriesOf } from '../report/series.ts';
import type { SettledPlan } from '../report/settled-plan.ts';
import type { Rubric } from '../rubric/rubric.ts';

/** Which settled plans are looked at, and what else there is to choose. Nothing is ever joined that a report keeps apart. */

const MOST_CHARACTERS = 200;
const choice = z.string().max(MOST_CHARACTERS).nullable();

export const insightFilterSchema = z.strictObject({
  /** First and last half-term of a run; null for the latest with settled plans. */
  from: choice,
  to: choice,
  /** Kind of plan, stage and kind of sample together; null for the one with the most plans. */
  series: choice,
  /** The version of the standards, by id; null for the newest in the run. */
  standards: choice,
  /** Values as `divisionValue` gives them, one for each division that is narrowed by. */
  groups: z.partialRecord(z.enum(DIVISIONS), z.string().max(MOST_CHARACTERS)),
});
export type InsightFilter = z.infer<typeof insightFilterSchema>;

export const NO_INSIGHT_FILTER: InsightFilter = { from: null, to: null, series: null, standards: null, groups: {} };

/** Fewer plans than these may be one writer's or one school's: said wherever so few are left. */
export const FEWEST_FOR_INSIGHT = 5;

export interface Choice {
  id: string;
  label: string;
  /** Settled plan versions that it would leave, with what is chosen before it. */
  plans: number;
}

/** The plans that a filter chooses. */
export interface Selection {
  /** As it is used: every null replaced by what stands for it, unless there is nothing to choose. */
  filter: InsightFilter;
  /** Half-terms of the run, earliest first. */
  run: readonly HalfTermDates[];
  /** '2026/27 Aut 1', or '2026/27 Aut 1 to 2026/27 Spr 1' */
  runName: string;
  series: Series | null;
  plans: readonly SettledPlan[];
  /** In the same run, series and version of the standards, before it was narrowed by groups. */
  of: number;
  /** Of the same run and series, but graded by another version of the standards. */
  otherStandards: number;
  choices: {
    halfTerms: Choice[];
    series: Choice[];
    standards: Choice[];
    groups: { id: DivisionId; label: string; values: Choice[] }[];
  };
}

type Rubrics = ReadonlyMap<string, { rubric: Rubric }>;

/** Chooses plans. What a filter names and the plans do not have leaves none, and is not replaced by something else. */
export function selectPlans(
  plans: readonly SettledPlan[],
  calendar: readonly HalfTermDates[],
  rubrics: Rubrics,
  filter: InsightFilter,
): Selection {
  const { run, choices: halfTerms } = chooseRun(plans, calendar, filter);
  const inRun = new Set(run.map(({ id }) => id));
  const ofRun = plans.filter(({ halfTermId }) => inRun.has(halfTermId));
  const bySeries = groupBySeries(ofRun);
  const chosenSeries = filter.series ?? mainSeries(bySeries)?.series.id ?? null;
  const ofSeries = bySeries.find(({ series }) => series.id === chosenSeries);
  const versions = versionsOf(ofSeries?.plans ?? [], rubrics);
  const standards = filter.standards ?? versions.at(-1)?.id ?? null;
  const ofStandards = (ofSeries?.plans ?? []).filter(({ rubricId }) => rubricId === standards);
  const wanted = DIVISIONS.flatMap((id) => {
    const value = filter.groups[id];
    return value === undefined ? [] : [{ id, value }];
  });
  const chosen =
    wanted.length === 0
      ? ofStandards
      : ofStandards.filter((plan) => wanted.every(({ id, value }) => divisionValue(plan, id) === value));
  return {
    filter: {
      ...filter,
      from: run.at(0)?.id ?? filter.from,
      to: run.at(-1)?.id ?? filter.to,
      series: chosenSeries,
      standards,
    },
    run,
    runName: runNameOf(run),
    series: ofSeries?.series ?? null,
    plans: chosen,
    of: ofStandards.length,
    otherStandards: (ofSeries?.plans.length ?? 0) - ofStandards.length,
    choices: {
      halfTerms,
      series: bySeries.map(({ series, plans: own }) => ({ id: series.id, label: series.label, plans: own.length })),
      standards: versions,
      groups: DIVISIONS.map((id) => ({ id, label: divisionWords(id), values: valuesOf(ofStandards, id) })),
    },
  };
}

/** Plans of the same series and of the same groups in any half-term: those that a trend may be drawn of. */
export function likePlans(plans: readonly SettledPlan[], { filter, series }: Selection): SettledPlan[] {
  const wanted = Object.entries(filter.groups);
  const isLike = seriesCheck(series?.id ?? null);
  return plans.filter(
    (plan) =>
      isLike(plan) &&
      wanted.every(([id, value]) => DIVISIONS.every((known) => known !== id || divisionValue(plan, known) === value)),
  );
}

/** What is to be said of a selection before any of its figures. */
export function selectionNotes({ plans, of, otherStandards, series }: Selection, noun: string): string[] {
  const isChosen = plans.some(({ roundKind }) => roundKind !== 'random');
  return [
    ...(plans.length > 0 && plans.length < FEWEST_FOR_INSIGHT
      ? [
          `Only ${plans.length} ${plans.length === 1 ? 'plan is' : `${noun} are`} left: too few to show a pattern, and whoever knows them may recognise one. Do not share these figures.`,
        ]
      : []),
    ...(plans.length === 0 && of > 0 ? ['No plan is left. Take one of the filters away.'] : []),
    ...(isChosen && series !== null
      ? ['These plans were chosen, not drawn at random, so their figures do not describe all plans.']
      : []),
    ...(otherStandards > 0
      ? [
          `${otherStandards} more ${otherStandards === 1 ? 'was' : 'were'} graded by another version of the standards, and ${otherStandards === 1 ? 'is' : 'are'} not counted together with these.`,
        ]
      : []),
  ];
}

function chooseRun(
  plans: readonly SettledPlan[],
  calendar: readonly HalfTermDates[],
  { from, to }: InsightFilter,
): { run: HalfTermDates[]; choices: Choice[] } {
  const numbers = new Map<string, number>();
  for (const { halfTermId } of plans) numbers.set(halfTermId, (numbers.get(halfTermId) ?? 0) + 1);
  const sorted = sortHalfTerms(calendar);
  const withPlans = sorted.filter(({ id }) => numbers.has(id));
  const last = withPlans.at(-1)?.id ?? sorted.at(-1)?.id ?? null;
  const ends = [from ?? to ?? last, to ?? from ?? last].map((id) => sorted.findIndex((halfTerm) => halfTerm.id === id));
  const [start = -1, end = -1] = ends.toSorted((a, b) => a - b);
  return {
    run: start === -1 ? [] : sorted.slice(start, end + 1),
    choices: withPlans.map((halfTerm) => ({
      id: halfTerm.id,
      label: shortHalfTermName(halfTerm),
      plans: numbers.get(halfTerm.id) ?? 0,
    })),
  };
}

function runNameOf(run: readonly HalfTermDates[]): string {
  const [first, last] = [run.at(0), run.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? shortHalfTermName(first) : `${shortHalfTermName(first)} to ${shortHalfTermName(last)}`;
}

interface PlansOfSeries {
  series: Series;
  plans: SettledPlan[];
}

/** In the order of the report: finals before drafts, samples at random before others. */
function groupBySeries(plans: readonly SettledPlan[]): PlansOfSeries[] {
  const known = createSeriesNames();
  const found = new Map<string, PlansOfSeries>();
  for (const plan of plans) {
    const series = known(plan);
    const group = found.get(series.id);
    if (group === undefined) found.set(series.id, { series, plans: [plan] });
    else group.plans.push(plan);
  }
  return [...found.values()].toSorted(
    (a, b) => a.series.order - b.series.order || (a.series.id < b.series.id ? -1 : 1),
  );
}

/** The series with the most plans drawn at random; else the one with the most. */
function mainSeries(groups: readonly PlansOfSeries[]): PlansOfSeries | undefined {
  const random = groups.filter(({ plans }) => plans[0]?.roundKind === 'random');
  return (random.length > 0 ? random : groups).toSorted((a, b) => b.plans.length - a.plans.length)[0];
}

/** Spelled by their parts, since building a series for each of many thousand plans would take longer than counting. */
function createSeriesNames(): (plan: SettledPlan) => Series {
  const known = new Map<string, Series>();
  return (plan) => {
    const parts = `${plan.stage} ${plan.planType} ${plan.roundKind} ${plan.theme}`;
    const series = known.get(parts) ?? seriesOf(plan);
    known.set(parts, series);
    return series;
  };
}

function seriesCheck(seriesId: string | null): (plan: SettledPlan) => boolean {
  const known = createSeriesNames();
  return (plan) => known(plan).id === seriesId;
}

/** Versions by their newest panel, so that the last is in use now. */
function versionsOf(plans: readonly SettledPlan[], rubrics: Rubrics): Choice[] {
  const found = new Map<string, { plans: number; latest: string }>();
  for (const { rubricId, panelDate } of plans) {
    const known = found.get(rubricId) ?? { plans: 0, latest: '' };
    found.set(rubricId, { plans: known.plans + 1, latest: panelDate > known.latest ? panelDate : known.latest });
  }
  return [...found]
    .toSorted(([a, one], [b, other]) => (`${one.latest} ${a}` < `${other.latest} ${b}` ? -1 : 1))
    .map(([id, { plans: number }]) => {
      const rubric = rubrics.get(id)?.rubric;
      return { id, label: rubric === undefined ? id : `${rubric.title}, version ${rubric.version}`, plans: number };
    });
}

function valuesOf(plans: readonly SettledPlan[], id: DivisionId): Choice[] {
  const found = new Map<string, number>();
  for (const plan of plans) {
    const value = divisionValue(plan, id);
    found.set(value, (found.get(value) ?? 0) + 1);
  }
  return [...found]
    .toSorted(([a], [b]) => Number(a === NOT_KNOWN) - Number(b === NOT_KNOWN) || a.localeCompare(b, 'en'))
    .map(([value, number]) => ({ id: value, label: value, plans: number }));
}
