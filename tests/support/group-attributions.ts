import type { Sum } from '../../shared/domain/report/count-table.ts';

/** What a reader has before him: every count of the tables, null where hidden, and what he worked out. */
export interface Read {
  relations: readonly Sum[];
  shown: ReadonlyMap<string, number | null>;
  workedOut: ReadonlyMap<string, number>;
  /** As they are, to tell small groups from large ones. */
  truth: ReadonlyMap<string, number | null>;
  threshold: number;
}

/**
 * Gradings of an agency's standards, and what fell short of all criteria: every plan is in them many times. That none of
 * them is of one standard, or of one criterion, is said of all plans to which that applied.
 */
const COUNTS_NO_PLANS = /\/agency\/|\/causes\//;

/**
 * Groups whose number is hidden and of which a reader knows all the same that nobody in it is of some kind. It is no
 * secret where the same is said of a shown group: of the whole that the small one is within, or of any other where the
 * hidden group is not small. Written anew, from sums alone.
 */
export function groupAttributions({ relations, shown, workedOut, truth, threshold }: Read): string[] {
  const over = new Map<string, string[]>();
  for (const { total, parts } of relations) {
    for (const part of parts) over.set(part, [...(over.get(part) ?? []), total]);
  }
  const sameAs = twins(relations);
  const numberOf = (key: string) => shown.get(key) ?? workedOut.get(key) ?? null;
  const found = new Set<string>();
  for (const [part, totals] of over) {
    if (numberOf(part) !== 0) continue;
    const saidOf = [part, ...(sameAs.get(part) ?? [])].flatMap((same) => over.get(same) ?? []);
    const told = new Set(saidOf.filter((total) => shown.get(total) !== null && numberOf(total) !== null));
    if ([...told].some((total) => numberOf(total) === 0)) continue;
    for (const total of totals) {
      if (COUNTS_NO_PLANS.test(total) || shown.get(total) !== null || (truth.get(total) ?? 0) === 0) continue;
      const isSmall = (truth.get(total) ?? 0) < threshold;
      const isExcused = isSmall ? isWithinAny(total, told) : told.size > 0;
      if (!isExcused) found.add(`${total}: none is ${part}`);
    }
  }
  return [...found];

  function isWithinAny(key: string, wholes: ReadonlySet<string>): boolean {
    const above = new Set([key]);
    for (const each of above) {
      for (const total of over.get(each) ?? []) {
        if (wholes.has(total)) return true;
        above.add(total);
      }
    }
    return false;
  }
}

/** What makes up the same total with the same other part is the same count by two names, such as a rest of a share. */
function twins(relations: readonly Sum[]): Map<string, string[]> {
  const byRest = new Map<string, Set<string>>();
  for (const { total, parts } of relations) {
    const [one, other] = parts;
    if (one === undefined || other === undefined || parts.length !== 2) continue;
    for (const [part, rest] of [
      [one, other],
      [other, one],
    ] as const) {
      const name = `${total} less ${rest}`;
      byRest.set(name, (byRest.get(name) ?? new Set()).add(part));
    }
  }
  const found = new Map<string, string[]>();
  for (const same of byRest.values()) {
    for (const one of same) found.set(one, [...(found.get(one) ?? []), ...[...same].filter((other) => other !== one)]);
  }
  return found;
}
