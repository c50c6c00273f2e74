import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { setDiscussRule, setRandomShare } from '../../../../../shared/domain/moderation/moderation-edits.ts';
import { differencesInWords, rubricDifferences } from '../../../../../shared/domain/rubric/rubric-differences.ts';
import { draftFrom } from '../../../../../shared/domain/rubric/rubric-draft.ts';
import {
  addCriterion,
  addGrade,
  addStandard,
  moveCriterion,
  moveStandard,
  retireCriterion,
  retireStandard,
  setThreshold,
  updateCriterion,
  updateGuard,
  updateStandard,
} from '../../../../../shared/domain/rubric/rubric-edits.ts';
import type { Rubric } from '../../../../../shared/domain/rubric/rubric.ts';
import { arbitraryCase } from './random-rubrics.ts';

const RUBRIC = builtInRubric();

test('a version does not differ from itself, nor a draft that was only begun', () => {
  fc.assert(
    fc.property(arbitraryCase(), ({ rubric }) => {
      expect(rubricDifferences(rubric, structuredClone(rubric))).toEqual([]);
    }),
  );
  const draft = draftFrom(RUBRIC, []);
  expect(rubricDifferences(RUBRIC, draft).map(({ what }) => what)).toEqual(['Name']);
});

test('what is added one way is retired the other way', () => {
  fc.assert(
    fc.property(arbitraryCase(), arbitraryCase(), ({ rubric: one }, { rubric: other }) => {
      const there = rubricDifferences(one, other);
      const back = rubricDifferences(other, one);
      const names = (list: typeof there, kind: string) =>
        list
          .filter((difference) => difference.kind === kind)
          .map(({ where, what }) => `${where} ${what}`)
          .toSorted();
      expect(names(there, 'added')).toEqual(names(back, 'retired'));
      expect(names(there, 'retired')).toEqual(names(back, 'added'));
    }),
  );
});

describe('each change is told in words', () => {
  test.each<[string, (rubric: Rubric) => Rubric, Record<string, string | null>]>([
    [
      'a weight',
      (r) => updateStandard(r, 'S07', { weight: 30 }),
      { kind: 'changed', where: 'Standard S07', what: 'Weight', before: '14', after: '30' },
    ],
    [
      'words',
      (r) => updateCriterion(r, 'S01.C1', { text: 'Is it all there?' }),
      { where: 'Standard S01, criterion S01.C1', what: 'What is asked', after: 'Is it all there?' },
    ],
    [
      'a cap',
      (r) =>
        updateCriterion(r, 'S06.C2', {
          limiting: { isLimiting: true, capsOverallTo: 'good', triggeredBy: ['partly', 'not_met'] },
        }),
      { what: 'Cap on the overall grade', before: 'none', after: 'at Good if answered ‘Partly met’ or ‘Not met’' },
    ],
    [
      'whom it applies to',
      (r) => updateStandard(r, 'S01', { applicability: { minAge: 16 } }),
      { what: 'Whom it applies to', before: 'Always applies', after: 'Applies from age 16' },
    ],
    [
      'a retired criterion',
      (r) => retireCriterion(r, 'S01.C2'),
      { kind: 'retired', where: 'Standard S01', after: null },
    ],
    [
      'a retired standard',
      (r) => retireStandard(r, 'S12'),
      { kind: 'retired', where: 'Standards', what: 'S12 Timeliness' },
    ],
    [
      'a new criterion',
      (r) => addCriterion(r, 'S01').rubric,
      { kind: 'added', where: 'Standard S01', what: 'S01.C6 S01.C6' },
    ],
    ['a new standard', (r) => addStandard(r).rubric, { kind: 'added', where: 'Standards', what: 'S14 S14' }],
    ['a moved standard', (r) => moveStandard(r, 'S01', 1), { kind: 'moved', where: 'Standards' }],
    ['a moved criterion', (r) => moveCriterion(r, 'S01.C5', -1), { kind: 'moved', where: 'Standard S01' }],
    [
      'a threshold',
      (r) => setThreshold(r, 'overall', 'good', 75),
      { where: 'Grade “Good”', what: 'Threshold overall', before: 'from 70 per cent', after: 'from 75 per cent' },
    ],
    ['a grade', (r) => addGrade(r).rubric, { kind: 'added', where: 'Grades' }],
    [
      'a rule',
      (r) => updateGuard(r, 'overall', 'OG2', { elseCapTo: 'inadequate' }),
      { where: 'Rules for the overall grade', what: 'Rule OG2' },
    ],
    [
      'a share',
      (r) => setRandomShare(r, 10),
      { where: 'Moderation', what: 'Share of agreements', before: '20 per cent', after: '10 per cent' },
    ],
    ['a reason to discuss', (r) => setDiscussRule(r, 'MD2', null), { kind: 'retired', where: 'Moderation' }],
    [
      'a list that is told as a whole',
      (r) => ({ ...r, themes: [] }),
      { where: 'The standards', what: 'Other details' },
    ],
    [
      'a score',
      (r) => ({ ...r, scoring: { ...r.scoring, precision: 'Round early.' } }),
      { where: 'Scoring', what: 'Other details' },
    ],
  ])('%s', (_, edit, expected) => {
    const found = rubricDifferences(RUBRIC, edit(RUBRIC));
    expect(found).toContainEqual(expect.objectContaining(expected));
  });
});

test('one standard that moves is one move, however many it passes', () => {
  const moved = [1, 2, 3, 4].reduce((now) => moveStandard(now, 'S01', 1), RUBRIC);
  const found = rubricDifferences(RUBRIC, moved);
  expect(found.map(({ kind, what }) => [kind, what])).toEqual([['moved', 'S01 Form and accuracy']]);
  expect(differencesInWords(found)).toBe('1 moved.');
});
