import { describe, expect, test } from 'vitest';
import { answerProblem, factProblem } from '../../../../shared/domain/grading/answer-problems.ts';
import { builtInRubric } from '../../../../shared/domain/rubric/built-in-rubric.ts';
import { augustBefore, derivePlanFacts, usualNcYear } from '../../../../shared/domain/plan-facts.ts';

const rubric = builtInRubric();

test('everything known', () => {
  const facts = derivePlanFacts(rubric, {
    dateOfBirth: '2013-08-31',
    ncYear: 9,
    stage: 'amended_final',
    planType: 'reviewed',
    auditDate: '2026-11-05',
    booleans: { hasHealthProvision: true, hasSocialCareProvision: false, hasSocialWorker: null },
  });
  expect(facts).toEqual({
    ageYears: 13,
    ageOn31Aug: 13,
    ncYear: 9,
    planStatus: 'amended_final',
    planType: 'reviewed',
    hasHealthProvision: true,
    hasSocialCareProvision: false,
    hasSocialWorker: null,
    isPhaseTransferYear: null,
  });
});

test('what is not known is null: the year group is never worked out from age', () => {
  const facts = derivePlanFacts(rubric, { dateOfBirth: '2013-08-31', auditDate: '2026-11-05' });
  expect(facts).toMatchObject({ ageYears: 13, ncYear: null, planStatus: null, hasHealthProvision: null });
  expect(derivePlanFacts(rubric, { auditDate: '2026-11-05' })).toMatchObject({ ageYears: null, ageOn31Aug: null });
});

test.each([
  ['2013-09-01', '2026-11-05', 13, 12],
  ['2013-09-01', '2026-08-31', 12, 11],
  ['2012-02-29', '2026-02-28', 13, 13],
  ['2012-02-29', '2026-03-01', 14, 13],
  ['2026-10-01', '2026-11-05', 0, null],
  ['2026-12-01', '2026-11-05', null, null],
])('born %s, audited %s: %s years, %s on 31 August', (dateOfBirth, auditDate, ageYears, ageOn31Aug) => {
  expect(derivePlanFacts(rubric, { dateOfBirth, auditDate })).toMatchObject({ ageYears, ageOn31Aug });
});

test('the 31 August before the school year, and the usual year group', () => {
  expect(augustBefore('2026-09-01')).toBe('2026-08-31');
  expect(augustBefore('2026-08-31')).toBe('2025-08-31');
  expect([13, 4, 18].map(usualNcYear)).toEqual([9, 0, 14]);
});

test.each([
  [true, null, true],
  [true, false, true],
  [false, false, false],
  [null, false, false],
  [false, true, null],
  [false, null, null],
  [null, null, null],
])('looked after %j, known to social care %j: has a social worker %j', (isLookedAfter, isKnownToSocialCare, has) => {
  const source = { isLookedAfter, isKnownToSocialCare, auditDate: '2026-11-05' };
  expect(derivePlanFacts(rubric, source)['hasSocialWorker']).toBe(has);
  const booleans = { hasSocialWorker: true };
  expect(derivePlanFacts(rubric, { ...source, booleans })['hasSocialWorker']).toBe(true);
  expect(derivePlanFacts(rubric, { ...source, booleans: { hasSocialWorker: null } })['hasSocialWorker']).toBe(has);
});

test('everyone moves after nursery, Year 6 and Year 11; where some do, the auditor says', () => {
  const years = Array.from({ length: 17 }, (_, at) => at - 2);
  const moves = (wanted: boolean | null) =>
    years.filter(
      (ncYear) => derivePlanFacts(rubric, { ncYear, auditDate: '2026-11-05' })['isPhaseTransferYear'] === wanted,
    );
  expect(moves(true)).toEqual([-1, 6, 11]);
  expect(moves(false)).toEqual([-2, 0, 1, 3, 5, 10]);
  expect(moves(null)).toEqual([2, 4, 7, 8, 9, 12, 13, 14]);
  expect(derivePlanFacts(rubric, { auditDate: '2026-11-05' })['isPhaseTransferYear']).toBeNull();
});

test('a stage that is no status of a plan stays unknown', () => {
  expect(derivePlanFacts(rubric, { stage: 'advice', auditDate: '2026-11-05' })['planStatus']).toBeNull();
});

test('a rubric without a list of facts has the engine’s own', () => {
  const facts = derivePlanFacts({ planFacts: [] }, { ncYear: 4, auditDate: '2026-11-05', booleans: { isTall: true } });
  expect(Object.keys(facts)).toEqual(['ageYears', 'ageOn31Aug', 'ncYear', 'planStatus', 'planType']);
});

describe('what the rubric does not have', () => {
  test.each([
    ['ncYear', 9, undefined],
    ['ncYear', null, undefined],
    ['ncYear', 9.5, '"ncYear" must be a whole number.'],
    ['hasSocialWorker', 'yes', '"hasSocialWorker" must be true or false.'],
    ['planType', 3, '"planType" must be text.'],
    [
      'planType',
      'old',
      '"planType" is "old", but must be one of new, reassessment, amended, reviewed, transferred_in.',
    ],
    ['isTall', true, 'The rubric knows no plan fact "isTall".'],
    ['constructor', true, 'The rubric knows no plan fact "constructor".'],
  ])('%s as %j', (fact, value, problem) => {
    expect(factProblem(rubric, fact, value)).toBe(problem);
  });

  test('a rubric that lists no facts takes any, of the right kind where the engine knows it', () => {
    expect(factProblem({ ...rubric, planFacts: [] }, 'isTall', true)).toBeUndefined();
    expect(factProblem({ ...rubric, planFacts: [] }, 'ageYears', 'six')).toBe('"ageYears" must be a whole number.');
  });

  test('answers', () => {
    expect(answerProblem(rubric, 'S01.C1', 'partly')).toBeUndefined();
    expect(answerProblem(rubric, 'S01.C1', null)).toBeUndefined();
    expect(answerProblem(rubric, 'S01.C1', 'not_applicable')).toBe(
      '"not_applicable" is no answer to S01.C1; its answers are met, partly, not_met.',
    );
    expect(answerProblem(rubric, 'S01.C9', null)).toBe('The rubric has no criterion "S01.C9".');
  });
});
