import type { Unit } from './compare-units.ts';
import type { Gaps, Group } from './unit-groups.ts';
import { joinFragments, joinLonely } from './join-fragments.ts';
import { createLikeness, isSameGroup } from './likeness.ts';
import { longestCommonPairs, longestRising } from './longest-common.ts';

export interface Alignment {
  /** Index pairs of units that are word for word the same, by the first. */
  same: [number, number][];
  /** Those of `same`, by their first index, that stand in another place. */
  moved: Set<number>;
  /** What is not the same. */
  groups: Group[];
}

export interface AlignOptions {
  /** Pairs that tracked changes prove. */
  isKnownPair?: (left: Unit, right: Unit) => boolean;
  /** Whether two passages that are not alike, alone between the same neighbours, are versions of one. */
  pairsLonely?: (left: Unit, right: Unit) => boolean;
}

/** Shorter passages ("Termly") stand in many places: finding one elsewhere tells nothing. */
const MOVABLE_WORDS = 4;
/** Above this many candidate pairs only neighbours are weighed, up to so many places apart. */
const MAX_PAIRS = 100_000;
const NEIGHBOURS = 40;
/** Longer ones are statements, and a statement is not turned into another that has nothing of it. */
const DETAIL_WORDS = 8;

/**
 * Aligns two lists of passages: the same ones in order, the same ones moved, then versions of one another, then fragments
 * that a page's end or another cut into paragraphs left over.
 */
export function alignUnits(
  left: readonly Unit[],
  right: readonly Unit[],
  { isKnownPair = () => false, pairsLonely = isDetail }: AlignOptions = {},
): Alignment {
  const inOrder = longestCommonPairs(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  );
  const same = [...inOrder, ...pairElsewhere(left, right, inOrder)].sort((a, b) => a[0] - b[0]);
  const inPlace = new Set(longestRising(same).map(([at]) => at));
  const moved = new Set(same.map(([at]) => at).filter((at) => !inPlace.has(at)));
  const free = {
    left: indexes(left.length, new Set(same.map(([at]) => at))),
    right: indexes(right.length, new Set(same.map(([, at]) => at))),
  };
  const gaps = { left: numberGaps(inOrder, free.left, 0), right: numberGaps(inOrder, free.right, 1) };
  const versions = pairVersions(left, right, free, gaps, isKnownPair);
  const groups = joinLonely(left, right, joinFragments(left, right, versions, gaps), gaps, pairsLonely);
  return {
    same,
    moved,
    groups: groups.filter((group) => !isSameGroup(unitsOf(group.left, left), unitsOf(group.right, right))),
  };
}

export function unitsOf(members: readonly number[], units: readonly Unit[]): Unit[] {
  return members.map((at) => units[at]).filter((unit) => unit !== undefined);
}

function isDetail(left: Unit, right: Unit): boolean {
  const isShort = [left, right].every(({ isLabel, words }) => !isLabel && words.length <= DETAIL_WORDS);
  // Two items of a list with nothing in common are two items.
  const isInTable = [left, right].every(({ pieces }) => pieces.every(({ cell }) => cell !== ''));
  const isList = [left, right].every(({ pieces }) => pieces.every(({ isItem }) => isItem));
  return isShort && !isList && (isInTable || left.words.some((word) => right.words.includes(word)));
}

function indexes(length: number, taken: ReadonlySet<number>): number[] {
  return Array.from({ length }, (_, at) => at).filter((at) => !taken.has(at));
}

/** Word for word the same, but not in order. */
function pairElsewhere(
  left: readonly Unit[],
  right: readonly Unit[],
  inOrder: readonly [number, number][],
): [number, number][] {
  const takenLeft = new Set(inOrder.map(([at]) => at));
  const takenRight = new Set(inOrder.map(([, at]) => at));
  const waiting = new Map<string, number[]>();
  for (const [at, { key, words }] of right.entries()) {
    if (takenRight.has(at) || words.length < MOVABLE_WORDS) continue;
    const known = waiting.get(key);
    if (known) known.push(at);
    else waiting.set(key, [at]);
  }
  const pairs: [number, number][] = [];
  for (const [at, { key }] of left.entries()) {
    const found = takenLeft.has(at) ? undefined : waiting.get(key)?.shift();
    if (found !== undefined) pairs.push([at, found]);
  }
  return pairs;
}

function numberGaps(
  anchors: readonly [number, number][],
  free: readonly number[],
  side: 0 | 1,
): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let gap = 0;
  for (const at of free) {
    while (gap < anchors.length && (anchors[gap]?.[side] ?? 0) < at) gap += 1;
    numbers.set(at, gap);
  }
  return numbers;
}

/** One to one, the likest first; then what is left, alone. */
function pairVersions(
  left: readonly Unit[],
  right: readonly Unit[],
  free: { left: number[]; right: number[] },
  gaps: Gaps,
  isKnownPair: (left: Unit, right: Unit) => boolean,
): Group[] {
  const likeness = createLikeness([...left, ...right]);
  const isMany = free.left.length * free.right.length > MAX_PAIRS;
  const candidates: { score: number; left: number; right: number }[] = [];
  for (const [nth, i] of free.left.entries()) {
    const [from, to] = isMany ? [Math.max(0, nth - NEIGHBOURS), nth + NEIGHBOURS] : [0, free.right.length];
    for (const j of free.right.slice(from, to)) {
      const [a, b] = [left[i], right[j]];
      if (a === undefined || b === undefined) continue;
      const isHere = gaps.left.get(i) === gaps.right.get(j);
      const score = isKnownPair(a, b) ? 2 : likeness(a, b, isHere);
      if (score > 0) candidates.push({ score: score + (isHere ? 0.1 : 0), left: i, right: j });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  const taken = { left: new Set<number>(), right: new Set<number>() };
  const groups: Group[] = [];
  for (const pair of candidates) {
    if (taken.left.has(pair.left) || taken.right.has(pair.right)) continue;
    taken.left.add(pair.left);
    taken.right.add(pair.right);
    groups.push({ left: [pair.left], right: [pair.right] });
  }
  for (const at of free.left) if (!taken.left.has(at)) groups.push({ left: [at], right: [] });
  for (const at of free.right) if (!taken.right.has(at)) groups.push({ left: [], right: [at] });
  return groups;
}
