import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeRank } from '../../../../../shared/domain/grading/grade-order.ts';
import {
  type Decisions,
  NO_DECISIONS,
  standingOf,
  type SubmittedAudit,
} from '../../../../../shared/domain/moderation/moderation.ts';
import {
  compareDisagreements,
  disagreementOf,
  drawAgreements,
  reasonsToDiscuss,
} from '../../../../../shared/domain/moderation/moderation-reasons.ts';
import type { Grading } from '../../../../../shared/domain/grading/grading.ts';
import type { PlanFacts, Responses, Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';
import { arbitraryCase, criteriaOf, offered } from '../rubric/random-rubrics.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { answers } from '../report/report-fixture.ts';

const rubric = builtInRubric();

const FACTS: PlanFacts = {
  ageYears: 6,
  ageOn31Aug: 5,
  ncYear: 1,
  planStatus: 'final',
  planType: 'new',
  hasHealthProvision: true,
  hasSocialCareProvision: true,
  hasSocialWorker: true,
  isPhaseTransferYear: true,
};

describe('what the panel agrees', () => {
  test('the grade is the engine’s of the agreed answers, with the same facts', () => {
    fc.assert(
      fc.property(arbitraryPanel(), ({ rubric: any, facts, audits, decisions }) => {
        const { criteria, grading } = standingOf(any, audits, decisions);
        const agreed = Object.fromEntries(
          criteria.flatMap(({ criterion, agreed: answer }) => (answer === null ? [] : [[criterion, answer]])),
        );
        expect(grading).toEqual(grade(any, facts, agreed));
      }),
    );
  });

  test('the order of the auditors changes nothing', () => {
    fc.assert(
      fc.property(arbitraryPanel(), ({ rubric: any, audits, decisions }) => {
        const [one, other] = [standingOf(any, audits, decisions), standingOf(any, audits.toReversed(), decisions)];
        expect(other.grading).toEqual(one.grading);
        expect(other.criteria.map(({ agreed, kind }) => [agreed, kind])).toEqual(
          one.criteria.map(({ agreed, kind }) => [agreed, kind]),
        );
        expect(other.changedBySilence).toEqual(one.changedBySilence);
        expect(reasonsToDiscuss(any, audits.toReversed(), other)).toEqual(reasonsToDiscuss(any, audits, one));
        expect(disagreementOf(any, audits.toReversed(), other)).toEqual(disagreementOf(any, audits, one));
      }),
    );
  });

  test('what all answered alike stays, whatever is decided; where all is alike so is the grade', () => {
    fc.assert(
      fc.property(arbitraryPanel(), ({ rubric: any, audits, decisions }) => {
        const alike = standingOf(any, audits, decisions).criteria.filter(({ kind }) => kind === 'alike');
        for (const { given, agreed } of alike) expect(agreed).toBe([...given.values()][0]);
        const [first] = audits;
        if (first === undefined) return;
        const twins = [first, { ...first, auditId: 'twin' }];
        expect(standingOf(any, twins, decisions).grading).toEqual(ofWhatApplies(first.grading));
        expect(standingOf(any, twins).changedBySilence).toEqual([]);
      }),
    );
  });

  test('the chair moves the grade by one step at most, and never above a cap', () => {
    let moved = 0;
    fc.assert(
      fc.property(arbitraryPanel(), ({ rubric: any, audits, decisions }) => {
        const { grading, overrideChoices, agreedGrade } = standingOf(any, audits, decisions);
        for (const chosen of [...overrideChoices, ...(agreedGrade === null ? [] : [agreedGrade])]) {
          moved += 1;
          const computed = gradeRank(any, grading.overallGrade ?? '');
          expect(Math.abs(gradeRank(any, chosen) - computed)).toBeLessThanOrEqual(1);
          for (const { capsOverallTo } of grading.capsApplied) {
            expect(gradeRank(any, chosen)).toBeGreaterThanOrEqual(gradeRank(any, capsOverallTo));
          }
        }
      }),
    );
    expect(moved).toBeGreaterThan(50);
  });

  test('an override that the answers have left behind no longer counts', () => {
    const audits = [auditOf(answers('met')), auditOf(answers('met', { 'S01.C1': 'partly' }))];
    const { grading } = standingOf(rubric, audits);
    expect(grading.overallGrade).toBe('outstanding');
    const kept = standingOf(rubric, audits, { ...NO_DECISIONS, override: 'good' });
    expect(kept).toMatchObject({ agreedGrade: 'good', isOverridePossible: true });
    const lost = standingOf(rubric, audits, { ...NO_DECISIONS, override: 'inadequate' });
    expect(lost).toMatchObject({ agreedGrade: 'outstanding', isOverridePossible: false });
  });

  test('each standard comes from those who covered it, and the overall grade from all together', () => {
    const first = rubric.standards.slice(0, 6).map(({ id }) => id);
    const rest = rubric.standards.slice(5).map(({ id }) => id);
    const audits = [auditOf(answers('met'), first), auditOf(answers('met', { 'S06.C1': 'partly' }), rest)];
    expect(audits.map(({ grading }) => grading.overallGrade)).toEqual([null, null]);
    const { criteria, grading } = standingOf(rubric, audits);
    expect(grading).toEqual(ofWhatApplies(grade(rubric, FACTS, answers('met', { 'S06.C1': 'partly' }))));
    expect(grading.overallGrade).not.toBeNull();
    expect(Object.fromEntries(criteria.map(({ criterion, kind }) => [criterion, kind]))).toMatchObject({
      'S01.C1': 'single',
      'S06.C1': 'different',
      'S06.C2': 'alike',
      'S07.C1': 'single',
    });
  });

  test('a fact that auditors took differently is open until it is settled', () => {
    const audits = [auditOf(answers('met')), auditOf(answers('met'), null, { ...FACTS, hasSocialWorker: false })];
    const open = standingOf(rubric, audits);
    expect(open.grading).toMatchObject({ overallGrade: null, missingFacts: ['hasSocialWorker'] });
    expect(reasonsToDiscuss(rubric, audits, open).map(({ id }) => id)).toContain('FACTS');
    const settled = standingOf(rubric, audits, { ...NO_DECISIONS, facts: { hasSocialWorker: true } });
    expect(settled.grading.overallGrade).toBe('outstanding');
  });

  test('silence that would change a shared grade is found, and settled by talking', () => {
    const [one, other] = lowerTogether();
    const audits = [auditOf(one), auditOf(other)];
    expect(audits.map(({ grading }) => gradeOf('S01', grading))).toEqual(['good', 'good']);
    const silent = standingOf(rubric, audits);
    expect(gradeOf('S01', silent.grading)).toBe('requires_improvement');
    expect(silent.changedBySilence).toContainEqual({
      standard: 'S01',
      shared: 'good',
      becomes: 'requires_improvement',
      criteria: expect.arrayContaining(['S01.C1', 'S01.C2']),
    });
    expect(reasonsToDiscuss(rubric, audits, silent).map(({ id }) => id)).toContain('SILENCE');
    const decided = Object.fromEntries(
      silent.criteria.flatMap(({ criterion, kind, agreed }) =>
        kind === 'different' && agreed !== null ? [[criterion, agreed]] : [],
      ),
    );
    expect(standingOf(rubric, audits, { ...NO_DECISIONS, answers: decided })).toMatchObject({
      changedBySilence: [],
      grading: { overallScore: silent.grading.overallScore },
    });
  });
});

describe('what to discuss', () => {
  test.each([
    ['nothing where all is alike and neither grade stands out', [good(), good()], []],
    ['MD1, MD5: grades apart, by a cap', [answers('met'), good()], ['MD1', 'MD2', 'MD5']],
    ['MD2: a limiting criterion', [good(), good({ 'S04.C4': 'partly' })], ['MD2']],
    ['MD3: met against not met on a key criterion', [good(), good({ 'S03.C2': 'not_met' })], ['MD3']],
    ['MD4: fewer than three quarters alike', [good(), mostlyOther()], ['MD4']],
    ['MD5: one of the ends of the scale', [answers('met'), answers('met')], ['MD5']],
    ['nothing of one auditor', [answers('met')], []],
  ])('%s', (_name, given, expected) => {
    const audits = given.map((responses) => auditOf(responses));
    const found = reasonsToDiscuss(rubric, audits).map(({ id }) => id);
    expect(found.filter((id) => id.startsWith('MD'))).toEqual(expected);
  });

  test('is said in the rubric’s words with what made it hold', () => {
    const [first] = reasonsToDiscuss(rubric, [auditOf(answers('met')), auditOf(good())]);
    expect(first).toEqual({
      id: 'MD1',
      text: 'Overall grades differ by one step or more.',
      detail: 'Graded Outstanding and Good.',
      criteria: [],
    });
  });

  test('a rubric that knows other rules, or none, asks for nothing by them', () => {
    const other = { ...rubric, moderation: { discussWhen: [{ id: 'X1', test: { type: 'moonIsFull' } }] } };
    expect(reasonsToDiscuss(other, [auditOf(answers('met')), auditOf(good())])).toEqual([]);
    expect(reasonsToDiscuss({ ...rubric, moderation: undefined }, [auditOf(good()), auditOf(good())])).toEqual([]);
  });

  test('the larger disagreement comes first: grade, then limiting, then key, then how many', () => {
    const none = { gradeSteps: 0, limiting: 0, key: 0, criteria: 0 };
    const sorted = [
      { ...none, gradeSteps: 2 },
      { ...none, gradeSteps: 1, criteria: 3 },
      { ...none, limiting: 1 },
      { ...none, key: 2 },
      { ...none, criteria: 9 },
      none,
    ];
    expect(sorted.toReversed().toSorted(compareDisagreements)).toEqual(sorted);
  });
});

describe('the share of agreements that is drawn', () => {
  test('is the same for the same seed, in whatever order, and rounded up', () => {
    const plan = fc.record({ id: fc.uuid(), reference: fc.string({ minLength: 1, maxLength: 5 }) });
    const plans = fc.uniqueArray(plan, { selector: ({ id }) => id, maxLength: 25 });
    fc.assert(
      fc.property(plans, fc.nat(100), fc.nat(), (given, percent, seed) => {
        const drawn = drawAgreements(given, percent, seed);
        expect(drawAgreements(given.toReversed(), percent, seed)).toEqual(drawn);
        expect(drawn.filter(({ isDrawn }) => isDrawn)).toHaveLength(Math.ceil((given.length * percent) / 100));
        expect(new Set(drawn.map(({ plan: { id } }) => id)).size).toBe(given.length);
      }),
    );
  });

  test('gives every plan its chance', () => {
    const plans = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, reference: id }));
    const counts = new Map(plans.map(({ id }) => [id, 0]));
    for (let seed = 0; seed < 5000; seed += 1) {
      for (const { plan, isDrawn } of drawAgreements(plans, 20, seed)) {
        if (isDrawn) counts.set(plan.id, (counts.get(plan.id) ?? 0) + 1);
      }
    }
    // One of five: 1000 each; six standard deviations are 170.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(170);
  });
});

function auditOf(responses: Responses, standards: string[] | null = null, facts: PlanFacts = FACTS): SubmittedAudit {
  return {
    auditId: JSON.stringify([responses, facts]),
    facts,
    standards,
    developmentalStandards: [],
    grading: grade(rubric, facts, responses, standards === null ? {} : { standards }),
  };
}

/** Answers whose overall grade is good: hedged wording in F caps it. */
function good(changes: Responses = {}): Responses {
  return answers('met', { 'S07.C4': 'partly', ...changes });
}

/** Another set with the same grade, three in ten answers apart. */
function mostlyOther(): Responses {
  const plain = criteriaOf(rubric).filter(({ isKey, limiting }) => !isKey && !limiting.isLimiting);
  return good(Object.fromEntries(plain.slice(0, 24).map(({ id }) => [id, 'partly' as const])));
}

/** Two sets of answers that each make S01 good, and whose lower halves together do not. */
function lowerTogether(): [Responses, Responses] {
  return [
    answers('met', { 'S01.C1': 'partly', 'S01.C3': 'partly' }),
    answers('met', { 'S01.C2': 'partly', 'S01.C4': 'partly' }),
  ];
}

/** A grading without the answers to what does not apply: they are in no sum, and not carried into moderation. */
function ofWhatApplies(grading: Grading): Grading {
  return {
    ...grading,
    standards: grading.standards.map((standard) => ({
      ...standard,
      criteria: standard.criteria.map((each) => (each.applies === 'applies' ? each : { ...each, response: null })),
    })),
  };
}

function gradeOf(standard: string, { standards }: { standards: { id: string; grade: string | null }[] }) {
  return standards.find(({ id }) => id === standard)?.grade;
}

interface Panel {
  rubric: Rubric;
  facts: PlanFacts;
  audits: SubmittedAudit[];
  decisions: Decisions;
}

/** Two or three complete audits of one plan, with some decisions, on a rubric of any shape. */
function arbitraryPanel(): fc.Arbitrary<Panel> {
  return arbitraryCase({ complete: true }).chain(({ rubric: any, facts, responses }) => {
    const answer = fc.record(
      Object.fromEntries(
        criteriaOf(any).map((criterion) => [criterion.id, fc.constantFrom(...offered(any, criterion))] as const),
      ),
    );
    const some = answer.chain((all) =>
      fc.subarray(Object.entries(all)).map((kept): Responses => Object.fromEntries(kept)),
    );
    return fc.record({
      rubric: fc.constant(any),
      facts: fc.constant(facts),
      audits: fc.array(answer, { minLength: 1, maxLength: 2 }).map((others) =>
        [responses, ...others].map((given, at) => ({
          auditId: String(at),
          facts,
          standards: null,
          developmentalStandards: [],
          grading: grade(any, facts, given),
        })),
      ),
      decisions: fc.record({
        answers: some,
        facts: fc.constant({}),
        override: fc.option(fc.constantFrom(...any.gradeScale.map(({ id }) => id))),
      }),
    });
  });
}
