import { bestGrade } from './grade-order.ts';
import type { Grading, StandardGrading } from './grading.ts';
import type { Response, Rubric } from '../rubric/rubric.ts';
import { criterionText, gradeLabel, responseLabel, standardTitle } from '../rubric/rubric-words.ts';

/** What stands behind an answer, as far as the evidence rule asks. */
export type EvidencedAnswer = {
  response: Response | null;
  comment: string;
  evidenceCount: number;
  /** Sections searched, where the evidence is that the words are absent. */
  absentIn: readonly string[];
};

export type EvidenceProblem = {
  criterion: string | null;
  standard: string | null;
  code: 'COMMENT_NEEDED' | 'EVIDENCE_NEEDED' | 'STRENGTH_NEEDED';
  /** A sentence for the person: what is wanting, and what to do. */
  message: string;
};

/** The rubric's evidence rule says 'at least ten characters' in words. */
const SHORTEST_COMMENT = 10;

/**
 * What the rubric's evidence rule still asks for, in the rubric's order: for an answer in `requiredFor` a comment of ten
 * characters and, with it, an excerpt or the section where the words are absent; for a standard at the top grade, an
 * excerpt that shows it. A rubric without the rule asks for nothing; an answer that does not apply needs nothing.
 */
export function evidenceProblems(
  rubric: Rubric,
  grading: Grading,
  answers: Readonly<Record<string, EvidencedAnswer>>,
): EvidenceProblem[] {
  const rule = rubric.scoring.evidenceRule;
  if (rule === undefined) return [];
  const needsStrength = (rule.alsoRequiredFor ?? '').trim() !== '';
  return grading.standards.flatMap((standard) => [
    ...standard.criteria
      .filter(({ applies }) => applies === 'applies')
      .flatMap(({ id }) => {
        const answer = answerTo(answers, id);
        const isAsked = answer !== undefined && answer.response !== null && rule.requiredFor.includes(answer.response);
        return isAsked ? wanting(rubric, standard.id, id, answer) : [];
      }),
    ...(needsStrength ? withoutStrength(rubric, standard, answers) : []),
  ]);
}

function wanting(rubric: Rubric, standard: string, criterion: string, answer: EvidencedAnswer): EvidenceProblem[] {
  const label = answer.response === null ? '' : responseLabel(rubric, criterion, answer.response);
  const about = `“${criterionText(rubric, criterion)}” is answered ‘${label}’.`;
  const problems: EvidenceProblem[] = [];
  if (answer.comment.trim().length < SHORTEST_COMMENT) {
    const message = `${about} Say why in a comment of at least ten characters.`;
    problems.push({ criterion, standard, code: 'COMMENT_NEEDED', message });
  }
  if (answer.evidenceCount < 1 && answer.absentIn.length === 0) {
    const message = `${about} Select the words in the plan that show it, or mark them as absent and name the section you searched.`;
    problems.push({ criterion, standard, code: 'EVIDENCE_NEEDED', message });
  }
  return problems;
}

function withoutStrength(
  rubric: Rubric,
  standard: StandardGrading,
  answers: Readonly<Record<string, EvidencedAnswer>>,
): EvidenceProblem[] {
  if (standard.grade === null || standard.grade !== bestGrade(rubric)) return [];
  const excerpts = standard.criteria
    .filter(({ applies }) => applies === 'applies')
    .reduce((total, { id }) => total + (answerTo(answers, id)?.evidenceCount ?? 0), 0);
  if (excerpts > 0) return [];
  const graded = `${standardTitle(rubric, standard.id)} is graded ${gradeLabel(rubric, standard.grade)}.`;
  const message = `${graded} Select at least one passage of the plan that shows this strength.`;
  return [{ criterion: null, standard: standard.id, code: 'STRENGTH_NEEDED', message }];
}

function answerTo(answers: Readonly<Record<string, EvidencedAnswer>>, id: string): EvidencedAnswer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}
