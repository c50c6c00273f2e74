import { countsByKey, type CountedTables, type Sum } from '../count-table.ts';

/** '…/total', '…/overall/good', '…/standard/S01/applied', '…/criterion/S01.C1/met': of half-terms, these add up. */
const ADDS_UP = /^[^/]+\/[^/]+\/(?:total|overall\/[^/]+|(?:standard|criterion)\/[^/]+\/[^/]+)$/;

/**
 * What is about to be given out of one half-term, with what earlier editions tell of periods that it is part of: of a
 * period of six plans, five in this half-term leave one for the other. Where figures have changed since, so that they no
 * longer add up, nothing follows from them.
 *
 * @param known counts that earlier editions and exports show
 * @param knownHidden keys of those that they hide
 */
export function withPeriodSums(
  counted: CountedTables,
  { known, knownHidden }: { known: ReadonlyMap<string, number>; knownHidden: ReadonlySet<string> },
): CountedTables {
  const own = countsByKey(counted.tables);
  // What other sums tell of already, such as a half-term's two months, is left to them.
  const inSums = new Set(counted.sums.flatMap(({ total, parts }) => [total, ...parts]));
  const sums: Sum[] = [];
  const unshown = new Map((counted.unshown ?? []).map(({ key, n }) => [key, n]));
  for (const key of new Set([...known.keys(), ...knownHidden])) {
    const [period = '', ...rest] = key.split('/');
    const halfTerms = period.split('_');
    if (halfTerms.length < 2 || !ADDS_UP.test(rest.join('/')) || own.has(key)) continue;
    const parts = halfTerms.map((halfTerm) => [halfTerm, ...rest].join('/'));
    if (!parts.some((part) => own.has(part)) || parts.some((part) => !own.has(part) && inSums.has(part))) continue;
    const values = parts.map((part) => own.get(part) ?? known.get(part));
    const told = values.reduce<number>((sum, n) => sum + (n ?? 0), 0);
    const n = known.get(key);
    if (n !== undefined && (told > n || (told < n && values.every((value) => value !== undefined)))) continue;
    sums.push({ total: key, parts });
    if (n !== undefined) unshown.set(key, n);
    for (const part of parts) {
      const before = known.get(part);
      if (before !== undefined && !own.has(part)) unshown.set(part, before);
    }
  }
  if (sums.length === 0) return counted;
  return {
    ...counted,
    sums: [...counted.sums, ...sums],
    unshown: [...unshown].map(([key, n]) => ({ key, n })),
  };
}
