import { type HalfTermDates, halfTermOf, sortHalfTerms } from '../half-term.ts';
import { definitionWords, type Measure, valueWords } from '../measures.ts';
import { HIDDEN } from './count-table.ts';
import { textCell, valueCell } from './data-table.ts';
import {
  latestWords,
  measureBlocks,
  type ReadMeasure,
  shownReadings,
  standingData,
  tableOf,
} from './measures-blocks.ts';
import { lastTogether, type Together } from './measures-change.ts';
import { createMeasureReader, type MeasureSources } from './measures-figures.ts';
import { latestStanding, nextMilestone, type Reading } from './measures-standing.ts';
import { type BottomLine, milestonesCell, readingCell, standingWithCaveat, togetherCell } from './measures-summary.ts';
import { heading, paragraph, textTable, unprinted } from './parts/block-words.ts';
import { joinTables } from './population-tables.ts';
import { goodOrBetterLabelOf } from './prepare.ts';
import { counted } from './report-words.ts';
import type { MeasuresDraft, ShownTables } from './report-input.ts';
import type { Edition, ReportBlock } from './report-model.ts';

/** What measures bring to the report's part on the trend begins here. */
export const MEASURES_HEADING = 'measures-heading';

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
      isAllHidden(shown) ? unprinted(overview()) : overview(),
      ...paragraph(
        'measures-left-out',
        leftOut() ? ['Percentages whose counts are not known are left out of this edition.'] : [],
      ),
      ...all.flatMap((each) => {
        const { measure } = each;
        const about = [
          definitionWords(measure, sources.rubric, goodOrBetterLabel),
          // Written for the panel, not for whoever reads a published report.
          ...(edition === 'internal' && measure.note !== '' ? [measure.note] : []),
        ];
        return measureBlocks(each, shown, about, { together: together(each, shown), today: sources.today });
      }),
    ],
    summary: (shown, most = all.length) => {
      const lines = all.map((each) => ({ each, line: lineOf(each, shown) }));
      const hidden = lines.filter(({ line }) => line.standing.kind === 'hidden');
      const told = lines.filter((line) => !hidden.includes(line));
      const read = told.filter(({ line }) => line.standing.kind !== 'no_reading');
      // Of more than there is room for, those with a reading.
      const inOrder = (told.length > most ? read : told).slice(0, most);
      const hasTogether = inOrder.some(({ line }) => line.together !== null);
      const isNow = inOrder.every(({ line: { standing } }) => isOfThisHalfTerm(standing.reading));
      const table = textTable(
        'measures-standing',
        'Measures of the partnership and how they stand',
        [
          'Measure',
          isNow ? 'This half-term (likely range)' : 'Latest reading (likely range)',
          ...(hasTogether ? ['Last three half-terms together'] : []),
          'Milestone',
          'Standing',
        ],
        inOrder.map(({ each: { measure }, line }) => [
          measure.name,
          isNow ? readingCell(line.standing.reading) : latestWords(line.standing.reading),
          ...(hasTogether ? [togetherCell(line.together)] : []),
          milestonesCell(measure, line.standing.milestone, nextMilestone(measure.milestones, line.standing.reading)),
          standingWithCaveat(line),
        ]),
        standingData(lines, shown),
      );
      if (isAllHidden(shown)) {
        return [
          ...paragraph('measures-hidden', [`How the measures of the partnership stand is hidden (${HIDDEN}).`]),
          unprinted(table),
        ];
      }
      return [
        table,
        ...paragraph('measures-more', [
          ...(hidden.length === 0
            ? []
            : [`Hidden (${HIDDEN}): ${hidden.map(({ each }) => each.measure.name).join('; ')}.`]),
          ...(told.length > inOrder.length
            ? [`${counted(told.length - inOrder.length, 'more measures')}: see “Trend and trajectories”.`]
            : []),
        ]),
      ];
    },
  };

  /** In a table of this half-term alone nothing need be said of when. */
  function isOfThisHalfTerm(reading: Reading | null): boolean {
    return reading === null || (!reading.isByHand && reading.date >= halfTerm.start);
  }

  function isAllHidden(shown: ShownTables): boolean {
    const readings = all.flatMap((each) => shownReadings(each, shown));
    return readings.length > 0 && readings.every(({ kind }) => kind === 'hidden');
  }

  function leftOut(): boolean {
    return (
      edition === 'publishable' && all.some(({ measure }) => measure.byHand.some(({ percent }) => percent !== null))
    );
  }

  function lineOf(each: ReadMeasure, shown: ShownTables): BottomLine {
    return { standing: latestStanding(each.measure, shownReadings(each, shown)), together: together(each, shown) };
  }

  /** In a publishable edition half-terms are counted together already. */
  function together(each: ReadMeasure, shown: ShownTables): Together | null {
    const table = tableOf(each, shown);
    if (edition === 'publishable' || table === null || table.share === null) return null;
    return lastTogether(shownReadings(each, shown), table.noun);
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

function orDash(text: string): string {
  return text === '' ? '–' : text;
}
