import { formatDate } from '../calendar-date.ts';
import { type Measure, valueWords } from '../measures.ts';
import type { CountTable } from './count-table.ts';
import { type DataTable, dateCell, textCell, valueCell } from './data-table.ts';
import { changeSentences, type Together, togetherSentence } from './measures-change.ts';
import { READING_COLUMNS, readingCells } from './measures-data.ts';
import type { MeasureFigures } from './measures-figures.ts';
import { type BottomLine, milestoneWords } from './measures-summary.ts';
import {
  latestStanding,
  milestoneFor,
  milestoneRows,
  nextMilestone,
  type Reading,
  readingsOf,
  readingWords,
  type Standing,
  standingOf,
  STANDING_WORDS,
} from './measures-standing.ts';
import { chartOf, heading, onlyData, paragraph, textTable, unprinted } from './parts/block-words.ts';
import type { ShownTables } from './report-input.ts';
import type { ReportBlock } from './report-model.ts';

/** One measure in the report's part on the trend, and what is said of it elsewhere. */

export interface ReadMeasure {
  measure: Measure;
  figures: MeasureFigures;
}

/**
 * What the report tells of one measure: words, a chart with its milestones, and one table of readings and milestones.
 * The counts of the readings and the milestones with what answers to them are data for the workbook and the CSV.
 */
export function measureBlocks(
  each: ReadMeasure,
  shown: ShownTables,
  about: readonly string[],
  { together, today }: { together: Together | null; today: string },
): ReportBlock[] {
  const { measure, figures } = each;
  const id = `measure-${measure.id}`;
  const readings = shownReadings(each, shown);
  const standing = latestStanding(measure, readings);
  const table = tableOf(each, shown);
  // Of what is hidden throughout, and of what was never read, the summary tells.
  if (readings.every(({ kind }) => kind === 'hidden')) {
    return [...(table === null ? [] : [onlyData(table)]), ...milestones(id, each, shown, readings)];
  }
  return [
    heading(`${id}-heading`, measure.name),
    ...paragraph(`${id}-words`, [
      ...about,
      // Where nothing is held against a milestone, the sentence itself says why.
      ...(HELD_AGAINST.has(standing.kind) ? [`${STANDING_WORDS[standing.kind]}.`] : []),
      standing.words,
      ...changeSentences(readings),
      ...togetherSentence(together, standing.milestone),
      ...(table === null || readings.some(mayHavePoint) ? [] : [NO_POINTS]),
    ]),
    ...(table === null
      ? []
      : [
          chartOf(table, 'trend', measure.name, {
            dates: figures.points.map(({ date }) => date),
            milestones: measure.milestones.map(({ on, value }) => ({
              on,
              percent: value,
              label: `${valueWords(measure.unit, value)} by ${formatDate(on)}`,
            })),
            breaksBefore: [...figures.breaksBefore],
          }),
          onlyData(table),
        ]),
    ...readingsTable(id, measure, readings, today),
    ...alone(id, measure, readings),
    ...milestones(id, each, shown, readings),
  ];
}

const HELD_AGAINST: ReadonlySet<Standing['kind']> = new Set<Standing['kind']>(['on_track', 'close', 'behind']);

/** What a figure has that shows no reading as a point. */
const NO_POINTS =
  'No reading counted here rests on ten plans or more: the figure shows the milestones, and the counts at its foot.';

/** Whether a reading is on an axis, or might be if it were not hidden: of that nothing is told. */
function mayHavePoint(reading: Reading): boolean {
  if (reading.kind === 'share') return reading.share.percent !== null;
  return reading.kind === 'number' || reading.kind === 'hidden';
}

/** Readings with the milestone that each answers to, and milestones still to come; those without a reading are in the chart. */
function readingsTable(id: string, measure: Measure, readings: readonly Reading[], today: string): ReportBlock[] {
  const read = readings.map((reading) => ({
    on: reading.date,
    cells: [
      reading.label,
      readingWords(reading),
      milestoneWords(measure.unit, milestoneFor(measure.milestones, reading.date)),
      STANDING_WORDS[standingOf(measure, reading).kind],
    ],
  }));
  const unanswered = milestoneRows(measure, readings)
    .filter(({ milestone, standing }) => standing === null && milestone.on > today)
    .map(({ milestone }) => ({
      on: milestone.on,
      cells: ['–', '–', milestoneWords(measure.unit, milestone), 'Still to come'],
    }));
  const rows = [...read, ...unanswered].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return rows.length === 0
    ? []
    : [
        textTable(
          `${id}-readings`,
          `Readings and milestones: ${measure.name}`,
          ['Reading', 'Result', 'Milestone it answers to', 'Standing'],
          rows.map(({ cells }) => cells),
        ),
      ];
}

/** Percentages that no table of counts can hold. */
function alone(id: string, measure: Measure, readings: readonly Reading[]): ReportBlock[] {
  const own = readings.filter((reading) => reading.kind === 'percent');
  return own.length === 0
    ? []
    : [
        unprinted(
          textTable(
            `${id}-percentages`,
            `Readings whose counts are not known: ${measure.name}`,
            ['Reading', 'Percentage'],
            own.map((reading) => [reading.label, readingWords(reading)]),
            {
              columns: [
                { id: 'reading', label: 'Reading' },
                { id: 'read-on', label: 'Read on' },
                { id: 'percent', label: 'Per cent' },
              ],
              rows: own.map(({ label, date, percent }, at) => ({
                id: String(at + 1),
                cells: [textCell(label), dateCell(date), { kind: 'percent', percent }],
              })),
            },
          ),
        ),
      ];
}

function milestones(id: string, each: ReadMeasure, shown: ShownTables, readings: readonly Reading[]): ReportBlock[] {
  const { measure } = each;
  if (measure.milestones.length === 0) return [];
  const found = milestoneRows(measure, readings);
  const rows = found.map(({ milestone, standing }) => [
    formatDate(milestone.on),
    valueWords(measure.unit, milestone.value),
    standing === null || standing.reading === null
      ? '–'
      : `${standing.reading.label}: ${readingWords(standing.reading)}`,
    milestoneStanding(standing),
  ]);
  return [
    unprinted(
      textTable(
        `${id}-milestones`,
        `Milestones: ${measure.name}`,
        ['By', 'Milestone', 'Latest reading from then on', 'Standing'],
        rows,
        {
          columns: [
            { id: 'by', label: 'By' },
            { id: 'milestone', label: 'Milestone' },
            ...READING_COLUMNS,
            { id: 'standing', label: 'Standing' },
          ],
          rows: found.map(({ milestone, standing }) => ({
            id: milestone.on,
            cells: [
              dateCell(milestone.on),
              valueCell(measure.unit, milestone.value),
              ...readingCells(tableOf(each, shown), standing?.reading ?? null),
              textCell(milestoneStanding(standing)),
            ],
          })),
        },
      ),
    ),
  ];
}

function milestoneStanding(standing: Standing | null): string {
  return standing === null ? 'No reading' : STANDING_WORDS[standing.kind];
}

/** The reading with the half-term that it is of: '2026/27 Aut 2: 3 of 8 plans'. */
export function latestWords(reading: Reading | null): string {
  return reading === null ? '–' : `${reading.label}: ${readingWords(reading)}`;
}

/** How measures stand, as data. */
export function standingData(lines: readonly { each: ReadMeasure; line: BottomLine }[], shown: ShownTables): DataTable {
  return {
    columns: [
      { id: 'measure', label: 'Measure' },
      ...READING_COLUMNS,
      { id: 'milestone', label: 'Milestone' },
      { id: 'by', label: 'By' },
      { id: 'next', label: 'Next milestone' },
      { id: 'next-by', label: 'Next by' },
      { id: 'standing', label: 'Standing' },
    ],
    rows: lines.map(({ each, line: { standing } }) => {
      const { measure } = each;
      const next = nextMilestone(measure.milestones, standing.reading);
      return {
        id: measure.id,
        cells: [
          textCell(measure.name),
          ...readingCells(tableOf(each, shown), standing.reading),
          valueCell(measure.unit, standing.milestone?.value ?? null),
          dateCell(standing.milestone?.on ?? null),
          valueCell(measure.unit, next?.value ?? null),
          dateCell(next?.on ?? null),
          textCell(STANDING_WORDS[standing.kind]),
        ],
      };
    }),
  };
}

export function shownReadings(each: ReadMeasure, shown: ShownTables): Reading[] {
  return readingsOf(each.figures, tableOf(each, shown));
}

export function tableOf({ figures: { table } }: ReadMeasure, shown: ShownTables): CountTable | null {
  return table === null ? null : shown.table(table.id);
}
