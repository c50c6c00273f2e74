/**
 * The rules of PINs. A PIN tells people who share one open workspace apart; the workspace itself is protected by its
 * passphrase. So a PIN is short, and what makes it hold is that tries are few.
 */

/** Shortest and longest PIN, in digits. */
export const PIN_LENGTH = { min: 4, max: 12 } as const;

/** Wrong PINs in a row that cost nothing. */
const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Why a PIN will not do, as a sentence; null where it will. */
export function pinProblem(pin: string): string | null {
  if (!/^\d*$/.test(pin)) return 'A PIN is made of digits alone.';
  if (pin.length < PIN_LENGTH.min) return `A PIN has at least ${PIN_LENGTH.min} digits.`;
  if (pin.length > PIN_LENGTH.max) return `A PIN has at most ${PIN_LENGTH.max} digits.`;
  if (isRun(pin)) return 'A PIN of one digit over and over, or of digits in order, is guessed first.';
  return null;
}

/** Seconds to wait after so many wrong PINs in a row: none at first, then doubling from half a minute to a quarter of an hour. */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES));
}

/** 1111, 1234, 9876: each digit the same step from the one before. */
function isRun(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)));
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
}
