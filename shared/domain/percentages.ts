import { wilsonInterval } from './intervals.ts';

/** Percentages come from counts, in code, with halves rounded up. */

/** Parts per unit in the last place: takes up the noise of binary fractions, so that 58.35 and 81.25 both round up. */
const ROUNDING_TOLERANCE = 1e-9;

/** Under this many, percentages mislead: counts alone are shown (field brief, small numbers). */
export const FEWEST_FOR_PERCENTAGE = 10;

/** In tables, one decimal place is shown only where there are more than this many. */
const MOST_FOR_WHOLE_PERCENTAGE = 100;

/** Rounds a value that is not negative to so many decimal places, halves up. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + ROUNDING_TOLERANCE) / scale;
}

/** A score of 0–100 as it is shown: one decimal place, halves up, '98.5' or '100.0'. */
export function formatScore(score: number): string {
  return roundHalfUp(score, 1).toFixed(1);
}

/** Whole percentage of counts, halves up, worked in whole numbers. Throws a RangeError where `of` is not positive. */
export function wholePercentage(count: number, of: number): number {
  checkCounts(count, of);
  return Math.floor((200 * count + of) / (2 * of));
}

/** A percentage for a table cell: '60%', and with one decimal ('58.2%') where there are more than a hundred. */
export function tablePercentage(count: number, of: number): string {
  if (of <= MOST_FOR_WHOLE_PERCENTAGE) return `${wholePercentage(count, of)}%`;
  checkCounts(count, of);
  return `${(Math.floor((2000 * count + of) / (2 * of)) / 10).toFixed(1)}%`;
}

/**
 * A share in words: '60% (12 of 20; likely range 39–78%)', and under ten '4 of 7 plans', counts alone.
 * `noun` is what is counted, in the plural. With nothing to count: 'no plans'.
 */
export function describeShare(count: number, of: number, noun = 'plans'): string {
  if (of === 0 && count === 0) return `no ${noun}`;
  checkCounts(count, of);
  if (of < FEWEST_FOR_PERCENTAGE) return `${count} of ${of} ${noun}`;
  return `${wholePercentage(count, of)}% (${count} of ${of}; likely range ${describeRange(count, of)})`;
}

/** The 95% Wilson range of a share in whole percentages: '39–78%'. */
export function describeRange(count: number, of: number): string {
  const { low, high } = wilsonInterval(count, of);
  return `${roundHalfUp(100 * low, 0)}–${roundHalfUp(100 * high, 0)}%`;
}

function checkCounts(count: number, of: number): void {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || of < 1 || count > of) {
    throw new RangeError(`${count} of ${of} is not a share.`);
  }
}
