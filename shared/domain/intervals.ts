/** The 97.5th percentile of the normal distribution: two-sided 95%. */
const Z_95 = 1.959963984540054;

/** A range of shares, each 0–1. */
export type Interval = { low: number; high: number };

/**
 * The 95% Wilson score interval of a share: where the true share is likely to lie, given `count` of `of`.
 * Honest for small samples, unlike the textbook interval. Wilson (1927), without continuity correction.
 * Throws a RangeError where `of` is not positive or `count` is outside 0–`of`.
 */
export function wilsonInterval(count: number, of: number): Interval {
  if (!(of > 0) || !(count >= 0) || count > of) throw new RangeError(`${count} of ${of} is not a share.`);
  const share = count / of;
  const z2 = Z_95 * Z_95;
  const centre = share + z2 / (2 * of);
  const spread = Z_95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  const scale = 1 + z2 / of;
  return {
    low: count === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: count === of ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
