import { isCalendarDate } from '../calendar-date.ts';
import { cleanName } from '../names.ts';
import { LAWFUL_EXCEPTIONS, type LawfulException } from '../timeline/cycle-dates.ts';
import { serialDate } from './excel-dates.ts';

/** A cell read as what its column holds: the value (null for an empty cell), or what is wrong with it in words. */
export type Reading<Value> = { ok: true; value: Value | null } | { ok: false; problem: string };

/** Cells that people write for "nothing known". */
const NOTHING = /^(?:|-+|–|—|\.|n\/?a|not (?:known|applicable|recorded)|unknown|none|nil|null|tbc|\?+)$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,]+/i;
const TIME = /(?:,?\s+|T)\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** Two-digit years up to this one are of this century: a plan's people are under 26. */
const LAST_SHORT_YEAR = 68;
/** Serials of 1990 to 2119, so that no year or number of a plan passes for a day. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 80_353;

export function isNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}

/**
 * A date in any British form: 3/2/26, 03.02.2026, 3 Feb 2026, 3rd February 2026, Tuesday 3 February 2026, 2026-02-03,
 * with a time of day after it, or an Excel serial. The day always comes before the month.
 */
export function readDate(text: string): Reading<string> {
  if (isNothing(text)) return { ok: true, value: null };
  const bare = text.trim().replace(WEEKDAY, '').replace(TIME, '').trim();
  const numbers = /^(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(bare);
  if (numbers) {
    const [, first = '', second = '', third = ''] = numbers;
    if (first.length === 4) return dated(Number(first), Number(second), Number(third), text);
    if (first.length > 2) return unreadable(text);
    return dated(fullYear(third), Number(second), Number(first), text);
  }
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?([a-z]{3,9})\.?[\s\-/.,]*(\d{2}|\d{4})$/i.exec(bare);
  if (words) {
    const [, day = '', month = '', year = ''] = words;
    return dated(fullYear(year), monthNamed(month), Number(day), text);
  }
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(bare);
  if (monthFirst) {
    const [, month = '', day = '', year = ''] = monthFirst;
    return dated(Number(year), monthNamed(month), Number(day), text);
  }
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (whole) return dated(Number(whole[1]), Number(whole[2]), Number(whole[3]), text);
  if (/^\d{5}(?:\.\d+)?$/.test(bare)) {
    const serial = Number(bare);
    const date = serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serialDate(serial, false) : undefined;
    if (date !== undefined) return { ok: true, value: date };
  }
  return unreadable(text);
}

function dated(year: number, month: number, day: number, text: string): Reading<string> {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (isCalendarDate(date)) {
    if (year < 1900 || year > 2199) return { ok: false, problem: `The year of “${text}” cannot be right.` };
    return { ok: true, value: date };
  }
  const isAmerican = month > 12 && month <= 31 && day <= 12;
  return {
    ok: false,
    problem: isAmerican
      ? `“${text}” has month ${month}: write the day first, then the month.`
      : `There is no such day as “${text}”.`,
  };
}

function unreadable(text: string): Reading<never> {
  return { ok: false, problem: `“${text}” cannot be read as a date.` };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

/** 1 to 12; 0, which no date has, for a word that is no month. */
function monthNamed(word: string): number {
  const plain = word.toLowerCase();
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'];
  const known = [...full, 'november', 'december', 'sept'];
  const isMonth = plain.length === 3 || known.includes(plain);
  return isMonth ? MONTHS.findIndex((month) => plain.startsWith(month)) + 1 : 0;
}

/** A year group: 9, 'Y9', 'Year 9', 'Yr. 9', 'NCY 9', 'R', 'Reception', 'YR', 'N2', 'Nursery', 'Year 9 (retained)'. */
export function readYear(text: string): Reading<number> {
  if (isNothing(text)) return { ok: true, value: null };
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\(.*\)$/, '')
    .replace(/\.0+$/, '')
    .replaceAll(/[\s._-]+/g, '');
  if (/^(?:r|yr|rec|reception|receptionyear|yearr|foundation|eyfs2|f2|fs2|ks0)$/.test(plain))
    return { ok: true, value: 0 };
  if (/^(?:n|n2|nursery|nursery2|nurseryyear2|preschool|pre-school|f1|fs1|eyfs1)$/.test(plain))
    return { ok: true, value: -1 };
  if (/^(?:n1|nursery1)$/.test(plain)) return { ok: true, value: -2 };
  const number = /^(?:ncy|nc|year|yr|y|yeargroup|ncyear)?(\d{1,2})$/.exec(plain)?.[1];
  const year = number === undefined ? undefined : Number(number);
  if (year !== undefined && year <= 20) return { ok: true, value: year };
  return { ok: false, problem: `“${text}” cannot be read as a year group.` };
}

/** Yes or no: Y, N, yes, no, true, false, 1, 0, ticks and crosses. */
export function readYesNo(text: string): Reading<boolean> {
  const plain = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^(?:y|yes|true|t|1|x|✓|✔|☑|☒)(?:\b.*)?$/.test(plain)) return { ok: true, value: true };
  // A plain 'none' in such a column says no, where elsewhere it says nothing.
  if (/^(?:n|no|false|f|0|none|☐|✗|✘)(?:[\s,(–-].*)?$/.test(plain)) return { ok: true, value: false };
  if (isNothing(text)) return { ok: true, value: null };
  return { ok: false, problem: `“${text}” is neither yes nor no.` };
}

export type RegisterPlanType = 'new' | 'reassessment' | 'amended' | 'reviewed' | 'transferred_in';

/** A kind of plan in councils' words; what is said first of several words wins. */
export function readPlanType(text: string): Reading<RegisterPlanType> {
  if (isNothing(text)) return { ok: true, value: null };
  const plain = text.trim().toLowerCase().replaceAll(/[_-]+/g, ' ');
  const kinds: readonly [RegExp, RegisterPlanType][] = [
    [/re ?-?assess|\brena\b/, 'reassessment'],
    [/transfer(?:red)? ?(?:in|from)|moved? ?in|from another|incoming/, 'transferred_in'],
    [/amend|\baf\b|\bvaried\b|phase transfer/, 'amended'],
    [/review|\bar\b|maintain|existing|ongoing|continu/, 'reviewed'],
    [/\bnew\b|initial|first|ehcna|\bnac?\b|assess|newly|original/, 'new'],
  ];
  const found = kinds.find(([pattern]) => pattern.test(plain));
  return found === undefined
    ? { ok: false, problem: `“${text}” is no kind of plan: new, reassessment, amended, reviewed or transferred in.` }
    : { ok: true, value: found[1] };
}

const EXCEPTION_PATTERNS: Record<LawfulException, RegExp> = {
  setting_closed: /clos(?:ed|ure)|holiday|10\(4\)\(?[ab]/i,
  away: /away|absent|abroad|absence|missed? (?:the )?appointment/i,
  exceptional_circumstances: /exceptional|personal circumstances/i,
};

/** Lawful exceptions in words or by the register's own codes; staff shortage is none, and said to be. */
export function readExceptions(text: string): Reading<LawfulException[]> {
  const plain = text.trim();
  if (isNothing(plain) || /^no(?: exceptions?)?$/i.test(plain)) return { ok: true, value: null };
  const found = LAWFUL_EXCEPTIONS.filter((exception) => EXCEPTION_PATTERNS[exception].test(plain.replaceAll('_', ' ')));
  if (found.length > 0) return { ok: true, value: found };
  const isStaff = /staff|capacity|caseload|vacan|shortage|\bep\b/i.test(plain);
  return {
    ok: false,
    problem: isStaff
      ? `“${text}” is no lawful exception: leave it empty.`
      : `“${text}” is no lawful exception: setting closed, away, or exceptional personal circumstances.`,
  };
}

/** People named in one cell: 'Bryony Tansy; Oz Fell', or one to a line. A comma may part surname and first name. */
export function readNames(text: string): string[] {
  if (isNothing(text)) return [];
  return text
    .split(/[;\n/|]+|\s+&\s+|\s+and\s+/)
    .map((name) => plainName(name))
    .filter((name) => name !== '' && !isNothing(name));
}

/** 'TANSY, Bryony' as 'Bryony Tansy', in the one writing that names are kept in. */
export function plainName(text: string): string {
  const name = cleanName(text);
  const turned = /^([^,]+),\s*([^,]+)$/.exec(name);
  const ordered = turned ? `${turned[2] ?? ''} ${turned[1] ?? ''}` : name;
  return ordered.replaceAll(/\p{Lu}[\p{Lu}'’-]+/gu, (word) =>
    word.toLowerCase().replaceAll(/(^|['’-])\p{Ll}/gu, (letter) => letter.toUpperCase()),
  );
}
