import type { Gaps, Group } from './unit-groups.ts';
import type { Unit } from './compare-units.ts';
import { commonWords, countWords } from './plan-words.ts';

/** Share of a fragment's words that its neighbour's other version explains. */
const EXPLAINED = 0.8;

type Side = 'left' | 'right';

/** Draws a unit that was left alone into the pair beside it whose other side has its words, and nothing else for them. */
export function joinFragments(
  left: readonly Unit[],
  right: readonly Unit[],
  groups: readonly Group[],
  gaps: Gaps,
): Group[] {
  const pairs = groups.filter(isPair).map((group) => ({ left: [...group.left], right: [...group.right] }));
  let lone = groups.filter((group) => !isPair(group));
  const byGap = { left: groupByGap(pairs, 'left', gaps), right: groupByGap(pairs, 'right', gaps) };
  for (let count = -1; count !== lone.length;) {
    count = lone.length;
    lone = lone.filter((group) => {
      const side: Side = group.left.length > 0 ? 'left' : 'right';
      const at = group[side][0] ?? -1;
      const unit = (side === 'left' ? left : right)[at];
      const near = byGap[side].get(gaps[side].get(at) ?? -1) ?? [];
      const home = near.find((pair) => unit !== undefined && explains(unit, pair, side, left, right));
      if (home !== undefined) home[side] = [...home[side], at].sort((a, b) => a - b);
      return home === undefined;
    });
  }
  return [...pairs, ...lone];
}

function isPair(group: Group): boolean {
  return group.left.length > 0 && group.right.length > 0;
}

function groupByGap(groups: readonly Group[], side: Side, gaps: Gaps): Map<number, Group[]> {
  const byGap = new Map<number, Group[]>();
  for (const group of groups) {
    for (const at of group[side]) {
      const gap = gaps[side].get(at) ?? -1;
      byGap.set(gap, [...(byGap.get(gap) ?? []), group]);
    }
  }
  return byGap;
}

function explains(unit: Unit, group: Group, side: Side, left: readonly Unit[], right: readonly Unit[]): boolean {
  const words = (which: Side): string[] =>
    group[which].flatMap((at) => (which === 'left' ? left : right)[at]?.words ?? []);
  const residual = countWords(words(side === 'left' ? 'right' : 'left'));
  for (const word of words(side)) residual.set(word, (residual.get(word) ?? 0) - 1);
  return commonWords(unit.words, residual).length / unit.words.length >= EXPLAINED;
}

/** Pairs what is left alone, one on each side, between the same neighbours, where `isVersion` says so. */
export function joinLonely(
  left: readonly Unit[],
  right: readonly Unit[],
  groups: readonly Group[],
  gaps: Gaps,
  isVersion: (left: Unit, right: Unit) => boolean,
): Group[] {
  const lonely = new Map<number, { left: Group[]; right: Group[] }>();
  for (const group of groups) {
    if (isPair(group)) continue;
    const side: Side = group.left.length > 0 ? 'left' : 'right';
    const gap = gaps[side].get(group[side][0] ?? -1) ?? -1;
    const known = lonely.get(gap) ?? { left: [], right: [] };
    known[side].push(group);
    lonely.set(gap, known);
  }
  const joined = new Map<Group, Group | null>();
  for (const pair of lonely.values()) {
    const [one, other] = [pair.left[0], pair.right[0]];
    if (one === undefined || other === undefined || pair.left.length > 1 || pair.right.length > 1) continue;
    const [a, b] = [left[one.left[0] ?? -1], right[other.right[0] ?? -1]];
    if (a === undefined || b === undefined || !isVersion(a, b)) continue;
    joined.set(one, { left: one.left, right: other.right }).set(other, null);
  }
  return groups
    .map((group) => joined.get(group) ?? (joined.has(group) ? null : group))
    .filter((group) => group !== null);
}
