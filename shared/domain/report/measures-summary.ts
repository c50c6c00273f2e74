import { formatDate } from '../calendar-date.ts';
import { type Measure, type Milestone, valueWords } from '../measures.ts';
import { type Side, sideOf, type Together } from './measures-change.ts';
import { readingWords, type Standing, STANDING_WORDS } from './measures-standing.ts';

/** What a board is told of a measure in one place: how it stands, how sure that is, and what comes next. */

/** A measure's standing with what may be said beside it. */
export interface BottomLine {
  measure: Pick<Measure, 'name' | 'unit' | 'milestones'>;
  standing: Standing;
  /** The last three half-terms; null where they may not be taken together. */
  together: Together | null;
}

/** Name, standing and reading, and the last three half-terms where one is too small: a line; its dates are in the table. */
export function bottomLine({ measure, standing, together }: BottomLine): string {
  const { kind, reading, milestone } = standing;
  const { name, unit } = measure;
  const words = lowerFirst(STANDING_WORDS[kind]);
  if (reading === null || reading.kind === 'hidden') return `${name}: ${words}.`;
  const read = readingWords(reading);
  if (milestone === null) return [`${name}: ${words}; ${read}.`, ...togetherAgainst(together, null)].join(' ');
  const promised = `the milestone of ${valueWords(unit, milestone.value)}`;
  if (kind === 'too_few') {
    return [`${name}: ${words}; ${read}, against ${promised}.`, ...togetherAgainst(together, milestone)].join(' ');
  }
  const isAcross =
    reading.kind === 'share' && reading.share.range !== null && sideOf(reading.share, milestone) === 'across';
  return `${name}: ${words}; ${read}, against ${promised}${isAcross ? ', which the likely range takes in' : ''}.`;
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
  across: 'taken together, either side of it',
};

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  below: 'lie below it',
  above: 'lie above it',
  across: 'may lie on either side of it',
};

function togetherAgainst(together: Together | null, milestone: Milestone | null): string[] {
  if (together === null) return [];
  const side = milestone === null ? '' : ` ${SIDE_WORDS[sideOf(together.share, milestone)]}`;
  return [`The last three half-terms together${side}: ${together.share.words}.`];
}

/** '46% (12 of 26; likely range 29–65%)' */
export function togetherCell(together: Together | null): string {
  return together === null ? '–' : together.share.words;
}

/** '75% by 31 October 2026', '–' */
export function milestoneWords(unit: Measure['unit'], milestone: Milestone | null): string {
  return milestone === null ? '–' : `${valueWords(unit, milestone.value)} by ${formatDate(milestone.on)}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
