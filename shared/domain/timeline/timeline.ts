import {
  addDays,
  addWeeks,
  birthdayAt,
  count,
  dateFrom,
  dayOfWeek,
  daysBetween,
  schoolYearStart,
} from '../calendar-date.ts';

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
/** Tell whether a reassessment will be made; the number of its regulation is not confirmed, so none is shown. */
const DAYS_TO_DECIDE_REASSESSMENT = 15;
/** Issue the final after a reassessment, from the decision to reassess: reg 27(2), its exceptions reg 27(3). */
const WEEKS_TO_REASSESS = 14;
/** The new council tells the family that a plan has moved to it, and what it will do with it: reg 15(4). */
const WEEKS_AFTER_TRANSFER = 6;
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

/** The day by which the family is told whether a reassessment will be made. */
export function reassessmentDecisionDueBy(requestReceived: string): string {
  return addDays(requestReceived, DAYS_TO_DECIDE_REASSESSMENT);
}

/** The final after a reassessment counts from the decision to reassess. */
export function reassessmentFinalDueBy(decided: string): string {
  return addWeeks(decided, WEEKS_TO_REASSESS);
}

/** The day by which the new council says what it will do with a plan that moved to it. */
export function transferDecisionDueBy(transferred: string): string {
  return addWeeks(transferred, WEEKS_AFTER_TRANSFER);
}

/** The day by which a plan is reviewed, from its issue or its last review: Act s44. */
export function reviewDueBy(from: string): string {
  return birthdayAt(from, 1);
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

/** The amended final's last day where changes were made without a review meeting: regs 22(3) and 28. */
export function amendmentDueBy(noticeSent: string): string {
  return addWeeks(noticeSent, WEEKS_FROM_NOTICE_TO_FINAL);
}

/**
 * The school years at whose end everybody moves on (to school, to secondary school, from school to post-16), with the day
 * before which the plan is to be amended: that day itself is too late.
 */
export const TRANSFER_YEARS: ReadonlyMap<number, { month: number; day: number; rule: string }> = new Map([
  [-1, { month: 2, day: 15, rule: 'regulation 18(1)(b)' }],
  [6, { month: 2, day: 15, rule: 'regulation 18(1)(b)' }],
  [11, { month: 3, day: 31, rule: 'regulation 18(1)(a)' }],
]);

/** `dueBy` is the last day in time, `before` the day that the regulation names. */
export type PhaseTransfer = { dueBy: string; before: string; rule: string };

/**
 * Until when the plan of someone in this year group is reviewed and amended, naming the next setting, in the
 * school year of `date`; null where not everyone of that year moves (areas with infant or middle schools have more).
 */
export function phaseTransfer(ncYear: number, date: string): PhaseTransfer | null {
  const transfer = TRANSFER_YEARS.get(ncYear);
  if (transfer === undefined) return null;
  const before = dateFrom(schoolYearStart(date) + 1, transfer.month, transfer.day);
  return { dueBy: addDays(before, -1), before, rule: transfer.rule };
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
