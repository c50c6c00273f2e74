import { formatDate } from '../calendar-date.ts';
import { type Measure, type Milestone, valueWords } from '../measures.ts';
import { type Side, sideOf, type Together } from './measures-change.ts';
import { type Reading, readingWords, type Standing, STANDING_WORDS } from './measures-standing.ts';
import { percentText, rangeText, type Share } from './report-words.ts';

/** What a board is told of a measure in one place: how it stands, how sure that is, and what comes next. */

/** A measure's standing with what may be said beside it. */
export interface BottomLine {
  standing: Standing;
  /** The last three half-terms; null where they may not be taken together. */
  together: Together | null;
}

/** 'Too few to say; together: below it', 'On track; the likely range takes it in' */
export function standingWithCaveat({ standing, together }: BottomLine): string {
  const { kind, reading, milestone } = standing;
  const words = STANDING_WORDS[kind];
  if (milestone === null) return words;
  if (kind === 'too_few' && together !== null) return `${words}; ${TOGETHER_WORDS[sideOf(together.share, milestone)]}`;
  const share = reading?.kind === 'share' && reading.share.range !== null ? reading.share : null;
  return share !== null && sideOf(share, milestone) === 'across' ? `${words}; the likely range takes it in` : words;
}

const TOGETHER_WORDS: Readonly<Record<Side, string>> = {
  below: 'together: below it',
  above: 'together: above it',
  across: 'together: not clear',
};

/** '38% (5 of 13; 18–64%)', '3 of 8 plans': the column's heading says that it is the likely range. */
export function readingCell(reading: Reading | null): string {
  if (reading === null) return '–';
  return reading.kind === 'share' ? shareCell(reading.share) : readingWords(reading);
}

/** '46% (12 of 26; 29–65%)' */
export function togetherCell(together: Together | null): string {
  return together === null ? '–' : shareCell(together.share);
}

function shareCell(share: Share): string {
  return share.percent === null
    ? share.words
    : `${percentText(share)} (${share.n} of ${share.of}; ${rangeText(share)})`;
}

/** '50% by 30 June 2026; next: 75% by 31 December 2026', 'First: 80% by 31 December 2027', '–' */
export function milestonesCell(
  { unit }: Pick<Measure, 'unit'>,
  milestone: Milestone | null,
  next: Milestone | null,
): string {
  if (next === null) return milestoneWords(unit, milestone);
  const coming = milestoneWords(unit, next);
  return milestone === null ? `First: ${coming}` : `${milestoneWords(unit, milestone)}; next: ${coming}`;
}

/** '75% by 31 October 2026', '–' */
export function milestoneWords(unit: Measure['unit'], milestone: Milestone | null): string {
  return milestone === null ? '–' : `${valueWords(unit, milestone.value)} by ${formatDate(milestone.on)}`;
}
