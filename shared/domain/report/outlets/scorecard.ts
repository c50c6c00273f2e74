import { currentHalfTerm, type HalfTermDates, halfTermOf, shortHalfTermName } from '../../half-term.ts';
import { wilsonInterval } from '../../intervals.ts';
import type { Measure } from '../../measures.ts';
import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { Hide } from '../build-report.ts';
import { type CountedTables, type CountTable, HIDDEN } from '../count-table.ts';
import { createMeasureReader, type MeasureSources, measureTableId } from '../measures-figures.ts';
import { latestStanding, readingsOf, STANDING_WORDS } from '../measures-standing.ts';
import { joinTables } from '../population-tables.ts';
import { countsOfShare } from '../shown-shares.ts';
import { monthTables, type MonthPlans, MONTH_SERIES, monthsOf, tableOfMonths } from './scorecard-months.ts';
import { publishedYear } from './scorecard-year.ts';
import type { ToldFigures } from './told-figures.ts';

/** A line a month for a performance board's scorecard: few figures, the same columns every time. */

export interface ScorecardInput extends MeasureSources {
  partnership: { name: string; areaCode: string };
  calendar: readonly HalfTermDates[];
  rubrics: ReadonlyMap<string, { rubric: Rubric }>;
  /** In the order in which they were added, the retired ones among them: a measure keeps its columns for ever. */
  measures: readonly Measure[];
  isPublishable: boolean;
  /** What publishable reports tell; nothing where it is missing. */
  told?: ToldFigures;
}

export interface ScorecardColumn {
  id: string;
  /** What it holds, for the data dictionary. */
  words: string;
}

export interface Scorecard {
  columns: readonly ScorecardColumn[];
  /** The oldest month first; as many values as columns. */
  rows: readonly (readonly (string | number)[])[];
}

/**
 * One line for every month since the first panel. Under the publishable rule all lines are hidden together, so that no
 * month can be worked out from the others.
 */
export function scorecard(input: ScorecardInput, hide: Hide): Scorecard {
  const months = monthsOf(input);
  const read = createMeasureReader(input);
  const measures = input.measures.map((measure) => {
    const byHand = measure.byHand.filter(({ percent }) => !input.isPublishable || percent === null);
    return { measure, figures: read({ ...measure, byHand }) };
  });
  const shown = hide(
    joinTables([
      monthTables(months),
      ...measures.map(({ figures: { table, sums, unshown } }): CountedTables => ({
        tables: table === null ? [] : [table],
        sums,
        unshown,
      })),
    ]),
  );
  const tables = new Map(shown.tables.map((table) => [table.id, table]));
  return {
    columns: [
      ...FIRST_COLUMNS,
      ...seriesColumns(),
      ...publishedColumns(),
      ...input.measures.flatMap((_, at) => measureColumns(at + 1)),
    ],
    rows: months.map((month) => [
      month.id,
      input.partnership.name,
      input.partnership.areaCode,
      halfTermIn(month, input.calendar)?.id ?? '',
      namesOf(halfTermIn(month, input.calendar)),
      auditedIn(tables, month),
      month.versions.join('; '),
      ...MONTH_SERIES.flatMap(({ id }) => shareCells(tables.get(tableOfMonths(id)), month.id)),
      ...publishedCells(input.told, month),
      ...measures.flatMap(({ measure, figures }) => measureCells(measure, figures, tables, month)),
    ]),
  };
}

const FIRST_COLUMNS: readonly ScorecardColumn[] = [
  { id: 'month', words: 'The month, as 2026-11. One line for every month since the first panel.' },
  { id: 'partnership', words: 'Name of the partnership.' },
  { id: 'area_code', words: 'The area’s code, as the partnership gave it; may be empty.' },
  { id: 'half_term', words: 'The half-term on the last day of the month: school year and number, as 2026-27/2.' },
  { id: 'half_term_name', words: 'The same as people say it.' },
  {
    id: 'plans_audited',
    words: `Plan versions of every kind whose panel met in the month and that all who were asked have graded; calibration is not counted. ${HIDDEN} where hidden.`,
  },
  { id: 'standards', words: 'Versions of the standards that they were graded by.' },
];

function seriesColumns(): ScorecardColumn[] {
  return MONTH_SERIES.flatMap(({ id, words }) => [
    {
      id: `${id}_good_or_better`,
      words: `${words} of the month graded good or better. ${HIDDEN} where hidden; empty where none was graded, or by two versions of the standards.`,
    },
    {
      id: `${id}_of`,
      words: `${words} of the month that were graded. ${HIDDEN} where hidden; empty where there is no count of them.`,
    },
    { id: `${id}_percent`, words: `Their share in per cent; empty under ${FEWEST_FOR_PERCENTAGE} and where hidden.` },
    { id: `${id}_range_low`, words: 'Lower end of the 95% Wilson range, in per cent.' },
    { id: `${id}_range_high`, words: 'Upper end of the 95% Wilson range, in per cent.' },
  ]);
}

function publishedColumns(): ScorecardColumn[] {
  return [
    {
      id: 'published_year',
      words:
        'Half-terms that began in the year up to the end of the month and that frozen publishable reports tell of: the columns that follow add up what these tell. Empty where none does.',
    },
    ...MONTH_SERIES.flatMap(({ id, words }) => {
      const told = `${words} of these half-terms`;
      return [
        {
          id: `published_${id}_good_or_better`,
          words: `${told} that were graded good or better. ${HIDDEN} where hidden; empty where no report tells of it, or by two versions of the standards.`,
        },
        { id: `published_${id}_of`, words: `${told} that were graded. ${HIDDEN} where hidden; empty as before.` },
        {
          id: `published_${id}_percent`,
          words: `Their share in per cent; empty under ${FEWEST_FOR_PERCENTAGE} and where hidden.`,
        },
        { id: `published_${id}_range_low`, words: 'Lower end of the 95% Wilson range, in per cent.' },
        { id: `published_${id}_range_high`, words: 'Upper end of the 95% Wilson range, in per cent.' },
      ];
    }),
  ];
}

function measureColumns(number: number): ScorecardColumn[] {
  const id = (name: string) => `measure_${number}_${name}`;
  return [
    {
      id: id('name'),
      words: `Measure ${number}, in the order in which measures were added. A retired one keeps its columns.`,
    },
    { id: id('reading_on'), words: 'Day of its latest reading up to the end of the month.' },
    { id: id('n'), words: `Counted in that reading. ${HIDDEN} where hidden; empty where the counts are not known.` },
    { id: id('of'), words: `Of so many; ${HIDDEN} where hidden; empty where the measure is a number of things.` },
    { id: id('percent'), words: `Per cent; empty under ${FEWEST_FOR_PERCENTAGE} and where hidden.` },
    { id: id('range_low'), words: 'Lower end of the 95% Wilson range, in per cent.' },
    { id: id('range_high'), words: 'Upper end of the 95% Wilson range, in per cent.' },
    { id: id('milestone_on'), words: 'Day of the milestone that the reading answers to: the last one passed.' },
    { id: id('milestone'), words: 'That milestone, in per cent or as a number.' },
    { id: id('standing'), words: `How it stands: ${Object.values(STANDING_WORDS).join(', ')}.` },
  ];
}

function halfTermIn({ lastDay }: MonthPlans, calendar: readonly HalfTermDates[]): HalfTermDates | undefined {
  return halfTermOf(lastDay, calendar) ?? (calendar.length === 0 ? undefined : currentHalfTerm(lastDay, calendar));
}

function namesOf(halfTerm: HalfTermDates | undefined): string {
  return halfTerm === undefined ? '' : shortHalfTermName(halfTerm);
}

function auditedIn(tables: ReadonlyMap<string, CountTable>, { id }: MonthPlans): string | number {
  const row = tables.get('month-audited')?.rows.find((candidate) => candidate.id === id);
  return row === undefined ? 0 : (row.counts[0]?.n ?? HIDDEN);
}

function shareCells(table: CountTable | undefined, rowId: string): (string | number)[] {
  const row = table?.rows.find(({ id }) => id === rowId);
  if (table === undefined || row === undefined) return ['', '', '', '', ''];
  const [n, of] = ['n', 'of'].map((column) => row.counts[table.columns.findIndex(({ id }) => id === column)]);
  const known = table.share === null ? null : countsOfShare(table, row);
  return [n?.n ?? HIDDEN, of === undefined ? '' : (of.n ?? HIDDEN), ...percentCells(known)];
}

function publishedCells(told: ToldFigures | undefined, { lastDay }: MonthPlans): (string | number)[] {
  const { words, series } = publishedYear(told ?? TOLD_NOTHING, lastDay);
  return [
    words,
    ...series.flatMap((share) => {
      if (share === null) return ['', '', '', '', ''];
      const { n, of } = share;
      return [n ?? HIDDEN, of ?? HIDDEN, ...percentCells(n === null || of === null ? null : { n, of })];
    }),
  ];
}

const TOLD_NOTHING: ToldFigures = { calendar: [], periods: [], counts: new Map() };

function percentCells(share: { n: number; of: number } | null): (string | number)[] {
  if (share === null || share.of < FEWEST_FOR_PERCENTAGE) return ['', '', ''];
  const { low, high } = wilsonInterval(share.n, share.of);
  return [(100 * share.n) / share.of, 100 * low, 100 * high];
}

function measureCells(
  measure: Measure,
  figures: ReturnType<ReturnType<typeof createMeasureReader>>,
  tables: ReadonlyMap<string, CountTable>,
  { lastDay }: MonthPlans,
): (string | number)[] {
  const table = figures.table === null ? null : (tables.get(measureTableId(measure)) ?? null);
  const readings = readingsOf(figures, table).filter(({ date }) => date <= lastDay);
  const { kind, reading, milestone } = latestStanding(measure, readings);
  const isRetired = measure.retiredAt !== null && measure.retiredAt.slice(0, 10) <= lastDay;
  if (isRetired || reading === null)
    return [measure.name, '', '', '', '', '', '', '', '', isRetired ? 'Retired' : STANDING_WORDS[kind]];
  return [
    measure.name,
    reading.date,
    ...(reading.rowId === null || table === null
      ? ['', '', reading.kind === 'percent' ? reading.percent : '', '', '']
      : shareCells(table, reading.rowId)),
    milestone?.on ?? '',
    milestone?.value ?? '',
    STANDING_WORDS[kind],
  ];
}

/**
 * For words on what a board can do about months of which nearly nothing may be told: whether what published reports tell
 * of the year up to the latest is a number. Null where half of the months' own counts or more are shown.
 */
export function hiddenMonths({ columns, rows }: Scorecard): { isYearTold: boolean } | null {
  const placesOf = (ids: ReadonlySet<string>) => columns.flatMap(({ id }, at) => (ids.has(id) ? [at] : []));
  const ofMonth = placesOf(COUNTS_OF_MONTH);
  const cells = rows.flatMap((row) => ofMonth.map((at) => row[at] ?? '')).filter((cell) => cell !== '' && cell !== 0);
  const hidden = cells.filter((cell) => cell === HIDDEN).length;
  if (hidden * 2 <= cells.length) return null;
  return { isYearTold: placesOf(COUNTS_OF_YEAR).some((at) => typeof rows.at(-1)?.[at] === 'number') };
}

const COUNTS_OF_MONTH = new Set([
  'plans_audited',
  ...MONTH_SERIES.flatMap(({ id }) => [`${id}_good_or_better`, `${id}_of`]),
]);
const COUNTS_OF_YEAR = new Set(MONTH_SERIES.map(({ id }) => `published_${id}_good_or_better`));
