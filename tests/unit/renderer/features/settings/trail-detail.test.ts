import { expect, test } from 'vitest';
import { detailWords } from '../../../../../renderer/features/settings/trail-detail.ts';

test('a detail is told by its own codes, ids by their first letters, what is empty not at all', () => {
  expect(
    detailWords({
      criterionId: 'S12.C3',
      response: 'not_met',
      auditId: '0c9f0e5e-0000-4000-8000-000000000001',
      comment: 'a'.repeat(64),
      reason: '',
      before: null,
    }),
  ).toBe('criterion S12.C3, response not met, audit 0c9f0e5e…, comment with digest aaaaaaaa…');
});

test('the rule that hid small counts is told in words', () => {
  expect(detailWords({ edition: 'publishable', threshold: 5, hideZero: false })).toBe(
    'edition publishable, counts under 5 hidden, counts of 0 shown',
  );
  expect(detailWords({ threshold: 10, hideZero: true })).toBe('counts under 10 hidden, counts of 0 hidden as well');
});
