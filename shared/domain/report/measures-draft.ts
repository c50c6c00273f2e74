import { formatDate } from '../calendar-date.ts';
import { type HalfTermDates, halfTermOf, sortHalfTerms } from '../half-term.ts';
import { definitionWords, type Measure, valueWords } from '../measures.ts';
import type { CountTable } from './count-table.ts';
import { dateCell, textCell, valueCell } from './data-table.ts';
import { joinTables } from './population-tables.ts';
import { chartOf, counts, heading, paragraph, textTable } from './parts/block-words.ts';
import { changeSentences, lastRoundsTogether } from './measures-change.ts';
import { READING_COLUMNS, readingCells } from './measures-data.ts';
import { createMeasureReader, type MeasureFigures, type MeasureSources } from './measures-figures.ts';
import {
  latestStanding,
  milestoneRows,
  type Reading,
  type Standing,
  readingsOf,
  readingWords,
  STANDING_WORDS,
} from './measures-standing.ts';
import { goodOrBetterLabelOf } from './prepare.ts';
import type { MeasuresDraft, ShownTables } from './report-input.ts';
import type { Edition, ReportBlock } from './report-model.ts';

/** What measures bring to the report's part on the trend begins here. */
export const MEASURES_HEADING = 'measures-heading';

interface ReadMeasure {
  measure: Measure;
  figures: MeasureFigures;
}

/**
 * What the measures in use bring to a half-term's report; null where there is none. Readings after the half-term are
 * left out. In a publishable edition percentages whose counts nobody knows are left out too, since it cannot be told
 * how few they rest on, and an owner who is a person of the workspace is not named.
 */
export function measuresDraft({
  measures,
  halfTerm,
  edition,
  ...sources
}: MeasureSources & {
  measures: readonly Measure[];
  halfTerm: HalfTermDates;
  edition: Edition;
}): MeasuresDraft | null {
  const calendar = sortHalfTerms(sources.calendar);
  const until = calendar.filter(({ start }) => start <= halfTerm.start);
  const ids = new Set(until.map(({ id }) => id));
  const isInTime = (date: string) => {
    const own = halfTermOf(date, calendar);
    return own === undefined ? date < halfTerm.start : ids.has(own.id);
  };
  const read = createMeasureReader({
    ...sources,
    plans: sources.plans.filter(({ halfTermId }) => ids.has(halfTermId)),
    issued: sources.issued.filter(({ halfTermId }) => ids.has(halfTermId)),
  });
  const all = measures
    .filter(({ retiredAt }) => retiredAt === null)
    .map((measure): ReadMeasure => {
      const byHand = measure.byHand.filter(
        ({ on, percent }) => isInTime(on) && (edition === 'internal' || percent === null),
      );
      return { measure, figures: read({ ...measure, byHand }) };
    });
  if (all.length === 0) return null;
  const goodOrBetterLabel = goodOrBetterLabelOf(sources.rubric);

  return {
    counted: joinTables(
      all.map(({ figures: { table, sums, unshown } }) => ({ tables: table === null ? [] : [table], sums, unshown })),
    ),
    write: (shown) => [
      heading(MEASURES_HEADING, 'Measures of the partnership'),
      overview(),
      ...all.flatMap((each) => {
        const { measure } = each;
        const leftOut = edition === 'publishable' && measure.byHand.some(({ percent }) => percent !== null);
        return blocksOf(each, shown, [
          definitionWords(measure, sources.rubric, goodOrBetterLabel),
          ...(leftOut ? ['Percentages whose counts are not known are left out of this edition.'] : []),
          // Written for the panel, not for whoever reads a published report.
          ...(edition === 'internal' && measure.note !== '' ? [measure.note] : []),
        ]);
      }),
    ],
    summary: (shown) => [
      textTable(
        'measures-standing',
        'Measures of the partnership and how they stand',
        ['Measure', 'Latest reading', 'Of', 'Milestone', 'Standing'],
        standings(shown).map(({ each: { measure }, standing: { kind, reading, milestone } }) => [
          measure.name,
          reading === null ? '–' : readingWords(reading),
          reading === null ? '–' : reading.isByHand ? formatDate(reading.date) : reading.label,
          milestone === null ? '–' : `${valueWords(measure.unit, milestone.value)} by ${formatDate(milestone.on)}`,
          STANDING_WORDS[kind],
        ]),
        {
          columns: [
            { id: 'measure', label: 'Measure' },
            ...READING_COLUMNS,
            { id: 'milestone', label: 'Milestone' },
            { id: 'by', label: 'By' },
            { id: 'standing', label: 'Standing' },
          ],
          rows: standings(shown).map(({ each, standing: { kind, reading, milestone } }) => ({
            id: each.measure.id,
            cells: [
              textCell(each.measure.name),
              ...readingCells(tableOf(each, shown), reading),
              valueCell(each.measure.unit, milestone?.value ?? null),
              dateCell(milestone?.on ?? null),
              textCell(STANDING_WORDS[kind]),
            ],
          })),
        },
      ),
    ],
  };

  function standings(shown: ShownTables) {
    return all.map((each) => ({ each, standing: latestStanding(each.measure, shownReadings(each, shown)) }));
  }

  /** Whose each measure is and where it comes from; how they stand is in the summary. */
  function overview(): ReportBlock {
    return textTable(
      'measures-overview',
      'Measures, their targets and owners',
      ['Measure', 'Target', 'Source', 'Owner'],
      all.map(({ measure }) => [
        measure.name,
        measure.target === null ? '–' : valueWords(measure.unit, measure.target),
        orDash(measure.source),
        orDash(ownerOf(measure)),
      ]),
      {
        columns: [
          { id: 'measure', label: 'Measure' },
          { id: 'target', label: 'Target' },
          { id: 'source', label: 'Source' },
          { id: 'owner', label: 'Owner' },
        ],
        rows: all.map(({ measure }) => ({
          id: measure.id,
          cells: [
            textCell(measure.name),
            valueCell(measure.unit, measure.target),
            textCell(measure.source),
            textCell(ownerOf(measure)),
          ],
        })),
      },
    );
  }

  function ownerOf({ owner }: Measure): string {
    return edition === 'publishable' && owner.personId !== null ? '' : owner.name;
  }
}

function blocksOf(each: ReadMeasure, shown: ShownTables, about: readonly string[]): ReportBlock[] {
  const { measure, figures } = each;
  const id = `measure-${measure.id}`;
  const readings = shownReadings(each, shown);
  const standing = latestStanding(measure, readings);
  const table = tableOf(each, shown);
  return [
    heading(`${id}-heading`, measure.name),
    ...paragraph(`${id}-words`, [
      ...about,
      ...(standing.kind === 'too_few' ? [] : [`${STANDING_WORDS[standing.kind]}.`]),
      standing.words,
      ...changeSentences(readings),
      ...(table === null ? [] : lastRoundsTogether(readings, table.noun)),
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
          counts(table),
        ]),
    ...alone(id, measure, readings),
    ...milestones(id, each, shown, readings),
  ];
}

/** Percentages that no table of counts can hold. */
function alone(id: string, measure: Measure, readings: readonly Reading[]): ReportBlock[] {
  const own = readings.filter((reading) => reading.kind === 'percent');
  return own.length === 0
    ? []
    : [
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
  ];
}

function milestoneStanding(standing: Standing | null): string {
  return standing === null ? 'No reading' : STANDING_WORDS[standing.kind];
}

function shownReadings(each: ReadMeasure, shown: ShownTables): Reading[] {
  return readingsOf(each.figures, tableOf(each, shown));
}

function tableOf({ figures: { table } }: ReadMeasure, shown: ShownTables): CountTable | null {
  return table === null ? null : shown.table(table.id);
}

function orDash(text: string): string {
  return text === '' ? '–' : text;
}
