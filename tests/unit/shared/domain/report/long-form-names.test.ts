import { expect, test } from 'vitest';
import {
  countedIn,
  plansCountedIn,
  roundIn,
  tableNameOf,
} from '../../../../../shared/domain/report/long-form-names.ts';
import { longForm } from '../../../../../shared/domain/report/long-form.ts';
import { CALENDAR } from './report-input.ts';
import { reportOn, variedPlans } from './report-fixture.ts';

const ID = '627b4165-ae73-4a28-a779-ed9aacb22b30';

test.each([
  ['standards-final-new', 'standards', 'final-new'],
  ['overall-final-amended-thematic-year-9', 'overall', 'final-amended-thematic-year-9'],
  ['make-up-draft-new', 'make-up', 'draft-new'],
  ['trend-final-new-together', 'trend-together', 'final-new'],
  [`agreement-${ID}`, 'agreement', ID],
  ['agreement-2026-27-1-2026-27-2', 'agreement', '2026-27-1-2026-27-2'],
  [`disputed-${ID}`, 'disputed', ID],
  [`measure-${ID}`, 'measure', ID],
  [`measure-${ID}-milestones`, 'measure-milestones', ID],
  ['measures-overview', 'measures-overview', ''],
  ['actions-by-level', 'actions-by-level', ''],
  ['grades-now', 'grades-now', ''],
])('%s is the table %s of %s', (id, table, tableOf) => {
  expect(tableNameOf(id)).toEqual({ table, tableOf });
});

test('a count’s half-term, its plans and its round are read from its key', () => {
  expect(countedIn('2026-27.2/final-new/x/total')).toBe('2026-27/2');
  expect(countedIn('2025-26.5_2025-26.6_2026-27.1/final-new/x/total')).toBe('2025-26/5 to 2026-27/1');
  expect(countedIn('register/2025-26.4/new/in-time')).toBe('2025-26/4');
  expect(countedIn(`measure/${ID}/by-hand/x/n`)).toBe('');
  expect(roundIn(`round/${ID}/agreement/same`)).toBe(ID);
  expect(roundIn('2026-27.2/final-new/x/total')).toBe('');
  expect(plansCountedIn('2026-27.2/final-new/x/total')).toEqual({
    stage: 'final',
    planType: 'new',
    sample: 'random',
    theme: '',
  });
  expect(plansCountedIn('2026-27.2/draft-amended~thematic-year-9/x/total')).toEqual({
    stage: 'draft',
    planType: 'amended',
    sample: 'thematic',
    theme: 'year 9',
  });
  expect(plansCountedIn('2026-27.2/final-new~not-drawn/x/total')).toMatchObject({ sample: 'not_drawn', theme: '' });
  expect(plansCountedIn('2026-27.2/final-new+final-amended/x/total')).toMatchObject({
    stage: 'final',
    planType: 'new+amended',
  });
  expect(plansCountedIn('2026-27.2/escalations/safeguarding/raised').stage).toBe('');
});

test('reports of two half-terms can be put under one another: table, row and column with what they are of name one count', () => {
  const plans = variedPlans();
  const [before, now] = CALENDAR.slice(-2);
  if (before === undefined || now === undefined) throw new Error('The calendar is too short.');
  const earlier = plans.filter(({ halfTermId }) => halfTermId === before.id);
  const both = [reportOn(earlier, { halfTerm: before }), reportOn(plans)].map(longForm);
  const names = both.map((rows) =>
    rows.map(({ table, table_of, row, column }) => [table, table_of, row, column].join(' ')),
  );
  for (const own of names) expect(new Set(own).size).toBe(own.length);
  const tables = both.map((rows) => new Set(rows.map(({ table }) => table)));
  expect([...(tables[1] ?? [])]).toEqual(expect.arrayContaining(['overall', 'standards', 'agencies', 'trend']));
  expect([...(tables[1] ?? [])].filter((table) => /\d|final|draft/.test(String(table)))).toEqual([]);

  const own = both.flatMap((rows) => rows.filter(({ counted_in, half_term }) => counted_in === half_term));
  const totals = own.filter(
    ({ table, stage, plan_type, sample, column }) =>
      [table, stage, plan_type, sample, column].join(' ') === 'overall final new random total',
  );
  expect(totals.map(({ half_term, count }) => [half_term, count])).toEqual([
    [before.id, 12],
    [now.id, 12],
  ]);
});

test('a half-term that is held back is not called one of the half-terms that were counted together before it', () => {
  const report = reportOn(variedPlans());
  const before = [['2025-26/5', '2025-26/6']];
  const named = (periods: string[][]) => new Set(longForm({ ...report, periods }).map(({ half_term }) => half_term));
  expect(named(before)).toEqual(new Set([report.halfTerm.id]));
  expect(named([...before, ['2026-27/1', report.halfTerm.id]])).toEqual(
    new Set([`2026-27/1 to ${report.halfTerm.id}`]),
  );
});
