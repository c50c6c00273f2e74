import { assertNever } from '../../assert-never.ts';
import { type HalfTermDates, halfTermName, isSeveralHalfTerms } from '../../half-term.ts';
import { type Share, singular, lowerFirst } from '../report-words.ts';
import { type Change, changeOf, changeWords } from '../change.ts';
import { countIn, type CountRow, type CountTable, HIDDEN } from '../count-table.ts';
import type { SeriesNow } from '../prepare.ts';
import { countsOfShare, shareOfRow } from '../shown-shares.ts';
import type { Tally } from '../tally.ts';

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

/** An earlier half-term beside this one. */
interface Compared {
  /** 'Autumn 1 2026/27', or several taken together. */
  name: string;
  share: Share;
  change: Change | 'other_standards';
}

/**
 * How this half-term stands to an earlier one of the same series; nothing where one of the two is hidden. `earlierTerm`
 * is the half-term of the earlier figures, or several as one.
 */
export function changeSentence(...given: Parameters<typeof compared>): string[] {
  const found = compared(...given);
  if (found === null) return [];
  const { name, change } = found;
  const said = found.share.words;
  if (change === 'other_standards') {
    return [`In ${name} it was ${said}, by another version of the standards: the two are not compared.`];
  }
  if (change === 'too_few') return [`In ${name} it was ${said}, ${changeWords(change)}.`];
  return change === 'no_clear_change'
    ? [`Compared with ${name}, ${said}, there is no clear change.`]
    : [`That is clearly ${changeWords(change)} in ${name}, ${said}.`];
}

/** '2 of 3 graded good or better', in as few words as a headline has room for; the whole sentence where there is no share. */
export function shareClause(table: CountTable, row: CountRow, goodOrBetterLabel: string): string {
  const share = shareOfRow(table, row);
  if (share === null) return lowerFirst(shareSentence(table, row, goodOrBetterLabel)).replace(/\.$/, '');
  return `${briefly(share)} graded ${lowerFirst(goodOrBetterLabel)}`;
}

/** The change likewise: '; 4 of 8 in Autumn 1 2026/27, too few to compare with'. */
export function changeClause(...given: Parameters<typeof compared>): string {
  const found = compared(...given);
  if (found === null) return '';
  const { name, share, change } = found;
  const said = briefly(share);
  switch (change) {
    case 'other_standards':
      return `; ${said} in ${name}, by another version of the standards and not to be compared`;
    case 'too_few':
      return `; ${said} in ${name}, ${changeWords(change)}`;
    case 'no_clear_change':
      return `; no clear change from ${said} in ${name}`;
    case 'higher':
    case 'lower':
      return `; clearly ${changeWords(change)} in ${name}, ${said}`;
    default:
      return assertNever(change);
  }
}

/** Of few the two counts alone: what they are of stands before them. */
function briefly(share: Share): string {
  return share.percent === null ? `${share.n} of ${share.of}` : share.words;
}

function compared(
  table: CountTable,
  series: SeriesNow,
  earlier: Tally,
  earlierTerm: Pick<HalfTermDates, 'schoolYear' | 'label'>,
): Compared | null {
  const earlierKey = earlier.population.key;
  const now = table.rows.at(-1);
  const before = table.rows.find(({ id }) => id === earlierKey);
  if (now === undefined || before === undefined) return null;
  const [a, b] = [countsOfShare(table, now), countsOfShare(table, before)];
  const share = shareOfRow(table, before);
  if (a === null || b === null || share === null) return null;
  return {
    name: `${halfTermName(earlierTerm)}${isSeveralHalfTerms(earlierTerm) ? ' taken together' : ''}`,
    share,
    change: earlier.population.rubricId === series.tally.population.rubricId ? changeOf(a, b) : 'other_standards',
  };
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
