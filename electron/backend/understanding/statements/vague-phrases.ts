import { type Exactness, VAGUE } from './vague-words.ts';
import { findAll, type Seen } from './word-pattern.ts';

/**
 * The shortest spans that hedge or empty a statement, in order. A word that is usually vague is left alone where the
 * rest of the sentence makes it exact ("access to the library at every lunch break").
 */
export function findVaguePhrases(text: string, exactness: Exactness): Seen[] {
  const found = VAGUE.flatMap(({ pattern, isExact }) =>
    findAll(text, pattern).filter((seen) => isExact?.(text, seen, exactness) !== true),
  );
  return longestFirst(found);
}

/** Of phrases that overlap the longer one speaks. */
function longestFirst(found: readonly Seen[]): Seen[] {
  const kept: Seen[] = [];
  for (const seen of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => seen.end <= other.start || seen.start >= other.end)) kept.push(seen);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
