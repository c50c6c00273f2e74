import { assertNever } from '../assert-never.ts';
import type { DiscussTest } from '../moderation/moderation-rules.ts';
import type { Guard, GuardTest, Rubric } from './rubric.ts';
import { gradeLabel, standardTitle } from './rubric-words.ts';

/** Rules that hold a grade down, and rules on what a panel discusses, for people. */

/** 'No better than good, unless every standard is good or better'. */
export function guardInWords(rubric: Rubric, guard: Guard): string {
  const to = gradeLabel(rubric, guard.elseCapTo);
  return `${gradeLabel(rubric, guard.appliesFrom)} or better becomes ${to} unless ${guardTestInWords(rubric, guard.test)}`;
}

export function guardTestInWords(rubric: Rubric, test: GuardTest): string {
  switch (test.type) {
    case 'noCriterionResponse':
      return `no criterion is answered ‘${answer(rubric, test.response)}’`;
    case 'noKeyCriterionResponse':
      return `no key criterion is answered ‘${answer(rubric, test.response)}’`;
    case 'everyStandardAtLeast':
      return `every standard is ${gradeLabel(rubric, test.grade)} or better`;
    case 'atMostStandardsBelow':
      return `${atMost(test.count)} below ${gradeLabel(rubric, test.grade)}`;
    case 'atMostStandardsAt':
      return `${atMost(test.count)} graded ${gradeLabel(rubric, test.grade)}`;
    case 'listedStandardsAtLeast': {
      const names = test.standards.map((id) => standardTitle(rubric, id)).join(', ');
      return `${names} ${test.standards.length === 1 ? 'is' : 'are'} ${gradeLabel(rubric, test.grade)} or better`;
    }
    default:
      return assertNever(test);
  }
}

export function discussTestInWords(rubric: Rubric, test: DiscussTest): string {
  switch (test.type) {
    case 'overallGradesDiffer':
      return `Overall grades differ by ${steps(test.steps)} or more`;
    case 'limitingCriterionDiffers':
      return 'A criterion that caps the grade was answered differently';
    case 'keyCriterionDiffers':
      return `A key criterion was answered ${steps(test.steps)} or more apart`;
    case 'sameResponsesBelow':
      return `Fewer than ${test.percent} per cent of the criteria were answered alike`;
    case 'gradeGiven':
      return `Somebody gave ${test.grades.map((grade) => gradeLabel(rubric, grade)).join(' or ')}`;
    default:
      return assertNever(test);
  }
}

function atMost(count: number): string {
  if (count === 0) return 'no standard is';
  return count === 1 ? 'at most one standard is' : `at most ${count} standards are`;
}

function steps(count: number): string {
  return count === 1 ? 'one step' : `${count} steps`;
}

function answer(rubric: Rubric, response: string): string {
  for (const { options } of Object.values(rubric.responseTypes)) {
    const label = options.find((option) => option.id === response)?.label ?? '';
    if (label !== '') return label;
  }
  return response;
}
