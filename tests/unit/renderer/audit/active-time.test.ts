import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActiveClock, LONGEST_PAUSE_MS, timeWords } from '../../../../renderer/features/audit/active-time.ts';

function clockAt(start: number) {
  let at = start;
  const clock = createActiveClock(() => at);
  clock.touch();
  return {
    after: (ms: number): void => {
      at += ms;
      clock.touch();
    },
    take: clock.take,
  };
}

test('a pause of up to a minute is work, a longer one is not', () => {
  const clock = clockAt(5000);
  clock.after(LONGEST_PAUSE_MS);
  clock.after(LONGEST_PAUSE_MS + 1);
  clock.after(2500);
  expect(clock.take()).toBe(62);
  clock.after(500);
  expect(clock.take()).toBe(1);
  expect(clock.take()).toBe(0);
});

test('a clock that is set back counts for nothing', () => {
  const clock = clockAt(90_000);
  clock.after(-50_000);
  clock.after(3000);
  expect(clock.take()).toBe(3);
});

test('what is taken piece by piece is what was counted in all, whenever it is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.boolean())), (pauses) => {
      const clock = clockAt(0);
      let taken = 0;
      for (const [pause, isTaken] of pauses) {
        clock.after(pause);
        if (isTaken) taken += clock.take();
      }
      taken += clock.take();
      const worked = pauses.reduce((sum, [pause]) => sum + (pause <= LONGEST_PAUSE_MS ? pause : 0), 0);
      expect(taken).toBe(Math.floor(worked / 1000));
    }),
  );
});

test('time is said as people say it', () => {
  expect([0, 29, 60, 1500, 3600, 3900, 7500].map(timeWords)).toEqual([
    'under a minute',
    'under a minute',
    '1 minute',
    '25 minutes',
    '1 hour',
    '1 hour 5 minutes',
    '2 hours 5 minutes',
  ]);
});
