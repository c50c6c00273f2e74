import { assertNever } from '../assert-never.ts';
import { pairsOf } from './agreement.ts';
import { compareGrades, gradeRank } from '../grading/grade-order.ts';
import { type ModerationStanding, standingOf, type SubmittedAudit } from './moderation.ts';
import { type DiscussTest, moderationRulesOf } from './moderation-rules.ts';
import { criterionText, factLabel, findCriterion, gradeLabel, standardTitle } from '../rubric/rubric-words.ts';
import type { Response, Rubric } from '../rubric/rubric.ts';
import { seededChance, shuffle } from '../rounds/sampling.ts';

/** Why a panel has to talk about a plan, and how large the disagreement is. */

export interface DiscussReason {
  /** The rubric's own id of the rule; SILENCE, FACTS and DRAWN are ours. */
  id: string;
  /** The rule, as a sentence. */
  text: string;
  /** What made it hold here, as a sentence. */
  detail: string;
  criteria: string[];
}

/** How far auditors are apart. The first that differs decides which of two is larger. */
export interface Disagreement {
  /** Most steps between two overall grades. */
  gradeSteps: number;
  /** Limiting, key, and any criteria that were answered differently. */
  limiting: number;
  key: number;
  criteria: number;
}

/** Every reason to discuss a document, in the rubric's order, then ours; none where one auditor graded it. */
export function reasonsToDiscuss(
  rubric: Rubric,
  audits: readonly SubmittedAudit[],
  standing: ModerationStanding = standingOf(rubric, audits),
): DiscussReason[] {
  if (audits.length < 2) return [];
  const ruled = moderationRulesOf(rubric).discussWhen.flatMap(({ id, test, reason }): DiscussReason[] => {
    const found = whatHolds(rubric, test, audits, standing);
    return found === null ? [] : [{ id, text: reason, ...found }];
  });
  return [...ruled, ...factReasons(rubric, standing), ...silenceReasons(rubric, standing)];
}

export function disagreementOf(
  rubric: Rubric,
  audits: readonly SubmittedAudit[],
  standing: ModerationStanding,
): Disagreement {
  const different = standing.criteria.filter(({ kind }) => kind === 'different').map(({ criterion }) => criterion);
  const count = (holds: (criterion: NonNullable<ReturnType<typeof findCriterion>>) => boolean): number =>
    different.filter((id) => {
      const criterion = findCriterion(rubric, id);
      return criterion !== undefined && holds(criterion);
    }).length;
  return {
    gradeSteps: Math.max(0, ...pairsOf(overallGrades(audits)).map(([a, b]) => Math.abs(compareGrades(rubric, a, b)))),
    limiting: count(({ limiting }) => limiting.isLimiting),
    key: count(({ isKey }) => isKey),
    criteria: different.length,
  };
}

/** Negative where `a` is the larger: sorts the largest disagreement first. */
export function compareDisagreements(a: Disagreement, b: Disagreement): number {
  return b.gradeSteps - a.gradeSteps || b.limiting - a.limiting || b.key - a.key || b.criteria - a.criteria;
}

/**
 * Draws a share of the plans on which auditors agreed, rounded up, so that where there are any one is looked at. The
 * same references, share and seed always give the same draw, in whatever order they come.
 */
export function drawAgreements<Plan extends { reference: string; id: string }>(
  plans: readonly Plan[],
  percent: number,
  seed: number,
): { plan: Plan; place: number; isDrawn: boolean }[] {
  const frame = plans.toSorted((a, b) => byText(a.reference, b.reference) || byText(a.id, b.id));
  const wanted = Math.ceil((frame.length * percent) / 100);
  return shuffle(frame, seededChance(seed)).map((plan, at) => ({ plan, place: at + 1, isDrawn: at < wanted }));
}

/** Two answers' distance: met and not met are two steps apart; 'not applicable' is on no scale. */
export function stepsBetweenResponses(a: Response, b: Response): number {
  const rank = { met: 0, partly: 1, not_met: 2, not_applicable: null };
  const [first, second] = [rank[a], rank[b]];
  return first === null || second === null ? 0 : Math.abs(first - second);
}

/** What makes a rule hold, or null where it does not. */
function whatHolds(
  rubric: Rubric,
  test: DiscussTest,
  audits: readonly SubmittedAudit[],
  standing: ModerationStanding,
): { detail: string; criteria: string[] } | null {
  const different = standing.criteria.filter(({ kind }) => kind === 'different');
  switch (test.type) {
    case 'overallGradesDiffer': {
      const grades = overallGrades(audits);
      const isFar = pairsOf(grades).some(([a, b]) => Math.abs(compareGrades(rubric, a, b)) >= test.steps);
      return isFar ? { detail: `Graded ${listed(gradeWords(rubric, grades))}.`, criteria: [] } : null;
    }
    case 'limitingCriterionDiffers': {
      const found = different.filter(({ criterion }) => findCriterion(rubric, criterion)?.limiting.isLimiting === true);
      return named(
        rubric,
        found.map(({ criterion }) => criterion),
      );
    }
    case 'keyCriterionDiffers': {
      const found = different.filter(
        ({ criterion, given }) =>
          findCriterion(rubric, criterion)?.isKey === true &&
          pairsOf([...given.values()]).some(([a, b]) => stepsBetweenResponses(a, b) >= test.steps),
      );
      return named(
        rubric,
        found.map(({ criterion }) => criterion),
      );
    }
    case 'sameResponsesBelow': {
      const lowest = pairsOf(audits)
        .map(([a, b]) => sharedAnswers(standing, a.auditId, b.auditId))
        .filter(({ both }) => both > 0)
        .toSorted((a, b) => a.same / a.both - b.same / b.both || b.both - a.both)[0];
      if (lowest === undefined || (100 * lowest.same) / lowest.both >= test.percent) return null;
      return { detail: `${lowest.same} of ${lowest.both} criteria were answered the same.`, criteria: [] };
    }
    case 'gradeGiven': {
      const own = overallGrades(audits);
      // Agencies that graded a part each gave no overall grade; what their answers make together stands in its place.
      const grades = own.length === 0 ? [standing.grading.overallGrade].flatMap((each) => each ?? []) : own;
      const found = grades.filter((each) => test.grades.includes(each));
      if (found.length === 0) return null;
      const words = listed(gradeWords(rubric, found));
      return { detail: own.length === 0 ? `The answers together give ${words}.` : `${words} was given.`, criteria: [] };
    }
    default:
      return assertNever(test);
  }
}

function factReasons(rubric: Rubric, { facts, grading }: ModerationStanding): DiscussReason[] {
  const open = facts.filter(({ fact, isDifferent }) => isDifferent && grading.missingFacts.includes(fact));
  if (open.length === 0) return [];
  const names = open.map(({ fact }) => `“${factLabel(rubric, fact)}”`).join(', ');
  return [
    {
      id: 'FACTS',
      text: 'Auditors took the plan’s facts differently, so it is open what applies.',
      detail: `To be settled: ${names}.`,
      criteria: [],
    },
  ];
}

function silenceReasons(rubric: Rubric, { changedBySilence }: ModerationStanding): DiscussReason[] {
  if (changedBySilence.length === 0) return [];
  const details = changedBySilence.map(({ standard, shared, becomes }) => {
    const what = standard === null ? 'The overall grade' : standardTitle(rubric, standard);
    const change = becomes === null ? 'would be open' : `would be ${gradeLabel(rubric, becomes)}`;
    return `${what}: all gave ${gradeLabel(rubric, shared)}, and it ${change}.`;
  });
  return [
    {
      id: 'SILENCE',
      text: 'If nobody talks about the differences, the lower answers would change a grade that the auditors shared.',
      detail: details.join(' '),
      criteria: [...new Set(changedBySilence.flatMap(({ criteria }) => criteria))],
    },
  ];
}

function named(rubric: Rubric, criteria: string[]): { detail: string; criteria: string[] } | null {
  if (criteria.length === 0) return null;
  return { detail: criteria.map((id) => `${id} “${criterionText(rubric, id)}”`).join('; '), criteria };
}

function sharedAnswers(standing: ModerationStanding, one: string, other: string): { same: number; both: number } {
  let same = 0;
  let both = 0;
  for (const { given } of standing.criteria) {
    const [a, b] = [given.get(one), given.get(other)];
    if (a === undefined || b === undefined) continue;
    both += 1;
    if (a === b) same += 1;
  }
  return { same, both };
}

function overallGrades(audits: readonly SubmittedAudit[]): string[] {
  return audits.flatMap(({ grading }) => grading.overallGrade ?? []);
}

/** Each grade once, the best first. */
function gradeWords(rubric: Rubric, grades: readonly string[]): string[] {
  return [...new Set(grades)]
    .toSorted((a, b) => gradeRank(rubric, a) - gradeRank(rubric, b))
    .map((grade) => gradeLabel(rubric, grade));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** By code units: the same on every machine, whatever its language. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
