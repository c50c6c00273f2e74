import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import {
  addCriterion,
  addStandard,
  removeGrade,
  retireCriterion,
  setThreshold,
  updateCriterion,
} from '../../../../../shared/domain/rubric/rubric-edits.ts';
import { createEffect, effectInWords, type PastGrading } from '../../../../../shared/domain/rubric/rubric-effect.ts';
import type { PlanFacts, Responses, Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../../../shared/domain/grading/scoring.ts';
import { arbitraryCase } from './random-rubrics.ts';

const RUBRIC = builtInRubric();
const AUDITORS = { one: 'grading by an auditor', many: 'gradings by auditors' };
const FACTS: PlanFacts = {
  ageYears: 9,
  ageOn31Aug: 8,
  ncYear: 4,
  planStatus: 'final',
  planType: 'new',
  hasHealthProvision: true,
  hasSocialCareProvision: true,
  hasSocialWorker: false,
  isPhaseTransferYear: false,
};

function past(rubric: Rubric, facts: PlanFacts, responses: Responses, more: Partial<PastGrading> = {}): PastGrading {
  const options = more.options ?? {};
  const before = grade(rubric, facts, responses, options);
  return { reference: 'FM-1', stage: 'final', kind: 'auditor', rubric, facts, responses, options, before, ...more };
}

function allMet(given: Responses = {}): Responses {
  const criteria = RUBRIC.standards.flatMap((standard) => standard.criteria);
  return { ...Object.fromEntries(criteria.map(({ id }) => [id, 'met' as const])), ...given };
}

function effectOf(draft: Rubric, ...gradings: PastGrading[]) {
  const effect = createEffect(draft);
  for (const grading of gradings) effect.add(grading);
  return effect.result();
}

test('under the standards that they were made with, no grading changes, and none is lost', () => {
  fc.assert(
    fc.property(arbitraryCase({ complete: true }), ({ rubric, facts, responses }) => {
      const grading = past(rubric, facts, responses);
      const { auditors, partial, changes, unanswered } = effectOf(structuredClone(rubric), grading);
      expect([auditors.changed, changes, unanswered.gradings]).toEqual([0, [], 0]);
      expect(auditors.total + partial.total).toBe(1);
    }),
  );
});

test('cells add up to the total, and those off the diagonal to what changes', () => {
  const draft = setThreshold(RUBRIC, 'overall', 'outstanding', 99.5);
  const gradings = [{}, { 'S02.C1': 'partly' }, { 'S06.C1': 'not_met' }] as const;
  const { auditors } = effectOf(draft, ...gradings.map((given) => past(RUBRIC, FACTS, allMet(given))));
  expect(auditors.cells.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(auditors.changed).toBe(1);
  expect(effectInWords(auditors, AUDITORS)).toBe(
    'Of 3 gradings by auditors, 1 would change: 1 from outstanding to good.',
  );
});

describe('one change', () => {
  test('of a cap is told with its criterion', () => {
    const draft = updateCriterion(RUBRIC, 'S06.C5', {
      limiting: { isLimiting: true, capsOverallTo: 'inadequate', triggeredBy: ['partly'] },
    });
    const { changes, standards } = effectOf(draft, past(RUBRIC, FACTS, allMet({ 'S06.C5': 'partly' })));
    expect(changes).toEqual([
      {
        reference: 'FM-1',
        stage: 'final',
        kind: 'auditor',
        from: 'Outstanding',
        to: 'Inadequate',
        reasons: ['S06.C5 now caps it at inadequate'],
      },
    ]);
    expect(standards.every(({ better, poorer }) => better + poorer === 0)).toBe(true);
  });

  test('of a threshold is told as such', () => {
    const draft = setThreshold(RUBRIC, 'overall', 'outstanding', 99.9);
    const { changes } = effectOf(draft, past(RUBRIC, FACTS, allMet({ 'S02.C2': 'partly' })));
    expect(changes[0]?.reasons).toEqual(['grades begin at other scores']);
  });

  test('a criterion that is new was answered by nobody, and takes no grade away', () => {
    const draft = addCriterion(RUBRIC, 'S01').rubric;
    const { auditors, unanswered } = effectOf(draft, past(RUBRIC, FACTS, allMet()));
    expect(auditors).toMatchObject({ total: 1, changed: 0 });
    expect(unanswered).toEqual({ gradings: 1, criteria: [{ id: 'S01.C6', text: 'S01.C6', gradings: 1 }] });
  });

  test('a whole standard that is new does not, either', () => {
    const { auditors, unanswered } = effectOf(addStandard(RUBRIC).rubric, past(RUBRIC, FACTS, allMet()));
    expect([auditors.changed, unanswered.criteria.map(({ id }) => id)]).toEqual([0, ['S14.C1']]);
  });

  test('a criterion that is retired drops out with its cap', () => {
    const draft = retireCriterion(RUBRIC, 'S06.C1');
    const { changes } = effectOf(draft, past(RUBRIC, FACTS, allMet({ 'S06.C1': 'not_met' })));
    expect(changes[0]).toMatchObject({ from: 'Requires improvement', to: 'Outstanding' });
    expect(changes[0]?.reasons[0]).toBe('S06.C1 no longer caps it');
  });

  test('a fact that nobody was asked for leaves no grade, and is named', () => {
    const { hasSocialWorker: _, ...facts } = FACTS;
    const responses = allMet();
    const before = grade(RUBRIC, FACTS, responses);
    const { auditors, changes } = effectOf(RUBRIC, past(RUBRIC, facts, responses, { before }));
    expect(auditors.to).toContain('No grade');
    expect(changes[0]?.reasons.join()).toContain('not known of the plan: Looked after, in need');
  });
});

test('grades of another scale stand by their names', () => {
  const draft = removeGrade(RUBRIC, 'outstanding');
  const guards = { standard: [], overall: [] };
  const scoring = {
    ...draft.scoring,
    standard: { ...draft.scoring.standard, guards: guards.standard },
    overall: { ...draft.scoring.overall, guards: guards.overall },
  };
  const { auditors } = effectOf({ ...draft, scoring }, past(RUBRIC, FACTS, allMet()));
  expect(auditors.from).toEqual(['Outstanding', 'Good', 'Requires improvement', 'Inadequate']);
  expect(auditors.to).toEqual(['Good', 'Requires improvement', 'Inadequate']);
  expect(auditors.cells).toEqual([{ from: 'Outstanding', to: 'Good', count: 1 }]);
});

test('a grading of some standards has no overall grade, and is counted by itself', () => {
  const draft = setThreshold(RUBRIC, 'standard', 'outstanding', 99);
  const own = past(RUBRIC, FACTS, allMet({ 'S02.C6': 'partly' }), { options: { standards: ['S02'] } });
  const { auditors, partial, standards } = effectOf(draft, own);
  expect(auditors.total).toBe(0);
  expect(partial.total).toBe(1);
  expect(standards.filter(({ gradings }) => gradings > 0).map(({ id }) => id)).toEqual(['S02']);
  expect(effectInWords(auditors, AUDITORS)).toBe('There are no gradings by auditors yet.');
});
