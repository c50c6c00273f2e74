import type { CountNode, CountSystem, Relation } from './count-system.ts';
import type { GroupAttribution } from './group-attribution.ts';
import { linearReach } from './linear-reach.ts';
import { findOtherValues, findWhatToHide, type OtherValues } from './other-values.ts';

/**
 * Hides as many more counts as it takes that none of those wanted hidden can be worked out (secondary suppression).
 * Goes on where nothing is left to hide, which only earlier editions can bring about.
 *
 * What is proved once stays proved: a second set of counts is still one when more is hidden. So every count is looked at
 * once, and the work grows with what is hidden, not with its square.
 */
export function protect({ counts }: CountSystem, wanted: readonly CountNode[], attribution: GroupAttribution): void {
  const reach = linearReach(counts);
  const tiers = [...new Set(counts.filter(canBeHidden).map(tierOf))].toSorted((a, b) => a - b);
  const queue = [...wanted];
  const isQueued = new Set(queue);
  const lacking = new Set(queue);
  const isWanted = (count: CountNode) => lacking.has(count);
  for (const count of queue) {
    let further = 0;
    let wider = 0;
    while (lacking.has(count)) {
      const { moves, stuck } = findOtherValues(count, reach, isWanted);
      for (const moved of moves?.keys() ?? []) lacking.delete(moved);
      if (moves !== null) continue;
      const together = findCheapest(count, tiers);
      if (together !== null) {
        const hidden = [...together.keys()].filter(({ isOpen }) => !isOpen);
        hidden.forEach(open);
        // What is hidden may tell that there are at least so many: the other values must still be possible then.
        if ([...together].every(([{ n, low }, by]) => n === null || n + by >= low)) {
          for (const moved of together.keys()) lacking.delete(moved);
        } else {
          hidden.forEach(want);
        }
        continue;
      }
      const next = nextToHide(stuck) ?? nextToHide(relationsAround(count));
      further += 1;
      if (next !== null && further <= MOST_FURTHER) {
        open(next);
        want(next);
        continue;
      }
      // Hidden one by one it has not helped: all that stands around it is, the zeros too, and then all around that.
      wider += 1;
      const around = wider > MOST_WIDER ? [] : shownWithin(count, wider);
      if (around.length === 0) lacking.delete(count);
      around.forEach(open);
      around.forEach(want);
    }
  }

  /** With the zeros that would tell of it, which must not be worked out either. */
  function open(count: CountNode): void {
    const opened = attribution.open(count);
    reach.opened(count);
    for (const each of opened) attribution.revise(each).forEach(want);
  }

  function want(count: CountNode): void {
    if (isQueued.has(count)) return;
    isQueued.add(count);
    queue.push(count);
    lacking.add(count);
  }
}

/** What earlier editions have given away is not brought back by hiding all the rest. */
const MOST_FURTHER = 8;
const MOST_WIDER = 2;

/** As much as this many relations upset: hiding anything is worse than a long walk through what is hidden already. */
const COST_OF_HIDING = 6;
const COST_OF_HIDING_ZERO = 30;
/** Among equals the next smallest is hidden, as the field has it (field brief §16.4). */
const LARGE = 1_000_000;

/** First with what is worth least, and only where that does not do with more: one main figure is worth many others. */
function findCheapest(count: CountNode, tiers: readonly number[]): OtherValues | null {
  for (const tier of tiers) {
    const found = findWhatToHide(count, (other) =>
      canBeHidden(other) && tierOf(other) <= tier ? COST_OF_HIDING + (other.n ?? 0) / LARGE : null,
    );
    if (found !== null) return found;
  }
  // Where nothing else helps, a shown 0 that would be needed for it is hidden too.
  return findWhatToHide(count, (other) =>
    canBeHidden(other) ? COST_OF_HIDING : isShownZero(other) ? COST_OF_HIDING_ZERO : null,
  );
}

/** Counts that could be hidden, zeros among them, so many relations away. */
function shownWithin(start: CountNode, steps: number): CountNode[] {
  let reached = new Set([start]);
  for (let step = 0; step < steps; step += 1) {
    const relations = new Set([...reached].flatMap(({ members }) => members.map(({ relation }) => relation)));
    reached = new Set([...relations].flatMap(({ members }) => members.map(({ count }) => count)));
  }
  return [...reached].filter((count) => canBeHidden(count) || isShownZero(count));
}

function isShownZero({ origin, isOpen, isOut, n }: CountNode): boolean {
  return origin === 'table' && !isOpen && !isOut && n === 0;
}

/** Within tables worth the same, totals after their parts. */
function tierOf({ worth, totalOf }: CountNode): number {
  return 2 * worth + Math.min(1, totalOf);
}

/** Those of the wanted counts that lack a proof that they cannot be worked out. Hides nothing. */
export function unprotected({ counts }: CountSystem, wanted: readonly CountNode[]): CountNode[] {
  const reach = linearReach(counts);
  const lacking = new Set(wanted);
  for (const count of wanted) {
    if (!lacking.has(count)) continue;
    const { moves } = findOtherValues(count, reach, (other) => lacking.has(other));
    for (const moved of moves?.keys() ?? []) lacking.delete(moved);
  }
  return [...lacking];
}

/** Whether hiding it takes something from a reader. Zeros stay shown as a rule: else "at least 1" would not be known of the rest. */
export function canBeHidden({ origin, isOpen, isOut, n }: CountNode): boolean {
  return origin === 'table' && !isOpen && !isOut && n !== null && n > 0;
}

/**
 * Of the counts that would let these relations give way: those of tables worth less; parts before totals, and totals of
 * little before totals of much; then those that leave the fewest other relations with nothing to give way; then the next smallest, as the field has it
 * (field brief §16.4); then by key.
 */
function nextToHide(relations: ReadonlySet<Relation>): CountNode | null {
  const candidates = new Set(
    [...relations].flatMap(({ members }) => members.map(({ count }) => count)).filter(canBeHidden),
  );
  let best: { count: CountNode; order: readonly number[] } | null = null;
  for (const count of candidates) {
    const order = [count.worth, count.totalOf, followUps(count, relations), count.n ?? 0];
    if (best === null || isBefore(order, count.key, best.order, best.count.key)) best = { count, order };
  }
  return best === null ? null : best.count;
}

function followUps(count: CountNode, relations: ReadonlySet<Relation>): number {
  let left = 0;
  for (const { relation } of count.members) {
    if (relations.has(relation)) left -= 1;
    else if (!relation.members.some((other) => other.count !== count && other.count.isOpen)) left += 1;
  }
  return left;
}

function isBefore(a: readonly number[], keyOfA: string, b: readonly number[], keyOfB: string): boolean {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    if (value !== other) return value < other;
  }
  return keyOfA < keyOfB;
}

/** Every relation that a change of the count could reach through what is open. */
function relationsAround(start: CountNode): Set<Relation> {
  const relations = new Set<Relation>();
  const reached = new Set([start]);
  for (const { members } of reached) {
    for (const { relation } of members) {
      relations.add(relation);
      for (const { count } of relation.members) if (count.isOpen) reached.add(count);
    }
  }
  return relations;
}
