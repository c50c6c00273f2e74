import { expect, test } from 'vitest';
import {
  ALL_PLANS,
  filterWords,
  LEFT_OUT_REASONS,
  leftOutInAll,
  leftOutReasonWords,
} from '../../../../../shared/domain/rounds/frame-words.ts';
import { WHOLE_FRAME } from '../../../../support/whole-frame.ts';

test('what was asked of a frame is said in the field’s words, and nothing where nothing was', () => {
  expect(filterWords(WHOLE_FRAME)).toBe(ALL_PLANS);
  expect(filterWords({ ...WHOLE_FRAME, planTypes: ['new', 'early_review'], ncYearFrom: 0, isLate: true })).toBe(
    'kind: new or early review, from Reception, late',
  );
  expect(
    filterWords({ ...WHOLE_FRAME, ncYearTo: 6, locality: 'Harbour', isLookedAfter: true, notAuditedForRounds: 1 }),
  ).toBe('up to Year 6, locality Harbour, looked after, not audited in the last 1 round');
});

test('each reason has words of its own, and those left out add up', () => {
  expect(new Set(LEFT_OUT_REASONS.map(leftOutReasonWords)).size).toBe(LEFT_OUT_REASONS.length);
  expect(leftOutInAll([])).toBe(0);
  expect(leftOutInAll(LEFT_OUT_REASONS.map((reason, at) => ({ reason, count: at + 1 })))).toBe(28);
});
