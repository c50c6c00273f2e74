import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveOut, randomYears } from './random-products.ts';
import { secretsOf } from './year-secrets.ts';

/** A third of the workspaces that other attacks are asked for, else a few always the same: a hard one takes minutes. */
const ASKED = process.env['GOLDTHREAD_ATTACKED_WORKSPACES'];
const WORKSPACES = ASKED === undefined ? 6 : Math.ceil(Number(ASKED) / 3);
const SEED = ASKED === undefined ? { seed: 20261122 } : {};
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
