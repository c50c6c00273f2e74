import {
  addDays,
  addWeeks,
  birthdayAt,
  count,
  dateFrom,
  dayOfWeek,
  daysBetween,
  schoolYearStart,
} from './calendar-date.ts';

/** The statutory clocks (SEND Regulations 2014). Weeks are blocks of seven days from the start date. */

/** Decide whether to assess: reg 5. */
const WEEKS_TO_DECIDE = 6;
/** No legal date for the draft; about week 14 leaves room for the family's 15 days (IPSEA guidance). */
const WEEKS_TO_DRAFT = 14;
/** Tell the family if no plan will be issued: reg 10. */
const WEEKS_TO_REFUSE = 16;
/** Issue the final plan: reg 13(2). */
const WEEKS_TO_FINAL = 20;
/** An adviser replies, counted from being asked: reg 8. */
const WEEKS_TO_ADVISE = 6;
/** The family comments on a draft or on changes, the day served being the first: regs 13(1), 22(2)(c). */
const DAYS_TO_COMMENT = 15;
/** Decide after a review meeting and, if amending, send the notice: regs 20(10), 22(2). */
const WEEKS_FROM_MEETING_TO_NOTICE = 4;
/** Issue the amended final: reg 22(3), so twelve weeks from the meeting at the outside. */
const WEEKS_FROM_NOTICE_TO_FINAL = 8;
const SCHOOL_LEAVING_AGE = 16;

export type NewPlanClock = {
  decideBy: string;
  /** Good practice, not law. */
  draftAimedFor: string;
  refuseBy: string;
  finalBy: string;
};

/** The dates of a new plan, from the day the request was received. */
export function newPlanClock(requestReceived: string): NewPlanClock {
  return {
    decideBy: addWeeks(requestReceived, WEEKS_TO_DECIDE),
    draftAimedFor: addWeeks(requestReceived, WEEKS_TO_DRAFT),
    refuseBy: addWeeks(requestReceived, WEEKS_TO_REFUSE),
    finalBy: addWeeks(requestReceived, WEEKS_TO_FINAL),
  };
}

/** The day by which advice is due, from the day it was asked for. */
export function adviceDueBy(asked: string): string {
  return addWeeks(asked, WEEKS_TO_ADVISE);
}

/** The last of the family's fifteen days, the day of service being the first. */
export function lastDayToComment(served: string): string {
  return addDays(served, DAYS_TO_COMMENT - 1);
}

export type ReviewClock = { decideBy: string; finalBy: string };

/**
 * The dates after a review meeting: decision (and notice, if amending) within four weeks; final within eight weeks of
 * the notice, and never later than twelve weeks from the meeting, however late the notice went.
 */
export function reviewClock(meeting: string, noticeSent?: string): ReviewClock {
  const decideBy = addWeeks(meeting, WEEKS_FROM_MEETING_TO_NOTICE);
  const latest = addWeeks(decideBy, WEEKS_FROM_NOTICE_TO_FINAL);
  const fromNotice = noticeSent === undefined ? latest : addWeeks(noticeSent, WEEKS_FROM_NOTICE_TO_FINAL);
  return { decideBy, finalBy: fromNotice < latest ? fromNotice : latest };
}

/** 0 where in time. */
export function daysLate(due: string, done: string): number {
  return Math.max(0, daysBetween(due, done));
}

/** 'in time' or 'late by 6 days'. The caller names the rule. */
export function timeliness(due: string, done: string): string {
  const late = daysLate(due, done);
  return late === 0 ? 'in time' : `late by ${count(late, 'day')}`;
}

/** The last Friday in June of the school year in which the person turns 16; the rights are theirs from then on. */
export function compulsorySchoolAgeEnds(dateOfBirth: string): string {
  const june = schoolYearStart(birthdayAt(dateOfBirth, SCHOOL_LEAVING_AGE)) + 1;
  const lastDay = dateFrom(june, 6, 30);
  const FRIDAY = 5;
  return addDays(lastDay, -((dayOfWeek(lastDay) - FRIDAY + 7) % 7));
}
