/** A section's words, one after another, whatever passages they are cut into. */
export interface RunningWords {
  /** How often some words stand there, one straight after the other. */
  count(words: readonly string[]): number;
}

/** Words in a row that are looked up before the whole is searched through. */
const SHINGLE = 3;

export function runWords(all: readonly string[]): RunningWords {
  const text = ` ${all.join(' ')} `;
  const shingles = new Set<string>();
  for (let at = 0; at < all.length; at += 1) shingles.add(all.slice(at, at + SHINGLE).join(' '));
  const hasShingles = (words: readonly string[]): boolean => {
    for (let at = 0; at + SHINGLE <= words.length; at += 1) {
      if (!shingles.has(words.slice(at, at + SHINGLE).join(' '))) return false;
    }
    return true;
  };
  return {
    count: (words) => {
      if (words.length === 0 || !hasShingles(words)) return 0;
      const sought = ` ${words.join(' ')} `;
      let count = 0;
      // The space after one is the space before the next.
      for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length - 1)) count += 1;
      return count;
    },
  };
}
