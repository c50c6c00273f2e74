import { describeShare, FEWEST_FOR_PERCENTAGE } from '../percentages.ts';
import { changeOf, changeWords } from './change.ts';
import { type Reading, readingWords } from './measures-standing.ts';

/** What may be said of a measure's readings one after another, and of several together. */

/** How the latest reading stands to the one before that was counted in the same way; nothing where one is hidden. */
export function changeSentences(readings: readonly Reading[]): string[] {
  const now = readings.at(-1);
  if (now === undefined) return [];
  const before = readings.findLast((reading) => reading !== now && reading.isByHand === now.isByHand);
  if (before === undefined || before.kind !== 'share' || now.kind !== 'share') return [];
  const said = `${before.label} (${readingWords(before)})`;
  if (before.rubricId !== now.rubricId) {
    return [`${before.label} was graded by another version of the standards: the two are not compared.`];
  }
  const change = changeOf(now.share, before.share);
  if (change === 'too_few') return [`Held against ${said}: ${changeWords(change)}.`];
  return change === 'no_clear_change'
    ? [`There is no clear change from ${said}.`]
    : [`That is clearly ${changeWords(change)} ${said}.`];
}

/** How many rounds are offered together, where each is small (field brief §16.3). */
const ROUNDS_TOGETHER = 3;

/** The last three readings counted here as one; nothing where the standards changed among them or one is hidden. */
export function lastRoundsTogether(readings: readonly Reading[], noun: string): string[] {
  const last = readings.filter(({ isByHand }) => !isByHand).slice(-ROUNDS_TOGETHER);
  const shares = last.flatMap((reading) => (reading.kind === 'share' ? [reading.share] : []));
  const isOneStandard = new Set(last.map(({ rubricId }) => rubricId)).size === 1;
  if (shares.length < ROUNDS_TOGETHER || !isOneStandard) return [];
  const n = shares.reduce((sum, share) => sum + share.n, 0);
  const of = shares.reduce((sum, share) => sum + share.of, 0);
  if (of < FEWEST_FOR_PERCENTAGE) return [];
  return [`The last three half-terms together: ${describeShare(n, of, noun)}.`];
}
