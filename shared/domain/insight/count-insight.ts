import { type HalfTermDates, shortHalfTermName, sortHalfTerms } from '../half-term.ts';
import { oneOfEachHalfTerm } from '../report/one-of-each-half-term.ts';
import type { NamedTally } from '../report/population-tables.ts';
import { goodOrBetterLabelOf, type Prepared, type SeriesNow } from '../report/prepare.ts';
import type { ReportInput } from '../report/report-input.ts';
import { populationKey, populationsOf } from '../report/series.ts';
import type { SettledPlan } from '../report/settled-plan.ts';
import { type Tally, tally } from '../report/tally.ts';
import { likePlans, type Selection } from './insight-filter.ts';
import type { Movement } from './insight-movement.ts';

/** What a part needs beside the settled plans; empty where it needs none. */
export interface InsightExtras {
  /** ISO date. */
  today: string;
  /** ISO date: the last day of the run's half-terms, or today where the run is not over. */
  asAt: string;
  /** As it stood at the end of `asAt`. */
  advice: ReportInput['advice'];
  agreement: ReportInput['agreement'];
  measures: ReportInput['measures'];
  movement: Movement;
}

/** Figures of a selection, counted once. */
export interface InsightCounted {
  prepared: Prepared;
  /** All plans of the selection together. */
  tally: Tally;
  /** The same series and groups by half-term, the earliest first, up to the end of the run. */
  halfTerms: readonly NamedTally[];
  movement: Movement;
}

/** Begins the ids of tables that hold the selection's own figures. */
export const SLUG = 'chosen';

/**
 * Counts what a selection holds; null where it holds nothing. Everything is counted by the report's own functions, so
 * that the screen and the report cannot differ. `plans` are all that may be told, from which trends are drawn.
 */
export function countInsight(
  selection: Selection,
  plans: readonly SettledPlan[],
  rubrics: ReportInput['rubrics'],
  calendar: readonly HalfTermDates[],
  extras: InsightExtras,
): InsightCounted | null {
  const { series, run, plans: own, filter } = selection;
  const halfTerm = run.at(-1);
  const rubric = filter.standards === null ? undefined : rubrics.get(filter.standards)?.rubric;
  if (series === null || halfTerm === undefined || rubric === undefined || own.length === 0) return null;
  const first = run.at(0) ?? halfTerm;
  const runId = first === halfTerm ? halfTerm.id : `${first.id}..${halfTerm.id}`;
  const all = tally(
    {
      ...series,
      key: populationKey(runId, series.id, filter.standards ?? ''),
      halfTermId: halfTerm.id,
      rubricId: filter.standards ?? '',
      plans: own,
      noun: new Set(own.map(({ planId }) => planId)).size < own.length ? 'plan versions' : 'plans',
    },
    rubric,
  );
  const halfTerms = oneOfEachHalfTerm(
    byHalfTerm(likePlans(plans, selection), rubrics, calendar, halfTerm),
    all.population.rubricId,
  );
  const earlier =
    run.length === 1 ? halfTerms.filter(({ tally: { population } }) => population.halfTermId !== halfTerm.id) : [];
  const now: SeriesNow = {
    slug: SLUG,
    label: series.label,
    tally: all,
    halfTerm: selection.runName,
    earlier,
    last: earlier.at(-1) ?? null,
    yearAgo: earlier.findLast(({ tally: { population } }) => isYearBefore(population.halfTermId, halfTerm.id)) ?? null,
  };
  const input = inputOf(halfTerm, calendar, rubrics, plans, extras);
  return {
    prepared: { input, rubric, goodOrBetterLabel: goodOrBetterLabelOf(rubric), now: [now] },
    tally: all,
    halfTerms,
    movement: extras.movement,
  };
}

function byHalfTerm(
  plans: readonly SettledPlan[],
  rubrics: ReportInput['rubrics'],
  calendar: readonly HalfTermDates[],
  end: HalfTermDates,
): NamedTally[] {
  const sorted = sortHalfTerms(calendar).filter(({ start }) => start <= end.start);
  const order = new Map(sorted.map(({ id }, at) => [id, at]));
  const names = new Map(sorted.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
  const upToNow = plans.filter(({ halfTermId }) => order.has(halfTermId));
  return populationsOf(upToNow, order).flatMap((population) => {
    const rubric = rubrics.get(population.rubricId)?.rubric;
    const name = names.get(population.halfTermId) ?? population.halfTermId;
    return rubric === undefined ? [] : [{ tally: tally(population, rubric), halfTerm: name }];
  });
}

/** Of a report only what its parts read here; the rest is empty. */
function inputOf(
  halfTerm: HalfTermDates,
  calendar: readonly HalfTermDates[],
  rubrics: ReportInput['rubrics'],
  plans: readonly SettledPlan[],
  { today, asAt, advice, agreement, measures }: InsightExtras,
): ReportInput {
  return {
    partnership: { name: '', areaCode: '' },
    halfTerm,
    calendar,
    rounds: [],
    rubrics,
    plans,
    escalations: [],
    escalatedSince: 0,
    agreement,
    advice,
    actions: [],
    asAt,
    advisedPlans: null,
    finalsIssued: null,
    reAudits: [],
    measures,
    excerpts: [],
    words: new Map(),
    edition: 'internal',
    threshold: 5,
    author: '',
    madeAt: '',
    today,
  };
}

/** '2025-26/2' is the year before '2026-27/2'. */
function isYearBefore(earlier: string, later: string): boolean {
  const [one = '', number] = earlier.split('/');
  const [other = '', same] = later.split('/');
  return number === same && Number.parseInt(one, 10) + 1 === Number.parseInt(other, 10);
}
