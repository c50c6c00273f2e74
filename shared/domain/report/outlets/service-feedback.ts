import { formatDate } from '../../calendar-date.ts';
import type { AdviceCounts } from '../../advice/advice-gaps.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import { formatTime } from '../report-words.ts';
import type { Hide } from '../build-report.ts';
import { joinTables } from '../population-tables.ts';
import type { Edition } from '../report-model.ts';
import type { SettledPlan } from '../settled-plan.ts';
import { adviceTable, adviceWords, printAdvice } from './feedback-advice.ts';
import { criteriaWords, missedTables, printMissed } from './feedback-criteria.ts';
import { printStandards, standardTables } from './feedback-standards.ts';
import { fitTwoPages } from './fit-pages.ts';
import { type HalfTermRun } from './half-term-run.ts';
import { poolTallies } from './pooled-tallies.ts';
import { type PaperBlock, paperHeading, paperTable, paperWords, type ServicePaper } from './service-paper.ts';

/** Whom the feedback is for: an agency that leads standards, or one service that gives advice. */
export interface FeedbackFor {
  /** As the standards and the advice log name it. */
  agency: string;
  agencyLabel: string;
  /** Null for the agency as a whole. */
  service: string | null;
}

export interface FeedbackAction {
  words: string;
  state: 'open' | 'done' | 'dropped';
  isOverdue: boolean;
  dueOn: string | null;
}

export interface FeedbackExample {
  criterionId: string;
  criterion: string;
  words: string;
}

export interface FeedbackInput {
  partnership: string;
  for: FeedbackFor;
  run: HalfTermRun;
  /** As many half-terms before, to hold the run against; null where the calendar has none. */
  before: HalfTermRun | null;
  plans: readonly SettledPlan[];
  rubrics: ReadonlyMap<string, { rubric: Rubric }>;
  /** Advice that was asked of it for plans of the run, by service, as it stood at the end of `adviceAsAt`. */
  advice: readonly { service: string; counts: AdviceCounts }[];
  /** ISO date: the last day of the run's half-terms, or the day on which this is made. */
  adviceAsAt: string;
  actions: readonly FeedbackAction[];
  /** Ticked by a person. */
  examples: readonly FeedbackExample[];
  edition: Edition;
  author: string;
  /** ISO time. */
  madeAt: string;
}

/** Two pages hold so many kinds of plans; what is left out is said. */
const MOST_SERIES = 2;

/**
 * Feedback to a service (field brief §17, §20: findings must reach the therapist as well as the writer): how the
 * standards that its agency leads were graded, what was most often not fully met and why, whether its advice came in
 * time, examples of good and what is to be done: two pages at most. Counted first, then hidden by `hide`, then written from what is shown.
 */
export function serviceFeedback(input: FeedbackInput, hide: Hide, hidden: readonly string[]): ServicePaper {
  const { run, before } = input;
  const { agency, agencyLabel, service } = input.for;
  const own = poolTallies(input.plans, input.rubrics, run).filter(({ tally }) =>
    tally.rubric.standards.some(({ leadAgency }) => leadAgency === agency),
  );
  const earlier = before === null ? [] : poolTallies(input.plans, input.rubrics, before);
  const series = own.slice(0, MOST_SERIES);
  const advice = adviceTable(input);
  const shown = hide(
    joinTables([
      ...series.map((each) => standardTables(each, earlier, agency)),
      ...series.map((each) => missedTables(each, agency)),
      advice,
    ]),
  );
  const blocks: PaperBlock[] = [
    paperHeading('standards', `How the standards led by ${inSentence(agencyLabel)} were graded`),
    ...(own.length === 0
      ? paperWords(
          `No plan of ${run.words} was graded by a standard that ${inSentence(agencyLabel)} leads, so this feedback is about its advice.`,
        )
      : []),
    ...series.flatMap((each) => printStandards(each, shown, before)),
    ...leftOut(
      own.slice(MOST_SERIES).map(({ label, tally }) => ({ label, total: tally.total })),
      input.edition,
    ),
    paperHeading('advice', 'Your advice: asked for, received, in time'),
    ...(advice.tables.length === 0
      ? paperWords('No advice is in the log for these plans, so nothing can be said of its timeliness.')
      : [...adviceWords(input.adviceAsAt), ...printAdvice(shown)]),
    ...(series.length === 0
      ? []
      : [
          paperHeading('criteria', 'Most often not fully met, and why'),
          ...criteriaWords(),
          ...series.flatMap((each) => printMissed(each, shown, agency)),
        ]),
    paperHeading('examples', 'Examples of good'),
    ...examples(input.examples),
    paperHeading('actions', 'Actions for you'),
    ...actions(input.actions),
    ...paperWords(...hidden),
  ];
  return {
    title: `Feedback to ${service ?? agencyLabel}`,
    subtitle: `${input.partnership}, ${run.words}`,
    marking: input.edition === 'internal' ? 'Official – sensitive' : 'Official – for the service named here',
    period: run.words,
    details: `Made ${formatTime(input.madeAt)} by ${input.author}. Standards: ${versions(own.map(({ tally }) => tally.rubric)) || 'none used'}. Agreed grades where the panel met; no child, parent, setting or writer is named.`,
    author: input.author,
    blocks: fitTwoPages(blocks),
  };
}

function leftOut(others: readonly { label: string; total: number }[], edition: Edition): PaperBlock[] {
  if (others.length === 0) return [];
  const names = others.map(({ label, total }) => (edition === 'internal' ? `${label} (${total})` : label));
  return paperWords(`Counted apart and left out here: ${names.join('; ')}.`);
}

function examples(items: readonly FeedbackExample[]): PaperBlock[] {
  if (items.length === 0) return paperWords('No example has been read and ticked yet.');
  const said = items.map(({ criterionId, criterion, words }) => `“${words}” – ${criterionId} ${criterion}`);
  return [{ kind: 'bullets', items: said }];
}

const STATE_WORDS = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const;

function actions(items: readonly FeedbackAction[]): PaperBlock[] {
  if (items.length === 0) return paperWords('No action is put down for this service.');
  const rows = items.map(({ words, state, isOverdue, dueOn }) => [
    words,
    dueOn === null ? '–' : formatDate(dueOn),
    isOverdue ? 'Overdue' : STATE_WORDS[state],
  ]);
  return paperTable(
    'actions-table',
    'Actions',
    [
      { heading: 'What should change', width: 0.66, isNumber: false },
      { heading: 'By', width: 0.2, isNumber: false },
      { heading: 'State', width: 0.14, isNumber: false },
    ],
    rows,
  );
}

function versions(rubrics: readonly Rubric[]): string {
  return [...new Set(rubrics.map(({ title, version }) => `${title}, version ${version}`))].join('; ');
}

/** 'Health' → 'health', but 'SEND team' as it is. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
