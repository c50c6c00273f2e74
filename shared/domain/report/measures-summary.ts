import { formatDate } from '../calendar-date.ts';
import { type Measure, type Milestone, valueWords } from '../measures.ts';
import { type Side, sideOf, type Together } from './measures-change.ts';
import { nextMilestone, type Standing, STANDING_WORDS } from './measures-standing.ts';

/** What a board is told of a measure in one place: how it stands, how sure that is, and what comes next. */

/** A measure's standing with what may be said beside it. */
export interface BottomLine {
  measure: Pick<Measure, 'name' | 'unit' | 'milestones'>;
  standing: Standing;
  /** The last three half-terms; null where they may not be taken together. */
  together: Together | null;
}

/** Name, standing, reading against milestone, the last three half-terms where one is too small, and the next milestone. */
export function bottomLine({ measure, standing, together }: BottomLine): string {
  const { kind, reading } = standing;
  const isJudged = kind === 'on_track' || kind === 'close' || kind === 'behind';
  const said = isJudged ? `${lowerFirst(STANDING_WORDS[kind])}. ${standing.words}` : lowerFirst(standing.words);
  const next = kind === 'not_yet' ? null : nextMilestone(measure.milestones, reading);
  return [
    `${measure.name}: ${said}`,
    ...(isJudged ? [] : togetherAgainst(together, standing)),
    ...(next === null ? [] : [`Next milestone: ${milestoneWords(measure.unit, next)}.`]),
  ].join(' ');
}

/** 'Too few to say; taken together, below it', 'On track; the likely range takes in the milestone' */
export function standingWithCaveat({ standing, together }: BottomLine): string {
  const { kind, reading, milestone } = standing;
  const words = STANDING_WORDS[kind];
  if (milestone === null) return words;
  if (kind === 'too_few' && together !== null) return `${words}; ${TOGETHER_WORDS[sideOf(together.share, milestone)]}`;
  const share = reading?.kind === 'share' && reading.share.range !== null ? reading.share : null;
  return share !== null && sideOf(share, milestone) === 'across'
    ? `${words}; the likely range takes in the milestone`
    : words;
}

const TOGETHER_WORDS: Readonly<Record<Side, string>> = {
  below: 'taken together, below it',
  above: 'taken together, above it',
  across: 'taken together, the likely range takes it in',
};

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  below: 'lie below it',
  above: 'lie above it',
  across: 'may lie on either side of it',
};

function togetherAgainst(together: Together | null, { milestone }: Standing): string[] {
  if (together === null) return [];
  const { name, share } = together;
  const said = `The last three half-terms together, ${name}`;
  if (milestone === null) return [`${said}: ${share.words}.`];
  return [`${said}, ${SIDE_WORDS[sideOf(share, milestone)]}: ${share.words}.`];
}

/** '75% by 31 October 2026', '–' */
export function milestoneWords(unit: Measure['unit'], milestone: Milestone | null): string {
  return milestone === null ? '–' : `${valueWords(unit, milestone.value)} by ${formatDate(milestone.on)}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
