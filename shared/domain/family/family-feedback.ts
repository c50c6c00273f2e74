import { type HalfTermDates, halfTermOf, sortHalfTerms } from '../half-term.ts';
import { shareOf } from '../report/report-words.ts';

/** What families answer when they are asked how satisfied they are, and what may be said of it. */

export const RESPONDENTS = ['parent_carer', 'young_person', 'other', 'not_said'] as const;
export type Respondent = (typeof RESPONDENTS)[number];

/** One answer of the scale that families are asked on. */
export interface ScaleAnswer {
  id: string;
  label: string;
  /** Counts as satisfied or very satisfied. */
  isSatisfied: boolean;
}

export interface HalfTermSatisfaction<HalfTerm> {
  /** Null for days in no half-term of the calendar. */
  halfTerm: HalfTerm | null;
  satisfied: ReturnType<typeof shareOf>;
}

/**
 * Satisfied or very satisfied by the half-term of the day, the latest first; a day in a holiday belongs to the half-term
 * just ended. Under ten answers only counts are given. An answer that the scale does not have counts as not satisfied.
 */
export function satisfactionByHalfTerm<HalfTerm extends HalfTermDates & { id: string }>(
  answers: readonly { answeredOn: string; answer: string }[],
  scale: readonly ScaleAnswer[],
  calendar: readonly HalfTerm[],
): HalfTermSatisfaction<HalfTerm>[] {
  const satisfied = new Set(scale.filter(({ isSatisfied }) => isSatisfied).map(({ id }) => id));
  const groups = Map.groupBy(answers, ({ answeredOn }) => halfTermOf(answeredOn, calendar)?.id ?? null);
  return [...sortHalfTerms(calendar).toReversed(), null].flatMap((halfTerm) => {
    const group = groups.get(halfTerm?.id ?? null);
    if (group === undefined) return [];
    const count = group.filter(({ answer }) => satisfied.has(answer)).length;
    return [{ halfTerm, satisfied: shareOf(count, group.length, 'answers') }];
  });
}

/** What is wrong with a scale, as a sentence; null where it will do. */
export function scaleProblem(scale: readonly Pick<ScaleAnswer, 'label' | 'isSatisfied'>[]): string | null {
  if (scale.length < 2) return 'A scale has at least two answers.';
  const labels = scale.map(({ label }) => label.trim().toLowerCase());
  if (labels.includes('')) return 'Every answer needs its words.';
  if (new Set(labels).size < labels.length) return 'Two answers have the same words.';
  const satisfied = scale.filter(({ isSatisfied }) => isSatisfied).length;
  if (satisfied === 0) return 'Say which answers count as satisfied.';
  return satisfied === scale.length ? 'At least one answer must not count as satisfied.' : null;
}
