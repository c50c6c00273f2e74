import { expect, test } from 'vitest';
import { type RuledReport, rulesOfReports } from '../../../../../shared/domain/report/outlets/told-rules.ts';
import { CALENDAR } from './report-input.ts';

const PERIODS = [{ key: '2025-26.6' }, { key: '2026-27.1' }];

/** A report on a half-term that hides a count of it by this rule. */
function report(halfTermId: string, threshold: number, other: Partial<RuledReport> = {}): RuledReport {
  return {
    halfTermId,
    threshold,
    hideZero: false,
    counts: [[`${halfTermId.replace('/', '.')}/final-new/r/overall/good`, null]],
    ...other,
  };
}

function rules(...reports: RuledReport[]) {
  return rulesOfReports(reports, PERIODS, CALENDAR);
}

test('one rule stands by itself, whichever reports used it', () => {
  expect(rules(report('2025-26/6', 5), report('2026-27/1', 5))).toEqual({ threshold: 5, hideZero: false });
  expect(rules()).toBeNull();
});

test('of several rules the most lenient stands first, the others with their reports', () => {
  expect(rules(report('2026-27/1', 10), report('2025-26/6', 5), report('2026-27/1', 10))).toEqual({
    threshold: 5,
    hideZero: false,
    otherRules: [{ threshold: 10, hideZero: false, where: 'in reports on 2026/27 Aut 1' }],
  });
  expect(rules(report('2025-26/6', 10), report('2026-27/1', 10), report('2026-27/1', 10, { hideZero: true }))).toEqual({
    threshold: 10,
    hideZero: false,
    otherRules: [{ threshold: 10, hideZero: true, where: 'in the report on 2026/27 Aut 1' }],
  });
  const two = rules(report('2025-26/6', 10), report('2026-27/1', 10), report('2026-27/1', 5));
  expect(two?.otherRules?.map(({ where }) => where)).toEqual(['in the reports on 2025/26 Sum 2 and 2026/27 Aut 1']);
});

test('a long list of reports is told by its length', () => {
  const counts = report('2026-27/1', 5).counts;
  const many = ['2025-26/5', '2025-26/6', '2026-27/1', '2026-27/2'].map((id) => report(id, 10, { counts }));
  expect(rules(report('2026-27/1', 5), ...many)?.otherRules).toEqual([
    { threshold: 10, hideZero: false, where: 'in 4 of the reports' },
  ]);
});

test('a report that tells nothing of the periods, or hides nothing where others do, is not named', () => {
  const elsewhere = report('2026-27/2', 3);
  const open = report('2026-27/1', 10, { counts: [['2026-27.1/final-new/r/total', 40]] });
  expect(rules(elsewhere, open, report('2025-26/6', 5))).toEqual({ threshold: 5, hideZero: false });
  expect(rules(elsewhere, open)).toEqual({ threshold: 10, hideZero: false });
});
