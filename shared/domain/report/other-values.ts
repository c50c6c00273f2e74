import type { CountNode, Relation } from './count-system.ts';
import type { Reach } from './linear-reach.ts';

/** A second set of counts that a reader could not tell from the true one: how far each that differs is moved. */
export type OtherValues = ReadonlyMap<CountNode, number>;

export interface OtherValuesFound {
  /** Null where none was found: the count must be taken as one that can be worked out. */
  moves: OtherValues | null;
  /** Relations at which the search came to an end, since nothing open was left in them that could give way. */
  stuck: ReadonlySet<Relation>;
}

/** How often it may turn back. A walk through every sum of a population needs many steps, but hardly ever to turn. */
const MOST_TURNS = 100;

/** As much as a count or two upset. */
const MOST_CHANCE = 4;

/** Outweighs whatever one count can upset. */
const AGAINST = 10_000;

/** A walk this long is one that upsets more than it puts right. The longest needed in a report is some 500. */
const LONGEST_WALK = 2000;

/**
 * How it is tried: one more of the count and then one less, upsetting as little as possible; as if plans were added or
 * taken away, all counts in one direction; and then with some chance in the order, since where very much is hidden a
 * walk seldom fails twice for the same reason.
 */
const ATTEMPTS: readonly Attempt[] = [
  { step: 1, isOneWay: false, seed: 0 },
  { step: -1, isOneWay: false, seed: 0 },
  { step: 1, isOneWay: true, seed: 0 },
  { step: -1, isOneWay: true, seed: 0 },
  ...[1, 2, 3, 4, 5, 6].flatMap((seed): Attempt[] => [
    { step: 1, isOneWay: seed % 3 === 0, seed },
    { step: -1, isOneWay: seed % 3 === 0, seed },
  ]),
];

/** Without chance, which would hide here this and there that. */
const ATTEMPTS_TO_HIDE: readonly Attempt[] = ATTEMPTS.filter(({ seed }) => seed === 0);

/** What may be moved, and what it costs beside what it upsets. */
interface SearchRule {
  canMove: (count: CountNode, step: 1 | -1) => boolean;
  costOf: (count: CountNode) => number;
  /** Takes up the relations at which the search came to an end. */
  stuck: Set<Relation>;
}

interface Attempt {
  step: 1 | -1;
  isOneWay: boolean;
  /** Of the chance in the order; 0 for none. */
  seed: number;
}

/**
 * Looks for whole numbers, other than the true ones, that the open counts could have with every relation kept and every
 * bound held, and in which the given count differs. What it finds is a proof that the count cannot be worked out; when
 * it finds nothing, that may also be because it gave up, which errs to the safe side.
 *
 * @param isWanted counts that are preferred among those moved, since they still lack such a proof
 */
export function findOtherValues(
  start: CountNode,
  reach: Reach,
  isWanted: (count: CountNode) => boolean,
): OtherValuesFound {
  const stuck = reach.whatHolds(start);
  const canMove = (count: CountNode, step: 1 | -1) => count.isOpen && reach.canMove(count, step);
  const rule = { canMove, costOf: (count: CountNode) => (isWanted(count) ? -0.5 : 0), stuck };
  for (const attempt of ATTEMPTS) {
    const moves = searchFrom(start, attempt, rule);
    if (moves !== null) return { moves, stuck };
  }
  return { moves: null, stuck };
}

/**
 * The same where counts that are shown may be hidden for it: gives a second set of counts together with what must be
 * hidden so that a reader cannot tell it from the true one. Null where none was found.
 *
 * @param costOfHiding null for a count that must stay as it is
 */
export function findWhatToHide(
  start: CountNode,
  costOfHiding: (count: CountNode) => number | null,
): OtherValues | null {
  const rule: SearchRule = {
    canMove: (count) => count.isOpen || costOfHiding(count) !== null,
    costOf: (count) => (count.isOpen ? 0 : (costOfHiding(count) ?? 0)),
    stuck: new Set(),
  };
  for (const attempt of ATTEMPTS_TO_HIDE) {
    const moves = searchFrom(start, attempt, rule);
    if (moves !== null) return moves;
  }
  return null;
}

function searchFrom(start: CountNode, { step, isOneWay, seed }: Attempt, rule: SearchRule): OtherValues | null {
  const moves = new Map<CountNode, number>();
  /** By how much each relation is out, and in how many ways it could be put right. */
  const out = new Map<Relation, number>();
  const waysLeft = new Map<Relation, number>();
  let turns = 0;
  let walked = 0;
  let chance = seed;
  if (!canMove(start, step)) return null;
  move(start, step);
  return isPutRight() ? moves : null;

  function isPutRight(): boolean {
    if (out.size === 0) return true;
    if (walked > LONGEST_WALK) return false;
    const next = fewestWays();
    if (next === null) return false;
    for (const way of next) {
      move(way.count, way.step);
      if (isPutRight()) return true;
      move(way.count, way.step === 1 ? -1 : 1);
      turns += 1;
      if (turns > MOST_TURNS) return false;
    }
    return false;
  }

  /** The ways to put right the relation that has the fewest; null where one has none. */
  function fewestWays(): Way[] | null {
    let fewest: Relation | null = null;
    let least = Number.POSITIVE_INFINITY;
    let isStuck = false;
    for (const [relation, ways] of waysLeft) {
      if (ways === 0) {
        rule.stuck.add(relation);
        isStuck = true;
      }
      if (ways < least) [fewest, least] = [relation, ways];
    }
    return isStuck || fewest === null ? null : byCost(waysOf(fewest));
  }

  function waysOf(relation: Relation): Way[] {
    const by = out.get(relation) ?? 0;
    const ways: Way[] = [];
    for (const { count, sign } of relation.members) {
      const back = by * sign > 0 ? -1 : 1;
      if (canMove(count, back)) ways.push({ count, step: back });
    }
    return ways;
  }

  /** First what puts most right and upsets least, then counts that still lack a proof. */
  function byCost(ways: readonly Way[]): Way[] {
    return ways
      .map((way) => ({ way, cost: costOf(way) }))
      .toSorted((a, b) => a.cost - b.cost)
      .map(({ way }) => way);
  }

  function costOf({ count, step: by }: Way): number {
    let cost = moves.has(count) ? 0 : rule.costOf(count);
    if (isOneWay && by !== step) cost += AGAINST;
    if (seed > 0) cost += MOST_CHANCE * nextChance();
    for (const { relation, sign } of count.members) {
      const before = out.get(relation) ?? 0;
      cost += Math.abs(before + sign * by) - Math.abs(before);
    }
    return cost;
  }

  /** From 0 to 1, and the same again each time that the tables are the same (Numerical Recipes, 7.1: ranqd1). */
  function nextChance(): number {
    chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0;
    return chance / 2 ** 32;
  }

  function canMove(count: CountNode, by: 1 | -1): boolean {
    if (!rule.canMove(count, by)) return false;
    const moved = (moves.get(count) ?? 0) + by;
    // Never back again: what was moved up and then down would only be walked in a circle.
    if (moved * by <= 0) return false;
    if (count.n === null) return true;
    return count.n + moved >= count.low && count.n + moved <= count.high;
  }

  function move(count: CountNode, by: 1 | -1): void {
    walked += 1;
    add(moves, count, by);
    for (const { relation, sign } of count.members) {
      add(out, relation, sign * by);
      // No other relation's ways have changed.
      if (out.has(relation)) waysLeft.set(relation, waysOf(relation).length);
      else waysLeft.delete(relation);
    }
  }
}

interface Way {
  count: CountNode;
  step: 1 | -1;
}

function add<Key>(sums: Map<Key, number>, key: Key, by: number): void {
  const sum = (sums.get(key) ?? 0) + by;
  if (sum === 0) sums.delete(key);
  else sums.set(key, sum);
}
