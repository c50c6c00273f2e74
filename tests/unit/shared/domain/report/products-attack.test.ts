import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import { giveOut } from './random-products.ts';
import { lateYears, randomYears } from './random-years.ts';
import { secretsOf } from './year-secrets.ts';

/** A third of the workspaces that other attacks are asked for, else a few always the same: a hard one takes minutes. */
const ASKED = process.env['GOLDTHREAD_ATTACKED_WORKSPACES'];
const WORKSPACES = ASKED === undefined ? 12 : Math.ceil(Number(ASKED) / 3);
const SEED = ASKED === undefined ? { seed: 20261148 } : {};
const LONGEST_MS = 3_600_000;

test(
  'an attacker who has all that is given out in a year works out nothing of any of it',
  () => {
    const seen = { years: 0, products: 0, refused: 0, shown: 0, hidden: 0 };
    fc.assert(
      fc.property(randomYears, (year) => {
        const given = giveOut(year);
        const { secrets, shown, hidden } = secretsOf(given);
        expect(secrets).toEqual([]);
        seen.years += 1;
        seen.products += given.products.length;
        seen.refused += given.refused;
        seen.shown += shown;
        seen.hidden += hidden;
      }),
      { numRuns: WORKSPACES, endOnFailure: true, ...SEED },
    );
    console.info(seen);
    expect(seen.products).toBeGreaterThan(2 * WORKSPACES);
    expect(seen.hidden).toBeGreaterThan(20 * WORKSPACES);
  },
  LONGEST_MS,
);

test(
  'an attacker works out nothing where plans are settled late, or graded anew, once their half-term’s papers are out',
  () => {
    const seen = { years: 0, products: 0, refused: 0, shown: 0, hidden: 0 };
    fc.assert(
      fc.property(lateYears, (year) => {
        const given = giveOut(year);
        const { secrets, shown, hidden } = secretsOf(given);
        expect(secrets).toEqual([]);
        seen.years += 1;
        seen.products += given.products.length;
        seen.refused += given.refused;
        seen.shown += shown;
        seen.hidden += hidden;
      }),
      { numRuns: ASKED === undefined ? 6 : WORKSPACES, endOnFailure: true, ...SEED },
    );
    console.info(seen);
  },
  LONGEST_MS,
);

test('works out what late plans are where these are counted with their own half-term again', () => {
  const years = fc.sample(lateYears, { numRuns: 22, seed: 20261148 });
  const found = [5, 14, 21].flatMap((at) => {
    const year = years[at];
    return year === undefined ? [] : secretsOf(giveOut(year, false)).secrets;
  });
  expect(found.length).toBeGreaterThan(2);
});

test('works out what is hidden where figures and feedback hide small counts of their own alone', () => {
  let found = 0;
  for (const year of fc.sample(randomYears, { numRuns: 4, seed: 20261148 })) {
    const given = giveOut(year);
    const products = given.products.map((product) =>
      product.isPutTogether === true ? { ...product, shown: withoutSmall(product.counted, given.threshold) } : product,
    );
    found += secretsOf({ ...given, products }).secrets.length;
  }
  expect(found).toBeGreaterThan(20);
});

function withoutSmall({ tables, ...other }: CountedTables, threshold: number): CountedTables {
  const shownOf = (n: number | null) => (n === null || (n > 0 && n < threshold) ? null : n);
  return {
    ...other,
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, counts: row.counts.map(({ key, n }) => ({ key, n: shownOf(n) })) })),
    })),
  };
}
