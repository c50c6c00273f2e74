/** A date as found in text. */
export interface FoundDate {
  /** ISO calendar date. */
  iso: string;
  printed: string;
  start: number;
  end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const WORDS = new RegExp(
  `${WEEKDAY}\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?[\\s-]+(${MONTH})\\.?,?[\\s-]+(\\d{4}|['’]?\\d{2})\\b`,
  'giu',
);
const AMERICAN = new RegExp(`${WEEKDAY}\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'giu');
const NUMBERS = /(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d]|[./-]\d)/gu;
const ISO = /(?<!\d)(\d{4})([-/.])(\d{2})\2(\d{2})(?!\d)/gu;

/** All full dates in a text, in order. British order: day before month. Two-digit years are of this century. */
export function findDates(text: string): FoundDate[] {
  // Most texts hold no figure, and without one there is no date.
  if (!/\d/.test(text)) return [];
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year: string, month: number, day: string): void => {
    const iso = toIso(year, month, day);
    if (iso === null || match.index === undefined) return;
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((each) => start < each.end && end > each.start)) return;
    found.push({ iso, printed: match[0].trim(), start, end });
  };
  for (const match of text.matchAll(WORDS)) add(match, match[3] ?? '', monthNumber(match[2] ?? ''), match[1] ?? '');
  for (const match of text.matchAll(AMERICAN)) add(match, match[3] ?? '', monthNumber(match[1] ?? ''), match[2] ?? '');
  for (const match of text.matchAll(ISO)) add(match, match[1] ?? '', Number(match[3]), match[4] ?? '');
  for (const match of text.matchAll(NUMBERS)) add(match, match[4] ?? '', Number(match[3]), match[1] ?? '');
  return found.sort((a, b) => a.start - b.start);
}

function monthNumber(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function toIso(yearText: string, month: number, dayText: string): string | null {
  const digits = yearText.replace(/\D/g, '');
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  const day = Number(dayText);
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  // 31 June and the like are misprints, not dates.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
