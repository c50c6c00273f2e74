import { compareGrades } from './grade-order.ts';
import type { AppliedGuard, Grading, StandardGrading } from './grading.ts';
import { formatScore } from '../percentages.ts';
import type { Rubric } from '../rubric/rubric.ts';
import {
  criterionText,
  factLabel,
  findStandard,
  gradeLabel,
  responseLabel,
  standardTitle,
} from '../rubric/rubric-words.ts';

/** One line of why a grade is what it is, or why there is none yet. */
export type GradingReason = {
  kind: 'facts_missing' | 'unanswered' | 'partial' | 'cap' | 'guard' | 'standard_guard' | 'band';
  /** The grade that it holds to or gives; null for what is missing. */
  grade: string | null;
  /** False where it changes nothing, the grade being no higher anyway. */
  holds: boolean;
  /** A whole sentence for people. */
  text: string;
  /** Criteria and standards it stands on, by id, so that a screen can lead there. */
  criteria: string[];
  standards: string[];
};

/**
 * Every reason for a grade, in the order to read them: what is missing; what holds the grade down, worst first; what
 * would, were the grade higher; score and band; and the guards within single standards, worst first.
 */
export function explainGrading(rubric: Rubric, grading: Grading): GradingReason[] {
  const holding = [...capReasons(rubric, grading), ...guardReasons(rubric, grading.guardsHolding, 'guard')].toSorted(
    byGrade(rubric),
  );
  return [
    ...missing(rubric, grading),
    ...holding.filter((reason) => reason.holds),
    ...holding.filter((reason) => !reason.holds),
    ...band(rubric, grading.overallScore, grading.thresholdGrade),
    ...grading.standards
      .filter((standard) => !standard.isDevelopmental)
      .flatMap((standard) => standardGuards(rubric, standard))
      .toSorted(byGrade(rubric)),
  ];
}

/** The reasons for the grade of one standard, a developmental one too. */
export function explainStandard(rubric: Rubric, standard: StandardGrading): GradingReason[] {
  const needed = standard.applies !== 'does_not_apply' || standard.isDevelopmental;
  return [
    ...(needed ? missing(rubric, { ...standard, isPartial: false }) : []),
    ...standardGuards(rubric, standard).toSorted(byGrade(rubric)),
    ...band(rubric, standard.score, standard.thresholdGrade),
  ];
}

function missing(
  rubric: Rubric,
  {
    missingFacts,
    answered,
    toAnswer,
    isPartial,
  }: Pick<Grading, 'missingFacts' | 'answered' | 'toAnswer' | 'isPartial'>,
): GradingReason[] {
  const reasons: GradingReason[] = [];
  const nothing = { grade: null, holds: true, criteria: [], standards: [] };
  if (missingFacts.length > 0) {
    const facts = missingFacts.map((fact) => `“${factLabel(rubric, fact)}”`).join(', ');
    reasons.push({ ...nothing, kind: 'facts_missing', text: `Still to be supplied about the plan: ${facts}.` });
  }
  if (answered < toAnswer) {
    const count = toAnswer - answered;
    const criteria = count === 1 ? 'criterion is' : 'criteria are';
    reasons.push({ ...nothing, kind: 'unanswered', text: `${count} of ${toAnswer} ${criteria} still to be answered.` });
  }
  if (isPartial) {
    const text = 'There is no overall grade here: this audit covers only some of the standards that apply.';
    reasons.push({ ...nothing, kind: 'partial', text });
  }
  return reasons;
}

/**
 * A cap holds where it lowers what the score alone would give. Where a guard has brought the grade as low already the cap
 * does not bite, but it is still a reason: mending what the guard minds would not lift the grade.
 */
function capReasons(rubric: Rubric, grading: Grading): GradingReason[] {
  const beforeGuards = grading.guardsHolding[0]?.from;
  return grading.capsApplied.map((cap) => {
    const holds =
      cap.bites || (beforeGuards !== undefined && compareGrades(rubric, beforeGuards, cap.capsOverallTo) < 0);
    const answer = `“${criterionText(rubric, cap.criterion)}” was answered ‘${responseLabel(rubric, cap.criterion, cap.response)}’`;
    return {
      kind: 'cap',
      grade: cap.capsOverallTo,
      holds,
      text: held(rubric, cap.capsOverallTo, holds, `${answer}.`),
      criteria: [cap.criterion],
      standards: [],
    };
  });
}

function guardReasons(
  rubric: Rubric,
  guards: readonly AppliedGuard[],
  kind: 'guard' | 'standard_guard',
  within?: string,
): GradingReason[] {
  return guards.map((guard) => {
    const standards = guard.because.filter((id) => findStandard(rubric, id) !== undefined);
    const criteria = guard.because.filter((id) => findStandard(rubric, id) === undefined);
    const names = [
      ...standards.map((id) => standardTitle(rubric, id)),
      ...criteria.map((id) => `“${criterionText(rubric, id)}”`),
    ].join('; ');
    const why = guard.reason.trim() === '' ? `${names}.` : `${guard.reason.trim()} (${names})`;
    const sentence = held(rubric, guard.to, guard.from !== guard.to, why);
    return {
      kind,
      grade: guard.to,
      holds: guard.from !== guard.to,
      text: within === undefined ? sentence : `${standardTitle(rubric, within)}: ${lowerFirst(sentence)}`,
      criteria,
      standards: within === undefined ? standards : [within],
    };
  });
}

function standardGuards(rubric: Rubric, standard: StandardGrading): GradingReason[] {
  return guardReasons(rubric, standard.guardsApplied, 'standard_guard', standard.id);
}

function band(rubric: Rubric, score: number | null, thresholdGrade: string | null): GradingReason[] {
  if (score === null) return [];
  const text =
    thresholdGrade === null
      ? `The score so far is ${formatScore(score)}%, provisional until everything is answered.`
      : `The score of ${formatScore(score)}% alone gives ${gradeLabel(rubric, thresholdGrade)}.`;
  return [{ kind: 'band', grade: thresholdGrade, holds: true, text, criteria: [], standards: [] }];
}

function held(rubric: Rubric, grade: string, holds: boolean, why: string): string {
  const label = gradeLabel(rubric, grade);
  return holds ? `Held at ${label}: ${why}` : `No better than ${label}, which changes nothing here: ${why}`;
}

/** Worst first; what has no grade, before. */
function byGrade(rubric: Rubric): (a: GradingReason, b: GradingReason) => number {
  return (a, b) => (a.grade === null || b.grade === null ? 0 : compareGrades(rubric, b.grade, a.grade));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
