import { count, daysBetween, formatDate, weeksAndDays } from '../calendar-date.ts';
import type { CycleDateKind, LawfulException } from './cycle-dates.ts';
import { exceptionWords } from './cycle-dates.ts';
import {
  amendmentDueBy,
  daysLate,
  lastDayToComment,
  newPlanClock,
  phaseTransfer,
  reassessmentDecisionDueBy,
  reassessmentFinalDueBy,
  reviewClock,
  reviewDueBy,
  transferDecisionDueBy,
} from './timeline.ts';

/** The dates of a cycle that are known, ISO. */
export type CycleDates = Readonly<Partial<Record<CycleDateKind, string>>>;

export interface CycleForTimeline {
  planType: string;
  dates: CycleDates;
  exceptions: readonly LawfulException[];
  ncYear: number | null;
  /** The review meeting of the plan's next cycle: what ends this one's year. */
  reviewedOn?: string | null;
}

export type StepState =
  | 'in_time'
  | 'late'
  /** Late, and lawfully so. */
  | 'excepted'
  /** Not done, and its day has not come. */
  | 'due'
  /** Not done, and its day has gone. */
  | 'overdue'
  /** The date from which it counts is not known. */
  | 'unknown';

/** One clock of a cycle, as it stands on a day. */
export interface TimelineStep {
  id: string;
  label: string;
  /** The rule that sets the day: 'regulation 13(2)'. */
  rule: string;
  /** False for good practice, which nobody can be late for. */
  isLaw: boolean;
  state: StepState;
  /** From where it counts; null where that is not known. */
  start: string | null;
  /** The last day in time. */
  due: string | null;
  done: string | null;
  /** 'In time: 19 weeks and 1 day' */
  words: string;
}

/** A clock before it is held against the day. */
interface Clock {
  id: string;
  label: string;
  rule: string;
  isLaw?: boolean;
  start: string | undefined;
  startWords: string;
  due: string | null | undefined;
  done: string | undefined;
  /** A later step that is known: this one was done then, on a day that nobody wrote down. */
  before?: string | undefined;
  /** The rule by which a lawful exception lifts it. */
  exceptedBy?: string;
}

/** Every clock of a cycle that applies, in the order in which the days fall, as it stands on `today`. */
export function statutoryTimeline(cycle: CycleForTimeline, today: string): TimelineStep[] {
  return [
    ...clocksOf(cycle, today).map((clock) => stepOf(clock, cycle.exceptions, today)),
    ...commentPeriod(cycle),
  ].sort((one, other) => (one.due ?? LAST).localeCompare(other.due ?? LAST));
}

const LAST = '9999-12-31';

/** The step that the cycle is judged by: the final, or the amended final; undefined for a kind that has neither. */
export function finalStep(steps: readonly TimelineStep[]): TimelineStep | undefined {
  return steps.find(({ id }) => id === 'final');
}

/** When the cycle's final is or was due, and when it came; null where the dates are not known. */
export function finalStanding(cycle: CycleForTimeline): { due: string | null; done: string | null } {
  // The day plays no part in either date.
  const step = finalStep(statutoryTimeline(cycle, LAST));
  return { due: step?.due ?? null, done: step?.done ?? null };
}

/**
 * 'In time: 19 weeks and 1 day', 'Late by 6 days (regulation 13(2))', 'Due 26 May 2026, 12 days left', each with the
 * lawful exception where there is one. `start` may be unknown: then the time taken is left out.
 */
export function stepWords(
  step: { rule: string; exceptedBy?: string | undefined; start: string | null; due: string; done: string | null },
  exceptions: readonly LawfulException[],
  today: string,
): { state: StepState; words: string } {
  const { rule, exceptedBy, start, due, done } = step;
  const late = daysLate(due, done ?? today);
  if (late === 0) {
    if (done === null) return { state: 'due', words: dueWords(due, today) };
    const taken = start === null || done < start ? '' : `: ${weeksAndDays(daysBetween(start, done))}`;
    return { state: 'in_time', words: `In time${taken}` };
  }
  const by = `Late by ${count(late, 'day')}`;
  const [exception] = exceptions;
  if (exceptedBy !== undefined && exception !== undefined) {
    return {
      state: 'excepted',
      words: `${by}${done === null ? ' so far' : ''}; lawful exception: ${exceptions.map(exceptionWords).join(', and ')} (${exceptedBy})`,
    };
  }
  return done === null
    ? { state: 'overdue', words: `${by} so far (${rule})` }
    : { state: 'late', words: `${by} (${rule})` };
}

/** 'Due 26 May 2026, 12 days left' */
export function dueWords(due: string, today: string): string {
  const left = daysBetween(today, due);
  if (left === 0) return `Due today, ${formatDate(due)}`;
  return `Due ${formatDate(due)}, ${count(left, 'day')} left`;
}

function stepOf(clock: Clock, exceptions: readonly LawfulException[], today: string): TimelineStep {
  const { id, label, rule, isLaw = true, start = null, done = null } = clock;
  const due = clock.due ?? null;
  const known = { id, label, rule, isLaw, start, due, done };
  if (due === null) {
    const so = done === null ? '' : `Done ${formatDate(done)}; `;
    const words = `${so}${clock.startWords} is not known`;
    return { ...known, state: 'unknown', words: so === '' ? upperFirst(words) : words };
  }
  if (done === null && clock.before !== undefined) {
    return { ...known, state: 'unknown', words: 'Done, on a day that is not known' };
  }
  if (!isLaw) return { ...known, ...guideWords(start, due, done, today) };
  return { ...known, ...stepWords({ ...clock, start, due, done }, exceptions, today) };
}

/** Good practice: told, and never called late. */
function guideWords(
  start: string | null,
  due: string,
  done: string | null,
  today: string,
): { state: StepState; words: string } {
  if (done !== null) {
    const after = start === null || done < start ? formatDate(done) : `after ${weeksAndDays(daysBetween(start, done))}`;
    const aim = done > due ? '; later than the usual aim, which is no legal date' : '';
    return { state: 'in_time', words: `Sent ${after}${aim}` };
  }
  const words =
    due < today ? `Usually sent by ${formatDate(due)}; no legal date` : `${dueWords(due, today)}; no legal date`;
  return { state: 'due', words };
}

function clocksOf(cycle: CycleForTimeline, today: string): Clock[] {
  return [
    ...makingOf(cycle),
    ...afterReview(cycle),
    ...transferOf(cycle),
    ...phaseTransferOf(cycle, today),
    ...nextReviewOf(cycle),
  ];
}

/** A new plan's clocks count from the request; a reassessment's final counts from the decision to reassess. */
function makingOf({ planType, dates }: CycleForTimeline): Clock[] {
  const { requestReceived: start, decisionToAssess, decisionNotToIssue, draftSent, finalIssued } = dates;
  if (planType === 'reassessment') {
    return [
      {
        id: 'decide',
        label: 'Decide whether to reassess',
        rule: 'the 15 days after a request to reassess',
        start,
        startWords: 'the day of the request',
        due: start === undefined ? undefined : reassessmentDecisionDueBy(start),
        done: decisionToAssess,
        before: draftSent ?? finalIssued,
      },
      {
        id: 'final',
        label: 'Issue the final plan',
        rule: 'regulation 27(2)',
        start: decisionToAssess,
        startWords: 'the day of the decision to reassess',
        due: decisionToAssess === undefined ? undefined : reassessmentFinalDueBy(decisionToAssess),
        done: finalIssued,
        exceptedBy: 'regulation 27(3)',
      },
    ];
  }
  if (planType !== 'new') return [];
  const clock = start === undefined ? undefined : newPlanClock(start);
  const startWords = 'the day of the request';
  const decide: Clock = {
    id: 'decide',
    label: 'Decide whether to assess',
    rule: 'regulation 5(1)',
    start,
    startWords,
    due: clock?.decideBy,
    done: decisionToAssess,
    before: draftSent ?? finalIssued ?? decisionNotToIssue,
    exceptedBy: 'regulation 5(4)',
  };
  if (decisionNotToIssue !== undefined) {
    return [
      decide,
      {
        id: 'refuse',
        label: 'Tell the family that no plan will be issued',
        rule: 'regulation 10(1)',
        start,
        startWords,
        due: clock?.refuseBy,
        done: decisionNotToIssue,
        exceptedBy: 'regulation 10(4)',
      },
    ];
  }
  return [
    decide,
    {
      id: 'draft',
      label: 'Send the draft',
      rule: 'good practice: about week 14',
      isLaw: false,
      start,
      startWords,
      due: clock?.draftAimedFor,
      done: draftSent,
      before: finalIssued,
    },
    {
      id: 'final',
      label: 'Issue the final plan',
      rule: 'regulation 13(2)',
      start,
      startWords,
      due: clock?.finalBy,
      done: finalIssued,
      exceptedBy: 'regulation 13(3)',
    },
  ];
}

/** After a review meeting: decision and notice in four weeks, the amended final in eight more. */
function afterReview({ planType, dates }: CycleForTimeline): Clock[] {
  if (planType === 'new' || planType === 'reassessment') return [];
  const { reviewMeeting: meeting, noticeOfChanges: notice, reviewDecision, amendedFinal } = dates;
  if (meeting === undefined && notice === undefined && planType === 'transferred_in') return [];
  if (meeting === undefined) {
    return [
      {
        id: 'final',
        label: 'Issue the amended final',
        rule: 'regulation 22(3)',
        start: notice,
        startWords: planType === 'reviewed' ? 'the day of the review meeting' : 'the day of the notice of changes',
        due: notice === undefined || planType === 'reviewed' ? undefined : amendmentDueBy(notice),
        done: amendedFinal,
      },
    ];
  }
  const { decideBy, finalBy } = reviewClock(meeting, notice);
  const shared = { start: meeting, startWords: 'the day of the review meeting' };
  // A decision without a notice of changes: the plan was kept as it is or ceased, or nobody wrote the notice down.
  const mayBeKept = planType !== 'amended' && reviewDecision !== undefined && notice === undefined;
  return [
    {
      ...shared,
      id: 'decide',
      label: 'Decide to keep, amend or cease, and send any notice of changes',
      rule: 'regulations 20(10) and 22(2)',
      due: decideBy,
      done: notice ?? reviewDecision,
      before: amendedFinal,
    },
    {
      ...shared,
      id: 'final',
      label: 'Issue the amended final',
      rule: 'regulation 22(3)',
      ...(mayBeKept && amendedFinal === undefined
        ? { due: undefined, startWords: 'the day of any notice of changes' }
        : { due: finalBy }),
      done: amendedFinal,
    },
  ];
}

function transferOf({ planType, dates }: CycleForTimeline): Clock[] {
  const { transferredIn: start, reviewDecision } = dates;
  if (planType !== 'transferred_in') return [];
  return [
    {
      id: 'transfer',
      label: 'Tell the family what will be done with the plan',
      rule: 'regulation 15(4)',
      start,
      startWords: 'the day of the move',
      due: start === undefined ? undefined : transferDecisionDueBy(start),
      done: reviewDecision,
    },
  ];
}

/** In a transfer year the plan names the next setting by a fixed day; a plan that is only being made does not yet. */
function phaseTransferOf({ planType, ncYear, dates }: CycleForTimeline, today: string): Clock[] {
  if (ncYear === null || planType === 'new' || today === LAST) return [];
  const day = dates.amendedFinal ?? dates.finalIssued ?? dates.reviewMeeting ?? today;
  const transfer = phaseTransfer(ncYear, day);
  if (transfer === null) return [];
  return [
    {
      id: 'phase-transfer',
      label: `Phase transfer: amend before ${formatDate(transfer.before)}, naming the next setting`,
      rule: transfer.rule,
      start: undefined,
      startWords: '',
      due: transfer.dueBy,
      done: dates.amendedFinal ?? dates.finalIssued,
    },
  ];
}

/** Within twelve months of issue or of the last review, and every twelve months after. */
function nextReviewOf({ dates, reviewedOn }: CycleForTimeline): Clock[] {
  if (dates.decisionNotToIssue !== undefined) return [];
  const from = dates.reviewMeeting ?? dates.amendedFinal ?? dates.finalIssued;
  if (from === undefined) return [];
  return [
    {
      id: 'next-review',
      label: 'Review the plan again',
      rule: 'Act section 44',
      start: from,
      startWords: '',
      due: reviewDueBy(from),
      done: reviewedOn ?? undefined,
    },
  ];
}

/** The family has fifteen days to comment on a draft or on changes, the day of service being the first. */
function commentPeriod({ planType, dates }: CycleForTimeline): TimelineStep[] {
  const isMaking = planType === 'new' || planType === 'reassessment';
  const served = isMaking ? dates.draftSent : dates.noticeOfChanges;
  const final = isMaking ? dates.finalIssued : dates.amendedFinal;
  if (served === undefined) return [];
  const last = lastDayToComment(served);
  const rule = isMaking ? 'regulation 13(1)' : 'regulation 22(2)(c)';
  const isTooShort = final !== undefined && final >= served && final <= last;
  return [
    {
      id: 'comments',
      label: 'The family’s 15 days to comment',
      rule,
      isLaw: true,
      state: isTooShort ? 'late' : 'in_time',
      start: served,
      due: last,
      done: final ?? null,
      words: isTooShort
        ? `Too short: the final came before the end of ${formatDate(last)} (${rule})`
        : `From ${formatDate(served)} to the end of ${formatDate(last)}`,
    },
  ];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
