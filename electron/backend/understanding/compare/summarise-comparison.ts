import type { PassageKind, PlanDifference } from '../../../../shared/domain/plan-comparison.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const KINDS: readonly PlanDifference['kind'][] = ['added', 'removed', 'changed'];
const WHAT: readonly [PassageKind, one: string, many: string][] = [
  ['outcome', 'outcome', 'outcomes'],
  ['provision', 'provision', 'provisions'],
  ['advice', 'entry of advice', 'entries of advice'],
  ['passage', 'other passage', 'other passages'],
];

/** The whole comparison in one sentence: "Two outcomes and one provision were added, and one other passage was changed." */
export function summariseComparison(differences: readonly PlanDifference[], moved: number): string {
  const clauses = KINDS.flatMap((kind) => {
    const own = differences.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const isPlain = own.every(({ what }) => what === 'passage');
    const subjects = WHAT.flatMap(([what, one, many]) => {
      const count = countPassages(own.filter((each) => each.what === what));
      const words = count === 1 ? one : many;
      return count === 0 ? [] : [`${numberWord(count)} ${isPlain ? words.replace('other ', '') : words}`];
    });
    const total = countPassages(own);
    return [`${list(subjects)} ${total === 1 ? 'was' : 'were'} ${kind}`];
  });
  if (moved > 0) clauses.push(`${numberWord(moved)} ${moved === 1 ? 'passage was' : 'passages were'} moved`);
  if (clauses.length === 0) return 'No differences were found.';
  const sentence = clauses.length === 2 ? clauses.join(', and ') : list(clauses, ', and ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Two changed details of one statement are one changed statement. */
function countPassages(differences: readonly PlanDifference[]): number {
  return new Set(differences.map((each, index) => (each.of === null ? index : each.of))).size;
}

function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function list(items: readonly string[], last = ' and '): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${last}${items.at(-1) ?? ''}`;
}
