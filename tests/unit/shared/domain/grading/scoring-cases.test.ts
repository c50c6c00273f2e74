import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { bestGrade } from '../../../../../shared/domain/grading/grade-order.ts';
import { parseRubric } from '../../../../../shared/domain/rubric/rubric-problems.ts';
import type { Responses, Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';
import { criteriaOf } from '../rubric/random-rubrics.ts';

describe('with the built-in rubric', () => {
  const rubric = builtInRubric();
  const facts = {
    ageYears: 6,
    ageOn31Aug: 5,
    ncYear: 1,
    planStatus: 'draft',
    planType: 'new',
    hasHealthProvision: false,
    hasSocialCareProvision: false,
    hasSocialWorker: false,
    isPhaseTransferYear: false,
  };
  const allMet: Responses = Object.fromEntries(criteriaOf(rubric).map(({ id }) => [id, 'met']));

  test('nothing answered: no score, no grade, everything still possible', () => {
    const grading = grade(rubric, facts, {});
    expect(grading).toMatchObject({ overallScore: null, overallGrade: null, bestPossibleGrade: 'outstanding' });
    expect(grading).toMatchObject({ isComplete: false, answered: 0, missingFacts: [] });
    expect(grading.toAnswer).toBeGreaterThan(40);
  });

  test('a cap that is triggered holds at once', () => {
    const grading = grade(rubric, facts, { 'S03.C1': 'not_met' });
    expect(grading.bestPossibleGrade).toBe('requires_improvement');
    expect(grading.overallGrade).toBeNull();
    expect(grading.capsApplied).toEqual([
      { criterion: 'S03.C1', capsOverallTo: 'requires_improvement', response: 'not_met', bites: true },
    ]);
  });

  test('an unknown fact is asked for, and nothing is final until it is known', () => {
    const { hasHealthProvision: _, ...others } = facts;
    const grading = grade(rubric, others, allMet);
    expect(grading).toMatchObject({ isComplete: false, overallGrade: null, missingFacts: ['hasHealthProvision'] });
    const health = grading.standards.find(({ id }) => id === 'S04');
    expect(health).toMatchObject({ applies: 'applies', grade: null, missingFacts: ['hasHealthProvision'] });
    expect(health?.criteria.find(({ id }) => id === 'S04.C3')).toMatchObject({ applies: 'unknown', score: null });
  });

  test('a standard whose rule is undecided is unknown; one true branch of its rule is enough', () => {
    const { ncYear: _, ...others } = facts;
    const undecided = grade(rubric, others, allMet).standards.find(({ id }) => id === 'S09');
    expect(undecided).toMatchObject({ applies: 'unknown', missingFacts: ['ncYear'] });
    const decided = grade(rubric, { ...others, ageOn31Aug: 13 }, allMet).standards.find(({ id }) => id === 'S09');
    expect(decided).toMatchObject({ applies: 'applies', missingFacts: [] });
  });

  test('Preparing for Adulthood before Year 9 can be graded on its own', () => {
    const responses: Responses = { ...allMet, 'S09.C1': 'not_met' };
    const grading = grade(rubric, facts, responses, { developmentalStandards: ['S09', 'S01'] });
    expect(grading).toMatchObject({ overallGrade: 'outstanding', overallScore: 100, capsApplied: [] });
    const pfa = grading.standards.find(({ id }) => id === 'S09');
    expect(pfa).toMatchObject({ applies: 'does_not_apply', isDevelopmental: true, score: 75, toAnswer: 4 });
    expect(pfa?.grade).toBe('requires_improvement');
    expect(grading.standards.find(({ id }) => id === 'S01')?.isDevelopmental).toBe(false);
  });

  test('an audit of some standards has their grades and no overall one', () => {
    const grading = grade(rubric, facts, allMet, { standards: ['S04', 'S08'] });
    expect(grading.standards.map(({ id, grade }) => [id, grade])).toEqual([
      ['S04', 'outstanding'],
      ['S08', 'outstanding'],
    ]);
    expect(grading).toMatchObject({ isComplete: true, isPartial: true, overallGrade: null, thresholdGrade: null });
    expect(grading.answered).toBe(grading.toAnswer);
    expect(grading.bestPossibleGrade).toBe('outstanding');
  });

  test('an audit that leaves out only what does not apply has an overall grade', () => {
    const applying = rubric.standards.map(({ id }) => id).filter((id) => !['S09', 'S13'].includes(id));
    const grading = grade(rubric, facts, allMet, { standards: applying });
    expect(grading).toMatchObject({ isPartial: false, overallGrade: 'outstanding' });
  });

  test('a standard answered not applicable throughout has neither score nor grade, and weighs nothing', () => {
    const timeliness: Responses = Object.fromEntries(
      ['S12.C1', 'S12.C2', 'S12.C3', 'S12.C4'].map((id) => [id, 'not_applicable']),
    );
    const grading = grade(rubric, facts, { ...allMet, ...timeliness });
    expect(grading.standards.find(({ id }) => id === 'S12')).toMatchObject({ score: null, grade: null });
    expect(grading).toMatchObject({ isComplete: true, overallGrade: 'outstanding', overallScore: 100 });
  });
});

describe('thresholds', () => {
  const three = threeCriteria([0.1, 0.2, 0.7]);

  test('an exact threshold is not missed for the noise of binary fractions', () => {
    // 0.1 + 0.2 of 1 is 30 per cent exactly, though 0.1 + 0.2 > 0.3 and 0.1 + 0.2 + 0.7 < 1 in binary.
    const responses: Responses = { a: 'met', b: 'met', c: 'not_met' };
    expect(grade(withThreshold(three, 30), {}, responses).overallGrade).toBe('high');
    expect(grade(withThreshold(three, 30.1), {}, responses).overallGrade).toBe('low');
  });

  test.each([
    [[1, 1, 1], 66.7, 'low'],
    [[1, 1, 1], 66.66, 'high'],
    [[1, 1, 999_998], 0.0002, 'high'],
    [[1, 1, 999_998], 0.000_200_1, 'low'],
  ] as const)('weights %j against %d, unrounded: %s', (weights, min, expected) => {
    const rubric = withThreshold(threeCriteria(weights), min);
    expect(grade(rubric, {}, { a: 'met', b: 'met', c: 'not_met' }).overallGrade).toBe(expected);
  });

  test('the best grade is the best by order, wherever it is listed', () => {
    expect(bestGrade(three)).toBe('high');
    expect(bestGrade({ gradeScale: three.gradeScale.toReversed() })).toBe('high');
  });
});

function threeCriteria(weights: readonly [number, number, number]): Rubric {
  const ids = ['a', 'b', 'c'];
  const parsed = parseRubric({
    id: 'three',
    version: '1',
    title: '',
    responseTypes: {
      two: {
        options: [
          { id: 'met', label: '', score: 1 },
          { id: 'not_met', label: '', score: 0 },
        ],
      },
    },
    gradeScale: [
      { id: 'low', value: 1, label: '', order: 2 },
      { id: 'high', value: 2, label: '', order: 1 },
    ],
    scoring: {
      criterion: { scores: { met: 1, not_met: 0 } },
      standard: { thresholds: [{ grade: 'low', min: 0 }], guards: [] },
      overall: {
        thresholds: [
          { grade: 'low', min: 0 },
          { grade: 'high', min: 50 },
        ],
        guards: [],
      },
    },
    standards: [
      {
        id: 'S',
        title: '',
        leadAgency: 'all',
        weight: 1,
        criteria: weights.map((weight, at) => ({
          id: ids[at],
          text: '',
          responseType: 'two',
          weight,
          isKey: false,
          limiting: { isLimiting: false, capsOverallTo: null, triggeredBy: [] },
        })),
      },
    ],
  });
  if ('problems' in parsed) throw new Error(parsed.problems.join(' '));
  return parsed.rubric;
}

function withThreshold(rubric: Rubric, min: number): Rubric {
  const thresholds = [
    { grade: 'low', min: 0 },
    { grade: 'high', min },
  ];
  return { ...rubric, scoring: { ...rubric.scoring, overall: { thresholds, guards: [] } } };
}
