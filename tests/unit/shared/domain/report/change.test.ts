import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, differenceInterval } from '../../../../../shared/domain/report/change.ts';

const share = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat()).map(([of, n]) => ({ of, n: n % (of + 1) }));

describe('the range of a difference', () => {
  test.each([
    // Newcombe (1998), table II, method 10.
    { now: { n: 56, of: 70 }, before: { n: 48, of: 80 }, low: 0.0524, high: 0.3339 },
    { now: { n: 9, of: 10 }, before: { n: 3, of: 10 }, low: 0.1705, high: 0.809 },
    { now: { n: 10, of: 10 }, before: { n: 0, of: 20 }, low: 0.6791, high: 1 },
    { now: { n: 6, of: 7 }, before: { n: 2, of: 7 }, low: 0.0582, high: 0.8062 },
  ])('is as published: $now.n of $now.of less $before.n of $before.of', ({ now, before, low, high }) => {
    const found = differenceInterval(now, before);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('holds the difference, and turns over when the shares change places', () => {
    fc.assert(
      fc.property(share, share, (now, before) => {
        const there = differenceInterval(now, before);
        const back = differenceInterval(before, now);
        const difference = now.n / now.of - before.n / before.of;
        expect(there.low).toBeLessThanOrEqual(difference + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.high).toBeCloseTo(-back.low, 10);
      }),
    );
  });
});

describe('a change', () => {
  test('is called one only where the range lies on one side of nothing', () => {
    expect(changeOf({ n: 18, of: 20 }, { n: 6, of: 20 })).toBe('higher');
    expect(changeOf({ n: 6, of: 20 }, { n: 18, of: 20 })).toBe('lower');
    expect(changeOf({ n: 12, of: 20 }, { n: 10, of: 20 })).toBe('no_clear_change');
    expect(changeOf({ n: 9, of: 9 }, { n: 0, of: 20 })).toBe('too_few');
  });

  test('from a share to itself is never one', () => {
    fc.assert(
      fc.property(share, (given) => {
        expect(changeOf(given, given)).toBe(given.of < 10 ? 'too_few' : 'no_clear_change');
      }),
    );
  });
});
