/** A pause longer than this is not time at work. */
export const LONGEST_PAUSE_MS = 60_000;

/** Counts the time at work between one sign of life and the next. */
export interface ActiveClock {
  /** A key, a pointer, a scroll: somebody is at it. */
  touch: () => void;
  /** Whole seconds counted since the last time they were taken; what is left of a second is kept. */
  take: () => number;
}

/** @param now milliseconds, as `Date.now` gives them. */
export function createActiveClock(now: () => number): ActiveClock {
  let last: number | null = null;
  let counted = 0;
  return {
    touch: () => {
      const at = now();
      const pause = last === null ? 0 : at - last;
      // A clock that was set back counts for nothing.
      if (pause > 0 && pause <= LONGEST_PAUSE_MS) counted += pause;
      last = at;
    },
    take: () => {
      const seconds = Math.floor(counted / 1000);
      counted -= seconds * 1000;
      return seconds;
    },
  };
}

/** "under a minute", "25 minutes", "1 hour 5 minutes". */
export function timeWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes === 0) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours === 0 ? [] : [hours === 1 ? '1 hour' : `${hours} hours`]),
    ...(rest === 0 ? [] : [rest === 1 ? '1 minute' : `${rest} minutes`]),
  ];
  return parts.join(' ');
}
