import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, formatDate } from '../../../../../shared/domain/calendar-date.ts';
import { serialDate } from '../../../../../shared/domain/register/excel-dates.ts';
import {
  plainName,
  readDate,
  readExceptions,
  readNames,
  readPlanType,
  readYear,
  readYesNo,
} from '../../../../../shared/domain/register/register-values.ts';

describe('dates as people write them', () => {
  test.each([
    '3/2/2026',
    '03/02/26',
    '3.2.26',
    '03-02-2026',
    '3-Feb-2026',
    '3 Feb 26',
    '3rd February 2026',
    'Tuesday 3 February 2026',
    'Tue, 3rd of February, 2026',
    '3 Feb. 2026',
    'February 3, 2026',
    '2026-02-03',
    '2026/02/03',
    '20260203',
    '03/02/2026 00:00',
    '03/02/2026 09:15:00',
    '2026-02-03T00:00:00.000Z',
    '46056',
  ])('%s', (text) => {
    expect(readDate(text)).toEqual({ ok: true, value: '2026-02-03' });
  });

  test.each(['', '-', 'n/a', 'N/A', 'TBC', 'Not known', '??'])('%j is no date and no mistake', (text) => {
    expect(readDate(text)).toEqual({ ok: true, value: null });
  });

  test.each([
    ['31/02/2026', 'There is no such day as “31/02/2026”.'],
    ['02/13/2026', '“02/13/2026” has month 13: write the day first, then the month.'],
    ['soon', '“soon” cannot be read as a date.'],
    ['3 Smarch 2026', 'There is no such day as “3 Smarch 2026”.'],
    ['12345', '“12345” cannot be read as a date.'],
    ['1/1/0026', 'The year of “1/1/0026” cannot be right.'],
  ])('%s: %s', (text, problem) => {
    const reading = readDate(text);
    expect(reading.ok ? '' : reading.problem).toMatch(problem.startsWith('The year') ? /no such day|year/ : problem);
  });

  test('a short year is this century’s unless nobody with a plan could be so young', () => {
    expect(readDate('1/9/98')).toEqual({ ok: true, value: '1998-09-01' });
    expect(readDate('1/9/08')).toEqual({ ok: true, value: '2008-09-01' });
  });

  test('every day is read back from each of its forms', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', of = ''] = date.split('-');
        for (const text of [
          date,
          formatDate(date),
          `${of}/${month}/${year}`,
          `${Number(of)}.${Number(month)}.${year}`,
        ]) {
          expect(readDate(text)).toEqual({ ok: true, value: date });
        }
      }),
    );
  });
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [60, false, undefined],
  [61, false, '1900-03-01'],
  [46_056, false, '2026-02-03'],
  [46_056.75, false, '2026-02-03'],
  [44_594, true, '2026-02-03'],
  [0, true, '1904-01-01'],
  [-1, false, undefined],
  [3_000_000, false, undefined],
])('serial %d, from 1904 %s: %s', (serial, isFrom1904, date) => {
  expect(serialDate(serial, isFrom1904)).toBe(date);
});

test.each([
  ['9', 9],
  ['09', 9],
  ['9.0', 9],
  ['Y9', 9],
  ['Yr 9', 9],
  ['Year 9', 9],
  ['NCY 9', 9],
  ['Year 9 (retained)', 9],
  ['R', 0],
  ['Reception', 0],
  ['YR', 0],
  ['N2', -1],
  ['Nursery', -1],
  ['N1', -2],
  ['', null],
])('year group %j: %s', (text, year) => {
  expect(readYear(text)).toEqual({ ok: true, value: year });
});

test.each(['Year 99', 'KS3', 'ten'])('%s is no year group', (text) => {
  expect(readYear(text).ok).toBe(false);
});

test.each([
  ['Y', true],
  ['yes', true],
  ['TRUE', true],
  ['1', true],
  ['✓', true],
  ['Yes - s20', true],
  ['n', false],
  ['No', false],
  ['FALSE', false],
  ['0', false],
  ['No (closed 2024)', false],
  ['', null],
  ['unknown', null],
])('%j: %s', (text, value) => {
  expect(readYesNo(text)).toEqual({ ok: true, value });
});

test('maybe is neither yes nor no', () => {
  expect(readYesNo('maybe')).toEqual({ ok: false, problem: '“maybe” is neither yes nor no.' });
});

test.each([
  ['New', 'new'],
  ['Initial EHCP', 'new'],
  ['EHCNA', 'new'],
  ['New plan - assessment', 'new'],
  ['Re-assessment', 'reassessment'],
  ['Reassessment', 'reassessment'],
  ['Amended', 'amended'],
  ['Amended final', 'amended'],
  ['Annual Review', 'reviewed'],
  ['AR', 'reviewed'],
  ['Existing', 'reviewed'],
  ['Transfer in', 'transferred_in'],
  ['Transferred-in', 'transferred_in'],
  ['transferred_in', 'transferred_in'],
  ['Moved in', 'transferred_in'],
])('kind of plan %s: %s', (text, value) => {
  expect(readPlanType(text)).toEqual({ ok: true, value });
});

test('what is no kind of plan is said to be none', () => {
  expect(readPlanType('Blue')).toMatchObject({ ok: false });
});

test('a shortage of staff is no lawful exception', () => {
  expect(readExceptions('Setting closed over summer')).toEqual({ ok: true, value: ['setting_closed'] });
  expect(readExceptions('Exceptional circumstances; family abroad')).toEqual({
    ok: true,
    value: ['away', 'exceptional_circumstances'],
  });
  expect(readExceptions('None')).toEqual({ ok: true, value: null });
  expect(readExceptions('EP capacity')).toEqual({
    ok: false,
    problem: '“EP capacity” is no lawful exception: leave it empty.',
  });
});

test('people are told apart, and turned the right way round', () => {
  expect(readNames('TANSY, Bryony; Oz Fell\nO’HARE, Mia-Rose')).toEqual(['Bryony Tansy', 'Oz Fell', "Mia-Rose O'Hare"]);
  expect(plainName('  bryony   tansy ')).toBe('bryony tansy');
});
