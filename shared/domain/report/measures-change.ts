import { FEWEST_FOR_PERCENTAGE } from '../percentages.ts';
import { changeOf, changeWords } from './change.ts';
import type { Milestone } from '../measures.ts';
import { type Reading, readingWords } from './measures-standing.ts';
import { type Share, shareOf } from './report-words.ts';

/** What may be said of a measure's readings one after another, and of several together. */

/** How the latest reading stands to the one before that was counted in the same way; nothing where one is hidden, or they are too few. */
export function changeSentences(readings: readonly Reading[]): string[] {
  const now = readings.at(-1);
  if (now === undefined) return [];
  const before = readings.findLast((reading) => reading !== now && reading.isByHand === now.isByHand);
  if (before === undefined || before.kind !== 'share' || now.kind !== 'share') return [];
  if (before.rubricId !== now.rubricId) {
    return [`${before.name} was graded by another version of the standards: the two are not compared.`];
  }
  const change = changeOf(now.share, before.share);
  const said = `${before.name}, ${readingWords(before)}`;
  if (change === 'too_few') return [];
  return change === 'no_clear_change'
    ? [`Compared with ${said}, there is no clear change.`]
    : [`That is clearly ${changeWords(change)} in ${said}.`];
}

/** How many rounds are offered together, where each is small (field brief §16.3). */
const ROUNDS_TOGETHER = 3;

/** Several readings as one. */
export interface Together {
  share: Share;
  /** 'Summer 2 2025/26 to Autumn 2 2026/27' */
  name: string;
}

/** The last three readings counted here as one; null where the standards changed among them, one is hidden, or they are too few. */
export function lastTogether(readings: readonly Reading[], noun: string): Together | null {
  const last = readings.filter(({ isByHand }) => !isByHand).slice(-ROUNDS_TOGETHER);
  const shares = last.flatMap((reading) => (reading.kind === 'share' ? [reading.share] : []));
  const isOneStandard = new Set(last.map(({ rubricId }) => rubricId)).size === 1;
  const [first] = last;
  const newest = last.at(-1);
  if (shares.length < ROUNDS_TOGETHER || !isOneStandard || first === undefined || newest === undefined) return null;
  const n = shares.reduce((sum, share) => sum + share.n, 0);
  const of = shares.reduce((sum, share) => sum + share.of, 0);
  if (of < FEWEST_FOR_PERCENTAGE) return null;
  return { share: shareOf(n, of, noun), name: `${first.name} to ${newest.name}` };
}

/** On which side of a milestone the whole likely range of a share lies; 'across' where it takes the milestone in. */
export type Side = 'below' | 'above' | 'across';

/** As the range is printed, in whole per cent; without a range nothing can be ruled out. */
export function sideOf({ range }: Pick<Share, 'range'>, { value }: Milestone): Side {
  if (range !== null && range.high < value) return 'below';
  return range !== null && range.low > value ? 'above' : 'across';
}

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  below: 'lie below that milestone',
  above: 'lie above that milestone',
  across: 'do not show on which side of that milestone they lie',
};

/** 'The last three half-terms together, Summer 2 2025/26 to Autumn 2 2026/27, lie below that milestone: 46% (12 of 26; likely range 29–65%).' */
export function togetherSentence(together: Together | null, milestone: Milestone | null): string[] {
  if (together === null) return [];
  const side = milestone === null ? '' : `, ${SIDE_WORDS[sideOf(together.share, milestone)]}`;
  return [`The last three half-terms together, ${together.name}${side}: ${together.share.words}.`];
}
