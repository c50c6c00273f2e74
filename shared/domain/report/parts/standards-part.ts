import { joinTables, standardsTable } from '../population-tables.ts';
import type { Prepared } from '../prepare.ts';
import type { PartDraft } from '../report-input.ts';
import { hasPercentages, shareOfRow } from '../shown-shares.ts';
import { countIn, type CountTable } from '../count-table.ts';
import { chartOf, counts, heading, lowerFirst, paragraph } from './block-words.ts';

/** Fewer plans than this show no pattern. */
const FEWEST_FOR_PATTERN = 3;
/** Under this a map of darker and lighter cells says no more than the table under it. */
const FEWEST_FOR_HEAT = 5;

/** Part 5: grades by standard: where each grade was given, then the standards from the weakest. */
export function standardsPart({ now, goodOrBetterLabel }: Prepared): PartDraft {
  return {
    number: 5,
    id: 'standards',
    title: 'Grades by standard',
    counted: joinTables(
      now.flatMap(({ slug, label, tally }) => [
        standardsTable(`standards-${slug}`, `Grades by standard: ${lowerFirst(label)}`, tally, goodOrBetterLabel),
        ...(tally.developmental.length === 0
          ? []
          : [
              standardsTable(
                `developmental-${slug}`,
                `Graded to learn from: ${lowerFirst(label)}`,
                {
                  ...tally,
                  population: { ...tally.population, key: `${tally.population.key}/developmental` },
                  standards: tally.developmental,
                },
                goodOrBetterLabel,
              ),
            ]),
      ]),
    ),
    write: (shown) =>
      now.flatMap(({ slug, label, tally }) => {
        const table = shown.table(`standards-${slug}`);
        return [
          heading(`standards-${slug}-heading`, label),
          ...(largestWhole(table) < FEWEST_FOR_HEAT
            ? []
            : [chartOf(table, 'heat', `Standards by grade: ${lowerFirst(label)}`)]),
          ...paragraph(`standards-${slug}-words`, weakest(table, goodOrBetterLabel)),
          ...(hasPercentages(table)
            ? [
                {
                  ...chartOf(table, 'shares', `Standards from the weakest: ${lowerFirst(label)}`),
                  id: `standards-${slug}-bars`,
                },
              ]
            : []),
          counts(table),
          ...(tally.developmental.length === 0
            ? []
            : [
                ...paragraph(`developmental-${slug}-words`, [
                  'These standards did not apply to the plans, and the panel graded them all the same. They are in no other figure.',
                ]),
                counts(shown.table(`developmental-${slug}`)),
              ]),
        ];
      }),
  };
}

/** The standard least often good or better, where enough plans bear it out; of those that are shown, where others are not. */
function weakest(table: CountTable, goodOrBetterLabel: string): string[] {
  const ranked = table.rows
    .flatMap((row) => {
      const share = shareOfRow(table, row);
      return share === null || share.of < FEWEST_FOR_PATTERN || share.n === share.of ? [] : [{ row, share }];
    })
    .toSorted((a, b) => a.share.n / a.share.of - b.share.n / b.share.of);
  const [first] = ranked;
  if (first === undefined) return [];
  const isAllShown = table.rows.every(({ counts: own }) => own.every(({ n }) => n !== null));
  const least = `${isAllShown ? 'Least' : 'Of the standards shown, least'} often ${lowerFirst(goodOrBetterLabel)}`;
  return [`${least}: ${first.row.label} (${first.share.words}).`];
}

/** Plans in the standard that most of them were graded by, as far as it is shown. */
function largestWhole(table: CountTable): number {
  return Math.max(0, ...table.rows.map((row) => countIn(table, row, 'applied')?.n ?? 0));
}
