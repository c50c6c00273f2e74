import { allOf, applicabilityOf, type RuleOutcome } from '../rubric/applicability.ts';
import { bestGrade } from './grade-order.ts';
import type { AppliedCap, AppliedGuard, Grading, StandardGrading } from './grading.ts';
import { type CountedAnswer, type GradedStandard, rankCaps, runGuards, underCaps } from './guards.ts';
import type { Criterion, PlanFacts, Response, Responses, Rubric, Standard } from '../rubric/rubric.ts';
import { bandOf, bestScoreOf, scoreOf, type Weighted, weightedMean } from './score-arithmetic.ts';

export type GradingOptions = {
  /** Standards that do not apply, and are graded all the same: on their own, out of every sum, guard and cap. */
  developmentalStandards?: readonly string[];
  /** The standards that this audit covers; all where left out. */
  standards?: readonly string[];
};

/**
 * Grades a plan: answers to scores, scores to grades, then guards and caps, in the order of the rubric's `scoring`.
 *
 * Driven wholly by the rubric's data, which `parseRubric` has found sound; pure, so that it runs on every key press.
 * Answers to criteria that the rubric does not have are not looked at, and an answer to one that does not apply counts
 * for nothing. An unanswered criterion is never taken for 'not met': it leaves the grades it bears on null.
 * A standard of which every criterion was answered 'not applicable' has no score and no grade.
 */
export function grade(rubric: Rubric, facts: PlanFacts, responses: Responses, options: GradingOptions = {}): Grading {
  const all = rubric.standards.map((standard) => consider(rubric, standard, facts, responses, options));
  const covered = all.filter((considered) => considered.isCovered);
  const counted = covered.filter((considered) => !considered.isDevelopmental);
  const isComplete = counted.every(isSettled);
  const isPartial = all.some((considered) => !considered.isCovered && considered.outcome.applies !== 'does_not_apply');

  const now = counted.filter((considered) => considered.outcome.applies === 'applies');
  const overall = gradeOverall(rubric, now, 'given');
  const best = gradeOverall(
    rubric,
    all.filter((considered) => !considered.isDevelopmental && considered.outcome.applies !== 'does_not_apply'),
    'best',
  );
  const isFinal = isComplete && !isPartial && overall.graded !== null;
  const reached = (isFinal ? overall.graded : best.graded) ?? { ...NOTHING_HELD, grade: bestGrade(rubric) };
  const caps = now.flatMap(triggeredCaps);

  return {
    overallScore: overall.score,
    isComplete,
    isPartial,
    thresholdGrade: isFinal ? reached.thresholdGrade : null,
    overallGrade: isFinal ? underCaps(rubric, reached.grade, caps) : null,
    guardsApplied: isFinal ? reached.applied : [],
    capsApplied: rankCaps(rubric, caps, reached.grade),
    bestPossibleGrade: underCaps(rubric, reached.grade, caps),
    guardsHolding: reached.applied,
    missingFacts: distinct(counted.flatMap((considered) => considered.outcome.missingFacts)),
    answered: sum(now, answeredIn),
    toAnswer: sum(now, toAnswerIn),
    standards: covered.map((considered) => gradingOf(rubric, considered)),
  };
}

type ConsideredCriterion = {
  criterion: Criterion;
  outcome: RuleOutcome;
  response: Response | null;
  score: number | null;
};

type Considered = {
  standard: Standard;
  /** Of the standard as a whole: it applies where its rule holds and some criterion of it applies. */
  outcome: RuleOutcome;
  isCovered: boolean;
  isDevelopmental: boolean;
  criteria: ConsideredCriterion[];
};

type Graded = { grade: string; thresholdGrade: string | null; applied: AppliedGuard[] };

/** 'given': as answered. 'best': as if whatever is open were answered as well as can be. */
type View = 'given' | 'best';

const NOTHING_HELD = { thresholdGrade: null, applied: [] };

function consider(
  rubric: Rubric,
  standard: Standard,
  facts: PlanFacts,
  responses: Responses,
  options: GradingOptions,
): Considered {
  const isCovered = options.standards?.includes(standard.id) ?? true;
  const rule = applicabilityOf(standard.applicability, facts);
  const isDevelopmental =
    rule.applies === 'does_not_apply' && (options.developmentalStandards?.includes(standard.id) ?? false);
  const criteria = standard.criteria.map((criterion) => {
    const own = applicabilityOf(criterion.applicability, facts);
    const response = isCovered && Object.hasOwn(responses, criterion.id) ? (responses[criterion.id] ?? null) : null;
    return {
      criterion,
      outcome: isDevelopmental ? own : allOf([rule, own]),
      response,
      score: response === null ? null : scoreOf(rubric, criterion, response),
    };
  });
  return { standard, outcome: outcomeOf(rule, criteria), isCovered, isDevelopmental, criteria };
}

function outcomeOf(rule: RuleOutcome, criteria: readonly ConsideredCriterion[]): RuleOutcome {
  if (rule.applies === 'does_not_apply') return rule;
  const missingFacts = distinct(criteria.flatMap(({ outcome }) => outcome.missingFacts));
  if (criteria.some(({ outcome }) => outcome.applies === 'applies')) return { applies: 'applies', missingFacts };
  return { applies: missingFacts.length > 0 ? 'unknown' : 'does_not_apply', missingFacts };
}

/** Nothing is left to answer or to supply. */
function isSettled(considered: Considered): boolean {
  return considered.criteria.every(
    ({ outcome, response }) =>
      outcome.applies === 'does_not_apply' || (outcome.applies === 'applies' && response !== null),
  );
}

function gradeOverall(
  rubric: Rubric,
  standards: readonly Considered[],
  view: View,
): { score: number | null; graded: Graded | null } {
  const { thresholds, guards } = rubric.scoring.overall;
  const weighted: Weighted[] = [];
  const graded: GradedStandard[] = [];
  for (const considered of standards) {
    const { score, graded: own } = gradeStandard(rubric, considered, view);
    if (score === null || own === null) continue;
    weighted.push({ weight: considered.standard.weight, score: score / 100 });
    graded.push({ standard: considered.standard.id, grade: own.grade });
  }
  const score = percent(weightedMean(weighted));
  if (score === null) return { score, graded: null };
  const thresholdGrade = bandOf(rubric, thresholds, score);
  const judged = { answers: standards.flatMap(countedAnswers), standards: graded };
  return { score, graded: { thresholdGrade, ...runGuards(rubric, guards, thresholdGrade, judged) } };
}

function gradeStandard(
  rubric: Rubric,
  considered: Considered,
  view: View,
): { score: number | null; graded: Graded | null } {
  const { thresholds, guards } = rubric.scoring.standard;
  const score = percent(weightedMean(weigh(rubric, considered, view)));
  if (score === null) return { score, graded: null };
  const thresholdGrade = bandOf(rubric, thresholds, score);
  const judged = { answers: countedAnswers(considered), standards: [] };
  return { score, graded: { thresholdGrade, ...runGuards(rubric, guards, thresholdGrade, judged) } };
}

function weigh(rubric: Rubric, considered: Considered, view: View): Weighted[] {
  return considered.criteria.flatMap(({ criterion, outcome, response, score }) => {
    const isOpen = response === null && outcome.applies !== 'does_not_apply';
    if (isOpen && view === 'best') {
      const best = bestScoreOf(rubric, criterion);
      return best === null ? [] : [{ weight: criterion.weight, score: best }];
    }
    return outcome.applies === 'applies' && score !== null ? [{ weight: criterion.weight, score }] : [];
  });
}

function countedAnswers({ criteria }: Considered): CountedAnswer[] {
  return criteria.flatMap(({ criterion, outcome, response }) =>
    outcome.applies === 'applies' && response !== null && response !== 'not_applicable'
      ? [{ criterion: criterion.id, isKey: criterion.isKey, response }]
      : [],
  );
}

function triggeredCaps({ criteria }: Considered): Omit<AppliedCap, 'bites'>[] {
  return criteria.flatMap(({ criterion, outcome, response }) => {
    const { isLimiting, capsOverallTo, triggeredBy } = criterion.limiting;
    if (!isLimiting || capsOverallTo === null || outcome.applies !== 'applies') return [];
    if (response === null || response === 'not_applicable' || !triggeredBy.includes(response)) return [];
    return [{ criterion: criterion.id, capsOverallTo, response }];
  });
}

function gradingOf(rubric: Rubric, considered: Considered): StandardGrading {
  const { score, graded } = gradeStandard(rubric, considered, 'given');
  const final = isSettled(considered) ? graded : null;
  return {
    id: considered.standard.id,
    applies: considered.outcome.applies,
    missingFacts: considered.isDevelopmental
      ? distinct(considered.criteria.flatMap(({ outcome }) => outcome.missingFacts))
      : considered.outcome.missingFacts,
    isDevelopmental: considered.isDevelopmental,
    score,
    grade: final?.grade ?? null,
    thresholdGrade: final?.thresholdGrade ?? null,
    guardsApplied: final?.applied ?? [],
    answered: answeredIn(considered),
    toAnswer: toAnswerIn(considered),
    criteria: considered.criteria.map(({ criterion, outcome, response, score }) => ({
      id: criterion.id,
      applies: outcome.applies,
      missingFacts: outcome.missingFacts,
      response,
      score: outcome.applies === 'applies' ? score : null,
    })),
  };
}

function answeredIn({ criteria }: Considered): number {
  return criteria.filter(({ outcome, response }) => outcome.applies === 'applies' && response !== null).length;
}

function toAnswerIn({ criteria }: Considered): number {
  return criteria.filter(({ outcome }) => outcome.applies === 'applies').length;
}

/** Weighed as shares of one, so that all met is exactly 100. */
function percent(share: number | null): number | null {
  return share === null ? null : 100 * share;
}

function sum(items: readonly Considered[], count: (item: Considered) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
