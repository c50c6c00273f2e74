import type { z } from 'zod';
import { gradesFromBest } from '../grading/grade-order.ts';
import {
  type ApplicabilityRule,
  type Guard,
  type GuardTest,
  type Response,
  type Rubric,
  responseSchema,
  rubricSchema,
} from './rubric.ts';

/** Whether a rubric can be graded with, and if not, why not, in sentences for the person who edits it. */

/**
 * Reads a rubric from data of unknown origin. Gives either the rubric, sound in all that the engine relies on, or what
 * is wrong with it. Never throws.
 */
export function parseRubric(value: unknown): { rubric: Rubric } | { problems: string[] } {
  const parsed = rubricSchema.safeParse(value);
  if (!parsed.success) return { problems: [...new Set(parsed.error.issues.map((issue) => sentence(issue)))] };
  const problems = rubricProblems(parsed.data);
  return problems.length > 0 ? { problems } : { rubric: parsed.data };
}

/** What a schema cannot see: grades, standards, answers and facts that are named but not there, and contradictions. */
export function rubricProblems(rubric: Rubric): string[] {
  return [
    ...gradeProblems(rubric),
    ...idProblems(rubric),
    ...responseProblems(rubric),
    ...thresholdProblems(rubric, 'standard'),
    ...thresholdProblems(rubric, 'overall'),
    ...rubric.scoring.standard.guards.flatMap((guard) => guardProblems(rubric, guard, 'standard')),
    ...rubric.scoring.overall.guards.flatMap((guard) => guardProblems(rubric, guard, 'overall')),
    ...rubric.standards.flatMap((standard) => [
      ...ruleProblems(rubric, standard.applicability, standard.id),
      ...standard.criteria.flatMap((criterion) => ruleProblems(rubric, criterion.applicability, criterion.id)),
    ]),
    ...capProblems(rubric),
    ...(rubric.scoring.evidenceRule?.requiredFor.includes('not_applicable') === true
      ? ['The evidence rule asks for evidence of "not_applicable", which leaves nothing to show.']
      : []),
  ];
}

/**
 * What a rubric's author should know, though it can be graded with: data that contradicts itself without changing what
 * the engine does.
 */
export function rubricWarnings(rubric: Rubric): string[] {
  const { scores } = rubric.scoring.criterion;
  const differing = Object.entries(rubric.responseTypes).flatMap(([type, { options }]) =>
    options
      .filter((option) => Object.hasOwn(scores, option.id) && scores[option.id] !== option.score)
      .map(
        (option) =>
          `Response type "${type}" shows a score of ${option.score ?? 'none'} for "${option.id}"; the ${scores[option.id] ?? 'none'} of "scoring" counts.`,
      ),
  );
  const tests = [...rubric.scoring.standard.guards, ...rubric.scoring.overall.guards]
    .filter((guard) => isCriterionTest(guard.test) && guard.test.response === 'not_applicable')
    .map((guard) => `Guard "${guard.id}" looks for "not_applicable", which never counts, so it never applies.`);
  const caps = rubric.standards
    .flatMap((standard) => standard.criteria)
    .filter((criterion) => criterion.limiting.triggeredBy.includes('not_applicable'))
    .map((criterion) => `Criterion "${criterion.id}" cannot be limiting when "not_applicable", which never counts.`);
  return [...differing, ...tests, ...caps];
}

function gradeProblems(rubric: Rubric): string[] {
  const problems = repeated(
    rubric.gradeScale.map((grade) => grade.id),
    (id) => `The grade scale has "${id}" twice.`,
  );
  const grades = gradesFromBest(rubric);
  grades.slice(1).forEach((lower, at) => {
    const higher = grades[at];
    if (higher === undefined) return;
    if (lower.order === higher.order) problems.push(`Grades "${higher.id}" and "${lower.id}" have the same order.`);
    else if (lower.value >= higher.value) {
      problems.push(`Grade "${higher.id}" comes before "${lower.id}", but its value is not higher.`);
    }
  });
  return problems;
}

function idProblems(rubric: Rubric): string[] {
  const { standards, scoring, planFacts } = rubric;
  const criteria = standards.flatMap((standard) => standard.criteria.map((criterion) => criterion.id));
  const lists: [string, string[]][] = [
    ['standard', standards.map((standard) => standard.id)],
    ['criterion', criteria],
    ['plan fact', planFacts.map((fact) => fact.id)],
    ['standard guard', scoring.standard.guards.map((guard) => guard.id)],
    ['overall guard', scoring.overall.guards.map((guard) => guard.id)],
  ];
  return lists.flatMap(([what, ids]) => repeated(ids, (id) => `Two of the ${what} ids are "${id}"; each must differ.`));
}

/** From the best answer to the poorest. */
const SCORED: readonly Response[] = ['met', 'partly', 'not_met'];

function responseProblems(rubric: Rubric): string[] {
  const { scores } = rubric.scoring.criterion;
  const problems: string[] = [];
  for (const [answer, score] of Object.entries(scores)) {
    if (!responseSchema.safeParse(answer).success) {
      problems.push(`"scoring" gives a score for the unknown answer "${answer}".`);
    } else if (score !== null && (score < 0 || score > 1)) {
      problems.push(`The score of "${answer}" is ${score}; it must lie between 0 and 1.`);
    }
  }
  if (typeof scores['not_applicable'] === 'number') {
    problems.push('"not_applicable" has a score, but it is left out of every sum: its score must be null.');
  }
  for (const [type, { options }] of Object.entries(rubric.responseTypes)) {
    problems.push(
      ...repeated(
        options.map((option) => option.id),
        (id) => `Response type "${type}" has "${id}" twice.`,
      ),
      ...optionProblems(rubric, type),
    );
  }
  for (const criterion of rubric.standards.flatMap((standard) => standard.criteria)) {
    if (!Object.hasOwn(rubric.responseTypes, criterion.responseType)) {
      problems.push(`Criterion "${criterion.id}" has the unknown response type "${criterion.responseType}".`);
    }
  }
  return problems;
}

function optionProblems(rubric: Rubric, type: string): string[] {
  const { scores } = rubric.scoring.criterion;
  const options = rubric.responseTypes[type]?.options ?? [];
  const scored = SCORED.flatMap((answer) => {
    const option = options.find((candidate) => candidate.id === answer);
    if (option === undefined) return [];
    const score = Object.hasOwn(scores, answer) ? scores[answer] : option.score;
    return score === null || score === undefined ? [] : [{ answer, score }];
  });
  if (scored.length === 0) return [`Response type "${type}" has no answer with a score.`];
  const outside = scored
    .filter(({ answer, score }) => !Object.hasOwn(scores, answer) && (score < 0 || score > 1))
    .map(
      ({ answer, score }) =>
        `The score of "${answer}" in response type "${type}" is ${score}; it must lie between 0 and 1.`,
    );
  const upside = scored.slice(1).flatMap((poorer, at) => {
    const better = scored[at];
    return better !== undefined && poorer.score > better.score
      ? [`In response type "${type}", "${poorer.answer}" scores more than "${better.answer}".`]
      : [];
  });
  return [...outside, ...upside];
}

function thresholdProblems(rubric: Rubric, level: 'standard' | 'overall'): string[] {
  const { thresholds } = rubric.scoring[level];
  const where = level === 'standard' ? "a standard's grade" : 'the overall grade';
  const grades = gradesFromBest(rubric);
  const problems = [
    ...repeated(
      thresholds.map((threshold) => threshold.grade),
      (id) => `The thresholds of ${where} name "${id}" twice.`,
    ),
    ...thresholds
      .filter(({ grade }) => !hasGrade(rubric, grade))
      .map(({ grade }) => `A threshold of ${where} names the unknown grade "${grade}".`),
  ];
  const lowest = grades.at(-1);
  if (lowest !== undefined && !thresholds.some(({ grade }) => grade === lowest.id)) {
    problems.push(`The lowest grade, "${lowest.id}", has no threshold for ${where}.`);
  }
  const ordered = grades.flatMap(({ id }) => thresholds.filter(({ grade }) => grade === id));
  ordered.slice(1).forEach((lower, at) => {
    const higher = ordered[at];
    if (higher !== undefined && lower.min > higher.min) {
      problems.push(
        `For ${where}, "${lower.grade}" begins at ${lower.min}, above the better "${higher.grade}" at ${higher.min}.`,
      );
    }
  });
  return problems;
}

function guardProblems(rubric: Rubric, guard: Guard, level: 'standard' | 'overall'): string[] {
  const { test } = guard;
  const named = [guard.appliesFrom, guard.elseCapTo, ...(isCriterionTest(test) ? [] : [test.grade])];
  const problems = [...new Set(named)]
    .filter((grade) => !hasGrade(rubric, grade))
    .map((grade) => `Guard "${guard.id}" names the unknown grade "${grade}".`);
  if (test.type === 'listedStandardsAtLeast') {
    const missing = test.standards.filter((id) => !rubric.standards.some((standard) => standard.id === id));
    problems.push(...missing.map((id) => `Guard "${guard.id}" names the unknown standard "${id}".`));
  }
  if (level === 'standard' && !isCriterionTest(test)) {
    problems.push(`Guard "${guard.id}" looks at other standards, so it can only guard the overall grade.`);
  }
  return problems;
}

type CriterionTest = Extract<GuardTest, { type: 'noCriterionResponse' | 'noKeyCriterionResponse' }>;

function isCriterionTest(test: GuardTest): test is CriterionTest {
  return test.type === 'noCriterionResponse' || test.type === 'noKeyCriterionResponse';
}

function capProblems(rubric: Rubric): string[] {
  return rubric.standards
    .flatMap((standard) => standard.criteria)
    .flatMap(({ id, limiting }) => {
      if (limiting.capsOverallTo === null) {
        return limiting.isLimiting ? [`Criterion "${id}" is limiting, but says to no grade.`] : [];
      }
      return hasGrade(rubric, limiting.capsOverallTo)
        ? []
        : [`Criterion "${id}" is limited to the unknown grade "${limiting.capsOverallTo}".`];
    });
}

/** A rubric that lists plan facts must list all that its rules use; the engine's own need no listing. */
function ruleProblems(rubric: Rubric, rule: ApplicabilityRule | null, owner: string): string[] {
  if (rule === null) return [];
  if ('any' in rule) return rule.any.flatMap((part) => ruleProblems(rubric, part, owner));
  if ('all' in rule) return rule.all.flatMap((part) => ruleProblems(rubric, part, owner));
  if ('not' in rule) return ruleProblems(rubric, rule.not, owner);
  if (!('fact' in rule) || rubric.planFacts.length === 0) return [];
  const definition = rubric.planFacts.find((fact) => fact.id === rule.fact);
  if (definition === undefined) return [`The rule of "${owner}" uses the unknown fact "${rule.fact}".`];
  if (definition.type === 'boolean') return [];
  return [`The rule of "${owner}" asks whether "${rule.fact}" is true, but that is no yes-or-no fact.`];
}

function hasGrade(rubric: Rubric, grade: string): boolean {
  return rubric.gradeScale.some((candidate) => candidate.id === grade);
}

function repeated(ids: readonly string[], say: (id: string) => string): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(say);
}

/** Where in the rubric, counting from 1 as people do, and what the schema minds. */
function sentence(issue: z.core.$ZodIssue): string {
  const place = issue.path.map((step) => (typeof step === 'number' ? `no. ${step + 1}` : String(step))).join(', ');
  const isRule = issue.code === 'invalid_union' && issue.path.at(-1) === 'applicability';
  const what = isRule
    ? 'must be null or a rule with exactly one operator (minAge, maxAge, minAgeOn31Aug, minNcYear, maxNcYear, planType, planStatus, fact with equals, any, all, not)'
    : issue.message.replace(/^Invalid input: /, '').replace(/^Invalid /, 'not a valid ');
  return place === '' ? `The rubric: ${what}.` : `${place}: ${what}.`;
}
