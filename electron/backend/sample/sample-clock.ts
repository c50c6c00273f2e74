import type { Clock } from '../caller.ts';

/** A clock for what is made up: it stands where it is put, goes on by a second with every look, and never back. */
export interface SampleClock {
  now: Clock;
  /** Puts it forward to a moment, such as '2026-05-05T09:00'; an earlier one leaves it as it is. */
  moveTo(moment: string): void;
}

const SECOND_MS = 1000;

/**
 * The sample's half-terms lie months apart and are made in seconds. Its services are given this clock instead of the
 * machine's, so that each thing bears the time at which it would have been done, in the order in which it was done.
 */
export function createSampleClock(begins: string): SampleClock {
  let at = momentOf(begins);
  return {
    now() {
      at += SECOND_MS;
      return new Date(at);
    },
    moveTo(moment) {
      at = Math.max(at, momentOf(moment));
    },
  };
}

function momentOf(moment: string): number {
  return new Date(`${moment}:00.000Z`).getTime();
}
