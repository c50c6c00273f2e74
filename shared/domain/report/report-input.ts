import type { AdviceCounts } from '../advice/advice-gaps.ts';
import type { ActionLevel } from '../actions.ts';
import type { HalfTermDates } from '../half-term.ts';
import type { LeftOutCount } from '../rounds/frame-words.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { CountedTables } from './count-table.ts';
import type { Edition, ReportBlock } from './report-model.ts';
import type { SettledPlan } from './settled-plan.ts';

/** Everything that a report is made of, gathered from the workspace: the report itself asks nobody. */
export interface ReportInput {
  partnership: { name: string; areaCode: string };
  halfTerm: HalfTermDates;
  /** The whole calendar; of a publishable edition its periods. */
  calendar: readonly HalfTermDates[];
  /** Of a publishable edition, where half-terms are counted together. */
  period?: ReportPeriod;
  /** Rounds of this half-term, by their panel dates. */
  rounds: readonly RoundFacts[];
  /** By id: every version of the standards that a plan here was graded by. */
  rubrics: ReadonlyMap<string, { rubric: Rubric; digest: string }>;
  /** Settled plans of this half-term and of all before it. */
  plans: readonly SettledPlan[];
  /** Of a publishable edition, where plans were settled after their half-term had been published. */
  latePlans?: {
    /** Some of earlier half-terms are counted here. */
    areCounted: boolean;
    /** Some of this one are not. */
    areLeftOut: boolean;
  };
  /** As they stood at the end of `asAt`. */
  escalations: readonly Escalation[];
  /** Escalations of the half-term's rounds that were raised after `asAt`. */
  escalatedSince: number;
  agreement: readonly AgreementFacts[];
  /** As it stood at the end of `asAt`. */
  advice: readonly { agency: string; label: string; counts: AdviceCounts }[];
  /** Plans of the half-term's rounds, and of how many of them the log has a request for advice; null where that was not looked up. */
  advisedPlans: { logged: number; of: number } | null;
  /** Final plans that the register says went out in the half-term; null where it was not looked up. */
  finalsIssued: number | null;
  /** As they stood at the end of `asAt`. */
  actions: readonly ActionFacts[];
  /** ISO date: the half-term's last day, or today where it is not over. */
  asAt: string;
  reAudits: readonly { before: string; after: string }[];
  /** Made by the measures of the partnership: their tables, and what is said of each. */
  measures: MeasuresDraft | null;
  excerpts: Extract<ReportBlock, { kind: 'excerpts' }>['items'];
  /** A person's own words, by slot. */
  words: ReadonlyMap<string, string>;
  edition: Edition;
  threshold: number;
  /** In a publishable edition, hides 0 as well. */
  hideZero?: boolean;
  author: string;
  /** ISO time. */
  madeAt: string;
  /** ISO date. */
  today: string;
}

export interface ReportPeriod {
  /** What is told of together, the oldest first; the last is the half-term that the report was asked for. */
  halfTerms: readonly HalfTermDates[];
  /** Ids of the half-terms of every period that the report tells of. */
  all: readonly (readonly string[])[];
  /** Nothing is told of it, so that later half-terms can join it. */
  isHeldBack: boolean;
  /** It was published together with later ones: it is held back for good. */
  isOutWithLater: boolean;
}

export interface RoundFacts {
  id: string;
  kind: string;
  theme: string;
  panelDate: string;
  /** How its plans were drawn; null where they were picked. */
  sample: {
    method: 'random' | 'stratified';
    strataBy: readonly string[];
    seed: number;
    /** Plans that it was drawn from. */
    frame: number;
    /** How many of these are in the round, whichever way: others may have been picked by hand, or be owed a re-audit. */
    fromFrame: number;
    /** Which plans these are, in words: 'kind: new, team Coast'; 'all plans' where nothing was asked for. */
    asked: string;
    /** The other plans of the register as it was then, by why; null where it was drawn before that was kept. */
    leftOut: readonly LeftOutCount[] | null;
  } | null;
  /** Plans and plan versions in it, calibration left out. */
  plans: number;
  documents: number;
  /** Plan versions that all who were asked have graded. */
  settled: number;
  /** Settled, but nothing in the standards applied to the whole plan. */
  withoutGrade: number;
  reAuditsOwed: number;
  swapped: number;
}

export interface Escalation {
  kind: string;
  label: string;
  raised: number;
  resolved: number;
}

/** How far auditors of one round agreed before they met. */
export interface AgreementFacts {
  roundId: string;
  documents: number;
  same: number;
  withinOne: number;
  /** Linear-weighted kappa; null under ten documents, or where it is not defined. */
  kappa: number | null;
  grades: readonly string[];
  crossTable: readonly (readonly number[])[];
  /** Criteria most often answered differently. */
  disputed: readonly { criterionId: string; pairs: number; different: number }[];
}

export interface ActionFacts {
  level: ActionLevel;
  service: string;
  state: 'open' | 'done' | 'dropped';
  isOverdue: boolean;
  /** ISO date; null where it has none. */
  dueOn: string | null;
  /** Half-terms in which it was put down and settled; null for before the calendar, or not settled. */
  madeIn: string | null;
  settledIn: string | null;
  isReAudit: boolean;
  /** The report names no plan: of service and system actions only. */
  words: string;
}

/** One of the fourteen parts before anything is hidden: what it counts, and how it is written from what is shown. */
export interface PartDraft {
  number: number;
  id: string;
  title: string;
  counted: CountedTables;
  write: (shown: ShownTables) => ReportBlock[];
}

/** The report's tables after suppression. */
export interface ShownTables {
  /** Throws where no part of the report counted such a table. */
  table: (id: string) => CountedTables['tables'][number];
}

/** What measures bring to the report. */
export interface MeasuresDraft {
  counted: CountedTables;
  /** Under the trend. */
  write: (shown: ShownTables) => ReportBlock[];
  /** How they stand, in a table of so many at most; without a number, all. */
  summary: (shown: ShownTables, most?: number) => ReportBlock[];
}
