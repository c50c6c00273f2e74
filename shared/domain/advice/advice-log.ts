import { count, daysBetween, formatDate, weeksAndDays } from '../calendar-date.ts';
import { adviceDueBy } from '../timeline/timeline.ts';

/** Advice that was asked for to make a plan: who sent it and when, what it answers, and whether the plan says the same. */

/** Whose advice (regulation 6(1)); a later law may name others, so a workspace keeps the code as text. */
export const ADVICE_AGENCIES = ['health', 'social_care', 'education', 'psychology', 'family', 'other'] as const;
export type AdviceAgency = (typeof ADVICE_AGENCIES)[number];

const AGENCY_WORDS: Record<AdviceAgency, string> = {
  health: 'Health',
  social_care: 'Social care',
  education: 'Education',
  psychology: 'Educational psychology',
  family: 'The family',
  other: 'Another service',
};

export function adviceAgencyWords(agency: AdviceAgency): string {
  return AGENCY_WORDS[agency];
}

/** The agencies that have an officer of their own to check drafts: the DCO in health, the DSCO in social care. */
export const OFFICER_AGENCIES = ['health', 'social_care'] as const;
export type OfficerAgency = (typeof OFFICER_AGENCIES)[number];

/** What the check is called. */
export function checkName(agency: OfficerAgency): string {
  return agency === 'health' ? 'Health check' : 'Social care check';
}

/** Sections that are the officer's own, and those of which a part is. Only these are opened for the check. */
export function sectionsToJudge(agency: OfficerAgency): { own: readonly string[]; parts: readonly string[] } {
  return agency === 'health'
    ? { own: ['C', 'G'], parts: ['B', 'E', 'F', 'K'] }
    : { own: ['D', 'H1', 'H2'], parts: ['K'] };
}

/** What good advice answers. */
export const ADVICE_QUESTIONS = ['needs', 'provision', 'outcomes'] as const;
export type AdviceQuestion = (typeof ADVICE_QUESTIONS)[number];

/** Null where nobody has looked yet. */
export type AdviceAnswers = Record<AdviceQuestion, boolean | null>;

/** How the plan stands to the advice. */
export const ADVICE_FINDINGS = ['faithful', 'weakened', 'missing', 'misplaced'] as const;
export type AdviceFinding = (typeof ADVICE_FINDINGS)[number];

const FINDING_WORDS: Record<AdviceFinding, { label: string; meaning: string }> = {
  faithful: { label: 'Faithful', meaning: 'the plan says what the advice says' },
  weakened: { label: 'Weakened', meaning: 'the plan asks for less, or more vaguely' },
  missing: { label: 'Missing', meaning: 'the plan does not say it' },
  misplaced: { label: 'Misplaced', meaning: 'the plan says it in the wrong section' },
};

export function findingWords(finding: AdviceFinding): { label: string; meaning: string } {
  return FINDING_WORDS[finding];
}

export interface AdviceDates {
  askedOn: string | null;
  receivedOn: string | null;
  /** The service answered that it has nothing to advise. */
  isNilReturn: boolean;
}

/**
 * A request as it stood at the end of a day, by the days that are known now: not asked for yet, or not answered yet. What
 * was entered late or put right since is as it is now, since the log keeps no earlier version of an entry.
 */
export function datesAsAt({ askedOn, receivedOn, isNilReturn }: AdviceDates, day: string): AdviceDates {
  const isAnswered = receivedOn !== null && receivedOn <= day;
  return {
    askedOn: askedOn !== null && askedOn <= day ? askedOn : null,
    receivedOn: isAnswered ? receivedOn : null,
    isNilReturn: isAnswered && isNilReturn,
  };
}

/** A nil return is an answer; advice is missing only once its six weeks are over and nothing came. */
export type AdviceState = 'not_asked' | 'waiting' | 'missing' | 'nil' | 'received';

export interface AdviceStanding {
  state: AdviceState;
  dueBy: string | null;
  /** From being asked to the answer, or to today; null where either day is not known. */
  days: number | null;
  /** Of an answer: whether it came within six weeks. Null while there is none, and where the days are not known. */
  isOnTime: boolean | null;
  words: string;
}

/**
 * Each officer enters what they know of any service's advice. An entry of the other officer's agency is that officer's to
 * change: what was found of it rests on it.
 */
export function mayChangeEntry(entry: { agency: string }, own: OfficerAgency): boolean {
  return entry.agency === own || !OFFICER_AGENCIES.some((agency) => agency === entry.agency);
}

/** What is still to be marked as sent, as the button or the sentence in its place says it. */
export function toSendWords({
  toSend,
  sent,
}: {
  toSend: number;
  sent: number;
}): { button: string } | { words: string } {
  if (toSend > 0) return { button: `Mark ${count(toSend, 'correction')} as sent` };
  return {
    words:
      sent === 0
        ? 'Nothing waits to be sent. Ask for a correction below, then mark it as sent here.'
        : `Nothing more waits to be sent: ${count(sent, 'correction')} ${sent === 1 ? 'is' : 'are'} marked as sent.`,
  };
}

/** Cites the six weeks: regulation 8(1) of the SEND Regulations 2014. */
const RULE = 'regulation 8';

/** How a request for advice stands on a day. An answer dated before its question counts no days. */
export function adviceStanding({ askedOn, receivedOn, isNilReturn }: AdviceDates, today: string): AdviceStanding {
  const dueBy = askedOn === null ? null : adviceDueBy(askedOn);
  const nil = isNilReturn ? 'Nil return. ' : '';
  if (receivedOn !== null) {
    const state = isNilReturn ? 'nil' : 'received';
    if (askedOn === null || dueBy === null || receivedOn < askedOn) {
      const why = askedOn === null ? 'the day it was asked for is not known' : 'it is dated before it was asked for';
      const words = `${nil}Received ${formatDate(receivedOn)}; ${why}`;
      return { state, dueBy, days: null, isOnTime: null, words };
    }
    const days = daysBetween(askedOn, receivedOn);
    const late = daysBetween(dueBy, receivedOn);
    return {
      state,
      dueBy,
      days,
      isOnTime: late <= 0,
      words:
        late > 0 ? `${nil}Late by ${count(late, 'day')} (${RULE})` : `${nil}In time: ${weeksAndDays(days)} (${RULE})`,
    };
  }
  if (askedOn === null || dueBy === null) {
    return { state: 'not_asked', dueBy: null, days: null, isOnTime: null, words: 'Not asked for' };
  }
  const days = Math.max(0, daysBetween(askedOn, today));
  const over = daysBetween(dueBy, today);
  const shared = { dueBy, days, isOnTime: null };
  if (over > 0) return { ...shared, state: 'missing', words: `Missing: overdue by ${count(over, 'day')} (${RULE})` };
  const left = over === 0 ? 'today' : `in ${count(-over, 'day')}`;
  return { ...shared, state: 'waiting', words: `Due ${formatDate(dueBy)}, ${left} (${RULE})` };
}

/** What the advice leaves open of needs, provision and outcomes, as far as somebody has looked. */
export function unanswered(answers: AdviceAnswers): AdviceQuestion[] {
  return ADVICE_QUESTIONS.filter((question) => answers[question] === false);
}

/** Days from today to the day by which a final is due, in words. */
export function daysLeftWords(finalDue: string | null, today: string): string {
  if (finalDue === null) return 'No date for the final is known';
  const left = daysBetween(today, finalDue);
  if (left === 0) return 'The final is due today';
  return left > 0
    ? `${count(left, 'day')} left: final due ${formatDate(finalDue)}`
    : `Final overdue by ${count(-left, 'day')}: it was due ${formatDate(finalDue)}`;
}

/**
 * Whether a correction comes in time: it is due before the final is. Of a final that is due today or overdue no day is
 * left, and any will do.
 */
export function isBeforeFinal(dueOn: string, finalDue: string | null, today: string): boolean {
  return finalDue === null || finalDue <= today || dueOn < finalDue;
}
