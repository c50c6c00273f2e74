import type {
  ApplicabilityRule,
  Guard,
  PlanFacts,
  Responses,
  Rubric,
} from '../../../../../shared/domain/rubric/rubric.ts';

/**
 * The rules of grading once more, written apart from the engine and as plainly as can be: exact fractions of whole
 * numbers instead of binary ones, and three-valued logic as numbers (0 false, 1 unknown, 2 true).
 */

type Fraction = { top: bigint; bottom: bigint };

export type ReferenceGrading = {
  score: Fraction | null;
  grade: string | null;
  thresholdGrade: string | null;
  guards: string[];
  caps: string[];
  standards: Record<string, { score: Fraction | null; grade: string | null; guards: string[] }>;
};

export function referenceGrading(rubric: Rubric, facts: PlanFacts, responses: Responses): ReferenceGrading {
  const rank = (id: string) => rubric.gradeScale.find((grade) => grade.id === id)?.value ?? Number.NaN;
  const worse = (a: string, b: string) => (rank(a) < rank(b) ? a : b);
  const lists: Record<string, { id: string; isKey: boolean; response: string }[]> = {};
  const standards: ReferenceGrading['standards'] = {};
  const sums: { weight: Fraction; score: Fraction; grade: string; id: string }[] = [];
  const caps: { id: string; to: string }[] = [];
  let isOpen = false;

  for (const standard of rubric.standards) {
    const terms: { weight: Fraction; score: Fraction }[] = [];
    const answers: { id: string; isKey: boolean; response: string }[] = [];
    let isStandardOpen = false;
    for (const criterion of standard.criteria) {
      const holds = Math.min(truth(standard.applicability, facts), truth(criterion.applicability, facts));
      const response = responses[criterion.id];
      if (holds === 0) continue;
      if (holds === 1 || response === undefined) {
        isStandardOpen = true;
        continue;
      }
      if (response === 'not_applicable') continue;
      answers.push({ id: criterion.id, isKey: criterion.isKey, response });
      const score = rubric.scoring.criterion.scores[response];
      if (typeof score === 'number') terms.push({ weight: exact(criterion.weight), score: exact(score) });
      const { isLimiting, capsOverallTo, triggeredBy } = criterion.limiting;
      if (isLimiting && capsOverallTo !== null && triggeredBy.includes(response)) {
        caps.push({ id: criterion.id, to: capsOverallTo });
      }
    }
    isOpen ||= isStandardOpen;
    lists[standard.id] = answers;
    const score = terms.length === 0 ? null : times(mean(terms), exact(100));
    const graded = score === null ? null : reach(score, rubric.scoring.standard, answers, []);
    standards[standard.id] = {
      score,
      grade: isStandardOpen || graded === null ? null : graded.grade,
      guards: isStandardOpen || graded === null ? [] : graded.guards,
    };
    if (score !== null && graded !== null) {
      sums.push({ weight: exact(standard.weight), score, grade: graded.grade, id: standard.id });
    }
  }

  const score = sums.length === 0 ? null : mean(sums);
  const orderedCaps = [...caps].sort((a, b) => rank(a.to) - rank(b.to)).map((cap) => cap.id);
  if (score === null || isOpen)
    return { score, grade: null, thresholdGrade: null, guards: [], caps: orderedCaps, standards };
  const reached = reach(score, rubric.scoring.overall, Object.values(lists).flat(), sums);
  const grade = caps.reduce((lowest, cap) => worse(lowest, cap.to), reached.grade);
  return { ...reached, score, grade, caps: orderedCaps, standards };

  function reach(
    score: Fraction,
    { thresholds, guards }: Rubric['scoring']['overall'],
    answers: { id: string; isKey: boolean; response: string }[],
    graded: { id: string; grade: string }[],
  ): { grade: string; thresholdGrade: string; guards: string[] } {
    const byHeight = [...thresholds].sort((a, b) => b.min - a.min);
    const thresholdGrade = byHeight.find((threshold) => !less(score, exact(threshold.min)))?.grade ?? '';
    let grade = thresholdGrade;
    const applied: string[] = [];
    for (const guard of guards) {
      if (rank(grade) < rank(guard.appliesFrom) || passes(guard, answers, graded)) continue;
      applied.push(guard.id);
      grade = worse(grade, guard.elseCapTo);
    }
    return { grade, thresholdGrade, guards: applied };
  }

  function passes(
    { test }: Guard,
    answers: { isKey: boolean; response: string }[],
    graded: { id: string; grade: string }[],
  ): boolean {
    if (test.type === 'noCriterionResponse') return !answers.some(({ response }) => response === test.response);
    if (test.type === 'noKeyCriterionResponse') {
      return !answers.some(({ isKey, response }) => isKey && response === test.response);
    }
    if (test.type === 'everyStandardAtLeast') return graded.every(({ grade }) => rank(grade) >= rank(test.grade));
    if (test.type === 'atMostStandardsBelow') {
      return graded.filter(({ grade }) => rank(grade) < rank(test.grade)).length <= test.count;
    }
    if (test.type === 'atMostStandardsAt') {
      return graded.filter(({ grade }) => grade === test.grade).length <= test.count;
    }
    return graded.every(({ id, grade }) => !test.standards.includes(id) || rank(grade) >= rank(test.grade));
  }
}

/** 0 false, 1 unknown, 2 true: any is the greatest, all the least, not the mirror image. */
export function truth(rule: ApplicabilityRule | null, facts: PlanFacts): 0 | 1 | 2 {
  if (rule === null) return 2;
  if ('any' in rule) return Math.max(0, ...rule.any.map((part) => truth(part, facts))) as 0 | 1 | 2;
  if ('all' in rule) return Math.min(2, ...rule.all.map((part) => truth(part, facts))) as 0 | 1 | 2;
  if ('not' in rule) return (2 - truth(rule.not, facts)) as 0 | 1 | 2;
  const [fact, holds] = test(rule);
  const value = facts[fact] ?? null;
  if (value === null) return 1;
  return holds(value) ? 2 : 0;
}

type Simple = Exclude<ApplicabilityRule, { any: unknown } | { all: unknown } | { not: unknown }>;

function test(rule: Simple): [fact: string, holds: (value: unknown) => boolean] {
  if ('minAge' in rule) return ['ageYears', (value) => Number(value) >= rule.minAge];
  if ('maxAge' in rule) return ['ageYears', (value) => Number(value) <= rule.maxAge];
  if ('minAgeOn31Aug' in rule) return ['ageOn31Aug', (value) => Number(value) >= rule.minAgeOn31Aug];
  if ('minNcYear' in rule) return ['ncYear', (value) => Number(value) >= rule.minNcYear];
  if ('maxNcYear' in rule) return ['ncYear', (value) => Number(value) <= rule.maxNcYear];
  if ('planType' in rule) return ['planType', (value) => rule.planType.includes(String(value))];
  if ('planStatus' in rule) return ['planStatus', (value) => rule.planStatus.includes(String(value))];
  return [rule.fact, (value) => value === rule.equals];
}

function mean(terms: { weight: Fraction; score: Fraction }[]): Fraction {
  const total = terms.map(({ weight }) => weight).reduce(plus);
  const sum = terms.map(({ weight, score }) => times(weight, score)).reduce(plus);
  return { top: sum.top * total.bottom, bottom: sum.bottom * total.top };
}

/** A decimal as it is written: 0.35 is 35 hundredths. */
function exact(decimal: number): Fraction {
  const [whole = '0', part = ''] = String(decimal).split('.');
  return { top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

function less(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

export function toNumber(fraction: Fraction): number {
  return Number((fraction.top * 10n ** 15n) / fraction.bottom) / 1e15;
}
