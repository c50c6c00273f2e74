import { straightApostrophes, withoutAccents, withoutUnseen } from '../names.ts';

/** A word of a text with its place, in plain letters, so that names are found however they are written. */
export interface Token {
  /** In small letters without accents. */
  plain: string;
  /** As it stands in the text. */
  raw: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*/gu;

/** The words of a text. Soft hyphens and what has no width belong to the word that they stand in. */
export function tokensOf(text: string): Token[] {
  // Some apostrophes are letters to Unicode, and none of them is within a word here.
  return [...straightApostrophes(text).matchAll(WORD)].map((match) => {
    const [raw] = match;
    return {
      plain: plainWord(raw),
      raw: withoutUnseen(raw),
      start: match.index,
      end: match.index + raw.length,
    };
  });
}

/** "ZOË" and "zoe" alike. */
export function plainWord(word: string): string {
  return withoutAccents(word);
}

/** The plain words of a name, for comparing and for keys. */
export function plainWords(text: string): string[] {
  return tokensOf(text).map(({ plain }) => plain);
}

/** Between two parts of one name: a space, a hyphen, an apostrophe or a point, or a line's end among them. */
export function isWithinName(gap: string): boolean {
  return (
    gap.length <= 4 &&
    /^[\s.,'’`\-‐‑–\u00ad]*$/u.test(gap) &&
    !/[.,].*[.,]/u.test(gap) &&
    !/^\.\s+$/u.test(gap.trimStart())
  );
}

/** A word broken at a line's end: a hyphen, and more white space than none, or a soft hyphen. */
export function isBrokenWord(gap: string): boolean {
  return /^[-‐‑\u00ad]\s*$/u.test(gap);
}
