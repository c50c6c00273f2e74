import fc from 'fast-check';
import type {
  ApplicabilityRule,
  Criterion,
  Guard,
  GuardTest,
  PlanFacts,
  Response,
  Responses,
  Rubric,
  Standard,
} from '../../../../../shared/domain/rubric/rubric.ts';

/** Rubrics, facts and answers of every shape that the rules allow. */

export const SCORED_RESPONSES: readonly Response[] = ['not_met', 'partly', 'met'];

export type Case = { rubric: Rubric; facts: PlanFacts; responses: Responses };

export type CaseOptions = {
  /** A rubric in which no better answer can do harm: guards and caps that look at poor answers alone. */
  monotone?: boolean;
  /** Every criterion answered and every fact known. */
  complete?: boolean;
};

export function arbitraryCase(options: CaseOptions = {}): fc.Arbitrary<Case> {
  return arbitraryRubric(options.monotone ?? false).chain((rubric) =>
    fc.record({
      rubric: fc.constant(rubric),
      facts: arbitraryFacts(options.complete ?? false),
      responses: arbitraryResponses(rubric, options.complete ?? false),
    }),
  );
}

export function arbitraryRule(): fc.Arbitrary<ApplicabilityRule> {
  const { rule } = fc.letrec<{ rule: ApplicabilityRule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.integer({ min: 0, max: 25 }).map((minAge) => ({ minAge })),
      fc.integer({ min: 0, max: 25 }).map((maxAge) => ({ maxAge })),
      fc.integer({ min: 0, max: 25 }).map((minAgeOn31Aug) => ({ minAgeOn31Aug })),
      fc.integer({ min: -1, max: 14 }).map((minNcYear) => ({ minNcYear })),
      fc.integer({ min: -1, max: 14 }).map((maxNcYear) => ({ maxNcYear })),
      fc.subarray(['new', 'amended', 'reviewed']).map((planType) => ({ planType })),
      fc.subarray(['draft', 'final']).map((planStatus) => ({ planStatus })),
      fc.record({ fact: fc.constantFrom('hasHealth', 'hasCare'), equals: fc.boolean() }),
      fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ any })),
      fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ all })),
      tie('rule').map((not) => ({ not })),
    ),
  }));
  return rule;
}

export function arbitraryFacts(isComplete: boolean): fc.Arbitrary<PlanFacts> {
  const known = {
    ageYears: fc.integer({ min: 0, max: 25 }),
    ageOn31Aug: fc.integer({ min: 0, max: 25 }),
    ncYear: fc.integer({ min: -1, max: 14 }),
    planType: fc.constantFrom('new', 'amended', 'reviewed'),
    planStatus: fc.constantFrom('draft', 'final'),
    hasHealth: fc.boolean(),
    hasCare: fc.boolean(),
  };
  if (isComplete) return fc.record(known);
  const holed = Object.fromEntries(Object.entries(known).map(([id, value]) => [id, fc.option<unknown>(value)]));
  return fc.record(holed, { requiredKeys: [] }) as fc.Arbitrary<PlanFacts>;
}

function arbitraryResponses(rubric: Rubric, isComplete: boolean): fc.Arbitrary<Responses> {
  const answers = rubric.standards
    .flatMap((standard) => standard.criteria)
    .map((criterion) => [criterion.id, fc.constantFrom(...offered(rubric, criterion))] as const);
  const all = Object.fromEntries(answers);
  return isComplete ? fc.record(all) : fc.record(all, { requiredKeys: [] }).map(withoutGaps);
}

function withoutGaps(responses: Record<string, Response | undefined>): Responses {
  return Object.fromEntries(
    Object.entries(responses).flatMap(([id, response]) => (response === undefined ? [] : [[id, response] as const])),
  );
}

export function offered(rubric: Rubric, criterion: Criterion): Response[] {
  return (rubric.responseTypes[criterion.responseType]?.options ?? []).map((option) => option.id);
}

export function criteriaOf(rubric: Rubric): Criterion[] {
  return rubric.standards.flatMap(({ criteria }) => criteria);
}

/** Weights and scores as people write them: decimals. */
const weight = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100),
);

function arbitraryRubric(isMonotone: boolean): fc.Arbitrary<Rubric> {
  return fc
    .integer({ min: 2, max: 6 })
    .chain((count) => {
      const grades = Array.from({ length: count }, (_, at) => `level-${at}`);
      const standards = fc
        .array(fc.array(arbitraryCriterion(grades, isMonotone), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 4,
        })
        .chain((lists) => fc.tuple(...lists.map((criteria, at) => arbitraryStandard(criteria, `S${at + 1}`))));
      return standards.chain((standards) =>
        fc.record({
          grades: fc.shuffledSubarray(grades, { minLength: count }),
          partly: fc.constantFrom(0.25, 0.5, 0.6, 0.1, 0.3),
          bands: fc.tuple(arbitraryThresholds(grades), arbitraryThresholds(grades)),
          standardGuards: fc.array(arbitraryGuard(grades, [], isMonotone), { maxLength: 3 }),
          overallGuards: fc.array(
            arbitraryGuard(
              grades,
              standards.map((standard) => standard.id),
              isMonotone,
            ),
            { maxLength: 4 },
          ),
          standards: fc.constant(standards),
        }),
      );
    })
    .map(build);
}

type Parts = {
  grades: string[];
  partly: number;
  bands: [Thresholds, Thresholds];
  standardGuards: Guard[];
  overallGuards: Guard[];
  standards: Standard[];
};
type Thresholds = { grade: string; min: number }[];

function build(parts: Parts): Rubric {
  const option = (id: Response, score: number | null) => ({ id, label: '', score, shortcut: '' });
  const scored = [option('met', 1), option('partly', parts.partly), option('not_met', 0)];
  return {
    id: 'random',
    version: '1',
    title: '',
    language: 'en-GB',
    description: '',
    sections: [],
    leadAgencies: [],
    themes: [],
    pfaAreas: [],
    planFacts: [],
    responseTypes: { three: { options: scored }, four: { options: [...scored, option('not_applicable', null)] } },
    gradeScale: parts.grades.map((id) => {
      const place = Number(id.replace('level-', ''));
      return {
        id,
        value: 10 - place,
        label: '',
        shortLabel: '',
        order: place + 1,
        descriptor: '',
        expectedResponse: '',
      };
    }),
    scoring: {
      criterion: { scores: { met: 1, partly: parts.partly, not_met: 0, not_applicable: null } },
      standard: { thresholds: parts.bands[0], guards: numbered('SG', parts.standardGuards) },
      overall: { thresholds: parts.bands[1], guards: numbered('OG', parts.overallGuards) },
    },
    standards: parts.standards,
  };
}

function numbered(prefix: string, guards: Guard[]): Guard[] {
  return guards.map((guard, at) => ({ ...guard, id: `${prefix}${at + 1}` }));
}

/** Falling from the best grade to 0 for the lowest, in any order of listing. */
function arbitraryThresholds(grades: string[]): fc.Arbitrary<Thresholds> {
  return fc
    .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: grades.length - 1, maxLength: grades.length - 1 })
    .chain((tenths) => {
      const falling = [...tenths.toSorted((a, b) => b - a), 0];
      const thresholds = grades.map((grade, at) => ({ grade, min: (falling[at] ?? 0) / 10 }));
      return fc.shuffledSubarray(thresholds, { minLength: thresholds.length });
    });
}

function arbitraryStandard(criteria: Criterion[], id: string): fc.Arbitrary<Standard> {
  return fc.record({ weight, applicability: fc.option(arbitraryRule(), { freq: 2 }) }).map((own) => ({
    ...own,
    id,
    order: 0,
    title: '',
    shortTitle: '',
    purpose: '',
    sections: [],
    leadAgency: 'all',
    criteria: criteria.map((criterion, at) => ({ ...criterion, id: `${id}.C${at + 1}` })),
  }));
}

function arbitraryCriterion(grades: string[], isMonotone: boolean): fc.Arbitrary<Criterion> {
  const triggers: fc.Arbitrary<Response[]> = isMonotone
    ? fc.constantFrom<Response[]>(['not_met'], ['not_met', 'partly'])
    : fc.subarray<Response>(['met', 'partly', 'not_met']);
  return fc
    .record({
      weight,
      isKey: fc.boolean(),
      responseType: fc.constantFrom('three', 'four'),
      applicability: fc.option(arbitraryRule(), { freq: 2 }),
      limiting: fc.record({
        isLimiting: fc.boolean(),
        capsOverallTo: fc.constantFrom(...grades),
        triggeredBy: triggers,
      }),
    })
    .map((own) => ({
      ...own,
      id: '',
      text: '',
      sections: [],
      themes: [],
      guidance: '',
      whatGoodLooksLike: '',
      examples: { positive: '', negative: '' },
      legalBasis: [],
      assist: [],
    }));
}

/** In a monotone guard the cap lies no more than one step under the grade it applies from. */
function arbitraryGuard(grades: string[], standards: string[], isMonotone: boolean): fc.Arbitrary<Guard> {
  const responses = isMonotone
    ? fc.constant<Response>('not_met')
    : fc.constantFrom<Response>('met', 'partly', 'not_met');
  const grade = fc.constantFrom(...grades);
  const lowest = grades.at(-1) ?? '';
  const count = fc.integer({ min: 0, max: 2 });
  const tests: fc.Arbitrary<GuardTest>[] = [
    responses.map((response) => ({ type: 'noCriterionResponse', response })),
    responses.map((response) => ({ type: 'noKeyCriterionResponse', response })),
  ];
  if (standards.length > 0) {
    tests.push(
      grade.map((grade) => ({ type: 'everyStandardAtLeast', grade })),
      fc.record({ grade, count }).map((rest) => ({ type: 'atMostStandardsBelow', ...rest })),
      fc
        .record({ grade: isMonotone ? fc.constant(lowest) : grade, count })
        .map((rest) => ({ type: 'atMostStandardsAt', ...rest })),
      fc
        .record({ grade, standards: fc.subarray(standards) })
        .map((rest) => ({ type: 'listedStandardsAtLeast', ...rest })),
    );
  }
  return fc.nat({ max: grades.length - 1 }).chain((from) =>
    fc.record({
      id: fc.constant(''),
      appliesFrom: fc.constant(grades[from] ?? lowest),
      elseCapTo: isMonotone ? fc.constantFrom(...grades.slice(0, from + 2)) : grade,
      test: fc.oneof(...tests),
      reason: fc.constant(''),
    }),
  );
}
