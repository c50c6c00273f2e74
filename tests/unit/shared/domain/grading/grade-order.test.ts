import { expect, test } from 'vitest';
import {
  bestGrade,
  goodOrBetterGrades,
  gradeRank,
  higherGrade,
  isAtLeast,
  isGoodOrBetter,
  lowerGrade,
  lowestGrade,
} from '../../../../../shared/domain/grading/grade-order.ts';
import type { Rubric } from '../../../../../shared/domain/rubric/rubric.ts';

const four = scale(['requires_improvement', 3], ['outstanding', 1], ['inadequate', 4], ['good', 2]);

test('grades are compared by the order of the scale, wherever they are listed', () => {
  expect(isAtLeast(four, 'good', 'good')).toBe(true);
  expect(isAtLeast(four, 'requires_improvement', 'good')).toBe(false);
  expect(lowerGrade(four, 'good', 'inadequate')).toBe('inadequate');
  expect(higherGrade(four, 'good', 'inadequate')).toBe('good');
  expect([bestGrade(four), lowestGrade(four)]).toEqual(['outstanding', 'inadequate']);
  expect(() => gradeRank(four, 'fine')).toThrow(RangeError);
});

test.each<[Pick<Rubric, 'gradeScale'>, string[]]>([
  [four, ['outstanding', 'good']],
  [scale(['yes', 1], ['no', 2]), ['yes']],
  [scale(['a', 1], ['b', 2], ['c', 3]), ['a']],
  [scale(['a', 1], ['b', 2], ['c', 3], ['d', 4], ['e', 5]), ['a', 'b']],
  [scale(['a', 1], ['b', 2], ['c', 3], ['d', 4], ['e', 5], ['f', 6]), ['a', 'b', 'c']],
  [scale(['a', 1], ['b', 2], ['c', 3, 'Good'], ['d', 4]), ['a', 'b', 'c']],
])('good or better: where a grade is called good, from there; else the upper half', (rubric, expected) => {
  expect(goodOrBetterGrades(rubric)).toEqual(expected);
  for (const { id } of rubric.gradeScale) expect(isGoodOrBetter(rubric, id)).toBe(expected.includes(id));
});

function scale(...grades: [id: string, order: number, label?: string][]): Pick<Rubric, 'gradeScale'> {
  return {
    gradeScale: grades.map(([id, order, label = '']) => {
      return { id, order, label, value: 10 - order, shortLabel: '', descriptor: '', expectedResponse: '' };
    }),
  };
}
