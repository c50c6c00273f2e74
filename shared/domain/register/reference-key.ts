/** Longer numbers than any reference has. */
const DIGITS = 15;

/** A key that sorts references as people do: 'W-9' before 'W-10', capitals alike. */
export function referenceKey(reference: string): string {
  return reference.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}
