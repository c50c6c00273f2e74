import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../../../electron/backend/understanding/read-dates.ts';

test.each([
  ['Thursday 6th October 2011', '2011-10-06'],
  ['6 Oct 2011', '2011-10-06'],
  ['the 1st of May, 2026', '2026-05-01'],
  ['May 3, 2026', '2026-05-03'],
  ['06/10/2011', '2011-10-06'],
  ['30.12.20', '2020-12-30'],
  ['6-10-2011', '2011-10-06'],
  ['2011-10-06', '2011-10-06'],
  ['2011/10/06', '2011-10-06'],
  ['5th January 26', '2026-01-05'],
  ['17-Feb-2026', '2026-02-17'],
  ['03.03.26', '2026-03-03'],
  ['3rd day of March 2026', '2026-03-03'],
  ['3 Sept ’25', '2025-09-03'],
])('%s', (text, iso) => {
  expect(findDates(`On ${text} it was so.`).map((date) => date.iso)).toEqual([iso]);
});

test.each(['31/06/2026', 'July 2027', 'score 12/15', '1.2.3', '99/99/2020', 'Year 9', '020 7946 0123'])(
  '%s is no date',
  (text) => {
    expect(findDates(text)).toEqual([]);
  },
);

test('a date is found again where it says it stands', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.string(), (day, before) => {
      const iso = day.toISOString().slice(0, 10);
      const printed = new Intl.DateTimeFormat('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(day);
      const text = `${before.replace(/[\d\p{L}]/gu, '')} ${printed}`;
      const [found] = findDates(text);
      expect(found?.iso).toBe(iso);
      expect(text.slice(found?.start, found?.end)).toContain(printed);
    }),
  );
});
