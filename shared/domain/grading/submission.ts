import { type EvidencedAnswer, evidenceProblems } from './evidence-rule.ts';
import type { Grading } from './grading.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { criterionText, factLabel } from '../rubric/rubric-words.ts';

/** Something that stands in the way of submitting an audit, as a sentence for the person. */
export type SubmissionProblem = {
  code: string;
  criterion: string | null;
  standard: string | null;
  message: string;
};

/**
 * Everything that stands in the way of submitting, in the rubric's order: facts still unknown, criteria unanswered,
 * 'not applicable' without a reason (it must be earned: by rule, or by a reason), and what the evidence rule asks.
 */
export function submissionProblems(
  rubric: Rubric,
  grading: Grading,
  answers: Readonly<Record<string, EvidencedAnswer>>,
): SubmissionProblem[] {
  return [
    ...unknownFacts(rubric, grading),
    ...inRubricOrder(rubric, [
      ...unanswered(rubric, grading),
      ...unearned(rubric, grading, answers),
      ...evidenceProblems(rubric, grading, answers),
    ]),
  ];
}

/** As many letters of an earlier action as name it in a list. */
const LETTERS_OF_ACTION = 120;

const ACTION_NEEDED = 'ACTION_NEEDED';

/** Earlier actions on the plan of which this audit has not said whether its version answers them. */
export function actionProblems(
  asked: readonly { words: string; state: 'open' | 'done' | 'dropped'; answer: string | null }[],
): SubmissionProblem[] {
  return asked
    .filter(({ state, answer }) => state === 'open' && answer === null)
    .map(({ words }) => ({
      code: ACTION_NEEDED,
      criterion: null,
      standard: null,
      message: `Say whether this version answers what was asked before: “${
        words.length > LETTERS_OF_ACTION ? `${words.slice(0, LETTERS_OF_ACTION).trimEnd()}…` : words
      }”.`,
    }));
}

/** Whether a problem is one of those that no answer to a criterion mends. */
export function isActionProblem({ code }: SubmissionProblem): boolean {
  return code === ACTION_NEEDED;
}

function unknownFacts(rubric: Rubric, grading: Grading): SubmissionProblem[] {
  return grading.missingFacts.map((fact) => ({
    code: 'FACT_NEEDED',
    criterion: null,
    standard: null,
    message: `Say what is known of the plan: “${factLabel(rubric, fact)}”.`,
  }));
}

function unanswered(rubric: Rubric, grading: Grading): SubmissionProblem[] {
  return grading.standards.flatMap((standard) =>
    standard.applies === 'does_not_apply' && !standard.isDevelopmental
      ? []
      : standard.criteria
          .filter((criterion) => criterion.applies === 'applies' && criterion.response === null)
          .map((criterion) => ({
            code: 'ANSWER_NEEDED',
            criterion: criterion.id,
            standard: standard.id,
            message: `“${criterionText(rubric, criterion.id)}” is not answered yet.`,
          })),
  );
}

function unearned(
  rubric: Rubric,
  grading: Grading,
  answers: Readonly<Record<string, EvidencedAnswer>>,
): SubmissionProblem[] {
  return grading.standards.flatMap((standard) =>
    standard.criteria
      .filter((criterion) => criterion.applies === 'applies' && criterion.response === 'not_applicable')
      .filter((criterion) => (answers[criterion.id]?.comment ?? '').trim() === '')
      .map((criterion) => ({
        code: 'REASON_NEEDED',
        criterion: criterion.id,
        standard: standard.id,
        message: `“${criterionText(rubric, criterion.id)}” is answered ‘Not applicable’. Say why in a comment.`,
      })),
  );
}

function inRubricOrder(rubric: Rubric, problems: SubmissionProblem[]): SubmissionProblem[] {
  const place = new Map<string, number>();
  for (const standard of rubric.standards) {
    for (const criterion of standard.criteria) place.set(criterion.id, place.size);
    place.set(standard.id, place.size);
  }
  const placeOf = ({ criterion, standard }: SubmissionProblem): number =>
    place.get(criterion ?? standard ?? '') ?? place.size;
  return problems.toSorted((one, other) => placeOf(one) - placeOf(other));
}
