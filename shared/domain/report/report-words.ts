import { wilsonInterval } from '../intervals.ts';
import { describeShare, FEWEST_FOR_PERCENTAGE, roundHalfUp, tablePercentage } from '../percentages.ts';

/** n of `of`, as counted; a percentage and its range only where ten or more allow them (domain rule on small numbers). */
export interface Share {
  n: number;
  of: number;
  /** Whole per cent (one decimal over 100); null under ten. */
  percent: number | null;
  /** Wilson 95 %, whole per cent; null under ten. */
  range: { low: number; high: number } | null;
  /** As it is to be read: "4 of 7 plans", "60 % (12 of 20; likely range 39–78 %)". */
  words: string;
}

/** How the report says counts and shares; one place, so that every table, chart and sentence says them alike. */

/** A share with everything that may be said of it: under ten only its counts. Throws a RangeError where n is over `of`. */
export function shareOf(n: number, of: number, noun: string): Share {
  const words = describeShare(n, of, of === 1 ? singular(noun) : noun);
  if (of < FEWEST_FOR_PERCENTAGE) return { n, of, percent: null, range: null, words };
  const { low, high } = wilsonInterval(n, of);
  return {
    n,
    of,
    percent: Number.parseFloat(tablePercentage(n, of)),
    range: { low: roundHalfUp(100 * low, 0), high: roundHalfUp(100 * high, 0) },
    words,
  };
}

/** The percentage of a share for a table cell, '60%' or '58.2%'; empty where none may be given. */
export function percentText(share: Share): string {
  if (share.percent === null) return '';
  return tablePercentage(share.n, share.of);
}

/** The likely range of a share for a table cell, '39–78%'; empty where none may be given. */
export function rangeText(share: Share): string {
  return share.range === null ? '' : `${share.range.low}–${share.range.high}%`;
}

/** '1 plan', '3 plans', '2 plan versions'; the noun is given in the plural. */
export function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? singular(noun) : noun}`;
}

/** Words up to so many letters, ended at a whole word and with the sign of something left out. */
export function cutWords(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const head = text.slice(0, letters);
  const end = head.lastIndexOf(' ');
  return `${head.slice(0, end > letters / 2 ? end : letters).replace(/[\s,;:–-]+$/, '')} …`;
}

/** 'plans' → 'plan', 'plan versions' → 'plan version': the nouns of reports are all regular. */
export function singular(noun: string): string {
  return noun.endsWith('s') ? noun.slice(0, -1) : noun;
}

/** An ISO time as it reads on a clock in England: '4 December 2026, 2.30 pm'. */
export function formatTime(isoTime: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
  }).formatToParts(new Date(isoTime));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const hour = part('hour') === '0' ? '12' : part('hour');
  return `${part('day')} ${part('month')} ${part('year')}, ${hour}.${part('minute')} ${part('dayPeriod').toLowerCase()}`;
}

/** Within a sentence: 'Final plans, new' → 'final plans, new'. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
