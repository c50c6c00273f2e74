import type { z } from 'zod';
import type { HalfTerm } from '../../../shared/contract/partnership.ts';
import type { halfTermInputSchema } from '../../../shared/contract/workspaces.ts';
import { schoolYearStart } from '../../../shared/domain/calendar-date.ts';
import {
  halfTermId,
  halfTermProblems,
  schoolYearName,
  sortHalfTerms,
  suggestHalfTerms,
} from '../../../shared/domain/half-term.ts';

type HalfTermInput = z.infer<typeof halfTermInputSchema>;

/** One half-term as it is typed; a date may be empty still. */
export interface HalfTermRow {
  number: number;
  label: string;
  start: string;
  end: string;
  /** In the calendar already: it may be changed, and not left out. */
  isKept: boolean;
}

/** The six half-terms of a school year ('2026-27'), empty where the calendar does not have them. */
export function rowsOf(schoolYear: string, calendar: readonly HalfTerm[]): HalfTermRow[] {
  return suggestHalfTerms(startYearOf(schoolYear)).map(({ number, label }) => {
    const kept = calendar.find(({ id }) => id === halfTermId(schoolYear, number));
    return kept === undefined
      ? { number, label, start: '', end: '', isKept: false }
      : { number, label: kept.label, start: kept.start, end: kept.end, isKept: true };
  });
}

/** The rows with dates suggested from a published calendar where there are none. */
export function suggestMissing(schoolYear: string, rows: readonly HalfTermRow[]): HalfTermRow[] {
  const suggested = suggestHalfTerms(startYearOf(schoolYear));
  return rows.map((row) => {
    const dates = suggested.find(({ number }) => number === row.number);
    return row.start === '' && row.end === '' && dates !== undefined
      ? { ...row, start: dates.start, end: dates.end }
      : row;
  });
}

/** What would be kept: every row that has something in it. */
export function inputOf(schoolYear: string, rows: readonly HalfTermRow[]): HalfTermInput[] {
  return rows
    .filter(({ start, end, isKept }) => isKept || start !== '' || end !== '')
    .map(({ number, label, start, end }) => ({ schoolYear, number, label: label.trim(), start, end }));
}

/** What is wrong with the calendar as it would be, in sentences; none where it can be kept. */
export function problemsOf(schoolYear: string, rows: readonly HalfTermRow[], calendar: readonly HalfTerm[]): string[] {
  const wanted = inputOf(schoolYear, rows).map((row) => ({ ...row, id: halfTermId(row.schoolYear, row.number) }));
  const unnamed = wanted.filter(({ label }) => label === '');
  if (unnamed.length > 0) return unnamed.map(({ number }) => `Half-term ${number} needs a name.`);
  const problems = halfTermProblems([...calendar.filter((each) => each.schoolYear !== schoolYear), ...wanted]);
  if (problems.length > 0) return problems;
  const inOrder = sortHalfTerms(wanted);
  return inOrder.slice(1).flatMap((later, at) => {
    const earlier = inOrder[at];
    return earlier !== undefined && later.number < earlier.number
      ? [`${later.label} comes after ${earlier.label} in time, and before it in the list.`]
      : [];
  });
}

/** School years to choose from: those of the calendar, and last, this and next. `today` is an ISO date. */
export function schoolYears(today: string, calendar: readonly HalfTerm[]): string[] {
  const now = schoolYearStart(today);
  const usual = [now - 1, now, now + 1].map(schoolYearName);
  return [...new Set([...usual, ...calendar.map(({ schoolYear }) => schoolYear)])].toSorted();
}

function startYearOf(schoolYear: string): number {
  return Number(schoolYear.slice(0, 4));
}
