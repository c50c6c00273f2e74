import { formatDate } from '../calendar-date.ts';
import { type HalfTermDates, halfTermName, shortHalfTermName, sortHalfTerms } from '../half-term.ts';
import { isCountedHere, type Measure, type MeasureFields, numeratorWords } from '../measures.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { BY_HAND } from './by-hand-rows.ts';
import { addUp, type CountedPart, countOfTally } from './measures-count.ts';
import type { Count, CountTable, Sum, TableHead } from './count-table.ts';
import { goodOrBetterLabelOf } from './prepare.ts';
import { populationKey, populationsOf, seriesOf } from './series.ts';
import type { SettledPlan } from './settled-plan.ts';
import { type Tally, tally } from './tally.ts';
import { lowerFirst } from './report-words.ts';
import { part, whole } from './table-heads.ts';

/** Readings of measures as tables of counts: half-terms that are counted here, and what was entered by hand between them. */

/** Finals that went out in a half-term without a lawful exception, by the register. */
export interface IssuedCount {
  halfTermId: string;
  planType: string;
  issued: number;
  inTime: number;
}

/** What measures are counted from. */
export interface MeasureSources {
  plans: readonly SettledPlan[];
  /** By id: every version of the standards that a plan here was graded by. */
  rubrics: ReadonlyMap<string, { rubric: Rubric }>;
  calendar: readonly HalfTermDates[];
  issued: readonly IssuedCount[];
  /** The version that grades and criteria are named by. */
  rubric: Rubric;
  /** ISO date: a half-term that is not over is read on this day. */
  today: string;
}

/** One row of a measure's table, and when it was read. */
export interface MeasurePoint {
  rowId: string;
  label: string;
  /** The same in prose: 'Autumn 2 2026/27', '14 October 2025'. */
  name: string;
  /** ISO date: of the last panel, of the half-term's end, or as entered. */
  date: string;
  isByHand: boolean;
  /** The version of the standards; null where none was used. */
  rubricId: string | null;
}

export interface MeasureFigures {
  /** A row for each reading whose counts are known, the oldest first; null where there is none. */
  table: CountTable | null;
  sums: readonly Sum[];
  /** Counts in the sums that no table may show. */
  unshown: readonly Count[];
  /** Of the table's rows, in their order. */
  points: readonly MeasurePoint[];
  /** Rows before which the standards changed. */
  breaksBefore: readonly string[];
  /** Entered by hand, and nobody knows the counts. */
  percentsAlone: readonly { on: string; percent: number; note: string }[];
}

interface ReadRow {
  point: MeasurePoint;
  noun: string;
  counts: Count[];
  sums: readonly Sum[];
  unshown: readonly Count[];
}

/** Gives a function that reads any measure; each population is counted once, however many measures rest on it. */
export function createMeasureReader(sources: MeasureSources): (measure: Measure) => MeasureFigures {
  const calendar = sortHalfTerms(sources.calendar);
  const order = new Map(calendar.map(({ id }, at) => [id, at]));
  const names = new Map(calendar.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
  const fullNames = new Map(calendar.map((halfTerm) => [halfTerm.id, halfTermName(halfTerm)]));
  const tallies = populationsOf(sources.plans, order).flatMap((population): Tally[] => {
    const found = sources.rubrics.get(population.rubricId);
    return found === undefined ? [] : [tally(population, found.rubric)];
  });

  return (measure) => {
    const rows = [...countedRows(measure), ...handRows(measure)].toSorted(
      (a, b) => compare(a.point.date, b.point.date) || compare(a.point.rowId, b.point.rowId),
    );
    return {
      table: rows.length === 0 ? null : tableOf(measure, rows),
      sums: rows.flatMap(({ sums }) => sums),
      unshown: rows.flatMap(({ unshown }) => unshown),
      points: rows.map(({ point }) => point),
      breaksBefore: breaksOf(rows.map(({ point }) => point)),
      percentsAlone: measure.byHand.flatMap(({ on, percent, note }) =>
        percent === null ? [] : [{ on, percent, note }],
      ),
    };
  };

  function countedRows(measure: Measure): ReadRow[] {
    if (!isCountedHere(measure)) return [];
    return measure.counted.kind === 'in_time' ? timedRows(measure) : auditedRows(measure);
  }

  function auditedRows(measure: Measure): ReadRow[] {
    const wanted = seriesIds(measure);
    const own = tallies.filter(({ population }) => wanted === 'every' || wanted.has(population.id));
    const groups = Map.groupBy(own, ({ population: { halfTermId, rubricId } }) => `${halfTermId} ${rubricId}`);
    return [...groups.values()].flatMap((group): ReadRow[] => {
      const parts = group.flatMap((each) => countOfTally(each, measure.counted) ?? []);
      const [first] = group;
      if (first === undefined || parts.length === 0) return [];
      const { halfTermId, rubricId } = first.population;
      const ids = group.map(({ population }) => population.id);
      const whole = addUp(populationKey(halfTermId, ids.join('+'), rubricId), parts);
      if (whole.of === 0) return [];
      const isSplit = [...groups.keys()].filter((key) => key.startsWith(`${halfTermId} `)).length > 1;
      const name = names.get(halfTermId) ?? halfTermId;
      return [
        rowOf(whole, {
          label: isSplit ? `${name} (standards version ${first.rubric.version})` : name,
          name: fullNames.get(halfTermId) ?? name,
          date: lastOf(group.flatMap(({ population }) => population.plans.map(({ panelDate }) => panelDate))),
          isByHand: false,
          rubricId,
          noun: wanted === 'every' ? REVIEWS : nounOfPlans(group),
        }),
      ];
    });
  }

  function timedRows(measure: Measure): ReadRow[] {
    const types: readonly string[] = TIMED_TYPES[measure.plans];
    const own = sources.issued.filter(({ planType, issued }) => types.includes(planType) && issued > 0);
    return calendar.flatMap(({ id, end }): ReadRow[] => {
      const parts = own
        .filter(({ halfTermId }) => halfTermId === id)
        .map(({ planType, issued, inTime }): CountedPart => ({
          key: `register/${id.replace('/', '.')}/${planType}`,
          names: { n: 'in-time', others: 'late', of: 'issued' },
          n: inTime,
          of: issued,
          sums: [],
          unshown: [],
        }));
      if (parts.length === 0) return [];
      const keys = parts.map(({ key }) => key.split('/').at(-1) ?? '');
      const whole = addUp(`register/${id.replace('/', '.')}/${keys.join('+')}`, parts);
      const date = end < sources.today ? end : sources.today;
      const named = { label: names.get(id) ?? id, name: fullNames.get(id) ?? id };
      return [rowOf(whole, { ...named, date, isByHand: false, rubricId: null, noun: 'final plans' })];
    });
  }

  function tableOf(measure: Measure, rows: readonly ReadRow[]): CountTable {
    const head = numeratorWords(measure.counted, sources.rubric, goodOrBetterLabelOf(sources.rubric));
    const columns = measure.unit === 'count' ? [part('n', head)] : shareColumns(measure, head);
    return {
      id: measureTableId(measure),
      caption: measure.name,
      noun: nounOf(measure, rows),
      rowHead: 'Reading',
      columns,
      rows: rows.map(({ point, counts }) => ({ ...part(point.rowId, point.label), counts })),
      share: measure.unit === 'count' ? null : { label: `Share ${lowerFirst(head)}`, n: 'n', of: 'of' },
    };
  }
}

export function measureTableId({ id }: Pick<Measure, 'id'>): string {
  return `measure-${id}`;
}

/** A promise about 20 weeks is one about new plans; reassessments have a time of their own. */
const TIMED_TYPES = {
  all: ['new', 'reassessment', 'amended', 'reviewed'],
  new: ['new'],
  amended: ['amended', 'reviewed'],
} as const;

const REVIEWS = 'QA reviews';

function nounOfPlans(group: readonly Tally[]): string {
  return group.some(({ population }) => population.noun !== 'plans') ? 'plan versions' : 'plans';
}

/**
 * The populations that a measure takes together. Plans written elsewhere and transferred in are in none but that of all
 * reviews, whose denominator is what was reviewed and not what was issued (field brief §16.2).
 */
function seriesIds({ counted, plans, stage, roundKind, theme }: MeasureFields): ReadonlySet<string> | 'every' {
  if (counted.kind === 'reviews_good_or_better') return 'every';
  const kinds = plans === 'all' ? ['new', 'amended'] : [plans];
  return new Set(kinds.map((planType) => seriesOf({ planType, stage, roundKind, theme }).id));
}

function handRows(measure: Measure): ReadRow[] {
  return measure.byHand.flatMap(({ id, on, n, of }): ReadRow[] => {
    if (n === null) return [];
    const rowId = `${BY_HAND}${id}`;
    const key = `measure/${measure.id}/${rowId}`;
    const name = formatDate(on);
    const point = { rowId, label: `${name} (entered by hand)`, name, date: on, isByHand: true, rubricId: null };
    if (of === null) return [{ point, noun: '', counts: [{ key: `${key}/n`, n }], sums: [], unshown: [] }];
    const counts = [
      { key: `${key}/n`, n },
      { key: `${key}/others`, n: of - n },
      { key: `${key}/of`, n: of },
    ];
    const sums = [{ total: `${key}/of`, parts: [`${key}/n`, `${key}/others`] }];
    return [{ point, noun: '', counts, sums, unshown: [] }];
  });
}

function rowOf(
  { key, names, n, of, sums, unshown }: CountedPart,
  { noun, ...point }: Omit<MeasurePoint, 'rowId'> & { noun: string },
): ReadRow {
  return {
    point: { rowId: key, ...point },
    noun,
    counts: [
      { key: `${key}/${names.n}`, n },
      { key: `${key}/${names.others}`, n: of - n },
      { key: `${key}/${names.of}`, n: of },
    ],
    sums,
    unshown,
  };
}

function shareColumns({ counted }: MeasureFields, head: string): TableHead[] {
  const isGood = counted.kind === 'good_or_better' || counted.kind === 'reviews_good_or_better';
  const others = counted.kind === 'in_time' ? 'Late' : isGood ? 'Below' : 'Others';
  return [part('n', head), part('others', others), whole('of', 'All')];
}

function nounOf({ counted }: MeasureFields, rows: readonly ReadRow[]): string {
  const nouns = new Set(rows.map(({ noun }) => noun).filter((noun) => noun !== ''));
  if (nouns.has('plan versions')) return 'plan versions';
  const [noun] = nouns;
  if (noun !== undefined) return noun;
  if (counted.kind === 'reviews_good_or_better') return REVIEWS;
  if (counted.kind === 'by_hand')
    return lowerFirst(counted.denominator === '' ? counted.numerator : counted.denominator);
  if (counted.kind === 'family_satisfied') return 'families';
  return counted.kind === 'in_time' ? 'final plans' : 'plans';
}

/** Where the version of the standards is another than in the reading before that used one. */
function breaksOf(points: readonly MeasurePoint[]): string[] {
  const graded = points.filter(({ rubricId }) => rubricId !== null);
  return graded.filter(({ rubricId }, at) => at > 0 && graded[at - 1]?.rubricId !== rubricId).map(({ rowId }) => rowId);
}

function lastOf(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last), '');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
