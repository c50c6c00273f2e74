import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedWords } from '../../../../../renderer/features/home/so-far-words.ts';
import { gradesSoFar, PLANS_AT_A_TIME, type ReadyPlan } from '../../../../../shared/domain/grading/grades-so-far.ts';

const plan = fc.record({
  documentId: fc.uuid(),
  planType: fc.constantFrom('new', 'amended'),
  stage: fc.constantFrom('draft', 'final'),
  grade: fc.constantFrom('good', 'requires_improvement', 'inadequate'),
  isKnown: fc.boolean(),
  readyAt: fc.constantFrom('2026-11-01T09:00:00.000Z', '2026-11-02T09:00:00.000Z'),
});
const plans = fc.uniqueArray(plan, { selector: ({ documentId }) => documentId, maxLength: 40 });
const LATER = '2026-11-09T09:00:00.000Z';

test('no plan that the viewer was not shown is counted unless four others come with it', () => {
  fc.assert(
    fc.property(plans, plan, (before, more) => {
      const last = { ...more, isKnown: false, readyAt: LATER };
      const one = countsOf(before);
      const next = countsOf([...before, last]);
      const changed = [...next].reduce((sum, [key, count]) => sum + Math.abs(count - (one.get(key) ?? 0)), 0);
      expect([0, PLANS_AT_A_TIME]).toContain(changed);
    }),
  );
});

test('what is counted is what was shown before, and whole fives of the rest', () => {
  fc.assert(
    fc.property(plans, (all) => {
      for (const { ready, counted, grades } of gradesSoFar(all)) {
        expect(grades.reduce((sum, { count }) => sum + count, 0)).toBe(counted);
        expect(counted).toBeLessThanOrEqual(ready);
        expect(ready - counted).toBeLessThan(PLANS_AT_A_TIME);
      }
    }),
  );
});

test('one plan alone is counted only for whoever was shown its grade, and the words say why', () => {
  const only: ReadyPlan = {
    documentId: 'd',
    planType: 'new',
    stage: 'final',
    grade: 'good',
    isKnown: false,
    readyAt: LATER,
  };
  const [unknown] = gradesSoFar([only]);
  expect(unknown).toEqual({ id: 'final-new', label: 'Final plans, new', ready: 1, counted: 0, grades: [] });
  expect(gradesSoFar([{ ...only, isKnown: true }])[0]?.grades).toEqual([{ grade: 'good', count: 1 }]);
  expect(countedWords({ ready: 1, counted: 0 }, 5)).toMatch(/^1 plan submitted by all\. Grades .* counted 5 at a time/);
  expect(countedWords({ ready: 7, counted: 5 }, 5)).toMatch(/^5 of the 7 plans submitted by all\. Grades/);
  expect(countedWords({ ready: 5, counted: 5 }, 5)).toBe('5 plans submitted by all.');
});

/** Counts by population and grade. */
function countsOf(all: readonly ReadyPlan[]): Map<string, number> {
  return new Map(
    gradesSoFar(all).flatMap(({ id, grades }) => grades.map(({ grade, count }) => [`${id} ${grade}`, count])),
  );
}
