import fc from 'fast-check';
import { SERVICES } from './random-advice.ts';
import { type RandomPartnership, randomPartnerships } from './random-reports.ts';
import { HALF_TERMS } from './settled-plans.ts';

/** What a partnership gives out at the end of each half-term, in the order in which it is asked for: reports first. */
export interface RandomYear {
  partnership: RandomPartnership;
  hideZero: boolean;
  terms: readonly {
    report: boolean;
    scorecard: boolean;
    /** The report on the half-term before once more, beside all that was given out since. */
    isAgain: boolean;
    feedback: readonly { agency: string; service: string | null; from: number }[];
    /** The first half-terms of runs that go up to this one. */
    figures: readonly number[];
    /** The report's CSV is combined with another partnership's. */
    regional: boolean;
  }[];
  /** Every so-manieth plan is settled only once its half-term's papers are out; none where 0. */
  late: number;
  /** Every so-manieth plan is graded otherwise once its half-term's papers are out; none where 0. */
  changed: number;
  /** How the advice of each half-term falls to the first of two services, in quarters. */
  quarters: readonly number[];
}

export const randomYears: fc.Arbitrary<RandomYear> = fc.record({
  partnership: randomPartnerships,
  hideZero: fc.constantFrom(false, false, true),
  terms: fc.array(
    fc.record({
      report: fc.constantFrom(true, true, false),
      scorecard: fc.boolean(),
      isAgain: fc.boolean(),
      feedback: fc.array(
        fc.record({
          agency: fc.constantFrom('health', 'health', 'education', 'social_care'),
          service: fc.constantFrom(null, ...SERVICES),
          from: fc.nat(HALF_TERMS.length - 1),
        }),
        { maxLength: 4 },
      ),
      figures: fc.uniqueArray(fc.nat(HALF_TERMS.length - 1), { maxLength: 3 }),
      regional: fc.boolean(),
    }),
    { minLength: HALF_TERMS.length, maxLength: HALF_TERMS.length },
  ),
  late: fc.constant(0),
  changed: fc.constant(0),
  quarters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: HALF_TERMS.length, maxLength: HALF_TERMS.length }),
});

/** Years in which some plans of every half-term are settled after its papers. */
export const lateYears: fc.Arbitrary<RandomYear> = fc
  .tuple(randomYears, fc.constantFrom(3, 5, 9), fc.constantFrom(0, 4, 7))
  .map(([year, late, changed]) => ({ ...year, late, changed }));
