import type { ScoredResponse } from '../grading/combine-gradings.ts';
import { wilsonInterval } from '../intervals.ts';
import { wholePercentage } from '../percentages.ts';
import { ROOT_CAUSE_WORDS, type RootCause } from '../grading/root-causes.ts';
import { type CauseShare, shareOfCause, shareOfCauses } from './supervision-causes.ts';

/** What a caseworker's audited plans show: strengths first, then what to work on, from the criteria alone. */

/** Words of a plan that show an answer, or where they were looked for in vain. Nobody's name is in it. */
export interface Excerpt {
  /** The plan's reference and version. */
  plan: string;
  quote: string | null;
  absentIn: readonly string[];
  comment: string;
}

/** The settled answer to one criterion on one plan version. */
export interface Finding {
  criterionId: string;
  text: string;
  standardId: string;
  standardTitle: string;
  whatGoodLooksLike: string;
  isKey: boolean;
  /** Its part of the overall score, 0–1. */
  weight: number;
  /** Its place in the standards. */
  order: number;
  response: ScoredResponse;
  excerpts: readonly Excerpt[];
  /** As each auditor who found it wanting saw it. */
  causes: readonly (RootCause | null)[];
}

/** A plan version with a settled result; the latest comes first. */
export type FindingsOfPlan = readonly Finding[];

export interface Strength {
  criterionId: string;
  text: string;
  standardTitle: string;
  met: number;
  applicable: number;
  excerpts: Excerpt[];
}

export interface Point {
  criterionId: string;
  text: string;
  standardTitle: string;
  whatGoodLooksLike: string;
  /** Plans in which it was not fully met for a cause that is the writer's, or whose cause is not known. */
  missed: number;
  applicable: number;
  /** False where nobody said why: to be talked about before anything is agreed. */
  isCauseKnown: boolean;
  causes: string[];
  excerpts: Excerpt[];
}

const MOST_STRENGTHS = 2;
const MOST_POINTS = 2;
const MOST_EXCERPTS = 2;

/** Under this many audited plans a caseworker gets counts and no percentage (field brief, locality managers). */
export const FEWEST_PLANS_FOR_PERCENTAGE = 5;

/** What one plan shows, in counts alone: "Of 48 criteria that apply 46 were met, 1 partly and 1 not." */
export function metWords(findings: readonly Pick<Finding, 'response'>[], givesGrade: string | null): string {
  const of = (response: ScoredResponse): number => findings.filter((finding) => finding.response === response).length;
  const all = findings.length;
  const counted = `Of ${all} ${all === 1 ? 'criterion that applies' : 'criteria that apply'} ${of('met')} ${of('met') === 1 ? 'was' : 'were'} met, ${of('partly')} partly and ${of('not_met')} not.`;
  return givesGrade === null ? counted : `${counted} By their weights alone that gives ${givesGrade}.`;
}

/** '41 of 52', and from five plans on '41 of 52 (79%)'. */
export function shareOfPlans(n: number, of: number, plans: number): string {
  if (of === 0) return 'none';
  const percent = plans < FEWEST_PLANS_FOR_PERCENTAGE ? '' : ` (${wholePercentage(n, of)}%)`;
  return `${n} of ${of}${percent}`;
}

/**
 * One or two points to work on: the criteria found wanting most often for a cause that is the writer's. Where none is,
 * the one found wanting most often whose cause nobody knows. Never one whose every shortfall comes of advice, template
 * or process.
 */
export function choosePoints(plans: readonly FindingsOfPlan[]): Point[] {
  const groups = byCriterion(plans);
  const own = pointsOf(groups, 'writer').slice(0, MOST_POINTS);
  return own.length > 0 ? own : pointsOf(groups, 'unknown').slice(0, 1);
}

/**
 * Two strengths, each with words from a plan: criteria met in more than half of the plans to which they apply, surest
 * first; from two standards where there are two. None of the points to work on is among them.
 */
export function chooseStrengths(plans: readonly FindingsOfPlan[], points: readonly Point[]): Strength[] {
  const found = byCriterion(plans)
    .filter(([first]) => !points.some((point) => point.criterionId === first.criterionId && point.text === first.text))
    .flatMap((group) => {
      const met = group.filter(({ response }) => response === 'met');
      const excerpts = met.flatMap((finding) => finding.excerpts.filter(({ quote }) => quote !== null).slice(0, 1));
      if (2 * met.length <= group.length || excerpts.length === 0) return [];
      return [{ group, met: met.length, sure: wilsonInterval(met.length, group.length).low, excerpts }];
    })
    .toSorted((a, b) => b.sure - a.sure || byImportance(a.group[0], b.group[0]));
  const [first, ...rest] = found;
  if (first === undefined) return [];
  const elsewhere = rest.filter(({ group }) => group[0].standardId !== first.group[0].standardId);
  return [first, ...elsewhere, ...rest.filter((each) => !elsewhere.includes(each))]
    .slice(0, MOST_STRENGTHS)
    .map(({ group: [{ criterionId, text, standardTitle }, ...others], met, excerpts }) => ({
      criterionId,
      text,
      standardTitle,
      met,
      applicable: others.length + 1,
      excerpts: excerpts.slice(0, MOST_EXCERPTS),
    }));
}

type Group = readonly [Finding, ...Finding[]];

/** A criterion that was reworded between versions of the standards counts as another. */
function byCriterion(plans: readonly FindingsOfPlan[]): Group[] {
  const groups = Map.groupBy(plans.flat(), ({ criterionId, text }) => `${criterionId}\n${text}`);
  return [...groups.values()].flatMap(([first, ...rest]): Group[] => (first === undefined ? [] : [[first, ...rest]]));
}

function pointsOf(groups: readonly Group[], share: CauseShare): Point[] {
  return groups
    .flatMap((group) => {
      const missed = group.filter(({ response, causes }) => response !== 'met' && shareOfCauses(causes) === share);
      return missed.length === 0 ? [] : [{ group, missed }];
    })
    .toSorted(
      (a, b) =>
        b.missed.length - a.missed.length ||
        notMet(b.missed) - notMet(a.missed) ||
        byImportance(a.group[0], b.group[0]),
    )
    .map(({ group, missed }) => ({
      criterionId: group[0].criterionId,
      text: group[0].text,
      standardTitle: group[0].standardTitle,
      whatGoodLooksLike: group[0].whatGoodLooksLike,
      missed: missed.length,
      applicable: group.length,
      isCauseKnown: share !== 'unknown',
      causes: causesInWords(missed, share),
      excerpts: missed.flatMap(({ excerpts }) => excerpts.slice(0, 1)).slice(0, MOST_EXCERPTS),
    }));
}

function causesInWords(missed: readonly Finding[], share: CauseShare): string[] {
  const causes = missed.flatMap((finding) => finding.causes.flatMap((cause) => cause ?? []));
  const own = causes.filter((cause) => shareOfCause(cause) === share && cause !== 'not_known');
  return [...new Set(own)].map((cause) => ROOT_CAUSE_WORDS[cause]).toSorted();
}

function notMet(findings: readonly Finding[]): number {
  return findings.filter(({ response }) => response === 'not_met').length;
}

function byImportance(a: Finding, b: Finding): number {
  return Number(b.isKey) - Number(a.isKey) || b.weight - a.weight || a.order - b.order;
}
