import { type HalfTermDates, halfTermName, isSeveralHalfTerms } from '../../half-term.ts';
import { singular } from '../report-words.ts';
import { changeOf, changeWords } from '../change.ts';
import { countIn, type CountRow, type CountTable, HIDDEN } from '../count-table.ts';
import type { SeriesNow } from '../prepare.ts';
import { countsOfShare, shareOfRow } from '../shown-shares.ts';
import type { Tally } from '../tally.ts';
import { lowerFirst } from './block-words.ts';

/** Sentences on shares, made of what a table shows: never more than its counts bear. */

/** '60% (12 of 20; likely range 39–78%) were graded good or better.', or that it is hidden. */
export function shareSentence(table: CountTable, row: CountRow, goodOrBetterLabel: string): string {
  const share = shareOfRow(table, row);
  const total = table.share === null ? null : (countIn(table, row, table.share.of)?.n ?? null);
  const graded = `graded ${lowerFirst(goodOrBetterLabel)}`;
  if (share !== null && share.of === 1) {
    return `The one ${singular(table.noun)} audited was ${share.n === 1 ? '' : 'not '}${graded}.`;
  }
  if (share !== null && share.percent === null && (share.n === 0 || share.n === share.of)) {
    return share.n === 0
      ? `None of the ${share.of} ${table.noun} was ${graded}.`
      : `All ${share.of} ${table.noun} were ${graded}.`;
  }
  if (share !== null) return `${upperFirst(share.words)} ${share.n === 1 ? 'was' : 'were'} ${graded}.`;
  if (total === 0) return `No ${table.noun} were graded.`;
  return total === null
    ? `How many were audited and how they were graded is hidden (${HIDDEN}).`
    : `${total} ${table.noun} were graded; how many were ${lowerFirst(goodOrBetterLabel)} is hidden (${HIDDEN}).`;
}

/**
 * How this half-term stands to an earlier one of the same series; nothing where one of the two is hidden. `earlierTerm`
 * is the half-term of the earlier figures, or several as one.
 */
export function changeSentence(
  table: CountTable,
  series: SeriesNow,
  earlier: Tally,
  earlierTerm: Pick<HalfTermDates, 'schoolYear' | 'label'>,
): string[] {
  const earlierKey = earlier.population.key;
  const earlierName = `${halfTermName(earlierTerm)}${isSeveralHalfTerms(earlierTerm) ? ' taken together' : ''}`;
  const now = table.rows.at(-1);
  const before = table.rows.find(({ id }) => id === earlierKey);
  if (now === undefined || before === undefined) return [];
  const [a, b] = [countsOfShare(table, now), countsOfShare(table, before)];
  const said = shareOfRow(table, before)?.words;
  if (a === null || b === null || said === undefined) return [];
  if (earlier.population.rubricId !== series.tally.population.rubricId) {
    return [`In ${earlierName} it was ${said}, by another version of the standards: the two are not compared.`];
  }
  const change = changeOf(a, b);
  if (change === 'too_few') return [`In ${earlierName} it was ${said}, ${changeWords(change)}.`];
  return change === 'no_clear_change'
    ? [`Compared with ${earlierName}, ${said}, there is no clear change.`]
    : [`That is clearly ${changeWords(change)} in ${earlierName}, ${said}.`];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
