import { addDays, addWeeks, count, daysBetween, formatDate } from './calendar-date.ts';

/** Actions: what should change after an audit, by when, and whether a later version answers it. */

export const ACTION_LEVELS = ['plan', 'service', 'system'] as const;
export type ActionLevel = (typeof ACTION_LEVELS)[number];

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What an auditor of the next version says of an earlier action. */
export const ACTION_ANSWERS = ['answered', 'partly', 'not_answered'] as const;
export type ActionAnswer = (typeof ACTION_ANSWERS)[number];

/** Where nothing else sets the day: about one half-term, so that the next panel hears of it. */
const WEEKS_TO_ACT = 6;

const DRAFT_STAGES: ReadonlySet<string> = new Set(['draft', 'amended_draft']);

export interface DueRule {
  /** What is proposed. */
  suggested: string;
  /** The latest day that makes sense; null where no law sets one. */
  latest: string | null;
  /** 'before the final is due on 26 May 2026'; empty where no law sets a day. */
  words: string;
}

/**
 * By when an action should be done. On a draft: before the day on which the final is due, while the plan can still be
 * changed; where that day has come, at once. A final's at the latest by its next review; everything else in about a
 * half-term (`domain` rule: a draft's audit can still change the plan, a final's needs an amendment).
 */
export function actionDue(
  of: { stage: string | null; finalDue: string | null; nextReviewDue: string | null },
  today: string,
): DueRule {
  const usual = addWeeks(today, WEEKS_TO_ACT);
  if (of.stage !== null && DRAFT_STAGES.has(of.stage)) {
    if (of.finalDue === null) {
      return {
        suggested: usual,
        latest: null,
        words: 'before the final is issued; the day on which it is due is not known',
      };
    }
    const latest = addDays(of.finalDue, -1);
    if (latest < today) {
      const was = of.finalDue < today ? 'was' : 'is';
      return { suggested: today, latest: today, words: `at once: the final ${was} due on ${formatDate(of.finalDue)}` };
    }
    return { suggested: latest, latest, words: `before the final is due on ${formatDate(of.finalDue)}` };
  }
  if (of.stage !== null && of.nextReviewDue !== null && of.nextReviewDue >= today) {
    const latest = of.nextReviewDue;
    return {
      suggested: usual < latest ? usual : latest,
      latest,
      words: `at the latest by the next review, due on ${formatDate(latest)}`,
    };
  }
  return { suggested: usual, latest: null, words: '' };
}

/** Why a due date makes no sense, as a sentence; null where it does. */
export function dueTooLate(dueOn: string, rule: DueRule): string | null {
  if (rule.latest === null || dueOn <= rule.latest) return null;
  return `That is too late to change this plan. It should be done ${rule.words}.`;
}

/** True of an open action whose day has gone. */
export function isOverdue(action: { state: ActionState; dueOn: string | null }, today: string): boolean {
  return action.state === 'open' && action.dueOn !== null && action.dueOn < today;
}

/**
 * The state that an action was in at the end of a day, by the days on which it was put down and settled: open where it
 * was settled later; null where it was put down later.
 */
export function stateAsAt(
  { state, madeOn, settledOn }: { state: ActionState; madeOn: string; settledOn: string | null },
  day: string,
): ActionState | null {
  if (madeOn > day) return null;
  return settledOn !== null && settledOn <= day ? state : 'open';
}

/** How an action stands: 'Overdue by 3 days', 'Due today', 'Due 26 May 2026', 'Done', 'Dropped'. */
export function standingWords(action: { state: ActionState; dueOn: string | null }, today: string): string {
  if (action.state === 'done') return 'Done';
  if (action.state === 'dropped') return 'Dropped';
  if (action.dueOn === null) return 'Open';
  const days = daysBetween(action.dueOn, today);
  if (days > 0) return `Overdue by ${count(days, 'day')}`;
  return days === 0 ? 'Due today' : `Due ${formatDate(action.dueOn)}`;
}

const ANSWER_WORDS: Record<ActionAnswer, string> = {
  answered: 'Answered',
  partly: 'Partly',
  not_answered: 'Not answered',
};

export function answerWords(answer: ActionAnswer | null): string {
  return answer === null ? 'No answer' : ANSWER_WORDS[answer];
}

/** True where everyone who was asked says that the later version answers the action: it is proposed as done. */
export function isAnsweredByAll(answers: readonly (ActionAnswer | null)[]): boolean {
  return answers.length > 0 && answers.every((answer) => answer === 'answered');
}

export type ReAuditRule = 'none' | 'share' | 'all';

/** What a grade's expected response says of a re-audit: 'Re-audit the same plan …', 'Re-audit a share …', 'No re-audit'. */
export function reAuditRule(expectedResponse: string): ReAuditRule {
  if (!/re-?audit/i.test(expectedResponse) || /\bno re-?audit/i.test(expectedResponse)) return 'none';
  return /re-?audit an? (?:\w+ )?share/i.test(expectedResponse) ? 'share' : 'all';
}

/** What was done, as it is told to those who asked for it. */
export interface DoneItem {
  level: ActionLevel;
  service: string;
  words: string;
  evidence: string;
  doneOn: string;
}

/** The same by service, the whole system last; each in the order of the day. */
export function byService(items: readonly DoneItem[]): { title: string; items: DoneItem[] }[] {
  const sorted = items.toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : a.doneOn > b.doneOn ? 1 : 0));
  const services = Map.groupBy(
    sorted.filter(({ level }) => level !== 'system'),
    ({ service }) => service,
  );
  const system = sorted.filter(({ level }) => level === 'system');
  return [
    ...[...services]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([service, own]) => ({ title: service === '' ? 'Services' : service, items: own })),
    ...(system.length === 0 ? [] : [{ title: 'The whole system', items: system }]),
  ];
}

/** 'You said, we did' as plain text, to be copied into a letter or a minute. */
export function youSaidWeDid(items: readonly DoneItem[], since: string | null): string {
  const from = since === null ? '' : `Since ${formatDate(since)}\n`;
  const parts = byService(items).map(
    ({ title, items: own }) =>
      `${title}\n${own
        .map(({ words, evidence, doneOn }) => `- You said: ${words}\n  We did: ${evidence} (${formatDate(doneOn)})`)
        .join('\n')}`,
  );
  return `You said, we did\n${from}\n${parts.length === 0 ? 'Nothing has been done yet.' : parts.join('\n\n')}\n`;
}
