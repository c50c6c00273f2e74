import { describe, expect, test } from 'vitest';
import { addDays, dayOfWeek, schoolYearStart } from '../../../../shared/domain/calendar-date.ts';
import {
  asAtOf,
  currentHalfTerm,
  halfTermName,
  halfTermOf,
  halfTermProblems,
  isLongAfter,
  isSeveralHalfTerms,
  lastDayOf,
  shortHalfTermName,
  suggestHalfTerms,
} from '../../../../shared/domain/half-term.ts';

const calendar = [...suggestHalfTerms(2026), ...suggestHalfTerms(2025)];

test.each([
  ['2025-09-02', '2025-26/1'],
  ['2025-10-24', '2025-26/1'],
  ['2025-10-25', '2025-26/1'],
  ['2025-11-02', '2025-26/1'],
  ['2025-11-03', '2025-26/2'],
  ['2026-07-22', '2025-26/6'],
  ['2026-08-31', '2025-26/6'],
  ['2026-09-01', '2026-27/1'],
  ['2027-08-31', '2026-27/6'],
  ['2025-09-01', undefined],
  ['2027-09-01', undefined],
])('%s belongs to %s: a holiday to the half-term just ended', (date, id) => {
  expect(halfTermOf(date, calendar)?.id).toBe(id);
});

test('the last day of each half-term is the last that belongs to it', () => {
  for (const halfTerm of calendar) {
    const day = lastDayOf(halfTerm, calendar);
    expect([day, halfTermOf(day, calendar)?.id]).toEqual([day, halfTerm.id]);
    expect([day, halfTermOf(addDays(day, 1), calendar)?.id]).not.toEqual([day, halfTerm.id]);
  }
});

test('figures are as at the last day of a half-term that is over, and as at today in one that is not', () => {
  const [first] = suggestHalfTerms(2026);
  if (first === undefined) throw new Error('The year has no half-terms.');
  expect(asAtOf(first, calendar, '2026-10-30')).toBe('2026-10-30');
  expect(asAtOf(first, calendar, '2026-11-01')).toBe('2026-11-01');
  expect(asAtOf(first, calendar, '2027-02-01')).toBe('2026-11-01');
});

test('a gap within the calendar is a holiday, even past 1 September', () => {
  const later = suggestHalfTerms(2026).map((halfTerm) =>
    halfTerm.number === 1 ? { ...halfTerm, start: '2026-09-07' } : halfTerm,
  );
  expect(halfTermOf('2026-09-03', [...suggestHalfTerms(2025), ...later])?.id).toBe('2025-26/6');
});

test('no holiday of a published calendar is long after its half-term; a half-term that is left out is', () => {
  const lastDays = calendar.flatMap(({ start }) => {
    const day = addDays(start, -1);
    const before = halfTermOf(day, calendar);
    return before === undefined ? [] : [isLongAfter(day, before)];
  });
  expect(lastDays).toEqual(Array(11).fill(false));
  const [autumn] = suggestHalfTerms(2026).slice(1);
  if (autumn === undefined) throw new Error('no such half-term');
  expect(isLongAfter('2027-01-03', autumn)).toBe(false);
  expect(isLongAfter('2027-03-16', autumn)).toBe(true);
});

test('today: the first to come before the calendar begins; none after it has run out', () => {
  expect(currentHalfTerm('2025-08-20', calendar)?.id).toBe('2025-26/1');
  expect(currentHalfTerm('2026-11-05', calendar)?.id).toBe('2026-27/2');
  expect(currentHalfTerm('2028-01-01', calendar)).toBeUndefined();
  expect(currentHalfTerm('2026-11-05', [])).toBeUndefined();
});

test('short names, for councils that count terms too', () => {
  expect(suggestHalfTerms(2025).map(shortHalfTermName)).toEqual([
    '2025/26 Aut 1',
    '2025/26 Aut 2',
    '2025/26 Spr 1',
    '2025/26 Spr 2',
    '2025/26 Sum 1',
    '2025/26 Sum 2',
  ]);
  expect(shortHalfTermName({ schoolYear: '2026-27', label: 'Term 3' })).toBe('2026/27 Term 3');
});

test.each([
  ['2026-27', 'Autumn 2', 'Autumn 2 2026/27', false],
  ['2025-26', 'Summer 1 to 2025/26 Summer 2', 'Summer 1 to Summer 2 2025/26', true],
  ['2025-26', 'Summer 2 to 2026/27 Autumn 1', 'Summer 2 2025/26 to Autumn 1 2026/27', true],
  ['2026-27', 'Term 3', 'Term 3 2026/27', false],
])('%s %s is called %s in prose', (schoolYear, label, name, isSeveral) => {
  expect(halfTermName({ schoolYear, label })).toBe(name);
  expect(isSeveralHalfTerms({ label })).toBe(isSeveral);
});

describe('suggested dates', () => {
  test('are the published examples where there are some', () => {
    expect(suggestHalfTerms(2026)[1]).toEqual({
      id: '2026-27/2',
      schoolYear: '2026-27',
      number: 2,
      label: 'Autumn 2',
      start: '2026-11-02',
      end: '2026-12-18',
    });
  });

  test.each([2015, 2024, 2027, 2028, 2029, 2030, 2031, 2050, 2099])('make a calendar for %d', (year) => {
    const suggested = suggestHalfTerms(year);
    expect(halfTermProblems(suggested)).toEqual([]);
    expect(suggested.map(({ id }) => id.slice(-2))).toEqual(['/1', '/2', '/3', '/4', '/5', '/6']);
    for (const { start, end } of suggested) {
      expect([start, end].map(schoolYearStart)).toEqual([year, year]);
      expect([start, end].every((date) => dayOfWeek(date) <= 5)).toBe(true);
    }
  });
});

test('what is wrong with a calendar, in words', () => {
  const [first, second] = suggestHalfTerms(2026);
  if (first === undefined || second === undefined) throw new Error('six were suggested');
  expect(halfTermProblems([first, { ...second, start: first.end }])).toEqual([
    'Autumn 2 starts before Autumn 1 has ended.',
  ]);
  expect(halfTermProblems([first, first])).toEqual(['2026-27/1 is there twice.']);
  expect(halfTermProblems([{ ...first, end: first.start }])).toEqual(['Autumn 1 ends before it starts.']);
  expect(halfTermProblems([{ ...first, end: '2026-10-32' }])).toEqual(['Autumn 1 needs a first and a last day.']);
});
