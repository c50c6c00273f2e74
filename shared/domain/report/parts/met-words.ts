import { shareOf, singular } from '../report-words.ts';

/** How often a criterion was met; what is not known, or hidden, is null. */
export interface Met {
  met: number;
  /** Partly met; null where it is not told apart from not met. */
  partly: number | null;
  of: number;
}

/**
 * 'fully met in none of 5 plans (partly in 4)', 'met in all 5 plans', 'fully met in 45% (5 of 11; likely range 21–72%)':
 * not fully met is not the same as not met at all, and a reader is told which.
 */
export function metWords({ met, partly, of }: Met, noun: string): string {
  const nouns = of === 1 ? singular(noun) : noun;
  const share = shareOf(met, of, noun);
  const partlyWords = partly === null || partly === 0 ? '' : ` (partly in ${partly})`;
  if (share.percent !== null) {
    return `${met === of ? 'met' : 'fully met'} in ${share.words}${partly === null || partly === 0 ? '' : `, partly in ${partly}`}`;
  }
  if (met === of) return of === 1 ? `met in the one ${nouns}` : `met in all ${of} ${nouns}`;
  return `fully met in ${met === 0 ? 'none' : met} of ${of} ${nouns}${partlyWords}`;
}

/** The same in counts alone, where room is dear and the reader knows what it is of: 'met in all 5', 'fully met in 7 of 12, partly in 5'. */
export function metBriefly({ met, partly, of }: Met): string {
  if (met === of) return `met in all ${of}`;
  return `fully met in ${met === 0 ? 'none' : met} of ${of}${partly === null || partly === 0 ? '' : `, partly in ${partly}`}`;
}
