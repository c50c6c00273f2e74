import type { CountNode, CountSystem } from './count-system.ts';

const LOWEST_THRESHOLD = 3;
const HIGHEST_THRESHOLD = 20;

export interface SuppressionOptions {
  /** Counts from 1 to one under it are hidden: 3 to 20. */
  threshold: number;
  /** Hides 0 as well. */
  hideZero: boolean;
  /** What earlier editions show, by the same keys. */
  known: ReadonlyMap<string, number>;
  /** Keys of counts that earlier editions hide: they stay hidden. */
  knownHidden: ReadonlySet<string>;
}

/**
 * Sets what a reader may assume of each count, and gives those that he must not learn by the rule itself (primary
 * suppression): small counts; rests of shares that are small; counts and rests that differ from an earlier edition's by
 * a small number, which would be that of the plans added since; what an earlier edition hides; and everything about a
 * whole group that is itself small. Zeros of other groups are hidden with their totals: `groupAttribution`. Throws a RangeError on a threshold out of range.
 */
export function applyRule(system: CountSystem, options: SuppressionOptions): Set<CountNode> {
  const { threshold, hideZero, known, knownHidden } = options;
  if (!Number.isInteger(threshold) || threshold < LOWEST_THRESHOLD || threshold > HIGHEST_THRESHOLD) {
    throw new RangeError(`The threshold is ${threshold}, not ${LOWEST_THRESHOLD} to ${HIGHEST_THRESHOLD}.`);
  }
  const small = (n: number) => n > 0 && n < threshold;
  const primary = new Set<CountNode>();
  const groups = smallGroups(system, small);
  for (const count of system.counts) {
    const { key, n } = count;
    const before = earlier(count, known);
    if (count.origin !== 'rest') count.isOut = isOut(count, before);
    count.isToldHidden = knownHidden.has(key);
    if (count.isToldHidden) primary.add(count);
    if (n === null) continue;
    const isInGroup = groups.some(({ top, all }) => top !== count && all.has(count));
    // Where zeros are shown, what is hidden is at least 1: [c c 5], adding up to 7, would say 1 and 1. And a group of
    // which nothing is shown is there at all only since somebody is in it.
    count.low = count.origin !== 'table' || hideZero || isInGroup ? 0 : Math.min(1, n);
    // Between editions plans are added: a reader may think that no count has become smaller.
    if (before !== undefined && n >= before) count.floor = Math.max(count.floor, before);
    count.low = Math.max(count.low, count.floor);
    const isHiddenZero = n === 0 && count.origin !== 'sum' && (hideZero || (isInGroup && count.origin === 'table'));
    if (small(n) || isHiddenZero || (before !== undefined && small(Math.abs(n - before)))) primary.add(count);
  }
  for (const { top } of groups) if (top.origin === 'table') top.high = Math.min(top.high, threshold - 1);
  return primary;
}

/** The count's value in an earlier edition. */
function earlier({ key, share }: CountNode, known: ReadonlyMap<string, number>): number | undefined {
  if (share === null) return known.get(key);
  const n = known.get(share.n.key);
  const of = known.get(share.of.key);
  return n === undefined || of === undefined ? undefined : of - n;
}

function isOut({ n, origin }: CountNode, before: number | undefined): boolean {
  if (before === undefined) return false;
  // Of a count that no table shows and that follows from nothing, it must be feared that the earlier number still holds.
  return n === before || (n === null && origin === 'sum');
}

interface Group {
  top: CountNode;
  all: ReadonlySet<CountNode>;
}

/**
 * Whole groups that are small, such as all plans of a half-term of which there were four. Their total being hidden says
 * that it is under the threshold, for nothing else would have it hidden; four counts hidden in one line, if zeros were
 * shown, would then each be 1. So of such a group nothing is shown, not even zeros.
 */
function smallGroups({ counts }: CountSystem, small: (n: number) => boolean): Group[] {
  const groups: Group[] = [];
  for (const top of counts) {
    if (top.n === null || !small(top.n) || totalsOver(top).length > 0) continue;
    const all = new Set([top]);
    for (const count of all) for (const part of partsOf(count)) all.add(part);
    if (all.size === 1 || ![...all].every(isWithin)) continue;
    // A total of nothing says that all its parts are nothing.
    for (const count of all) for (const total of totalsOver(count)) if (total.n === 0) all.add(total);
    groups.push({ top, all });
  }
  return groups;

  /** Whether it is a part of nothing larger, but for totals that count something else: all shortfalls of all plans. */
  function isWithin(count: CountNode): boolean {
    return totalsOver(count).every(
      (total) => total.n === 0 || (total.n !== null && small(total.n)) || totalsOver(total).length === 0,
    );
  }
}

function totalsOver({ members }: CountNode): CountNode[] {
  return members
    .filter(({ relation, sign }) => sign < 0 && !relation.isShare)
    .flatMap(({ relation }) => relation.members.filter(({ sign }) => sign > 0).map(({ count }) => count));
}

function partsOf({ members }: CountNode): CountNode[] {
  return members
    .filter(({ relation, sign }) => sign > 0 && !relation.isShare)
    .flatMap(({ relation }) => relation.members.filter(({ sign }) => sign < 0).map(({ count }) => count));
}
