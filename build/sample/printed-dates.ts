import { formatDate } from '../../shared/domain/calendar-date.ts';

/** How a template prints its dates. */
export type DateStyle = 'long' | 'slashes' | 'short';

/** An ISO date as the template prints it: "5 November 2026", "05/11/2026", "5 Nov 2026". */
export function printDate(iso: string, style: DateStyle): string {
  const long = formatDate(iso);
  const forms: Record<DateStyle, string> = {
    long,
    slashes: iso.split('-').toReversed().join('/'),
    short: long.replace(/(?<= \p{L}{3})\p{L}+/u, ''),
  };
  return forms[style];
}
