import type { EvidencedAnswer } from '../../shared/domain/grading/evidence-rule.ts';
import { bestGrade } from '../../shared/domain/grading/grade-order.ts';
import type { Grading } from '../../shared/domain/grading/grading.ts';
import type { PlanFacts, Response, Responses, Rubric } from '../../shared/domain/rubric/rubric.ts';
import { grade } from '../../shared/domain/grading/scoring.ts';
import { submissionProblems } from '../../shared/domain/grading/submission.ts';

/** What an auditor is going to say of one criterion, and what it stands on. */
export interface PlannedAnswer {
  criterion: string;
  standard: string;
  response: Response;
  comment: string;
  /** Words of the plan to select; the empty string for none. */
  quote: string;
  absentIn: string;
}

export interface PlannedAudit {
  answers: PlannedAnswer[];
  /** What the scoring engine makes of them. */
  grading: Grading;
}

/**
 * Everything that one audit needs to be submitted: an answer to each criterion that applies (met, where `given` says
 * nothing else), and just what the evidence rule asks: comments, and quotes and "absent" by turns; for each standard at
 * the top grade a quote.
 */
export function planAudit(
  rubric: Rubric,
  facts: PlanFacts,
  { given, quotes }: { given: Readonly<Record<string, Response>>; quotes: readonly string[] },
): PlannedAudit {
  const applying = grade(rubric, facts, {}).standards.flatMap(({ id, criteria }) =>
    criteria.filter(({ applies }) => applies === 'applies').map((criterion) => ({ id: criterion.id, standard: id })),
  );
  const responses: Responses = Object.fromEntries(applying.map(({ id }) => [id, given[id] ?? 'met']));
  const grading = grade(rubric, facts, responses);
  let quoted = 0;
  const nextQuote = (): string => quotes[quoted++ % quotes.length] ?? '';
  const atTheTop = grading.standards.filter((standard) => standard.grade === bestGrade(rubric));
  let lower = 0;
  const answers = applying.map(({ id, standard }): PlannedAnswer => {
    const response = given[id] ?? 'met';
    const answer = { criterion: id, standard, response, comment: '', quote: '', absentIn: '' };
    const isFirst = applying.find((other) => other.standard === standard)?.id === id;
    if (response === 'met') {
      return isFirst && atTheTop.some((top) => top.id === standard) ? { ...answer, quote: nextQuote() } : answer;
    }
    const comment = `Looked at ${id}: the wording leaves it open.`;
    if (response === 'not_applicable') return { ...answer, comment };
    lower += 1;
    if (lower % 2 === 1) return { ...answer, comment, quote: nextQuote() };
    const sections = rubric.standards
      .flatMap(({ criteria }) => criteria)
      .find((criterion) => criterion.id === id)?.sections;
    return { ...answer, comment, absentIn: sections?.[0] ?? 'E' };
  });
  const problems = submissionProblems(rubric, grading, asEvidenced(answers));
  if (problems.length > 0) throw new Error(`The plan of answers is not enough: ${problems[0]?.message ?? ''}`);
  return { answers, grading };
}

/** The answers as the rules of submission look at them. */
export function asEvidenced(answers: readonly PlannedAnswer[]): Record<string, EvidencedAnswer> {
  return Object.fromEntries(
    answers.map(({ criterion, response, comment, quote, absentIn }) => [
      criterion,
      { response, comment, evidenceCount: quote === '' ? 0 : 1, absentIn: absentIn === '' ? [] : [absentIn] },
    ]),
  );
}

/** The grades of a planned audit's standards, by id; those that do not apply left out. */
export function standardGrades({ grading }: PlannedAudit): Map<string, string> {
  return new Map(
    grading.standards.flatMap((standard) =>
      standard.applies === 'does_not_apply' || standard.grade === null ? [] : [[standard.id, standard.grade]],
    ),
  );
}
