import { goodOrBetterGrades } from '../grading/grade-order.ts';
import { shortHalfTermName, sortHalfTerms } from '../half-term.ts';
import { gradeLabel } from '../rubric/rubric-words.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { oneOfEachHalfTerm } from './one-of-each-half-term.ts';
import type { NamedTally } from './population-tables.ts';
import type { ReportInput } from './report-input.ts';
import { populationsOf } from './series.ts';
import type { SettledPlan } from './settled-plan.ts';
import { type Tally, tally } from './tally.ts';

/** A report's plans, counted: this half-term's populations, and those that each may be held against. */
export interface Prepared {
  input: ReportInput;
  /** The version of the standards that grades are named by: the newest that was used. */
  rubric: Rubric;
  goodOrBetterLabel: string;
  now: readonly SeriesNow[];
  /**
   * Slugs of kinds of plans that are too few for tables of their own on a report's paper; left out where each kind is
   * told of in full, as on screen.
   */
  small?: ReadonlySet<string>;
}

export interface SeriesNow {
  /** For ids of tables: letters, digits and hyphens. */
  slug: string;
  label: string;
  tally: Tally;
  halfTerm: string;
  /** The same series in earlier half-terms, the oldest first, one for each; see `oneOfEachHalfTerm`. */
  earlier: readonly NamedTally[];
  /** The nearest earlier half-term with such plans. */
  last: NamedTally | null;
  /** The same half-term of the school year before. */
  yearAgo: NamedTally | null;
}

/** Counts a report's plans. Versions of the standards are never mixed: a population has one, and breaks are shown. */
export function prepare(input: ReportInput): Prepared {
  const calendar = sortHalfTerms(input.calendar);
  const order = new Map(calendar.map(({ id }, at) => [id, at]));
  const names = new Map(calendar.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
  const tallies = populationsOf(input.plans, order).flatMap((population) => {
    const rubric = input.rubrics.get(population.rubricId)?.rubric;
    return rubric === undefined ? [] : [tally(population, rubric)];
  });
  const named = (found: Tally): NamedTally => ({
    tally: found,
    halfTerm: names.get(found.population.halfTermId) ?? found.population.halfTermId,
  });
  const rubric = newestRubric(input);
  const current = tallies.filter(({ population }) => population.halfTermId === input.halfTerm.id);
  const seen = new Map<string, number>();
  return {
    input,
    rubric,
    goodOrBetterLabel: goodOrBetterLabelOf(rubric),
    now: current.map((own) => {
      const { id, label } = own.population;
      const earlier = oneOfEachHalfTerm(
        tallies.filter(({ population }) => population.id === id && isBefore(population.halfTermId)).map(named),
        own.population.rubricId,
      );
      const versions = (seen.get(id) ?? 0) + 1;
      seen.set(id, versions);
      const isSplit = current.filter(({ population }) => population.id === id).length > 1;
      return {
        slug: `${id.replaceAll(/[~_]/g, '-')}${versions === 1 ? '' : `-${versions}`}`,
        label: isSplit ? `${label} (standards version ${own.rubric.version})` : label,
        tally: own,
        halfTerm: named(own).halfTerm,
        earlier,
        last: earlier.at(-1) ?? null,
        yearAgo:
          earlier.findLast(({ tally: { population } }) => population.halfTermId === yearBefore(input.halfTerm.id)) ??
          null,
      };
    }),
  };

  function isBefore(halfTermId: string): boolean {
    return (order.get(halfTermId) ?? -1) < (order.get(input.halfTerm.id) ?? 0);
  }
}

/** 'Good or better', or what the scale calls its upper grades. */
export function goodOrBetterLabelOf(rubric: Rubric): string {
  const good = goodOrBetterGrades(rubric);
  const lowest = good.at(-1);
  if (lowest === undefined) return 'Upper grades';
  return good.length === 1 ? gradeLabel(rubric, lowest) : `${gradeLabel(rubric, lowest)} or better`;
}

/** '2026-27/2' → '2025-26/2' */
function yearBefore(halfTermId: string): string {
  const [year = '', number = ''] = halfTermId.split('/');
  const start = Number.parseInt(year, 10) - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}/${number}`;
}

/** Of the newest panel with plans; whatever their order. */
function newestRubric({ rubrics, plans }: ReportInput): Rubric {
  const [newest] = plans.toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1));
  const found = (newest === undefined ? undefined : rubrics.get(newest.rubricId)) ?? [...rubrics.values()].at(-1);
  if (found === undefined) throw new Error('A report needs a version of the standards.');
  return found.rubric;
}

function latest({ panelDate, rubricId }: SettledPlan): string {
  return `${panelDate} ${rubricId}`;
}
