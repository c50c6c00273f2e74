import { describe, expect, test } from 'vitest';
import { type Allocation, drawSample, type FramePlan } from '../../../../../shared/domain/rounds/sampling.ts';

/** Seeds 0, 1, 2 …: neighbours, as people type them, are the hardest for a generator to keep apart. */
const SEEDS = 20_000;
/** Standard deviations: chance alone goes further in about one of 500,000 tries. */
const FARTHEST = 4.75;

/**
 * Every plan's count over all seeds against theory. Draws without replacement are not independent: of `places` out of
 * `size` the counts' covariance is p(1 − p) · size ⁄ (size − 1) · (I − J ⁄ size), with p = places ⁄ size; so their squared
 * distances, divided by that, are chi-squared with size − 1 degrees of freedom (W. G. Cochran, Sampling Techniques,
 * 3rd ed. (1977), theorem 2.2). Given their places, strata are drawn apart, and their statistics add up.
 */
describe('over 20,000 seeds every plan comes as often as theory says', () => {
  test('simple random: 12 of 63', () => {
    const counted = count(frameOf({ '': 63 }), 12, 'proportional');
    expectChance(counted);
    expect(counted.get('')?.places).toEqual(new Map([[12, SEEDS]]));
  });

  test('stratified in proportion: within each stratum, and its places a fraction of the time as large as its rest', () => {
    const sizes = { new: 37, amended: 21, transferred: 4, reassessment: 1 };
    const counted = count(frameOf(sizes), 12, 'proportional');
    expectChance(counted);
    for (const [stratum, size] of Object.entries(sizes)) {
      const share = (size * 12) / 63;
      const less = Math.floor(share);
      const more = less + 1;
      const places = counted.get(stratum)?.places ?? new Map<number, number>();
      expect((places.get(less) ?? 0) + (places.get(more) ?? 0)).toBe(SEEDS);
      const chance = share - less;
      const far = Math.abs((places.get(more) ?? 0) - SEEDS * chance);
      expect(far).toBeLessThanOrEqual(FARTHEST * Math.sqrt(SEEDS * chance * (1 - chance)));
    }
  });

  test('stratified equally: a stratum of two gives both, and the others share what it leaves', () => {
    const counted = count(frameOf({ a: 40, b: 20, c: 2 }), 12, 'equal');
    expectChance(counted);
    expect([...counted.values()].map(({ places }) => [...places])).toEqual([[[5, SEEDS]], [[5, SEEDS]], [[2, SEEDS]]]);
  });

  test('fewer places than strata: each gets its one as often as the others', () => {
    const counted = count(frameOf({ a: 9, b: 5, c: 3, d: 1 }), 2, 'equal');
    const got = [...counted.values()].map(({ places }) => places.get(1) ?? 0);
    expect(got.reduce((sum, each) => sum + each, 0)).toBe(2 * SEEDS);
    for (const each of got) {
      expect(Math.abs(each - SEEDS / 2) / Math.sqrt(SEEDS / 4)).toBeLessThan(FARTHEST);
    }
  });

  test('two plans come together as often as any other two, so that neighbours in the frame are no pair', () => {
    const [size, places] = [12, 4];
    const frame = frameOf({ '': size });
    const pairs = new Map<string, number>();
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const drawn = sampled(frame, places, 'proportional', seed).toSorted();
      for (const [at, one] of drawn.entries()) {
        for (const other of drawn.slice(at + 1)) pairs.set(`${one} ${other}`, (pairs.get(`${one} ${other}`) ?? 0) + 1);
      }
    }
    const chance = (places * (places - 1)) / (size * (size - 1));
    expect(pairs.size).toBe((size * (size - 1)) / 2);
    const deviation = Math.sqrt(SEEDS * chance * (1 - chance));
    const far = [...pairs].filter(([, together]) => Math.abs(together - SEEDS * chance) > FARTHEST * deviation);
    expect(far).toEqual([]);
  });

  test('the measure itself finds a sample that leans: one that takes a tenth more of the first half', () => {
    const counted = count(frameOf({ '': 60 }), 12, 'proportional');
    const only = counted.get('');
    for (const [at, [plan, times]] of [...(only?.plans ?? [])].toSorted(byKey).entries()) {
      only?.plans.set(plan, times * (at < 30 ? 1.05 : 0.95));
    }
    expect(() => expectChance(counted)).toThrow('to be less than');
  });
});

interface Counted {
  plans: Map<string, number>;
  /** How many seeds gave so many places. */
  places: Map<number, number>;
}

function count(frame: FramePlan[], size: number, allocation: Allocation): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const { id, stratum } of frame) {
    const found = counted.get(stratum) ?? { plans: new Map(), places: new Map() };
    counted.set(stratum, { ...found, plans: found.plans.set(id, 0) });
  }
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const draw = drawSample(frame, { size, allocation, seed });
    for (const { stratum, drawn } of draw.strata) {
      const places = counted.get(stratum)?.places;
      places?.set(drawn, (places.get(drawn) ?? 0) + 1);
    }
    for (const { id, stratum, isSampled } of draw.plans) {
      const plans = counted.get(stratum)?.plans;
      if (isSampled) plans?.set(id, (plans.get(id) ?? 0) + 1);
    }
  }
  return counted;
}

/** Neither further from theory than chance goes, nor closer: counts that are too even were not drawn by chance. */
function expectChance(counted: ReadonlyMap<string, Counted>): void {
  let statistic = 0;
  let freedom = 0;
  const unlike: unknown[] = [];
  for (const { plans, places } of counted.values()) {
    const size = plans.size;
    const total = [...places].reduce((sum, [each, seeds]) => sum + each * seeds, 0);
    const variance = [...places].reduce((sum, [each, seeds]) => sum + seeds * (each / size) * (1 - each / size), 0);
    // A stratum of one plan, or one that is always drawn whole, leaves nothing to chance within it.
    if (size === 1 || variance === 0) {
      unlike.push(...[...plans].filter(([, times]) => times !== total / size));
      continue;
    }
    for (const times of plans.values()) statistic += (times - total / size) ** 2 / ((variance * size) / (size - 1));
    freedom += size - 1;
  }
  expect(unlike).toEqual([]);
  expect(statistic).toBeGreaterThan(chiSquared(freedom, -FARTHEST));
  expect(statistic).toBeLessThan(chiSquared(freedom, FARTHEST));
}

/** E. B. Wilson and M. M. Hilferty, PNAS 17 (1931), 684–688: the point so many standard deviations out. */
function chiSquared(freedom: number, deviations: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + deviations * Math.sqrt(part)) ** 3;
}

function sampled(frame: FramePlan[], size: number, allocation: Allocation, seed: number): string[] {
  return drawSample(frame, { size, allocation, seed }).plans.flatMap(({ id, isSampled }) => (isSampled ? [id] : []));
}

function frameOf(strata: Record<string, number>): FramePlan[] {
  return Object.entries(strata).flatMap(([stratum, size]) =>
    Array.from({ length: size }, (_, index) => {
      const id = `${stratum}-${String(index).padStart(3, '0')}`;
      return { id, reference: id, stratum };
    }),
  );
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
