import type { Phrase } from '../../../shared/contract/phrases.ts';

/** Phrases that a key stands for: Alt and 1 to 9. */
const MOST_KEYS = 9;

/** The phrase that Alt with this key puts in; null where there is none. */
export function phraseNumbered(phrases: readonly Phrase[], key: string): Phrase | null {
  const number = Number(key);
  return Number.isInteger(number) && number >= 1 && number <= MOST_KEYS ? (phrases[number - 1] ?? null) : null;
}

/** The key of the phrase at this place in the list, from 0; null past the ninth. */
export function keyOfPhrase(at: number): string | null {
  return at < MOST_KEYS ? `Alt+${at + 1}` : null;
}

/** What was typed with a phrase after it, as sentences follow each other; cut where it would be too long to keep. */
export function withPhrase(typed: string, words: string, longest: number): string {
  const before = typed.trimEnd();
  return (before === '' ? words : `${before} ${words}`).slice(0, longest);
}
