import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWeeks,
  ageOn,
  birthdayAt,
  dayOfWeek,
  daysBetween,
  formatDate,
  isCalendarDate,
  schoolYearStart,
  weeksAndDays,
} from '../../../../shared/domain/calendar-date.ts';
import {
  adviceDueBy,
  compulsorySchoolAgeEnds,
  daysLate,
  lastDayToComment,
  newPlanClock,
  reviewClock,
  timeliness,
} from '../../../../shared/domain/timeline/timeline.ts';

const someDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar dates', () => {
  test('agree with UTC arithmetic', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const utc = new Date(`${date}T00:00:00Z`);
        utc.setUTCDate(utc.getUTCDate() + days);
        const later = utc.toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(later);
        expect(daysBetween(date, later)).toBe(days);
        expect(dayOfWeek(later)).toBe(utc.getUTCDay() === 0 ? 7 : utc.getUTCDay());
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])(
    '%j is no date',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  test('leap years', () => {
    expect(['2024-02-29', '2000-02-29'].every(isCalendarDate)).toBe(true);
    expect(isCalendarDate('1900-02-29')).toBe(false);
  });

  test('in words', () => {
    expect(formatDate('2026-11-05')).toBe('5 November 2026');
    expect(weeksAndDays(134)).toBe('19 weeks and 1 day');
    expect([0, 1, 7, 9, 140].map(weeksAndDays)).toEqual(['0 days', '1 day', '1 week', '1 week and 2 days', '20 weeks']);
    expect(() => weeksAndDays(-1)).toThrow(RangeError);
  });

  test.each([
    ['2012-09-01', '2026-08-31', 13],
    ['2012-09-01', '2026-09-01', 14],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-29', 16],
    ['2026-11-05', '2026-11-05', 0],
    ['2026-11-05', '2026-11-04', undefined],
  ])('born %s, on %s: %s', (born, date, age) => {
    expect(ageOn(born, date)).toBe(age);
  });

  test('a birthday is the first day of its age', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 25 }), (born, age) => {
        const birthday = birthdayAt(born, age);
        expect(ageOn(born, birthday)).toBe(age);
        expect(ageOn(born, addDays(birthday, -1))).toBe(age - 1);
      }),
    );
  });

  test('school years run from 1 September to 31 August', () => {
    expect(['2026-08-31', '2026-09-01', '2027-01-15'].map(schoolYearStart)).toEqual([2025, 2026, 2026]);
  });
});

describe('the statutory clocks', () => {
  test('a request of 6 January 2026', () => {
    expect(newPlanClock('2026-01-06')).toEqual({
      decideBy: '2026-02-17',
      draftAimedFor: '2026-04-14',
      refuseBy: '2026-04-28',
      finalBy: '2026-05-26',
    });
    expect(weeksAndDays(daysBetween('2026-01-06', '2026-05-20'))).toBe('19 weeks and 1 day');
  });

  test('fifteen days begin with the day of service', () => {
    expect(lastDayToComment('2026-03-02')).toBe('2026-03-16');
  });

  test('advice is due six weeks after it was asked for', () => {
    expect(adviceDueBy('2026-01-06')).toBe(addWeeks('2026-01-06', 6));
  });

  test('a meeting on 3 February 2026', () => {
    expect(reviewClock('2026-02-03')).toEqual({ decideBy: '2026-03-03', finalBy: '2026-04-28' });
    expect(reviewClock('2026-02-03', '2026-02-27').finalBy).toBe('2026-04-24');
    // A late notice does not move the twelve weeks.
    expect(reviewClock('2026-02-03', '2026-03-20').finalBy).toBe('2026-04-28');
  });

  test('in time or late, in days', () => {
    expect(timeliness('2026-05-26', '2026-05-26')).toBe('in time');
    expect(timeliness('2026-05-26', '2026-05-27')).toBe('late by 1 day');
    expect(timeliness('2026-05-26', '2026-06-01')).toBe('late by 6 days');
    expect(daysLate('2026-05-26', '2026-01-01')).toBe(0);
  });

  test.each([
    ['2010-08-31', '2026-06-26'],
    ['2010-09-01', '2027-06-25'],
    ['2007-06-29', '2023-06-30'],
    ['2012-02-29', '2028-06-30'],
  ])('born %s: compulsory school age ends %s', (born, ends) => {
    expect(compulsorySchoolAgeEnds(born)).toBe(ends);
    expect(dayOfWeek(ends)).toBe(5);
  });
});
