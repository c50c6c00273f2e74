import { assertNever } from '../assert-never.ts';
import { compareGrades, isAtLeast, lowerGrade } from './grade-order.ts';
import type { AppliedCap, AppliedGuard } from './grading.ts';
import type { Guard, GuardTest, Response, Rubric } from '../rubric/rubric.ts';

/** Guards and caps: what holds a grade down whatever the score. */

/** An applicable criterion that has been answered, and not with 'not applicable'. */
export type CountedAnswer = { criterion: string; isKey: boolean; response: Response };

/** An applicable standard that has a grade, its own guards included. */
export type GradedStandard = { standard: string; grade: string };

type Judged = { answers: readonly CountedAnswer[]; standards: readonly GradedStandard[] };

/**
 * Runs guards in their order over the grade reached by the score. A guard is looked at only where the grade so far is
 * its `appliesFrom` or better; where its test fails the grade becomes the lower of that and `elseCapTo`. A guard whose
 * test failed is listed even where the grade was no higher than its cap.
 */
export function runGuards(
  rubric: Rubric,
  guards: readonly Guard[],
  thresholdGrade: string,
  judged: Judged,
): { grade: string; applied: AppliedGuard[] } {
  let grade = thresholdGrade;
  const applied: AppliedGuard[] = [];
  for (const guard of guards) {
    if (!isAtLeast(rubric, grade, guard.appliesFrom)) continue;
    const because = whatFails(rubric, guard.test, judged);
    if (because.length === 0) continue;
    const to = lowerGrade(rubric, grade, guard.elseCapTo);
    applied.push({ id: guard.id, from: grade, to, reason: guard.reason, because });
    grade = to;
  }
  return { grade, applied };
}

/** The grade under all caps: the lowest wins. */
export function underCaps(rubric: Rubric, grade: string, caps: readonly Pick<AppliedCap, 'capsOverallTo'>[]): string {
  return caps.reduce((lowest, cap) => lowerGrade(rubric, lowest, cap.capsOverallTo), grade);
}

/** Caps worst first (in the rubric's order where equal), each saying whether it lowers a grade of `before`. */
export function rankCaps(rubric: Rubric, caps: readonly Omit<AppliedCap, 'bites'>[], before: string): AppliedCap[] {
  return caps
    .map((cap) => ({ ...cap, bites: compareGrades(rubric, before, cap.capsOverallTo) < 0 }))
    .toSorted((a, b) => compareGrades(rubric, b.capsOverallTo, a.capsOverallTo));
}

/** The criteria or standards that make a test fail; none where it passes. */
function whatFails(rubric: Rubric, test: GuardTest, { answers, standards }: Judged): string[] {
  switch (test.type) {
    case 'noCriterionResponse':
      return answers.filter((answer) => answer.response === test.response).map((answer) => answer.criterion);
    case 'noKeyCriterionResponse':
      return answers
        .filter((answer) => answer.isKey && answer.response === test.response)
        .map((answer) => answer.criterion);
    case 'everyStandardAtLeast':
      return below(rubric, standards, test.grade);
    case 'atMostStandardsBelow':
      return ifMoreThan(test.count, below(rubric, standards, test.grade));
    case 'atMostStandardsAt':
      return ifMoreThan(
        test.count,
        standards.filter((standard) => standard.grade === test.grade).map((standard) => standard.standard),
      );
    case 'listedStandardsAtLeast':
      return below(
        rubric,
        standards.filter((standard) => test.standards.includes(standard.standard)),
        test.grade,
      );
    default:
      return assertNever(test);
  }
}

function below(rubric: Rubric, standards: readonly GradedStandard[], grade: string): string[] {
  return standards.filter((standard) => !isAtLeast(rubric, standard.grade, grade)).map((standard) => standard.standard);
}

function ifMoreThan(count: number, failing: string[]): string[] {
  return failing.length > count ? failing : [];
}
