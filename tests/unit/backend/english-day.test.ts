import fc from 'fast-check';
import { expect, test } from 'vitest';
import { englishDay } from '../../../electron/backend/english-day.ts';

test.each([
  // Summer time: from the last Sunday of March to the last Sunday of October, an hour before universal time.
  ['2026-07-14T23:30:00.000Z', '2026-07-15'],
  ['2026-07-14T22:59:59.999Z', '2026-07-14'],
  ['2026-03-29T00:59:59.999Z', '2026-03-29'],
  ['2026-10-24T23:00:00.000Z', '2026-10-25'],
  ['2026-10-25T23:30:00.000Z', '2026-10-25'],
  ['2026-12-31T23:59:59.999Z', '2026-12-31'],
])('%s falls on %s in England', (at, day) => {
  expect(englishDay(at)).toBe(day);
  expect(englishDay(new Date(at))).toBe(day);
});

test('it is the day of universal time or the next, and the next only in the last hour', () => {
  const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (at) => {
      const universal = at.toISOString().slice(0, 10);
      const day = englishDay(at);
      const hourLater = new Date(at.getTime() + 3_600_000).toISOString().slice(0, 10);
      expect(at.getUTCHours() === 23 ? [universal, hourLater] : [universal]).toContain(day);
    }),
  );
});

test('what is no moment is refused', () => {
  expect(() => englishDay('soon')).toThrow(RangeError);
});
