import { FEWEST_FOR_PERCENTAGE } from '../../percentages.ts';
import { joinTables, standardsTable } from '../population-tables.ts';
import type { Prepared } from '../prepare.ts';
import type { PartDraft } from '../report-input.ts';
import { hasPercentages, shareOfRow } from '../shown-shares.ts';
import { countIn, type CountTable } from '../count-table.ts';
import type { Share } from '../report-words.ts';
import { chartOf, counts, heading, onlyData, paragraph } from './block-words.ts';
import { splitBySize } from './small-groups.ts';
import { lowerFirst } from '../report-words.ts';

/** Fewer plans than this show no pattern. */
const FEWEST_FOR_PATTERN = 3;
/** Under this a map of darker and lighter cells says no more than the table under it. */
const FEWEST_FOR_HEAT = 5;
const FEWEST_ON_PAPER = FEWEST_FOR_PERCENTAGE;

/** Part 5: grades by standard: where each grade was given, then the standards from the weakest. */
export function standardsPart(prepared: Prepared): PartDraft {
  const { now, goodOrBetterLabel } = prepared;
  const { large, few } = splitBySize(prepared);
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
    write: (shown) => [
      ...large.flatMap(({ slug, label, tally }) => {
        const table = shown.table(`standards-${slug}`);
        return [
          heading(`standards-${slug}-heading`, label),
          ...(largestWhole(table) < (prepared.small === undefined ? FEWEST_FOR_HEAT : FEWEST_ON_PAPER)
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
      ...few.flatMap(({ slug, tally }) => [
        onlyData(shown.table(`standards-${slug}`)),
        ...(tally.developmental.length === 0 ? [] : [onlyData(shown.table(`developmental-${slug}`))]),
      ]),
    ],
  };
}

/** Standards that share the last place up to so many are all named; of more than that none stands out. */
const MOST_NAMED = 3;

/**
 * The standard least often good or better, where enough plans bear it out; of those that are shown, where others are not.
 * All that share the place are named, and none where they are many: their order alone says nothing.
 */
function weakest(table: CountTable, goodOrBetterLabel: string): string[] {
  const all = table.rows.flatMap((row) => {
    const share = shareOfRow(table, row);
    return share === null || share.of < FEWEST_FOR_PATTERN ? [] : [{ row, share }];
  });
  const least = Math.min(...all.map(({ share }) => share.n / share.of));
  const own = all.filter(({ share }) => share.n / share.of === least);
  const [first] = own;
  if (first === undefined || least === 1) return [];
  const isAllShown = table.rows.every(({ counts: cells }) => cells.every(({ n }) => n !== null));
  const good = lowerFirst(goodOrBetterLabel);
  if (own.length > MOST_NAMED) {
    const which = isAllShown ? 'standards' : 'of the standards shown';
    return [
      `No standard stands out as least often ${good}: ${own.length} ${which} share the last place (${placeWords(own)}).`,
    ];
  }
  const most = isAllShown ? 'Least' : 'Of the standards shown, least';
  return [`${most} often ${good}: ${listOf(own.map(({ row }) => row.label))} (${placeWords(own)}).`];
}

/** '1 of 3 plans', '1 of 3 plans each' */
function placeWords(own: readonly { share: Share }[]): string {
  const words = [...new Set(own.map(({ share }) => share.words))];
  return own.length > 1 && words.length === 1 ? `${words.join('')} each` : words.join(', ');
}

/** 'A', 'A and B', 'A; B and C' */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join('; ')} and ${last}`;
}

/** Plans in the standard that most of them were graded by, as far as it is shown. */
function largestWhole(table: CountTable): number {
  return Math.max(0, ...table.rows.map((row) => countIn(table, row, 'applied')?.n ?? 0));
}
