import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../../shared/domain/report-figures.ts';
import {
  reportModelSchema,
  type Distribution,
  type Population,
  type ReportModel,
} from '../../../../shared/domain/report-model.ts';
import type { Response, Responses } from '../../../../shared/domain/rubric.ts';
import { grade } from '../../../../shared/domain/scoring.ts';
import {
  answers,
  auditedDocument,
  FACTS_OF_A_YEAR_1_DRAFT,
  inputWith,
  reportOn,
  rubric,
  variedDocuments,
} from './report-fixture.ts';

/** Answers that the shipped standards grade so; proved by the first test. */
const OUTSTANDING = answers('met');
const GOOD = answers('met', { 'S07.C4': 'partly' });
const REQUIRES_IMPROVEMENT = answers('met', { 'S07.C5': 'not_met' });
const INADEQUATE = answers('met', { 'S01.C2': 'not_met' });

describe('the distribution of a population', () => {
  test('is what a person counts: 1 outstanding, 2 good, 3 requires improvement, 1 inadequate', () => {
    const model = reportOn([
      auditedDocument('a', [OUTSTANDING]),
      auditedDocument('b', [GOOD]),
      auditedDocument('c', [GOOD]),
      auditedDocument('d', [REQUIRES_IMPROVEMENT]),
      auditedDocument('e', [REQUIRES_IMPROVEMENT]),
      auditedDocument('f', [REQUIRES_IMPROVEMENT]),
      auditedDocument('g', [INADEQUATE]),
    ]);
    const population = only(model);
    expect(population).toMatchObject({ id: 'final-new', label: 'Final plans, new', total: 7, noun: 'plans' });
    expect(counts(population.distribution)).toEqual({
      outstanding: 1,
      good: 2,
      requires_improvement: 3,
      inadequate: 1,
    });
    expect(population.distribution.goodOrBetter).toEqual({
      n: 3,
      of: 7,
      percent: null,
      range: null,
      words: '3 of 7 plans',
    });
    expect(model.headline[0]).toBe(
      'Final plans, new: 3 of 7 plans were graded Good or better; 1 was graded Inadequate.',
    );
  });

  test('has percentages and Wilson ranges from ten plans on: 6 of 10 is 60%, 31–83%', () => {
    const documents = Array.from({ length: 10 }, (_, at) =>
      auditedDocument(`plan-${at}`, [at < 6 ? GOOD : REQUIRES_IMPROVEMENT]),
    );
    const population = only(reportOn(documents));
    expect(population.distribution.goodOrBetter).toEqual({
      n: 6,
      of: 10,
      percent: 60,
      range: { low: 31, high: 83 },
      words: '60% (6 of 10; likely range 31–83%)',
    });
    expect(only(reportOn(documents.slice(1))).distribution.goodOrBetter.percent).toBeNull();
  });

  test('counts a standard for the plans to which it applies', () => {
    const year10 = { ncYear: 10, ageOn31Aug: 14, ageYears: 15 };
    const population = only(
      reportOn([auditedDocument('a', [OUTSTANDING]), auditedDocument('b', [OUTSTANDING], { facts: year10 })]),
    );
    const adulthood = population.standards.find((row) => row.id === 'S09');
    expect(adulthood).toMatchObject({ notApplicable: 1, distribution: { total: 1 } });
    expect(adulthood?.distribution.grades[0]?.share).toMatchObject({ n: 1, of: 1, words: '1 of 1 plan' });
  });
});

describe('populations', () => {
  test('drafts and finals, new and amended plans and plans transferred in are never added together', () => {
    const model = reportOn([
      auditedDocument('a', [GOOD], { stage: 'draft' }),
      auditedDocument('a', [GOOD]),
      auditedDocument('b', [GOOD], { planType: 'reassessment' }),
      auditedDocument('c', [GOOD], { planType: 'amended', stage: 'amended_final' }),
      auditedDocument('d', [GOOD], { planType: 'reviewed' }),
      auditedDocument('e', [GOOD], { planType: 'amended', stage: 'amended_draft' }),
      auditedDocument('f', [GOOD], { planType: 'transferred_in' }),
      auditedDocument('g', [GOOD], { planType: 'pilot_plan' }),
      auditedDocument('h', [GOOD], { planType: 'new', stage: 'amended_final' }),
    ]);
    expect(model.populations.map(({ label, total }) => [label, total])).toEqual([
      ['Final plans, new', 2],
      ['Final plans, amended', 3],
      ['Final plans, transferred in', 1],
      ['Final plans, pilot plan', 1],
      ['Draft plans, new', 1],
      ['Draft plans, amended', 1],
    ]);
  });

  test('a plan in several versions is counted in versions, and the report says so', () => {
    const population = only(reportOn([auditedDocument('a', [GOOD]), auditedDocument('a', [OUTSTANDING])]));
    expect(population.noun).toBe('plan versions');
    expect(population.definition).toContain('counts once for each');
    expect(population.distribution.goodOrBetter.words).toBe('2 of 2 plan versions');
  });
});

describe('several auditors', () => {
  test('the lower grade stands, overall and for a standard, and the lower answer for a criterion', () => {
    const kind = answers('met', { 'S06.C1': 'partly' });
    const strict = answers('met', { 'S01.C2': 'not_met' });
    for (const audits of [
      [kind, strict],
      [strict, kind],
    ]) {
      const model = reportOn([
        auditedDocument('a', audits),
        auditedDocument('b', audits),
        auditedDocument('c', audits),
      ]);
      const population = only(model);
      expect(counts(population.distribution)).toMatchObject({ inadequate: 3 });
      expect(counts(standard(population, 'S01'))).toMatchObject({ requires_improvement: 3 });
      expect(population.areasForDevelopment.map((row) => [row.id, row.met, row.partly, row.notMet])).toEqual([
        ['S01.C2', 0, 0, 3],
        ['S06.C1', 0, 3, 0],
      ]);
      expect(model.sample).toMatchObject({ notModerated: 0, severalAuditors: 3 });
    }
  });

  test('once the panel has agreed, its grade and its answers are used, and it is said of how many', () => {
    const agreed = grade(rubric, FACTS_OF_A_YEAR_1_DRAFT, answers('met', { 'S06.C1': 'partly' }));
    const two = [answers('met'), answers('met', { 'S01.C2': 'not_met' })];
    const documents = [
      { ...auditedDocument('a', two), agreed: { grading: agreed, grade: 'good' } },
      { ...auditedDocument('b', two), agreed: { grading: agreed, grade: agreed.overallGrade } },
      auditedDocument('c', two),
      auditedDocument('d', [answers('met')]),
    ];
    const model = reportOn(documents);
    expect(agreed.overallGrade).toBe('outstanding');
    expect(counts(only(model).distribution)).toMatchObject({ outstanding: 2, good: 1, inadequate: 1 });
    expect(model.sample).toMatchObject({ severalAuditors: 3, moderated: 2, overridden: 1 });
    expect(model.sample.rows).toEqual(
      expect.arrayContaining([
        { label: 'Moderated: the agreed grade is used', value: '2 of 4' },
        { label: 'Audited by several auditors: not moderated yet, the lower grade stands', value: '1' },
      ]),
    );
    expect(model.headline.join(' ')).toContain('The panel moderated 2 of 4 plan versions');
  });

  test('where each graded a part, their answers together make the grade', () => {
    const parts = [['S01', 'S02'], rubric.standards.map(({ id }) => id).filter((id) => id !== 'S01' && id !== 'S02')];
    const whole = answers('met', { 'S06.C1': 'partly' });
    const document = {
      planId: 'a',
      planType: 'new',
      stage: 'final',
      audits: parts.map((standards, at) => ({
        auditId: String(at),
        grading: grade(rubric, FACTS_OF_A_YEAR_1_DRAFT, whole, { standards }),
      })),
    };
    expect(reportOn([document]).sample.withoutGrade).toBe(1);
    const joined = reportOn([{ ...document, joined: grade(rubric, FACTS_OF_A_YEAR_1_DRAFT, whole) }]);
    expect(joined.sample.withoutGrade).toBe(0);
    expect(counts(only(joined).distribution)).toMatchObject({ outstanding: 1 });
  });

  test("an answer outweighs another auditor's not applicable", () => {
    const documents = ['a', 'b', 'c'].map((id) =>
      auditedDocument(id, [answers('met', { 'S03.C5': 'not_applicable' }), answers('met', { 'S03.C5': 'partly' })]),
    );
    expect(only(reportOn(documents)).areasForDevelopment).toMatchObject([{ id: 'S03.C5', partly: 3, applicable: 3 }]);
  });
});

describe('strengths and areas for development', () => {
  test('follow the stated shares, worst first, and never name a criterion twice', () => {
    // Of 8 plans: S07.C4 partly in 6, S02.C1 not met in 3 (over a third), S08.C1 not met in 2 (a quarter: neither).
    const documents = Array.from({ length: 8 }, (_, at) => {
      const changes: Responses = {};
      if (at < 6) changes['S07.C4'] = 'partly';
      if (at < 3) changes['S02.C1'] = 'not_met';
      if (at < 2) changes['S08.C1'] = 'not_met';
      return auditedDocument(`plan-${at}`, [answers('met', changes)]);
    });
    const population = only(reportOn(documents));
    expect(population.areasForDevelopment.map((row) => row.words)).toEqual([
      'Not fully met in 6 of 8 plans',
      'Not fully met in 3 of 8 plans',
    ]);
    expect(population.areasForDevelopment.map((row) => row.id)).toEqual(['S07.C4', 'S02.C1']);
    expect(population.strengths).toHaveLength(5);
    expect(population.strengths.every((row) => row.met === row.applicable)).toBe(true);
  });

  test('a strength is met in three quarters, no less', () => {
    // Nothing is met but S02.C1 in 3 of 4 plans and S08.C1 in 2 of 4.
    const documents = Array.from({ length: 4 }, (_, at) => {
      const changes: Responses = {};
      if (at < 3) changes['S02.C1'] = 'met';
      if (at < 2) changes['S08.C1'] = 'met';
      return auditedDocument(`plan-${at}`, [answers('partly', changes)]);
    });
    expect(only(reportOn(documents)).strengths.map((row) => row.words)).toEqual(['Met in 3 of 4 plans']);
  });

  test('one plan of three makes no area for development, and the report says there is none', () => {
    const documents = [answers('met', { 'S02.C1': 'not_met' }), OUTSTANDING, OUTSTANDING].map((given, at) =>
      auditedDocument(`plan-${at}`, [given]),
    );
    const population = only(reportOn(documents));
    expect(population.areasForDevelopment).toEqual([]);
    expect(population.areasNote).toBe(
      'No criterion was less than fully met in a third of the plans or more, and in at least two.',
    );
  });

  test('ties go to what weighs more in the overall grade', () => {
    const documents = Array.from({ length: 3 }, (_, at) =>
      auditedDocument(`plan-${at}`, [answers('met', { 'S12.C1': 'partly', 'S07.C1': 'partly', 'S10.C1': 'not_met' })]),
    );
    expect(only(reportOn(documents)).areasForDevelopment.map((row) => row.id)).toEqual(['S10.C1', 'S07.C1', 'S12.C1']);
  });

  test('two plans show no pattern, and the report says why nothing is listed', () => {
    const population = only(reportOn([auditedDocument('a', [INADEQUATE]), auditedDocument('b', [INADEQUATE])]));
    expect([population.strengths, population.areasForDevelopment]).toEqual([[], []]);
    expect(population.areasNote).toBe(
      'At least 3 plans to which a criterion applies are needed before a pattern can be named.',
    );
  });
});

describe('a round with hardly any plans', () => {
  test('an empty round says so and nothing else', () => {
    const model = reportOn([]);
    expect(model.headline).toEqual(['No plan is in this round yet, so there is nothing to report.']);
    expect(model.populations).toEqual([]);
  });

  test('a round without a submitted audit says so', () => {
    const model = reportOn([auditedDocument('a', []), auditedDocument('b', [])]);
    expect(model.headline).toEqual([
      'No plan has been audited yet in this round.',
      '2 plan versions wait for an audit.',
    ]);
    expect(model.sample).toMatchObject({ plans: 2, documents: 2, submitted: 0, notAudited: 2, notModerated: 0 });
  });

  test('one plan is called one plan', () => {
    const model = reportOn([auditedDocument('a', [GOOD])]);
    expect(model.headline).toEqual([
      'Final plans, new: the one plan audited was graded Good.',
      'No grade here has been moderated: the plan version was audited by one auditor only.',
      'Where fewer than ten plans were graded, counts are given without percentages: they cannot stand for all plans.',
    ]);
  });

  test('three plans give counts, a weakest criterion, and no percentage anywhere', () => {
    const model = reportOn(['a', 'b', 'c'].map((id) => auditedDocument(id, [REQUIRES_IMPROVEMENT])));
    expect(model.headline[0]).toBe('Final plans, new: 0 of 3 plans were graded Good or better.');
    expect(model.headline[1]).toContain('the criterion least often fully met was S07.C5');
    expect(JSON.stringify([model.headline, model.sample, model.populations])).not.toContain('%');
  });

  test('a sample that was chosen is said to be', () => {
    const round = { kind: 'thematic', theme: 'Transition', panelDate: '2026-12-03' };
    const { headline } = reportOn([auditedDocument('a', [GOOD])], { round });
    expect(headline.at(-1)).toContain('chosen (thematic sample: Transition), not drawn at random');
  });
});

test('standards that do not apply but were graded to learn from stay out of every other figure', () => {
  const document = auditedDocument('a', [OUTSTANDING]);
  const audits = document.audits.map((audit) => ({
    ...audit,
    grading: {
      ...audit.grading,
      standards: audit.grading.standards.map((standard) =>
        standard.id === 'S09' ? { ...standard, isDevelopmental: true, grade: 'inadequate' } : standard,
      ),
    },
  }));
  const population = only(reportOn([{ ...document, audits }]));
  expect(standard(population, 'S09').total).toBe(0);
  expect(population.developmental.map((row) => [row.id, counts(row.distribution)])).toEqual([
    ['S09', { outstanding: 0, good: 0, requires_improvement: 0, inadequate: 1 }],
  ]);
});

test('a scale without a good grade names its own upper grades', () => {
  const renamed = {
    ...rubric,
    gradeScale: rubric.gradeScale.map((grade) =>
      grade.id === 'good' ? { ...grade, id: 'good', label: 'Strong' } : grade,
    ),
  };
  expect(buildReport(inputWith([auditedDocument('a', [GOOD])], { rubric: renamed })).goodOrBetterLabel).toBe(
    'Strong or better',
  );
});

describe('any round at all', () => {
  const response = fc.constantFrom<Response>('met', 'partly', 'not_met');
  const criteria = rubric.standards.flatMap((standard) => standard.criteria.map((criterion) => criterion.id));
  const audit = fc
    .tuple(fc.constantFrom<Response>('met', 'partly'), fc.dictionary(fc.constantFrom(...criteria), response))
    .map(([base, changes]) => answers(base, changes));
  const document = fc
    .record({
      plan: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'),
      audits: fc.array(audit, { maxLength: 2 }),
      planType: fc.constantFrom('new', 'reassessment', 'amended', 'reviewed', 'transferred_in'),
      stage: fc.constantFrom('draft', 'final'),
      ncYear: fc.constantFrom(1, 10),
    })
    .map(({ plan, audits, planType, stage, ncYear }) =>
      auditedDocument(plan, audits, { planType, stage, facts: { ncYear } }),
    );
  const documents = fc.array(document, { maxLength: 24 });

  test('parts add up to their totals, and percentages appear from ten on and not before', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const model = reportModelSchema.parse(reportOn(given));
        const audited = given.filter((entry) => entry.audits.length > 0).length;
        expect(model.sample.submitted + model.sample.notAudited).toBe(given.length);
        expect(model.sample.submitted).toBe(audited);
        expect(model.sample.notModerated + model.sample.severalAuditors).toBe(audited);
        expect(sum(model.populations.map((population) => population.total)) + model.sample.withoutGrade).toBe(audited);
        for (const population of model.populations) {
          expect(population.distribution.total).toBe(population.total);
          for (const row of population.standards) {
            expect(row.distribution.total + row.notApplicable).toBe(population.total);
          }
          for (const distribution of [
            population.distribution,
            ...population.standards.map((row) => row.distribution),
          ]) {
            expectSound(distribution, model);
          }
          const named = [...population.strengths, ...population.areasForDevelopment].map((row) => row.id);
          expect(new Set(named).size).toBe(named.length);
          for (const row of [...population.strengths, ...population.areasForDevelopment]) {
            expect(row.met + row.partly + row.notMet).toBe(row.applicable);
            expect(row.applicable).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order of documents and audits changes nothing', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const turned = given.toReversed().map((entry) => ({ ...entry, audits: entry.audits.toReversed() }));
        expect(reportOn(turned)).toEqual(reportOn(given));
      }),
      { numRuns: 25 },
    );
  });
});

test('no plan is named: neither its id nor the ids of its audits reach the model', () => {
  const text = JSON.stringify(reportOn(variedDocuments()));
  expect(text).not.toMatch(/new-\d|amended-\d|moved-1/);
});

function expectSound(distribution: Distribution, model: ReportModel): void {
  expect(sum(distribution.grades.map((entry) => entry.share.n))).toBe(distribution.total);
  const good = new Set(model.gradeScale.filter((grade) => grade.isGoodOrBetter).map((grade) => grade.id));
  expect(distribution.goodOrBetter.n).toBe(
    sum(distribution.grades.filter((entry) => good.has(entry.grade)).map((entry) => entry.share.n)),
  );
  for (const share of [distribution.goodOrBetter, ...distribution.grades.map((entry) => entry.share)]) {
    expect(share.of).toBe(distribution.total);
    expect(share.percent === null).toBe(share.of < 10);
    expect(share.range === null).toBe(share.of < 10);
    expect(share.words.includes('%')).toBe(share.of >= 10);
    // Where there is none, any bounds will do.
    const { low, high } = share.range ?? { low: 0, high: 0 };
    expect(low).toBeLessThanOrEqual(share.percent ?? 0);
    expect(high).toBeGreaterThanOrEqual(share.percent ?? 0);
  }
}

function only(model: ReportModel): Population {
  const [population, ...others] = model.populations;
  if (population === undefined || others.length > 0) throw new Error(`${model.populations.length} populations`);
  return population;
}

function standard(population: Population, id: string): Distribution {
  const row = population.standards.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`No standard ${id}`);
  return row.distribution;
}

function counts(distribution: Distribution): Record<string, number> {
  return Object.fromEntries(distribution.grades.map((entry) => [entry.grade, entry.share.n]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
