import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import { countIn, type CountTable } from '../count-table.ts';
import { joinTables, overallTable } from '../population-tables.ts';
import type { Prepared, SeriesNow } from '../prepare.ts';
import type { PartDraft } from '../report-input.ts';
import { chartOf, counts, heading, onlyData, paragraph } from './block-words.ts';
import { changeSentence, shareSentence } from './share-sentences.ts';
import { smallGroupBlocks, splitBySize } from './small-groups.ts';
import { lowerFirst } from '../report-words.ts';

/** Part 4: how plans were graded overall, with the last comparable round and the same time last year. */
export function gradesPart(prepared: Prepared): PartDraft {
  const { input, now, goodOrBetterLabel } = prepared;
  const { large, few } = splitBySize(prepared);
  const terms = new Map(input.calendar.map((halfTerm) => [halfTerm.id, halfTerm]));
  return {
    number: 4,
    id: 'grades',
    title: 'Overall grades',
    counted: joinTables(
      now.map((series) =>
        overallTable(
          overallId(series),
          `Overall grades: ${lowerFirst(series.label)}`,
          comparators(series),
          goodOrBetterLabel,
        ),
      ),
    ),
    write: (shown) => [
      ...large.flatMap((series) => {
        const table = shown.table(overallId(series));
        const row = table.rows.at(-1);
        const { definition } = series.tally.population;
        return [
          heading(`${overallId(series)}-heading`, series.label),
          ...paragraph(`${overallId(series)}-words`, [
            definition,
            ...(row === undefined ? [] : [shareSentence(table, row, goodOrBetterLabel)]),
            ...comparators(series)
              .slice(0, -1)
              .flatMap(({ tally }) => {
                const term = terms.get(tally.population.halfTermId);
                return term === undefined ? [] : changeSentence(table, series, tally, term);
              }),
          ]),
          ...(isWorthDrawing(table, prepared.small === undefined ? FEWEST_FOR_BARS : FEWEST_ON_PAPER)
            ? [chartOf(table, 'grades', `Overall grades: ${lowerFirst(series.label)}`)]
            : []),
          counts(table),
        ];
      }),
      ...smallGroupBlocks(prepared, shown),
      ...few.map((series) => onlyData(shown.table(overallId(series)))),
    ],
  };
}

/** Fewer plans than this are taken in faster as numbers than as bars. */
const FEWEST_FOR_BARS = 5;
/** On paper, where room is dear, so many. */
const FEWEST_ON_PAPER = FEWEST_FOR_PERCENTAGE;

function isWorthDrawing(table: CountTable, fewest: number): boolean {
  return table.rows.some((row) => (countIn(table, row, 'total')?.n ?? 0) >= fewest);
}

export function overallId({ slug }: SeriesNow): string {
  return `overall-${slug}`;
}

/** The rows of a series' overall table: the same time last year, the last comparable round, and this half-term. */
export function comparators({ yearAgo, last, tally, halfTerm }: SeriesNow) {
  const earlier = [yearAgo, last].flatMap((found) => found ?? []);
  const unique = earlier.filter(
    ({ tally: own }, at) => earlier.findIndex((other) => other.tally.population.key === own.population.key) === at,
  );
  return [...unique, { tally, halfTerm }];
}
