import { byPeriod, periodIds, type PublicationPeriod } from './publication-periods.ts';
import type { AgreementFacts, ReportInput } from './report-input.ts';

/**
 * What a report is made of, counted by periods instead of half-terms. Rounds, advice and the rest must be those of all
 * half-terms of the last period already, and measures must have been read by periods.
 */
export function toldByPeriod(input: ReportInput, periods: readonly PublicationPeriod[]): ReportInput {
  const period = periods.at(-1);
  if (period === undefined) throw new RangeError('A publishable edition tells of a period.');
  const ids = periodIds(periods);
  const periodOf = (halfTermId: string | null) => (halfTermId === null ? null : (ids.get(halfTermId) ?? null));
  return {
    ...input,
    halfTerm: period.asOne,
    calendar: periods.map(({ asOne }) => asOne),
    period: {
      halfTerms: period.halfTerms,
      all: periods.filter(({ isHeldBack }) => !isHeldBack).map(({ halfTerms }) => halfTerms.map(({ id }) => id)),
      isHeldBack: period.isHeldBack,
      isOutWithLater: period.isOutWithLater,
    },
    plans: byPeriod(input.plans, periods),
    agreement: agreedTogether(input.agreement, period.asOne.id),
    actions: input.actions.map((action) => ({
      ...action,
      madeIn: periodOf(action.madeIn),
      settledIn: periodOf(action.settledIn),
    })),
  };
}

/** Agreement over several rounds as one; chance and single criteria are the panel's own matter. */
function agreedTogether(rounds: readonly AgreementFacts[], periodId: string): AgreementFacts[] {
  const [first] = rounds;
  if (first === undefined) return [];
  const sum = (of: (facts: AgreementFacts) => number) => rounds.reduce((added, facts) => added + of(facts), 0);
  return [
    {
      roundId: periodId.replaceAll(/[^a-z0-9]+/gi, '-'),
      documents: sum(({ documents }) => documents),
      same: sum(({ same }) => same),
      withinOne: sum(({ withinOne }) => withinOne),
      kappa: null,
      grades: first.grades,
      crossTable: [],
      disputed: [],
    },
  ];
}
