import { Refusal } from '../refusal.ts';

/**
 * Refuses to write over what somebody saved in another window since: `before` is what they had in front of them who
 * write now, `stored` what the workspace holds, `next` what they write. Where both come to the same, nothing is lost.
 * Throws Refusal CHANGED_ELSEWHERE.
 */
export function refuseStale<Value>(before: Value | undefined, stored: Value, next: Value | undefined): void {
  if (before === undefined || next === undefined || isSame(before, stored) || isSame(next, stored)) return;
  throw new Refusal(
    'CHANGED_ELSEWHERE',
    'This was changed in another window meanwhile.',
    'Look at what was saved there, then change it again if you still wish to.',
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
