import { FEWEST_FOR_PERCENTAGE } from '../percentages.ts';
import { type Share, shareOf, singular } from './report-words.ts';
import { countIn, type CountRow, type CountTable } from './count-table.ts';
import type { CountedShare } from './change.ts';

/** What may be said of a row's share; nothing where one of its counts is hidden, or there is nothing to count. */
export function shareOfRow(table: CountTable, row: CountRow): Share | null {
  const counts = countsOfShare(table, row);
  if (counts === null) return null;
  const share = shareOf(counts.n, counts.of, table.noun);
  if (table.share?.isOfFewPlans !== true) return share;
  const noun = counts.of === 1 ? singular(table.noun) : table.noun;
  return { ...share, percent: null, range: null, words: `${counts.n} of ${counts.of} ${noun}` };
}

/** The two counts of a row's share where they bear a percentage and a range, else null. */
export function countsOfPercentage(table: CountTable, row: CountRow): CountedShare | null {
  if (table.share?.isOfFewPlans === true) return null;
  const counts = countsOfShare(table, row);
  return counts === null || counts.of < FEWEST_FOR_PERCENTAGE ? null : counts;
}

/** The two counts of a row's share; null where one is hidden, or there is nothing to count. */
export function countsOfShare(table: CountTable, row: CountRow): CountedShare | null {
  if (table.share === null) return null;
  const n = countIn(table, row, table.share.n)?.n ?? null;
  const of = countIn(table, row, table.share.of)?.n ?? null;
  return n === null || of === null || of === 0 ? null : { n, of };
}

/** 'Share good or better' → 'good or better': what the counts are called where no share is given of them. */
export function withoutShareWord(label: string): string {
  return label.replace(/^Share ?/, '');
}

/** Whether a percentage stands in any row: without one a chart of shares says no more than its table. */
export function hasPercentages(table: CountTable): boolean {
  return table.rows.some((row) => (shareOfRow(table, row)?.percent ?? null) !== null);
}
