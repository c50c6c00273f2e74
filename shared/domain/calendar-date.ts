/**
 * Calendar dates as ISO text, 'YYYY-MM-DD', and whole-day arithmetic on them. No time zone can enter: a JavaScript
 * Date is never made. Every function throws a RangeError for text that is not a real date of the years 1000 to 9999.
 */

const DAYS_PER_WEEK = 7;

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
] as const;

export type DateParts = { year: number; month: number; day: number };

/** True for a real date written 'YYYY-MM-DD'. */
export function isCalendarDate(text: string): boolean {
  return tryParse(text) !== undefined;
}

/** Year, month (1–12) and day of a date. */
export function dateParts(date: string): DateParts {
  const parts = tryParse(date);
  if (parts === undefined) throw new RangeError(`"${date}" is not a date written as YYYY-MM-DD.`);
  return parts;
}

/** 'YYYY-MM-DD' of parts that make a real date. */
export function dateFrom(year: number, month: number, day: number): string {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  dateParts(text);
  return text;
}

export function addDays(date: string, days: number): string {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a number of whole days.`);
  return fromDayNumber(dayNumber(date) + days);
}

export function addWeeks(date: string, weeks: number): string {
  return addDays(date, weeks * DAYS_PER_WEEK);
}

/** Days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: string): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(date) + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK) + 1;
}

/** '5 November 2026' */
export function formatDate(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** A length of time in words: '19 weeks and 1 day', '6 weeks', '5 days'. Days must not be negative. */
export function weeksAndDays(days: number): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is not a length in whole days.`);
  const weeks = Math.floor(days / DAYS_PER_WEEK);
  const rest = days % DAYS_PER_WEEK;
  if (weeks === 0) return count(rest, 'day');
  return rest === 0 ? count(weeks, 'week') : `${count(weeks, 'week')} and ${count(rest, 'day')}`;
}

/** '1 day', '6 days' */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * Whole years of age on a date; undefined before birth. Someone born on 29 February grows older on 1 March in a year
 * without one, as the law of England has it.
 */
export function ageOn(dateOfBirth: string, date: string): number | undefined {
  const birth = dateParts(dateOfBirth);
  const then = dateParts(date);
  if (date < dateOfBirth) return undefined;
  const hadBirthday = then.month > birth.month || (then.month === birth.month && then.day >= birth.day);
  return then.year - birth.year - (hadBirthday ? 0 : 1);
}

/** The date on which an age is reached (see `ageOn` for 29 February). */
export function birthdayAt(dateOfBirth: string, age: number): string {
  const { year, month, day } = dateParts(dateOfBirth);
  const date = `${pad(year + age, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(date) ? date : dateFrom(year + age, 3, 1);
}

/** The calendar year in which the school year of a date began; school years run from 1 September to 31 August. */
export function schoolYearStart(date: string): number {
  const { year, month } = dateParts(date);
  return month >= 9 ? year : year - 1;
}

function tryParse(text: string): DateParts | undefined {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Days since 1 January 1970 in the Gregorian calendar. The year is taken to begin in March, so that the leap day comes
 * last and every earlier month has a fixed place (Howard Hinnant, 'chrono-compatible low-level date algorithms').
 */
function dayNumber(date: string): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - DAY_NUMBER_OF_1970;
}

/** Days from 1 March of year 0 to 1 January 1970. */
const DAY_NUMBER_OF_1970 = 719_468;

const DAYS_PER_400_YEARS = 146_097;

function fromDayNumber(number: number): string {
  const days = number + DAY_NUMBER_OF_1970;
  const era = Math.floor(days / DAYS_PER_400_YEARS);
  const dayOfEra = days - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dateFrom(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
