import type { MaskedIdentity, MaskKind, Mention } from './masking.ts';

/** What is known by its shape alone, wherever it stands. */
const SHAPES: readonly { kind: MaskKind; label: string; pattern: RegExp; reason: string }[] = [
  {
    kind: 'email',
    label: '[e-mail address]',
    pattern: /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    reason: 'It has the shape of an e-mail address.',
  },
  {
    kind: 'web',
    label: '[web address]',
    pattern:
      /(?:https?:\/\/|www\.)[^\s<>"”)]+|(?<![\p{L}\p{N}@.])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:sch|gov|nhs|org|co|ac)\.uk[^\s<>"”)]*/giu,
    reason: 'It has the shape of a web address.',
  },
  {
    kind: 'postcode',
    label: '[postcode]',
    pattern:
      /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[a-z]{1,2}\d[a-z\d]?\s?\d(?!(?:nd|st|rd|th|am|pm|hr|to|or|in|is|of|at)\b)[a-z]{2})(?![\p{L}\p{N}])/gu,
    reason: 'It has the shape of a postcode.',
  },
  {
    kind: 'number',
    label: '[number]',
    pattern:
      /(?<![\p{L}\p{N}])[A-Z]\d{11}[A-Z\d]?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}/.-])[1-9]\d{2}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}]|[/.-]\d)/gu,
    reason: 'It has the shape of an NHS number or a pupil number.',
  },
  {
    kind: 'number',
    label: '[number]',
    pattern:
      /(?<=\b(?:NHS|UPN|ULN|LCS|Mosaic|Liquidlogic|EHM|hospital|patient|pupil|unique pupil|social care|case|client|person|child)(?:\s+(?:no|number|id|ref|reference))?\.?\s*[:#]?\s*)[A-Z]{0,3}\d{5,}[A-Z]?(?![\p{L}\p{N}])/giu,
    reason: 'It stands after the name of a number by which somebody is kept on record.',
  },
  {
    kind: 'phone',
    label: '[phone number]',
    pattern: /(?<![\p{L}\p{N}/.])(?:\+44[\s()0-]*|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\p{L}\p{N}])/gu,
    reason: 'It has the shape of a telephone number.',
  },
];

/** Telephone numbers, e-mail and web addresses, postcodes, NHS and pupil numbers. */
export function findNumbers(text: string): Mention[] {
  return SHAPES.flatMap(({ kind, label, pattern, reason }) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => kind !== 'phone' || /^\d{10,12}$/u.test(words.replaceAll(/\D/gu, '')))
      .map(({ 0: words, index }) => ({ start: index, end: index + words.length, kind, label, key: kind, reason })),
  );
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const DATES: readonly { pattern: RegExp; read: (parts: readonly string[]) => ReadDate }[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{N}])${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(${MONTH})\\.?,?(?:[\\s-]+[’']?(\\d{4}|\\d{2})(?!\\d))?`,
      'giu',
    ),
    read: ([day = '', month = '', year = '']) => ({ day: Number(day), month: monthOf(month), year }),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d),?(?:\\s+(\\d{4}))?`, 'giu'),
    read: ([month = '', day = '', year = '']) => ({ day: Number(day), month: monthOf(month), year }),
  },
  {
    pattern: /(?<![\p{N}/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?![\p{N}])/gu,
    read: ([day = '', month = '', year = '']) => ({ day: Number(day), month: Number(month), year }),
  },
  {
    pattern: /(?<![\p{N}/.-])(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?![\p{N}])/gu,
    read: ([year = '', month = '', day = '']) => ({ day: Number(day), month: Number(month), year }),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])()(${MONTH})\\s+(\\d{4})(?!\\d)`, 'giu'),
    read: ([, month = '', year = '']) => ({ day: null, month: monthOf(month), year }),
  },
];

interface ReadDate {
  /** Null where only month and year are printed. */
  day: number | null;
  month: number;
  /** Four or two digits, or none. */
  year: string;
}

const BIRTH_BEFORE =
  /(?:\b(?:born|birth|birthday|d\.?\s?o\.?\s?b\.?)\b(?:\s+(?:on|in|is|was|of|date))*\s*[:(–-]?\s*(?:on|in|is)?\s*)$/iu;
const BIRTHDAY_NEAR = /birth|born|d\.?o\.?b\b/iu;
const NEAR = 40;

/**
 * Dates of birth: in whatever form a known one is printed, also with two digits of its year; and any date that is said
 * to be one. Without its year a day is masked only beside words of birth.
 */
export function findDates(text: string, known: readonly MaskedIdentity[]): Mention[] {
  if (!/\d/u.test(text)) return [];
  const found: Mention[] = [];
  for (const { pattern, read } of DATES) {
    for (const match of text.matchAll(pattern)) {
      const [words, ...parts] = match;
      const date = read(parts);
      const before = text.slice(Math.max(0, match.index - NEAR), match.index);
      const isSaid = BIRTH_BEFORE.test(before);
      const around = before + text.slice(match.index + words.length, match.index + words.length + NEAR);
      const identity = known.find(({ dates }) => dates.some((iso) => isDate(iso, date, BIRTHDAY_NEAR.test(around))));
      if (identity === undefined && !isSaid) continue;
      const end = match.index + words.trimEnd().replace(/[,.]$/u, '').length;
      found.push({
        start: match.index,
        end,
        kind: 'date_of_birth',
        label: '[date of birth]',
        key: identity?.key ?? 'date_of_birth',
        reason: identity?.reason ?? 'The words before it say that it is when somebody was born.',
      });
    }
  }
  return found;
}

function isDate(iso: string, { day, month, year }: ReadDate, isNearBirth: boolean): boolean {
  const [knownYear = '', knownMonth = '', knownDay = ''] = iso.split('-');
  if (month !== Number(knownMonth)) return false;
  if (day === null) return isNearBirth && year === knownYear;
  if (day !== Number(knownDay)) return false;
  if (year === '') return isNearBirth;
  return year.length === 2 ? knownYear.endsWith(year) : year === knownYear;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** ISO dates of every whole date in a text, for cells that are said to hold a date of birth. */
export function datesIn(text: string): string[] {
  return DATES.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap(([, ...parts]) => {
      const { day, month, year } = read(parts);
      if (day === null || month < 1 || month > 12 || year === '') return [];
      const whole = year.length === 4 ? year : Number(year) > 40 ? `19${year}` : `20${year}`;
      return [`${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`];
    }),
  );
}
