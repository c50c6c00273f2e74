const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day that it is in England at a moment, given as a Date or as its ISO text: 'YYYY-MM-DD'. Every clock of the law
 * counts England's days, and in summer these begin an hour before those of universal time. Throws a RangeError for what
 * is no moment.
 */
export function englishDay(at: Date | string): string {
  const parts = new Map(DAY.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}
