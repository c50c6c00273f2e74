import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Allocation, drawSample, type FramePlan, LARGEST_SEED } from '../../../../shared/domain/sampling.ts';

const STRATA = { new: 37, amended: 21, transferred: 4, reassessment: 1 };

function frameOf(strata: Record<string, number>): FramePlan[] {
  return Object.entries(strata).flatMap(([stratum, size]) =>
    Array.from({ length: size }, (_, index) => ({
      id: `${stratum}-${index}`,
      reference: `${stratum.slice(0, 2).toUpperCase()}/${String(index).padStart(4, '0')}`,
      stratum,
    })),
  );
}

const frames = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 30 })).map(frameOf);
const seeds = fc.integer({ min: 0, max: LARGEST_SEED });
const allocations = fc.constantFrom<Allocation>('proportional', 'equal');

describe('a sample can be drawn again', () => {
  test('the same seed and frame give the same sample, whatever order the frame comes in', () => {
    fc.assert(
      fc.property(frames, fc.nat(60), allocations, seeds, (frame, size, allocation, seed) => {
        const draw = drawSample(frame, { size, allocation, seed });
        expect(drawSample(frame.toReversed(), { size, allocation, seed })).toEqual(draw);
      }),
    );
  });

  test('and on another machine: these plans were drawn elsewhere', () => {
    const { plans } = drawSample(frameOf(STRATA), { size: 6, allocation: 'proportional', seed: 20_261_122 });
    expect(plans.filter(({ isSampled }) => isSampled).map(({ id }) => id)).toEqual(DRAWN_ELSEWHERE);
  });

  test('draws as many as asked, or all; each plan once; no stratum more than it has; reserves behind', () => {
    fc.assert(
      fc.property(frames, fc.nat(200), allocations, seeds, (frame, size, allocation, seed) => {
        const { plans, strata } = drawSample(frame, { size, allocation, seed });
        expect(plans.filter(({ isSampled }) => isSampled)).toHaveLength(Math.min(size, frame.length));
        expect(plans.map(({ id }) => id).toSorted()).toEqual(frame.map(({ id }) => id).toSorted());
        for (const { stratum, size: inFrame, drawn } of strata) {
          expect(drawn).toBeLessThanOrEqual(inFrame);
          const within = plans.filter((plan) => plan.stratum === stratum);
          expect(within.map(({ order, isSampled }) => [order, isSampled])).toEqual(
            within.map((_, index) => [index + 1, index < drawn]),
          );
        }
      }),
    );
  });

  test('proportional places are each stratum’s share, rounded down or up', () => {
    fc.assert(
      fc.property(frames, fc.nat(60), seeds, (frame, size, seed) => {
        const wanted = Math.min(size, frame.length);
        for (const stratum of drawSample(frame, { size, allocation: 'proportional', seed }).strata) {
          const share = (stratum.size * wanted) / frame.length;
          expect(stratum.drawn).toBeGreaterThanOrEqual(Math.floor(share));
          expect(stratum.drawn).toBeLessThanOrEqual(Math.ceil(share));
        }
      }),
    );
  });

  test('equal places differ by one at most, but for strata that have no more', () => {
    fc.assert(
      fc.property(frames, fc.nat(60), seeds, (frame, size, seed) => {
        const { strata } = drawSample(frame, { size, allocation: 'equal', seed });
        const most = Math.max(0, ...strata.map(({ drawn }) => drawn));
        for (const { size: inFrame, drawn } of strata)
          expect(drawn).toBeGreaterThanOrEqual(Math.min(inFrame, most - 1));
      }),
    );
  });
});

describe('every plan has the chance that theory gives it', () => {
  const DRAWS = 4000;

  test.each([
    ['simple', Object.fromEntries([['', 63]])],
    ['stratified in proportion', STRATA],
  ])('%s: size ÷ frame, also in a stratum of one', (_name, strata) => {
    const frame = frameOf(strata);
    const counts = countDraws(frame, 12, 'proportional', DRAWS);
    const chance = 12 / frame.length;
    expect(
      worstZ(
        frame.map(({ id }) => [counts.get(id) ?? 0, chance]),
        DRAWS,
      ),
    ).toBeLessThan(4.5);
  });

  test('equal: places ÷ plans of the stratum', () => {
    const frame = frameOf({ a: 40, b: 20, c: 2 });
    const counts = countDraws(frame, 12, 'equal', DRAWS);
    // c has two and gives both; five each are left for a and b.
    const chances: Record<string, number> = { a: 5 / 40, b: 5 / 20, c: 1 };
    const drawn = frame.map(({ id, stratum }): [number, number] => [counts.get(id) ?? 0, chances[stratum] ?? 0]);
    expect(worstZ(drawn, DRAWS)).toBeLessThan(4.5);
  });
});

function countDraws(frame: FramePlan[], size: number, allocation: Allocation, draws: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < draws; seed += 1) {
    for (const { id, isSampled } of drawSample(frame, { size, allocation, seed }).plans) {
      if (isSampled) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** The largest distance of a count from its expectation, in standard deviations of a binomial. */
function worstZ(counted: readonly (readonly [count: number, chance: number])[], draws: number): number {
  return Math.max(
    ...counted.map(([count, chance]) => {
      const deviation = Math.sqrt(draws * chance * (1 - chance));
      return deviation === 0 ? Math.abs(count - draws * chance) : Math.abs(count - draws * chance) / deviation;
    }),
  );
}

const DRAWN_ELSEWHERE = ['amended-14', 'amended-19', 'new-13', 'new-35', 'new-28', 'new-9'];
