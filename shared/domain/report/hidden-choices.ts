/** Counts of 1 to 4 are hidden, as is usual, or of 1 to 9 for research-grade care (field brief §16.4); each with 0 or without. */
export const HIDDEN_CHOICES = [5, 10].flatMap((threshold) =>
  [false, true].map((hideZero) => ({
    value: `${hideZero ? 0 : 1} to ${threshold - 1}`,
    label: `${hideZero ? 0 : 1} to ${threshold - 1}`,
    hidden: { threshold, hideZero },
  })),
);
export const USUALLY_HIDDEN = { threshold: 5, hideZero: false };

/** As the choice stands in the list. */
export function hiddenChoice({ threshold, hideZero }: { threshold: number; hideZero: boolean }): string {
  return `${hideZero ? 0 : 1} to ${threshold - 1}`;
}
