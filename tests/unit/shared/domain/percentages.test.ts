import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonInterval } from '../../../../shared/domain/intervals.ts';
import {
  describeRange,
  describeShare,
  formatScore,
  roundHalfUp,
  tablePercentage,
  wholePercentage,
} from '../../../../shared/domain/percentages.ts';

describe('the likely range', () => {
  test.each([
    [6, 10, '31–83%'],
    [12, 20, '39–78%'],
    [60, 100, '50–69%'],
    [0, 10, '0–28%'],
    [10, 10, '72–100%'],
  ])('%d of %d: %s', (count, of, range) => {
    expect(describeRange(count, of)).toBe(range);
  });

  test('holds the share, mirrors its complement and narrows with more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (of, pick) => {
        const count = pick % (of + 1);
        const { low, high } = wilsonInterval(count, of);
        expect(low).toBeLessThanOrEqual(count / of);
        expect(high).toBeGreaterThanOrEqual(count / of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(wilsonInterval(of - count, of).low).toBeCloseTo(1 - high, 12);
        const four = wilsonInterval(4 * count, 4 * of);
        expect(four.high - four.low).toBeLessThan(high - low);
      }),
    );
  });

  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])('%d of %d is no share', (count, of) => {
    expect(() => wilsonInterval(count, of)).toThrow(RangeError);
  });
});

describe('shares in words', () => {
  test.each([
    [4, 7, '4 of 7 plans'],
    [9, 9, '9 of 9 plans'],
    [12, 20, '60% (12 of 20; likely range 39–78%)'],
    [6, 10, '60% (6 of 10; likely range 31–83%)'],
    [0, 0, 'no plans'],
  ])('%d of %d', (count, of, words) => {
    expect(describeShare(count, of)).toBe(words);
  });

  test('of something else than plans', () => {
    expect(describeShare(3, 5, 'reviews')).toBe('3 of 5 reviews');
  });
});

describe('percentages from counts', () => {
  test.each([
    [15, 81, 19, '19%'],
    [78, 134, 58, '58.2%'],
    [1, 8, 13, '13%'],
    [1, 200, 1, '0.5%'],
    [2, 101, 2, '2.0%'],
    [50, 100, 50, '50%'],
    [1, 160, 1, '0.6%'],
    [5, 2000, 0, '0.3%'],
  ])('%d of %d: %d, in a table %s', (count, of, whole, table) => {
    expect(wholePercentage(count, of)).toBe(whole);
    expect(tablePercentage(count, of)).toBe(table);
  });

  test('parts that are no counts are refused', () => {
    expect(() => wholePercentage(3, 2)).toThrow(RangeError);
    expect(() => wholePercentage(1, 0)).toThrow(RangeError);
    expect(() => tablePercentage(0.5, 2)).toThrow(RangeError);
  });
});

test.each([
  [81.25, '81.3'],
  [31.25, '31.3'],
  [58.35, '58.4'],
  [79.849_999_999_999_99, '79.9'],
  [79.84, '79.8'],
  [100, '100.0'],
  [0, '0.0'],
])('a score of %d is shown as %s', (score, shown) => {
  expect(formatScore(score)).toBe(shown);
  expect(roundHalfUp(score, 1)).toBe(Number(shown));
});
