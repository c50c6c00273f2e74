import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Assignment, Board, Proposal } from '../../../shared/contract/assignments.ts';
import { AGENCIES, type Agency } from '../../../shared/contract/person.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { type LeftOutCount, leftOutReasonWords } from '../../../shared/domain/rounds/frame-words.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';

type SampledPlan = Sample['plans'][number];

const KIND_WORDS: Record<Round['kind'], string> = {
  random: 'at random',
  thematic: 'by a theme',
  risk_based: 'by risk',
};

/**
 * '2026/27 Autumn 2: panel on 8 December 2026, at random'; a round that was meant to be drawn and holds what was picked, or
 * was audited as it came, is called no random one.
 */
export function roundWords({ halfTerm, panelDate, kind, theme, ...round }: Round): string {
  const isNotDrawn = kind === 'random' && round.drawn === 0 && round.plans + round.auditsSubmitted > 0;
  const how = isNotDrawn ? 'not drawn' : kind === 'thematic' && theme !== '' ? theme : KIND_WORDS[kind];
  return `${halfTerm.schoolYear.replace('-', '/')} ${halfTerm.label}: panel on ${formatDate(panelDate)}, ${how}`;
}

/** Why a plan stands in the round: 'Drawn', 'In for MD-25-0004: moved away'. */
export function originWords({ origin, reason, replaces }: SampledPlan): string {
  const why = reason === '' ? '' : `: ${reason}`;
  switch (origin) {
    case 'sampled':
      return 'Drawn';
    case 'swapped_in':
      return `In for ${replaces ?? 'a plan that is gone'}${why}`;
    case 'picked':
      return `Picked by hand${why}`;
    case 're_audit':
      return `Re-audit owed${why}`;
    default:
      return assertNever(origin);
  }
}

/** Why a plan stands in the round no longer. */
export function goneWords({ state, reason }: SampledPlan): string {
  return `${state === 'swapped_out' ? 'Swapped out' : 'Taken out'}: ${reason}`;
}

/** '5 plans: another team' */
export function leftOutWords({ reason, count: number }: LeftOutCount): string {
  return `${count(number, 'plan')}: ${leftOutReasonWords(reason)}`;
}

const PROGRESS_WORDS: Record<Assignment['progress'], string> = {
  not_begun: 'Not begun',
  open: 'Under way',
  submitted: 'Submitted',
};

export function progressWords(progress: Assignment['progress']): string {
  return PROGRESS_WORDS[progress];
}

/** 'All standards', or 'Health (C, G) and 7 that all lead'. */
export function standardsWords(standards: readonly string[] | null, all: Board['standards']): string {
  if (standards === null) return 'All standards';
  const covered = all.filter(({ id }) => standards.includes(id));
  const own = covered.filter(({ agencies }) => agencies.length < AGENCIES.length).map(({ title }) => title);
  const shared = covered.length - own.length;
  const more = own.length - NAMED;
  const parts = [
    ...own.slice(0, NAMED),
    ...(more > 0 ? [`${more} more`] : []),
    ...(shared > 0 ? [`${shared} that all lead`] : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** Standards named before the rest are counted. */
const NAMED = 2;

/** Why a place could not be filled, as a sentence about one plan. */
export function unfilledWords({ agency, reason }: Proposal['unfilled'][number]): string {
  const from = agency === null ? '' : ` from ${inSentence(agency)}`;
  switch (reason) {
    case 'no_auditor':
      return agency === null ? 'Nobody on this round audits.' : `Nobody${from} sits on this round.`;
    case 'all_conflicted':
      return `Everybody${from} had a hand in the plan, has seen what others found, or has it already.`;
    case 'no_other_agency':
      return 'Everybody who is left is of an agency that has the plan already.';
    default:
      return assertNever(reason);
  }
}

/** An agency in the middle of a sentence. */
export function inSentence(agency: Agency): string {
  return agency === 'parent_carer_forum' ? 'the parent carer forum' : AGENCY_WORDS[agency].toLowerCase();
}

/** Whether a QA lead may open an assignment's audit again: not before it is submitted, nor once answers were shown. */
export function reopenStanding({
  progress,
  canReopen,
}: Pick<Assignment, 'progress' | 'canReopen'>): 'not_submitted' | 'possible' | 'shown' {
  if (progress !== 'submitted') return 'not_submitted';
  return canReopen ? 'possible' : 'shown';
}
