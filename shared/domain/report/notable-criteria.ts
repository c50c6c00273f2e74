import type { ReportInput } from './report-input.ts';
import type { CriterionTally, Tally } from './tally.ts';

/** Which criteria may be called a strength or a priority, and in what order. */

/** Fewer plans than this show no pattern. */
export const FEWEST_FOR_PATTERN = 3;
/** A strength is met in at least three quarters of the plans to which it applies. */
const STRENGTH_SHARE = 3 / 4;
/** A priority is not fully met in at least a third of them, and in two plans or more: it is never also a strength. */
const MISSED_SHARE = 1 / 3;
const FEWEST_MISSED = 2;
/** Boards expect the ten most often missed (field brief §16.1, part 7). */
const MOST_MISSED = 10;
const MOST_MET = 5;

/**
 * The smallest count that may decide what is named. A publishable edition names a criterion only for counts that it
 * would not hide by themselves: that it is named at all tells something of them.
 */
export function smallestDeciding({ edition, threshold }: Pick<ReportInput, 'edition' | 'threshold'>): number {
  return edition === 'publishable' ? threshold : 1;
}

/** The criteria least often fully met, worst first; among equals the one more often not met at all, then the weightier. */
export function mostMissed({ criteria, rubric }: Tally, smallest = 1): CriterionTally[] {
  const weights = weightsOf(rubric);
  return criteria
    .filter(({ applied, met, partly, notMet }) => {
      const missed = partly + notMet;
      if (![met, missed].every((count) => count === 0 || count >= smallest)) return false;
      return isMissed(missed, applied);
    })
    .toSorted(
      (a, b) =>
        a.met / a.applied - b.met / b.applied ||
        (smallest > 1 ? 0 : b.notMet / b.applied - a.notMet / a.applied) ||
        (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0),
    )
    .slice(0, MOST_MISSED);
}

/** Whether so many that were not fully met, of so many to which the criterion applied, make it one to name. */
export function isMissed(missed: number, applied: number): boolean {
  return applied >= FEWEST_FOR_PATTERN && missed >= FEWEST_MISSED && missed >= MISSED_SHARE * applied;
}

/** The criteria most often met, best first; ties go to the weightier, then to the rubric's order. */
export function mostMet({ criteria, rubric }: Tally, smallest = 1): CriterionTally[] {
  const weights = weightsOf(rubric);
  return criteria
    .filter(({ applied, met }) => {
      if (![met, applied - met].every((count) => count === 0 || count >= smallest)) return false;
      return applied >= FEWEST_FOR_PATTERN && met >= STRENGTH_SHARE * applied;
    })
    .toSorted((a, b) => b.met / b.applied - a.met / a.applied || (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0))
    .slice(0, MOST_MET);
}

/** Each criterion's part of the overall score, 0–1. */
function weightsOf({ standards }: Tally['rubric']): ReadonlyMap<string, number> {
  const all = standards.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    standards.flatMap(({ weight, criteria }) => {
      const own = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
      return criteria.map((criterion) => [criterion.id, (weight / all) * (criterion.weight / own)] as const);
    }),
  );
}
