import { formatDate } from '../../calendar-date.ts';
import type { Rubric, Standard } from '../../rubric/rubric.ts';
import type { Hide } from '../build-report.ts';
import type { CountTable } from '../count-table.ts';
import type { Edition } from '../report-model.ts';
import { formatTime } from '../report-words.ts';
import type { SettledPlan } from '../settled-plan.ts';
import { type AdviceOfPeriod, adviceTable, printAdvice, shownAdvice } from './feedback-advice.ts';
import type { FeedbackFor } from './feedback-for.ts';
import { criteriaWords, missedTable, printCauses, printMissed, toldMissed } from './feedback-criteria.ts';
import type { FeedbackSeries } from './feedback-series.ts';
import { ledStandards, printStandards } from './feedback-standards.ts';
import { fitTwoPages } from './fit-pages.ts';
import type { HalfTermRun } from './half-term-run.ts';
import { poolTallies } from './pooled-tallies.ts';
import {
  isAnyHidden,
  type PaperBlock,
  paperHeading,
  paperTable,
  paperWords,
  type ServicePaper,
} from './service-paper.ts';
import { periodsBefore, periodsOfRun, together, type ToldFigures } from './told-figures.ts';
import { toldCauses, toldSeries, toldStandards } from './told-series.ts';
import { toldWords } from './told-words.ts';

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
  /**
   * Advice that the agency was asked for, by all its services: on plans of the run, or period by period of what was
   * published; as it stood at the end of `adviceAsAt` or of each period.
   */
  advice: readonly AdviceOfPeriod[];
  /** ISO date: the last day of the run's half-terms, or the day on which this is made. */
  adviceAsAt: string;
  actions: readonly FeedbackAction[];
  /** ISO date: the day at whose end the actions stood so, where that is over. */
  actionsAsAt?: string;
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
 * time, examples of good and what is to be done: two pages at most. For the panel: nothing is hidden.
 */
export function serviceFeedback(input: FeedbackInput, hidden: readonly string[]): ServicePaper {
  const { run, before } = input;
  const { agency, agencyLabel } = input.for;
  const own = poolTallies(input.plans, input.rubrics, run).filter(({ tally }) => doesLead(tally.rubric, agency));
  const earlier = before === null ? [] : poolTallies(input.plans, input.rubrics, before);
  return paperOf(input, {
    words: run.words,
    before: before === null ? null : before.words,
    notes:
      own.length === 0
        ? [
            `No plan of ${run.words} was graded by a standard that ${inSentence(agencyLabel)} leads, so this feedback is about its advice.`,
          ]
        : [],
    series: own.slice(0, MOST_SERIES).map((pooled) => ({
      slug: pooled.slug,
      label: pooled.label,
      definition: pooled.tally.population.definition,
      rubric: pooled.tally.rubric,
      ...ledStandards(pooled, earlier, agency),
      missed: missedTable(pooled, agency),
      isTold: false,
      causes: null,
    })),
    others: own.slice(MOST_SERIES).map(({ label, tally }) => `${label} (${tally.total})`),
    rubrics: own.map(({ tally }) => tally.rubric),
    advice: shownAdvice(adviceTable(input.advice, agency, false), input.advice, input.for),
    hidden: () => hidden,
  });
}

/**
 * The same to be given out: what published reports tell of these half-terms. Beside it only advice is counted, by service
 * and by the half-terms that were published together, and hidden by `hide`.
 *
 * @param standing how the reports stand, in sentences: that they are not published yet
 * @param hidden what is said where something is hidden, and left out where nothing is
 */
export function toldFeedback(
  input: FeedbackInput,
  told: ToldFigures,
  hide: Hide,
  standing: readonly string[],
  hidden: readonly string[],
): ServicePaper {
  const { agency } = input.for;
  const periods = periodsOfRun(told, input.run);
  const before = periodsBefore(told, periods);
  const seriesOf = (of: typeof periods) =>
    toldSeries(told, of, input.plans, input.rubrics).filter(({ rubric }) => doesLead(rubric, agency));
  const [own, earlier] = [seriesOf(periods), seriesOf(before)];
  const isLed = ({ leadAgency }: Standard) => leadAgency === agency;
  return paperOf(input, {
    words: periods.length === 0 ? input.run.words : together(told, periods).words,
    before: before.length === 0 ? null : together(told, before).words,
    notes: [...toldWords(input.run, periods), ...standing],
    series: own.slice(0, MOST_SERIES).map((series) => {
      const last = earlier.find(({ id, rubricId }) => id === series.id && rubricId === series.rubricId);
      return {
        ...series,
        standards: toldStandards(told, series, `feedback-${series.slug}`, isLed),
        before: last === undefined ? null : toldStandards(told, last, `before-${series.slug}`, isLed),
        missed: toldMissed(told, series, agency),
        isTold: true,
        causes: toldCauses(told, series),
      };
    }),
    others: own.slice(MOST_SERIES).map(({ label }) => label),
    rubrics: own.map(({ rubric }) => rubric),
    advice: shownAdvice(hide(adviceTable(input.advice, agency, true)), input.advice, input.for),
    hidden: (blocks) => (isAnyHidden(blocks) ? hidden : []),
  });
}

/** What a paper says, wherever its counts are from. */
interface FeedbackFigures {
  /** '2026/27 Aut 1 to 2026/27 Aut 2' */
  words: string;
  before: string | null;
  notes: readonly string[];
  series: readonly FeedbackSeries[];
  /** Kinds of plans for which there is no room. */
  others: readonly string[];
  rubrics: readonly Rubric[];
  /** Null where none was asked for. */
  advice: CountTable | null;
  /** Sentences on what is hidden, of the blocks that they stand under. */
  hidden: (blocks: readonly PaperBlock[]) => readonly string[];
}

function paperOf(
  input: FeedbackInput,
  { words, before, notes, series, others, rubrics, advice, hidden }: FeedbackFigures,
): ServicePaper {
  const { agencyLabel, service } = input.for;
  const blocks: PaperBlock[] = [
    paperHeading('standards', `How the standards led by ${inSentence(agencyLabel)} were graded`),
    ...paperWords(...notes),
    ...series.flatMap((each) => printStandards(each, before)),
    ...(others.length === 0 ? [] : paperWords(`Counted apart and left out here: ${others.join('; ')}.`)),
    paperHeading('advice', 'Your advice: asked for, received, in time'),
    ...printAdvice(advice, input.adviceAsAt),
    ...(series.length === 0
      ? []
      : [
          paperHeading('criteria', 'Most often not fully met, and why'),
          ...criteriaWords(),
          ...series.flatMap(printMissed),
          ...printCauses(series),
        ]),
    paperHeading('examples', 'Examples of good'),
    ...examples(input),
    paperHeading('actions', 'Actions for you'),
    ...actions(input),
  ];
  blocks.push(...paperWords(...hidden(blocks)));
  return {
    title: `Feedback to ${service ?? agencyLabel}`,
    subtitle: `${input.partnership}, ${words}`,
    marking: input.edition === 'internal' ? 'Official – sensitive' : 'Official – for the service named here',
    period: words,
    details: `Made ${formatTime(input.madeAt)} by ${input.author}. Standards: ${versions(rubrics) || 'none used'}. Agreed grades where the panel met; no child, parent, setting or writer is named.`,
    author: input.author,
    blocks: fitTwoPages(blocks),
  };
}

function doesLead({ standards }: Rubric, agency: string): boolean {
  return standards.some(({ leadAgency }) => leadAgency === agency);
}

function examples({ examples: items, for: { service, agencyLabel } }: FeedbackInput): PaperBlock[] {
  if (items.length === 0) return paperWords('No example has been read and ticked yet.');
  const said = items.map(({ criterionId, criterion, words }) => `“${words}” – ${criterionId} ${criterion}`);
  // Standards are led by agencies: a quote is not known to be of one service.
  const whose =
    service === null ? [] : paperWords(`Of ${inSentence(agencyLabel)} as a whole, and not of this service alone.`);
  return [...whose, { kind: 'bullets', items: said }];
}

const STATE_WORDS = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const;

function actions({ actions: items, actionsAsAt }: FeedbackInput): PaperBlock[] {
  const day = actionsAsAt === undefined ? null : formatDate(actionsAsAt);
  if (items.length === 0) {
    return paperWords(
      day === null ? 'No action is put down for this service.' : `No action was put down for this service by ${day}.`,
    );
  }
  const rows = items.map(({ words, state, isOverdue, dueOn }) => [
    words,
    dueOn === null ? '–' : formatDate(dueOn),
    isOverdue ? 'Overdue' : STATE_WORDS[state],
  ]);
  return paperTable(
    'actions-table',
    day === null ? 'Actions' : `Actions, as they stood on ${day}`,
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
