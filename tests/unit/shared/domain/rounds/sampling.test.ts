import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Allocation,
  drawSample,
  type FramePlan,
  LARGEST_SEED,
} from '../../../../../shared/domain/rounds/sampling.ts';

/** Two hundred plans, six in ten of them new, three amended and one transferred in. */
const TWO_HUNDRED = Array.from({ length: 200 }, (_, at): FramePlan => {
  const [prefix, stratum] = at % 10 < 6 ? ['NEW', 'new'] : at % 10 < 9 ? ['AM', 'amended'] : ['TR', 'transferred'];
  const reference = `${prefix}/${String(at).padStart(4, '0')}`;
  return { id: reference, reference, stratum };
});

/** Drawn by a program of its own, in Python with whole numbers of 64 bits, from the description in words alone. */
const DRAWN_ELSEWHERE: readonly {
  name: string;
  isStratified: boolean;
  allocation: Allocation;
  seed: number;
  plans: string;
}[] = [
  {
    name: 'simple',
    isStratified: false,
    allocation: 'proportional',
    seed: 20_261_122,
    plans: 'TR/0029 AM/0027 TR/0169 NEW/0025 NEW/0112 NEW/0103 NEW/0180 AM/0086 TR/0069 NEW/0003 NEW/0060 NEW/0105',
  },
  {
    name: 'stratified in proportion',
    isStratified: true,
    allocation: 'proportional',
    seed: 7,
    plans: 'AM/0128 AM/0137 AM/0088 AM/0106 NEW/0154 NEW/0111 NEW/0150 NEW/0132 NEW/0070 NEW/0112 NEW/0071 TR/0129',
  },
  {
    name: 'stratified equally',
    isStratified: true,
    allocation: 'equal',
    seed: LARGEST_SEED,
    plans: 'AM/0018 AM/0126 AM/0037 AM/0148 NEW/0091 NEW/0000 NEW/0173 NEW/0193 TR/0069 TR/0199 TR/0009 TR/0119',
  },
];

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

  test.each(DRAWN_ELSEWHERE)(
    'and on another machine: $name, seed $seed',
    ({ isStratified, allocation, seed, plans }) => {
      const frame = TWO_HUNDRED.map((plan) => ({ ...plan, stratum: isStratified ? plan.stratum : '' }));
      const draw = drawSample(frame, { size: 12, allocation, seed });
      expect(draw.plans.filter(({ isSampled }) => isSampled).map(({ id }) => id)).toEqual(plans.split(' '));
    },
  );

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
