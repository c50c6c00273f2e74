import { type Interval, wilsonInterval } from '../intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '../percentages.ts';

/** Counts of one share: `n` of `of`. */
export interface CountedShare {
  n: number;
  of: number;
}

/** What may be said of two shares, one after the other. */
export type Change = 'higher' | 'lower' | 'no_clear_change' | 'too_few';

/**
 * The 95% range of the difference of two independent shares, each 0–1: Newcombe's method 10, made of the two Wilson
 * ranges (Newcombe 1998, Statistics in Medicine 17, 873–890). Throws a RangeError where either is not a share.
 */
export function differenceInterval(now: CountedShare, before: CountedShare): Interval {
  const [a, b] = [wilsonInterval(now.n, now.of), wilsonInterval(before.n, before.of)];
  const [shareNow, shareBefore] = [now.n / now.of, before.n / before.of];
  const difference = shareNow - shareBefore;
  return {
    low: difference - Math.hypot(shareNow - a.low, b.high - shareBefore),
    high: difference + Math.hypot(a.high - shareNow, shareBefore - b.low),
  };
}

/**
 * Whether a share changed: only where the range of the difference lies on one side of nothing (field brief §16.3: never
 * 'improved' for a change smaller than the range), and where both have ten plans or more.
 */
export function changeOf(now: CountedShare, before: CountedShare): Change {
  if (now.of < FEWEST_FOR_PERCENTAGE || before.of < FEWEST_FOR_PERCENTAGE) return 'too_few';
  const { low, high } = differenceInterval(now, before);
  if (low > 0) return 'higher';
  return high < 0 ? 'lower' : 'no_clear_change';
}

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  higher: 'higher than',
  lower: 'lower than',
  no_clear_change: 'no clear change from',
  too_few: 'too few to compare',
};

/** A change as it stands before what it is held against: 'no clear change from 2026/27 Aut 1'. */
export function changeWords(change: Change): string {
  return CHANGE_WORDS[change];
}
