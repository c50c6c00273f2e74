import { count } from '../calendar-date.ts';
import { planTypeWords } from '../register/plan-type-words.ts';
import { yearGroup } from '../rubric/rubric-words.ts';

/**
 * What a sample is drawn from, and why plans of the register are not in it: the first thing asked for that a plan is not,
 * so that the plans of the register are those of the frame and those left out for each reason.
 */
export const LEFT_OUT_REASONS = [
  'plan_type',
  'nc_year',
  'team',
  'locality',
  'looked_after',
  'late',
  'audited_lately',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** How many plans of the register were left out for one reason. */
export interface LeftOutCount {
  reason: LeftOutReason;
  count: number;
}

const REASON_WORDS: Record<LeftOutReason, string> = {
  plan_type: 'another kind of plan',
  nc_year: 'another school year, or none known',
  team: 'another team',
  locality: 'another locality',
  looked_after: 'not as asked on being looked after, or not known',
  late: 'not as asked on being late, or without dates',
  audited_lately: 'audited lately',
};

export function leftOutReasonWords(reason: LeftOutReason): string {
  return REASON_WORDS[reason];
}

/** All plans that were left out, for whatever reason. */
export function leftOutInAll(leftOut: readonly LeftOutCount[]): number {
  return leftOut.reduce((sum, { count: number }) => sum + number, 0);
}

/** What may be drawn. What is null or empty is not asked for. */
export interface FrameAsked {
  planTypes: readonly string[];
  ncYearFrom: number | null;
  ncYearTo: number | null;
  team: string | null;
  locality: string | null;
  isLookedAfter: boolean | null;
  isLate: boolean | null;
  notAuditedForRounds: number;
}

/** What is said of a frame of which nothing was asked. */
export const ALL_PLANS = 'all plans';

/** 'kind: new, Year 9 to Year 14, team Coast'; ALL_PLANS where nothing was asked for. */
export function filterWords(filter: FrameAsked): string {
  const { planTypes, ncYearFrom, ncYearTo, team, locality, isLookedAfter, isLate, notAuditedForRounds } = filter;
  const parts = [
    planTypes.length === 0 ? '' : `kind: ${planTypes.map((type) => planTypeWords(type).toLowerCase()).join(' or ')}`,
    yearsWords(ncYearFrom, ncYearTo),
    team === null ? '' : `team ${team}`,
    locality === null ? '' : `locality ${locality}`,
    isLookedAfter === null ? '' : isLookedAfter ? 'looked after' : 'not looked after',
    isLate === null ? '' : isLate ? 'late' : 'not late',
    notAuditedForRounds === 0 ? '' : `not audited in the last ${count(notAuditedForRounds, 'round')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? ALL_PLANS : parts.join(', ');
}

function yearsWords(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : `up to ${yearGroup(to)}`;
  return to === null ? `from ${yearGroup(from)}` : `${yearGroup(from)} to ${yearGroup(to)}`;
}
