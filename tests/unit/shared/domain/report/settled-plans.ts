import fc from 'fast-check';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { criteriaInOrder, type ResultCode } from '../../../../../shared/domain/report/result-code.ts';
import { type SettledPlan, STANDINGS } from '../../../../../shared/domain/report/settled-plan.ts';
import { ROOT_CAUSES } from '../../../../../shared/domain/grading/root-causes.ts';

export const RUBRIC = builtInRubric();
export const RUBRIC_ID = '01999999-0000-7000-8000-000000000001';
export const HALF_TERMS = ['2025-26/6', '2026-27/1', '2026-27/2'];
const GRADES = RUBRIC.gradeScale.map(({ id }) => id);
const CRITERIA = criteriaInOrder(RUBRIC).length;

const letters = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet.split('')), { minLength: length, maxLength: length })
    .map((found) => found.join(''));

const code: fc.Arbitrary<ResultCode> = fc
  .record({
    standards: letters('0123-', RUBRIC.standards.length),
    developmental: letters('----0123', RUBRIC.standards.length),
    criteria: letters('mmpn-', CRITERIA),
    bits: fc.array(fc.integer({ min: 0, max: 2 ** ROOT_CAUSES.length - 1 }), {
      minLength: CRITERIA,
      maxLength: CRITERIA,
    }),
  })
  .map(({ bits, ...found }) => ({
    ...found,
    causes: bits
      .map((value, at) => ('pn'.includes(found.criteria[at] ?? '-') ? value : 0).toString(16).padStart(2, '0'))
      .join(''),
  }));

/** Settled plans of several half-terms, kinds, needs and grades, by the built-in standards. */
export const settledPlans = (max = 60, min = 0): fc.Arbitrary<SettledPlan[]> =>
  fc.array(
    fc.record({
      documentId: fc.uuid(),
      planId: fc.constantFrom(...Array.from({ length: 80 }, (_, at) => `plan-${at}`)),
      roundId: fc.constantFrom('round-1', 'round-2'),
      halfTermId: fc.constantFrom(...HALF_TERMS),
      roundKind: fc.constantFrom('random', 'random', 'thematic', 'risk_based'),
      theme: fc.constantFrom('', 'Year 9'),
      panelDate: fc.constant('2026-12-04'),
      rubricId: fc.constant(RUBRIC_ID),
      stage: fc.constantFrom('draft', 'final', 'amended_final'),
      planType: fc.constantFrom('new', 'amended', 'reassessment'),
      ncYear: fc.option(fc.integer({ min: -1, max: 14 })),
      primaryNeed: fc.option(fc.constantFrom('Autism', 'Speech, language and communication', 'Hearing')),
      setting: fc.constant(null),
      settingType: fc.option(fc.constantFrom('Mainstream', 'Special')),
      locality: fc.option(fc.constantFrom('North', 'South')),
      team: fc.option(fc.constantFrom('Team A', 'Team B')),
      isLookedAfter: fc.option(fc.boolean()),
      isLate: fc.option(fc.boolean()),
      standing: fc.constantFrom(...STANDINGS),
      agencies: fc.constantFrom(['health'], ['education', 'health']),
      gradeAlone: fc.option(fc.constantFrom(...GRADES)),
      overallGrade: fc.constantFrom(...GRADES),
      code,
    }),
    { minLength: min, maxLength: max },
  );
