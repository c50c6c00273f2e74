import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * Drawing a round's sample so that it can be drawn again and defended: a stored seed, a frame in a fixed order, and a
 * rule that gives every plan a chance that is known.
 */

/** A plan that may be drawn. */
export interface FramePlan {
  id: string;
  /** The area's own reference: the frame is put in its order, so that another machine draws the same. */
  reference: string;
  /** The stratum it falls into; '' everywhere for a simple random sample. */
  stratum: string;
}

export type Allocation = 'proportional' | 'equal';

export interface DrawnPlan {
  id: string;
  stratum: string;
  /** Place in the draw of its stratum, from 1. */
  order: number;
  /** The first of each stratum are the sample; the rest are its reserves, in the order in which they would be called. */
  isSampled: boolean;
}

export interface DrawnStratum {
  stratum: string;
  /** Plans in the frame. */
  size: number;
  /** Plans drawn from it. */
  drawn: number;
}

export interface Draw {
  plans: DrawnPlan[];
  strata: DrawnStratum[];
}

/** Seeds are whole numbers from 0, so that they can be read out and typed in. */
export const LARGEST_SEED = 2 ** 31 - 1;

/**
 * Draws `size` plans of the frame, or all where it has fewer. The same frame, size, allocation and seed always give the
 * same sample.
 *
 * Proportional: each plan has the same chance, size ÷ frame, exactly. Strata get the whole part of their share; the
 * places that remain go by systematic sampling over the fractions, so that a stratum of a share of 0.4 gets its place
 * four times in ten instead of never (unbiased rounding: L. H. Cox, JASA 82 (1987), 520–524).
 * Equal: each stratum gets the same number, a small one all that it has and the others what it leaves.
 */
export function drawSample(
  frame: readonly FramePlan[],
  { size, allocation, seed }: { size: number; allocation: Allocation; seed: number },
): Draw {
  const random = seededChance(seed);
  const strata = stratify(frame);
  const sizes = strata.map(({ plans }) => plans.length);
  const wanted = Math.min(Math.max(0, Math.trunc(size)), frame.length);
  const places =
    allocation === 'proportional' ? proportionalPlaces(sizes, wanted, random) : equalPlaces(sizes, wanted, random);
  const drawn = strata.map(({ stratum, plans }, index): Draw => {
    const count = places[index] ?? 0;
    const order = shuffle(plans, random);
    return {
      plans: order.map(({ id }, place) => ({ id, stratum, order: place + 1, isSampled: place < count })),
      strata: [{ stratum, size: plans.length, drawn: count }],
    };
  });
  return { plans: drawn.flatMap(({ plans }) => plans), strata: drawn.flatMap(({ strata: found }) => found) };
}

/** Strata in the order of their names, each with its plans in the order of their references. */
function stratify(frame: readonly FramePlan[]): { stratum: string; plans: FramePlan[] }[] {
  const found = new Map<string, FramePlan[]>();
  for (const plan of frame) {
    const plans = found.get(plan.stratum);
    if (plans) plans.push(plan);
    else found.set(plan.stratum, [plan]);
  }
  return [...found]
    .map(([stratum, plans]) => ({ stratum, plans: plans.toSorted(byReference) }))
    .toSorted((a, b) => byText(a.stratum, b.stratum));
}

function byReference(a: FramePlan, b: FramePlan): number {
  return byText(a.reference, b.reference) || byText(a.id, b.id);
}

/** By code units: the same on every machine, whatever its language. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function proportionalPlaces(sizes: readonly number[], wanted: number, random: RandomGenerator): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return sizes.map(() => 0);
  // Whole numbers throughout: the fractions are `rest` ÷ `total`.
  const rests = sizes.map((size) => (size * wanted) % total);
  const places = sizes.map((size, index) => (size * wanted - (rests[index] ?? 0)) / total);
  const start = uniformInt(random, 0, total - 1);
  let passed = 0;
  return places.map((place, index) => {
    const rest = rests[index] ?? 0;
    const extra = Math.floor((passed + rest + start) / total) - Math.floor((passed + start) / total);
    passed += rest;
    return place + extra;
  });
}

function equalPlaces(sizes: readonly number[], wanted: number, random: RandomGenerator): number[] {
  const places = sizes.map(() => 0);
  let left = wanted;
  while (left > 0) {
    const open = sizes.flatMap((size, index) => ((places[index] ?? 0) < size ? [index] : []));
    if (open.length === 0) break;
    const each = Math.floor(left / open.length);
    // Fewer places than strata: which of them get one is drawn as well.
    const getting = each > 0 ? open : shuffle(open, random).slice(0, left);
    for (const index of getting) {
      const add = Math.min(Math.max(each, 1), (sizes[index] ?? 0) - (places[index] ?? 0));
      places[index] = (places[index] ?? 0) + add;
      left -= add;
    }
  }
  return places;
}

/** Fisher–Yates: every order has the same chance. */
export function shuffle<Item>(items: readonly Item[], random: RandomGenerator): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = uniformInt(random, 0, last);
    const [a, b] = [order[last], order[other]];
    if (a === undefined || b === undefined) continue;
    order[last] = b;
    order[other] = a;
  }
  return order;
}

/**
 * A source of chance that begins anew from the seed, a whole number.
 *
 * The generator's state is filled from a mixer of another kind, as its authors ask for (D. Blackman and S. Vigna,
 * Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47:4 (2021), section 5): filled with the seed itself, its
 * first numbers would be the seed's, and people who type in dates or count up would lean towards some plans.
 */
export function seededChance(seed: number): RandomGenerator {
  return xoroshiro128plusFromState([1, 2, 3, 4].map((step) => mixed(seed + step * GOLDEN_STEP)));
}

/** 2³² ÷ the golden ratio, made odd: multiples of it lie far apart. */
const GOLDEN_STEP = 0x9e37_79b9;

/** Every bit of the answer hangs on every bit of the number: the last step of MurmurHash3 (A. Appleby, public domain). */
function mixed(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return bits ^ (bits >>> 16);
}
