import { comparePlans } from '../../electron/backend/understanding/compare/compare-plans.ts';
import type { CorpusResult } from './read-corpus.ts';
import { scoreDifferences } from './score-differences.ts';
import type { DifferenceScore, GivenDifference } from './score-differences.ts';
import type { IndexEntry } from './scorer.ts';

export interface ComparedPair {
  draft: IndexEntry;
  final: IndexEntry;
  differences: GivenDifference[];
  score: DifferenceScore;
}

/** Compares every draft with every final of its plan, whatever their formats, and scores it against the final's gold. */
export function comparePairs(results: readonly CorpusResult[]): ComparedPair[] {
  return results
    .filter(({ entry, gold }) => entry.version === 'final' && (gold.differences?.length ?? 0) > 0)
    .flatMap((final) =>
      results
        .filter(({ entry }) => entry.version === 'draft' && entry.plan === final.entry.plan)
        .map((draft) => {
          const differences = comparePlans(draft.model, final.model).differences.map(
            ({ section, kind, before, after }) => ({ section, kind, before, after }),
          );
          const score = scoreDifferences(final.gold, draft.gold, differences);
          return { draft: draft.entry, final: final.entry, differences, score };
        }),
    );
}
