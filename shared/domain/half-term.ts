import { addDays, dateParts, dayOfWeek, daysBetween, isCalendarDate, schoolYearStart } from './calendar-date.ts';

/** Half-terms are the council's own editable calendar; nothing here knows a real date. */

export type HalfTermDates = {
  /** '2026-27/1' */
  id: string;
  /** '2026-27' */
  schoolYear: string;
  /** 1 (Autumn 1) to 6 (Summer 2). */
  number: number;
  label: string;
  /** First and last day, both in it. */
  start: string;
  end: string;
};

/**
 * The half-term of a date: a date in a holiday belongs to the half-term just ended. Undefined before the calendar's
 * first day, and after its last one once a new school year has begun, since then the calendar knows nothing of it.
 */
export function halfTermOf<T extends HalfTermDates>(date: string, calendar: readonly T[]): T | undefined {
  dateParts(date);
  const begun = sortHalfTerms(calendar).filter((halfTerm) => halfTerm.start <= date);
  const last = begun.at(-1);
  if (last === undefined || date <= last.end || begun.length < calendar.length) return last;
  return schoolYearStart(date) > schoolYearStart(last.end) ? undefined : last;
}

/**
 * The last day of what `halfTermOf` gives to a half-term of the calendar: the day before the next one begins, or the end
 * of the school year after the calendar's last.
 */
export function lastDayOf(halfTerm: HalfTermDates, calendar: readonly HalfTermDates[]): string {
  const next = sortHalfTerms(calendar).find(({ start }) => start > halfTerm.end);
  return next === undefined ? `${schoolYearStart(halfTerm.end) + 1}-08-31` : addDays(next.start, -1);
}

/** The day as at which figures of a half-term are given: its last one, or today while that is still to come. */
export function asAtOf(halfTerm: HalfTermDates, calendar: readonly HalfTermDates[], today: string): string {
  const last = lastDayOf(halfTerm, calendar);
  return last < today ? last : today;
}

/** Longer than any holiday but the summer's. */
const LONG_AFTER_DAYS = 28;

/** Whether a date lies so long after its half-term that the calendar lacks those in between, rather than it is a holiday. */
export function isLongAfter(date: string, halfTerm: Pick<HalfTermDates, 'number' | 'end'>): boolean {
  return halfTerm.number < LABELS.length && daysBetween(halfTerm.end, date) > LONG_AFTER_DAYS;
}

/** The half-term of today; before the calendar begins, the first to come. Undefined where the calendar has run out. */
export function currentHalfTerm<T extends HalfTermDates>(today: string, calendar: readonly T[]): T | undefined {
  const first = sortHalfTerms(calendar)[0];
  return first !== undefined && today < first.start ? first : halfTermOf(today, calendar);
}

/** By date, never by name. */
export function sortHalfTerms<T extends HalfTermDates>(calendar: readonly T[]): T[] {
  return calendar.toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
}

/** '2026-27/1' */
export function halfTermId(schoolYear: string, number: number): string {
  return `${schoolYear}/${number}`;
}

/** '2026-27' for the school year that begins in 2026. */
export function schoolYearName(startYear: number): string {
  return `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
}

/** Short name for axes, '2025/26 Aut 1'; a council that counts terms has '2025/26 Term 1'. */
export function shortHalfTermName(halfTerm: Pick<HalfTermDates, 'schoolYear' | 'label'>): string {
  const label = halfTerm.label.replace(/\b(Aut)umn\b|\b(Spr)ing\b|\b(Sum)mer\b/gi, (season) => season.slice(0, 3));
  return `${halfTerm.schoolYear.replace('-', '/')} ${label}`;
}

/** Name for prose, 'Autumn 1 2025/26'; of half-terms counted together 'Summer 1 to Summer 2 2025/26'. */
export function halfTermName({ schoolYear, label }: Pick<HalfTermDates, 'schoolYear' | 'label'>): string {
  const year = schoolYear.replace('-', '/');
  const [, from, lastYear, to] = /^(.+) to (\d{4}\/\d{2}) (.+)$/.exec(label) ?? [];
  if (from === undefined || lastYear === undefined || to === undefined) return `${label} ${year}`;
  return `${from}${lastYear === year ? '' : ` ${year}`} to ${to} ${lastYear}`;
}

/** Whether it stands for several half-terms counted together. */
export function isSeveralHalfTerms({ label }: Pick<HalfTermDates, 'label'>): boolean {
  return / to \d{4}\/\d{2} /.test(label);
}

const LABELS = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'] as const;

/** Two published school calendars (field brief §7): examples of usual lengths, and no council's truth. */
const EXAMPLES: ReadonlyMap<number, readonly (readonly [start: string, end: string])[]> = new Map([
  [
    2025,
    [
      ['2025-09-02', '2025-10-24'],
      ['2025-11-03', '2025-12-19'],
      ['2026-01-05', '2026-02-13'],
      ['2026-02-23', '2026-03-27'],
      ['2026-04-13', '2026-05-22'],
      ['2026-06-01', '2026-07-21'],
    ],
  ],
  [
    2026,
    [
      ['2026-09-01', '2026-10-23'],
      ['2026-11-02', '2026-12-18'],
      ['2027-01-04', '2027-02-12'],
      ['2027-02-22', '2027-03-25'],
      ['2027-04-12', '2027-05-28'],
      ['2027-06-07', '2027-07-21'],
    ],
  ],
]);

/**
 * Six half-terms for the school year that begins in `startYear`, to be edited by the person who knows the council's own
 * dates. Other years than the examples' are the nearest of them moved by whole weeks, weekdays kept, but never before
 * the first weekday of September; Easter is not looked at.
 */
export function suggestHalfTerms(startYear: number): HalfTermDates[] {
  const example = startYear <= 2025 ? 2025 : 2026;
  const schoolYear = schoolYearName(startYear);
  const days = daysBetween(`${example}-09-01`, `${startYear}-09-01`);
  const shift = 7 * Math.round(days / 7);
  return (EXAMPLES.get(example) ?? []).map(([start, end], at) => ({
    id: halfTermId(schoolYear, at + 1),
    schoolYear,
    number: at + 1,
    label: LABELS[at] ?? '',
    start: at === 0 ? firstDay(addDays(start, shift), startYear) : addDays(start, shift),
    end: addDays(end, shift),
  }));
}

function firstDay(moved: string, startYear: number): string {
  const september = `${startYear}-09-01`;
  const weekend = Math.max(0, dayOfWeek(september) - 5);
  const earliest = weekend === 0 ? september : addDays(september, 3 - weekend);
  return moved > earliest ? moved : earliest;
}

/** What is wrong with a calendar, in sentences; none where it can be used. */
export function halfTermProblems(calendar: readonly HalfTermDates[]): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const { id, label, start, end } of calendar) {
    if (ids.has(id)) problems.push(`${id} is there twice.`);
    ids.add(id);
    if (!isCalendarDate(start) || !isCalendarDate(end)) problems.push(`${label} needs a first and a last day.`);
    else if (end <= start) problems.push(`${label} ends before it starts.`);
  }
  if (problems.length > 0) return problems;
  const sorted = sortHalfTerms(calendar);
  return sorted.slice(1).flatMap((later, at) => {
    const earlier = sorted[at];
    return earlier !== undefined && later.start <= earlier.end
      ? [`${later.label} starts before ${earlier.label} has ended.`]
      : [];
  });
}
