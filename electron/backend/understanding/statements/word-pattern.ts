/** Words seen in a text, by UTF-16 positions, end exclusive. */
export interface Seen {
  start: number;
  end: number;
  text: string;
}

/**
 * A pattern over whole words, any case. A space in the source stands for any white space, so that a line broken by a
 * page still matches; the third person stands for every person.
 */
export function wordPattern(source: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${withAnySpace(forAnyPerson(source))})(?![\\p{L}\\p{N}])`, flags);
}

/** Plans are written of, to and by the person: "his|her" stands for "my" and "your" too, "he|she" for "I" and "you". */
function forAnyPerson(source: string): string {
  return source
    .replaceAll(/\bhis( ?)\|her\1(?:\|their\1)?(?![\p{L}])/gu, 'his$1|her$1|their$1|my$1|your$1')
    .replaceAll(/\bhe\|she(?:\|they)?\b/gu, 'he|she|they|I|you')
    .replaceAll(
      /\bhimself\|herself(?:\|themselves)?(?:\|themself)?\b/gu,
      'himself|herself|themselves|themself|myself|yourself',
    );
}

/** A space outside brackets is one or more of white space; one that is itself repeated or optional is any one of it. */
function withAnySpace(source: string): string {
  return source
    .replaceAll(/(\\.|\[(?:\\.|[^\]\\])*\])| (?=[?*+{])/gu, (_part, kept?: string) => kept ?? '\\s')
    .replaceAll(/(\\.|\[(?:\\.|[^\]\\])*\])| /gu, (_part, kept?: string) => kept ?? '\\s+');
}

/** The same text with curly marks and odd dashes and spaces made plain, letter for letter, so that positions hold. */
export function plainText(text: string): string {
  return text
    .replaceAll(LONG_GAP, (gap) => ' '.repeat(SPACES_IN_A_GAP) + '\0'.repeat(gap.length - SPACES_IN_A_GAP))
    .replaceAll(/[‘’ʼ`]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[\u00a0\u2007\u2009\u202f\n\r\t]/g, ' ');
}

/** A longer run of white space parts words for good, or looking back over it would cost its square. */
const SPACES_IN_A_GAP = 8;
const LONG_GAP = /\s{9,}/gu;

/** Letters of a statement that are looked at: longer ones are no statements, and a hostile file must not cost time. */
export const LONGEST_STATEMENT = 2_000;

/** Every place where a global pattern matches. */
export function findAll(text: string, pattern: RegExp): Seen[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** The first place where a pattern matches, or null. */
export function findFirst(text: string, pattern: RegExp): Seen | null {
  const at = text.search(pattern);
  if (at === -1) return null;
  pattern.lastIndex = 0;
  const [seen] = findAll(text, pattern);
  return seen ?? null;
}

/** The text with some places blanked by spaces: what stands there no longer counts, and positions hold. */
export function without(text: string, places: readonly Seen[]): string {
  let masked = text;
  for (const { start, end } of places) masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  return masked;
}

/** The same places with the text's own words (after a search in a plain or masked copy of it). */
export function inOwnWords(text: string, places: readonly Seen[]): Seen[] {
  return places.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
