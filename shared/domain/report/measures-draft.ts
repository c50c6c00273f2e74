import { formatDate } from '../calendar-date.ts';
import { type HalfTermDates, halfTermOf, sortHalfTerms } from '../half-term.ts';
import { definitionWords, type Measure, valueWords } from '../measures.ts';
import { joinTables } from './population-tables.ts';
import { chartOf, counts, heading, paragraph, textTable } from './parts/block-words.ts';
import { changeSentences, lastRoundsTogether } from './measures-change.ts';
import { createMeasureReader, type MeasureFigures, type MeasureSources } from './measures-figures.ts';
import {
  latestStanding,
  milestoneRows,
  type Reading,
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
        all.map((each) => {
          const { measure } = each;
          const { kind, reading, milestone } = latestStanding(measure, shownReadings(each, shown));
          return [
            measure.name,
            reading === null ? '–' : readingWords(reading),
            reading === null ? '–' : reading.isByHand ? formatDate(reading.date) : reading.label,
            milestone === null ? '–' : `${valueWords(measure.unit, milestone.value)} by ${formatDate(milestone.on)}`,
            STANDING_WORDS[kind],
          ];
        }),
      ),
    ],
  };

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
        orDash(edition === 'publishable' && measure.owner.personId !== null ? '' : measure.owner.name),
      ]),
    );
  }
}

function blocksOf(each: ReadMeasure, shown: ShownTables, about: readonly string[]): ReportBlock[] {
  const { measure, figures } = each;
  const id = `measure-${measure.id}`;
  const readings = shownReadings(each, shown);
  const standing = latestStanding(measure, readings);
  const table = figures.table === null ? null : shown.table(figures.table.id);
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
    ...milestones(id, measure, readings),
  ];
}

/** Percentages that no table of counts can hold. */
function alone(id: string, measure: Measure, readings: readonly Reading[]): ReportBlock[] {
  const rows = readings
    .filter(({ kind }) => kind === 'percent')
    .map((reading) => [reading.label, readingWords(reading)]);
  return rows.length === 0
    ? []
    : [
        textTable(
          `${id}-percentages`,
          `Readings whose counts are not known: ${measure.name}`,
          ['Reading', 'Percentage'],
          rows,
        ),
      ];
}

function milestones(id: string, measure: Measure, readings: readonly Reading[]): ReportBlock[] {
  if (measure.milestones.length === 0) return [];
  const rows = milestoneRows(measure, readings).map(({ milestone, standing }) => [
    formatDate(milestone.on),
    valueWords(measure.unit, milestone.value),
    standing === null || standing.reading === null
      ? '–'
      : `${standing.reading.label}: ${readingWords(standing.reading)}`,
    standing === null ? 'No reading' : STANDING_WORDS[standing.kind],
  ]);
  return [
    textTable(
      `${id}-milestones`,
      `Milestones: ${measure.name}`,
      ['By', 'Milestone', 'Latest reading from then on', 'Standing'],
      rows,
    ),
  ];
}

function shownReadings({ figures }: ReadMeasure, shown: ShownTables): Reading[] {
  return readingsOf(figures, figures.table === null ? null : shown.table(figures.table.id));
}

function orDash(text: string): string {
  return text === '' ? '–' : text;
}
