import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreementByCriterion,
  agreementInWords,
  agreementOf,
  leniencyOf,
  weightedKappa,
} from '../../../../../shared/domain/moderation/agreement.ts';

/**
 * Two radiologists, 85 xeromammograms: normal, benign, suspected cancer, cancer. D. G. Altman, Practical Statistics for
 * Medical Research (1991), after Boyd et al. (1982); StataCorp, [R] kappa, gives for `kap rada radb, wgt(w)` an agreement
 * of 86.67 %, expected 69.11 %, kappa 0.5684.
 */
const XEROMAMMOGRAMS = [
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
];

const table = fc.array(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
const documents = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { maxLength: 40 });

describe('weighted kappa', () => {
  test('equals the published worked example', () => {
    expect(weightedKappa(XEROMAMMOGRAMS)).toBeCloseTo(0.5684, 4);
  });

  test('is 1 where all agree on more than one grade, and not defined where all is one grade or nothing', () => {
    expect(
      weightedKappa([
        [5, 0],
        [0, 7],
      ]),
    ).toBe(1);
    expect(
      weightedKappa([
        [12, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  test('is 0 where the raters are independent of one another', () => {
    expect(
      weightedKappa([
        [8, 4, 4],
        [4, 2, 2],
        [4, 2, 2],
      ]),
    ).toBeCloseTo(0, 12);
  });

  test('does not mind which rater stands in the rows, nor how many times all is counted, and never exceeds 1', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const turned = counts.map((_, column) => counts.map((row) => row[column] ?? 0));
        const kappa = weightedKappa(counts);
        const others = [weightedKappa(turned), weightedKappa(counts.map((row) => row.map((count) => count * times)))];
        for (const other of others) {
          expect(rounded(other)).toBe(rounded(kappa));
        }
        expect(kappa ?? 1).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('with two grades is plain kappa', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), (a, b, c, d) => {
        const n = a + b + c + d;
        const expected = ((a + b) * (a + c) + (c + d) * (b + d)) / n ** 2;
        fc.pre(n > 0 && expected < 1);
        expect(
          weightedKappa([
            [a, b],
            [c, d],
          ]),
        ).toBeCloseTo(((a + d) / n - expected) / (1 - expected), 9);
      }),
    );
  });
});

describe('agreement over plans', () => {
  test('says it in words, and leaves out what was graded once', () => {
    const found = agreementOf([[1, 1], [1, 2], [0, 2], [3]], 4);
    expect(found).toMatchObject({ documents: 3, same: 1, withinOne: 2, kappa: null });
    expect(agreementInWords(found)).toBe(
      'Auditors gave the same grade on 1 of 3 plans, and were within one grade on 2.',
    );
    expect(agreementInWords(agreementOf([[1]], 4))).toBe('No plan has been graded by two auditors yet.');
  });

  test('three auditors agree only where all three do', () => {
    expect(agreementOf([[1, 1, 2]], 4)).toMatchObject({ documents: 1, same: 0, withinOne: 1 });
  });

  test('gives kappa from ten plans on, with a table that holds each pair once', () => {
    const ten = Array.from({ length: 10 }, (_, index) => [
      index % 4,
      (index % 4) + (index % 5 === 0 && index % 4 < 3 ? 1 : 0),
    ]);
    expect(agreementOf(ten.slice(1), 4).kappa).toBeNull();
    expect(agreementOf(ten, 4).kappa).toBeGreaterThan(0.6);
    expect(
      agreementOf(ten, 4)
        .crossTable.flat()
        .reduce((total, count) => total + count, 0),
    ).toBe(10);
  });

  test('the order of auditors and of plans changes nothing', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const turned = given.toReversed().map((grades) => grades.toReversed());
        const [one, other] = [agreementOf(given, 4), agreementOf(turned, 4)];
        expect({ ...other, kappa: rounded(other.kappa) }).toEqual({ ...one, kappa: rounded(one.kappa) });
        expect(one.same).toBeLessThanOrEqual(one.withinOne);
        expect(one.withinOne).toBeLessThanOrEqual(one.documents);
      }),
    );
  });

  test('a grade that is not on the scale is an error, not a wrong figure', () => {
    expect(() => agreementOf([[0, 4]], 4)).toThrow(RangeError);
  });
});

test('leniency is the mean of steps above what was agreed, with its count', () => {
  expect(leniencyOf([])).toBeNull();
  // 0 is the best grade: good (1) given where requires improvement (2) was agreed is one step kinder.
  expect(
    leniencyOf([
      { given: 1, agreed: 2 },
      { given: 2, agreed: 2 },
    ]),
  ).toEqual({ documents: 2, meanSteps: 0.5 });
  expect(leniencyOf([{ given: 3, agreed: 1 }])).toEqual({ documents: 1, meanSteps: -2 });
});

test('criteria are ranked by how often they were answered differently', () => {
  const pair = (criterion: string, first: string, second: string) => ({ criterion, first, second });
  expect(
    agreementByCriterion([
      pair('S01.C1', 'met', 'met'),
      pair('S07.C2', 'met', 'partly'),
      pair('S07.C2', 'met', 'met'),
      pair('S06.C1', 'not_met', 'met'),
    ]),
  ).toEqual([
    { criterion: 'S06.C1', pairs: 1, different: 1 },
    { criterion: 'S07.C2', pairs: 2, different: 1 },
    { criterion: 'S01.C1', pairs: 1, different: 0 },
  ]);
});

/** To nine places, so that the order of a sum does not tell; -0 is 0. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e9) / 1e9 + 0;
}
