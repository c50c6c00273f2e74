/** How a template prints its dates. */
export type DateStyle = 'long' | 'slashes' | 'short';

/** An ISO date as the template prints it: "5 November 2026", "05/11/2026", "5 Nov 2026". */
export function printDate(iso: string, style: DateStyle): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const monthName = MONTHS[Number(month) - 1] ?? '';
  const forms: Record<DateStyle, string> = {
    long: `${Number(day)} ${monthName} ${year}`,
    slashes: `${day}/${month}/${year}`,
    short: `${Number(day)} ${monthName.slice(0, 3)} ${year}`,
  };
  return forms[style];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
