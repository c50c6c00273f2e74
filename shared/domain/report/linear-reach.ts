import type { CountNode, Relation } from './count-system.ts';

/**
 * Which ways open counts could differ at all: an open count may be one more only if in each of its relations another
 * open count could make up for it. Tells most counts that can be worked out from those that cannot, before any search.
 */
export interface Reach {
  canMove(count: CountNode, step: 1 | -1): boolean;
  /** Relations that keep a count from moving, and those that keep the others in these from making up for it. */
  whatHolds(count: CountNode): Set<Relation>;
  /** To be called when a count was opened. */
  opened(count: CountNode): void;
}

/** By direction, down and up: null where the count could move, else what holds it. */
interface Ways {
  down: Holder | null;
  up: Holder | null;
}
type Holder = Relation | 'bound';

/** By how many steps from count to count a relation may be away from what it holds. */
const FARTHEST_HOLD = 2;

export function linearReach(counts: readonly CountNode[]): Reach {
  const ways = new Map<CountNode, Ways>();
  draw(counts.filter(({ isOpen }) => isOpen));
  return {
    canMove: (count, step) => holderOf(count, step) === null,
    whatHolds,
    opened: (count) => draw(openAround(count)),
  };

  function holderOf(count: CountNode, step: 1 | -1): Holder | null {
    const own = ways.get(count);
    if (own === undefined) return 'bound';
    return step === 1 ? own.up : own.down;
  }

  /** Takes away, of all ways that bounds allow, those that nothing could make up for, until all others hold. */
  function draw(open: readonly CountNode[]): void {
    for (const count of open) {
      ways.set(count, {
        down: count.n !== null && count.n <= count.low ? 'bound' : null,
        up: count.n !== null && count.n >= count.high ? 'bound' : null,
      });
    }
    const waiting = new Set(open.flatMap(({ members }) => members.map(({ relation }) => relation)));
    for (const relation of waiting) {
      waiting.delete(relation);
      for (const count of heldBy(relation)) {
        for (const member of count.members) waiting.add(member.relation);
      }
    }
  }

  /** Marks the ways that this relation does not allow, and gives the counts that have lost one. */
  function heldBy(relation: Relation): CountNode[] {
    // How many could add to the relation, and how many could take from it.
    let adding = 0;
    let taking = 0;
    for (const { count, sign } of relation.members) {
      if (holderOf(count, sign) === null) adding += 1;
      if (holderOf(count, sign === 1 ? -1 : 1) === null) taking += 1;
    }
    const lost: CountNode[] = [];
    for (const { count, sign } of relation.members) {
      const own = ways.get(count);
      if (own === undefined) continue;
      const canAdd = holderOf(count, sign) === null;
      const canTake = holderOf(count, sign === 1 ? -1 : 1) === null;
      if (canAdd && taking - (canTake ? 1 : 0) === 0) hold(own, sign, relation);
      if (canTake && adding - (canAdd ? 1 : 0) === 0) hold(own, sign === 1 ? -1 : 1, relation);
      if ((holderOf(count, sign) === null) !== canAdd || (holderOf(count, sign === 1 ? -1 : 1) === null) !== canTake) {
        lost.push(count);
      }
    }
    return lost;
  }

  function whatHolds(start: CountNode): Set<Relation> {
    const found = new Set<Relation>();
    let counts = new Set([start]);
    for (let away = 0; away < FARTHEST_HOLD; away += 1) {
      const next = new Set<CountNode>();
      for (const count of counts) {
        for (const step of [1, -1] as const) {
          const holder = holderOf(count, step);
          if (holder === null || holder === 'bound') continue;
          found.add(holder);
          for (const other of holder.members) if (other.count.isOpen) next.add(other.count);
        }
      }
      counts = next;
    }
    return found;
  }
}

function hold(ways: Ways, step: 1 | -1, by: Relation): void {
  if (step === 1) ways.up = by;
  else ways.down = by;
}

/** Every open count that a change of this one could reach. */
function openAround(start: CountNode): CountNode[] {
  const reached = new Set([start]);
  for (const { members } of reached) {
    for (const { relation } of members) {
      for (const { count } of relation.members) if (count.isOpen) reached.add(count);
    }
  }
  return [...reached];
}
