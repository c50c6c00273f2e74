import { z } from 'zod';
import { answerProblem, factProblem, offeredAnswers } from '../../shared/domain/grading/answer-problems.ts';
import type { AppliedGuard, Grading, StandardGrading } from '../../shared/domain/grading/grading.ts';
import { roundHalfUp } from '../../shared/domain/percentages.ts';
import {
  type PlanFacts,
  planFactsSchema,
  type Responses,
  responseSchema,
  type Rubric,
} from '../../shared/domain/rubric/rubric.ts';

/** The form in which a rubric holds its worked examples: facts and answers in, `expected` out. */

const exampleSchema = z.looseObject({
  facts: planFactsSchema,
  defaultResponse: responseSchema.nullish(),
  responses: z.record(z.string(), responseSchema.nullable()),
});

/** What an example may say besides, with no bearing on its grade. */
const REMARKS = new Set(['id', 'title', 'note', 'expected']);

export type ReadExample = { facts: PlanFacts; responses: Responses; ignored: string[] };

/**
 * Reads one example. Criteria without an answer of their own take `defaultResponse` where they offer it and stay
 * unanswered where they do not; an answer of null is left unanswered on purpose. Anything that the rubric does not
 * know is a problem, in a sentence.
 */
export function readExample(rubric: Rubric, value: unknown): ReadExample | { problems: string[] } {
  const parsed = exampleSchema.safeParse(value);
  if (!parsed.success) return { problems: parsed.error.issues.map(inWords) };
  const { facts, responses: given, defaultResponse = null, ...rest } = parsed.data;
  const problems = Object.entries(facts).map(([fact, known]) => factProblem(rubric, fact, known));
  const responses: Responses = {};
  for (const [criterion, response] of Object.entries(given)) {
    problems.push(answerProblem(rubric, criterion, response));
    if (response !== null) responses[criterion] = response;
  }
  for (const { id } of rubric.standards.flatMap((standard) => standard.criteria)) {
    const takesDefault = defaultResponse !== null && !Object.hasOwn(given, id);
    if (takesDefault && offeredAnswers(rubric, id).includes(defaultResponse)) responses[id] = defaultResponse;
  }
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) return { problems: found };
  return { facts, responses, ignored: Object.keys(rest).filter((key) => !REMARKS.has(key)) };
}

export type ExpectedForm = {
  overallScore: number | null;
  thresholdGrade: string | null;
  guardsApplied: string[];
  capsApplied: { criterion: string; capsOverallTo: string }[];
  overallGrade: string | null;
  standards: Record<string, { score: number | null; grade: string | null; guardsApplied: string[] }>;
};

/**
 * A grading in the `expected` form: scores to one decimal place, halves up; only standards in which something applies.
 * What is incomplete has the score so far, the caps triggered so far, and null for each grade that cannot be given yet.
 */
export function expectedForm(grading: Grading): ExpectedForm {
  return {
    overallScore: shown(grading.overallScore),
    thresholdGrade: grading.thresholdGrade,
    guardsApplied: ids(grading.guardsApplied),
    capsApplied: grading.capsApplied.map(({ criterion, capsOverallTo }) => ({ criterion, capsOverallTo })),
    overallGrade: grading.overallGrade,
    standards: Object.fromEntries(
      grading.standards
        .filter(somethingApplies)
        .map(({ id, score, grade, guardsApplied }) => [
          id,
          { score: shown(score), grade, guardsApplied: ids(guardsApplied) },
        ]),
    ),
  };
}

/** False where the standard does not apply, or each of its criteria does not or was answered 'not applicable'. */
function somethingApplies({ applies, criteria }: StandardGrading): boolean {
  const isOpen = criteria.some((criterion) => criterion.applies !== 'does_not_apply' && criterion.response === null);
  const counts = criteria.some(({ applies, response }) => applies === 'applies' && response !== 'not_applicable');
  return applies !== 'does_not_apply' && (isOpen || counts);
}

function shown(score: number | null): number | null {
  return score === null ? null : roundHalfUp(score, 1);
}

function ids(guards: readonly AppliedGuard[]): string[] {
  return guards.map((guard) => guard.id);
}

function inWords(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join(', ');
  const what = issue.message.replace(/^Invalid (?:input|option): /, '');
  return place === '' ? `It must be an object: ${what}.` : `${place}: ${what}.`;
}
