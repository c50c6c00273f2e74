import { expect, test } from 'vitest';
import {
  counted,
  formatTime,
  percentText,
  rangeText,
  shareOf,
} from '../../../../../shared/domain/report/report-words.ts';

test('a share over more than a hundred has one decimal in tables and none in words', () => {
  const share = shareOf(78, 134, 'plans');
  expect(share.percent).toBe(58.2);
  expect(percentText(share)).toBe('58.2%');
  expect(share.words).toBe('58% (78 of 134; likely range 50–66%)');
});

test('a share of ten to a hundred has none', () => {
  expect(percentText(shareOf(12, 20, 'plans'))).toBe('60%');
  expect(rangeText(shareOf(12, 20, 'plans'))).toBe('39–78%');
});

test('under ten there is nothing but counts', () => {
  const share = shareOf(9, 9, 'plans');
  expect([share.percent, share.range, percentText(share), rangeText(share)]).toEqual([null, null, '', '']);
  expect(share.words).toBe('9 of 9 plans');
});

test('counts take the singular', () => {
  expect([counted(1, 'plan versions'), counted(0, 'plans'), counted(2, 'plans')]).toEqual([
    '1 plan version',
    '0 plans',
    '2 plans',
  ]);
});

test('times are read as on an English clock, summer and winter', () => {
  expect(formatTime('2026-12-04T14:30:00.000Z')).toBe('4 December 2026, 2.30 pm');
  expect(formatTime('2026-06-04T23:05:00.000Z')).toBe('5 June 2026, 12.05 am');
  expect(formatTime('2026-12-04T12:00:00.000Z')).toBe('4 December 2026, 12.00 pm');
});
