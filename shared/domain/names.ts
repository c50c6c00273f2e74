/**
 * Names as people type, paste and print them. The same name comes with composed or decomposed accents, with no-break
 * spaces, with any of a dozen apostrophes, and with characters that nobody sees: of no width, turning the direction of
 * writing, or control characters that a copy brought along. Whoever keeps, compares or masks names does so by this page.
 */

/** What nobody sees: ignorable by default (no width, soft hyphen, direction marks, variation selectors) and controls. */
const UNSEEN = /(?![\t\n\v\f\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
/** What stands for an apostrophe. One UTF-16 unit each, so that putting a straight one in its place moves nothing. */
export const APOSTROPHES = '`´‘’‚‛′ʹʻʼʽˈ＇՚ꞌ';
const ALL_APOSTROPHES = new RegExp(`[${APOSTROPHES}]`, 'gu');
/** Spaces of any width, and ends of lines. */
const SPACES = /[\s\u0085\p{Z}]+/gu;
const SPACE = /^[\s\u0085\p{Z}]$/u;

/** A line as a person would see it: composed letters, single plain spaces, nothing unseen. */
export function cleanLine(text: string): string {
  return withoutUnseen(text).normalize('NFC').replaceAll(SPACES, ' ').trim();
}

/** A name to be kept: a clean line with straight apostrophes, which every keyboard has to search by. */
export function cleanName(name: string): string {
  return straightApostrophes(cleanLine(name));
}

/** What two writings of one name share, capitals and accents apart; a hyphen is a hyphen, however long. */
export function nameKey(name: string): string {
  return cleanName(withoutAccents(cleanName(name)).replaceAll(/[‐‑‒–—−]/gu, '-'));
}

/** In small letters without accents: "ZOË" and "zoe" alike, 'ß' as its two letters. */
export function withoutAccents(text: string): string {
  return withoutUnseen(text).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** Without what nobody sees; spaces and ends of lines stay. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(ALL_UNSEEN, '');
}

/** One letter for one, so that no place in the text moves. */
export function straightApostrophes(text: string): string {
  return text.replaceAll(ALL_APOSTROPHES, "'");
}

/**
 * Cyrillic and Greek letters that nobody can tell from a Latin one, by that one (Unicode Technical Standard 39,
 * confusables.txt): those of which the shapes are the same in most typefaces.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аα',
  c: 'сϲ',
  d: 'ԁ',
  e: 'е',
  h: 'һ',
  i: 'іι',
  j: 'јϳ',
  l: 'ӏ',
  o: 'оοσ',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ',
  u: 'υ',
  v: 'ѵν',
  w: 'ԝ',
  x: 'х',
  y: 'уγ',
  A: 'АΑ',
  B: 'ВΒ',
  C: 'СϹ',
  E: 'ЕΕ',
  G: 'Ԍ',
  H: 'НΗ',
  I: 'ІΙӀ',
  J: 'ЈͿ',
  K: 'КΚ',
  M: 'МΜ',
  N: 'Ν',
  O: 'ОΟ',
  P: 'РΡ',
  Q: 'Ԛ',
  S: 'Ѕ',
  T: 'ТΤ',
  V: 'Ѵ',
  W: 'Ԝ',
  X: 'ХΧ',
  Y: 'УΥ',
  Z: 'Ζ',
};
const LATIN = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, others]) => others.split('').map((other) => [other, latin] as const)),
);
const LOOKS_LATIN = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'gu');

/** With Latin letters in the place of others that look the same: 'Rоwan', whose second letter is Cyrillic, as 'Rowan'. */
export function withLatinLetters(text: string): string {
  return text.replaceAll(LOOKS_LATIN, (letter) => LATIN.get(letter) ?? letter);
}

/** A text as it is read, with the place in the text as it is kept that each of its letters comes from. */
export interface SeenText {
  text: string;
  /** The range of the kept text that a range of this one stands for. */
  original(start: number, end: number): { start: number; end: number };
}

/**
 * A text as a reader sees it: accents composed, spaces plain, apostrophes straight, nothing unseen. A soft hyphen
 * stays where it tells a word broken at a line's end. `unseenAs` is what stands for each unseen character: nothing where it may be
 * within a word, a space where it may divide two.
 */
export function seenText(text: string, unseenAs: '' | ' ' = ''): SeenText {
  if (!ODD.test(text)) return { text, original: (start, end) => ({ start, end }) };
  let seen = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { index, 0: cluster } of text.matchAll(CLUSTER)) {
    const isAtLineEnd = cluster === SOFT_HYPHEN && SPACE.test(text.charAt(index + 1));
    const read = isAtLineEnd ? cluster : readCluster(cluster, unseenAs);
    seen += read;
    for (let unit = 0; unit < read.length; unit += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return {
    text: seen,
    original: (start, end) => ({
      start: starts[start] ?? text.length,
      end: end > start ? (ends[end - 1] ?? text.length) : (starts[start] ?? text.length),
    }),
  };
}

/** Whether a text holds what nobody sees, where a name may be hidden from a rule and not from a reader. */
export function hasUnseen(text: string): boolean {
  return UNSEEN.test(text.replaceAll(SOFT_HYPHEN, ''));
}

const SOFT_HYPHEN = '\u00ad';
/** A letter with the marks upon it, unseen characters between them or not; or any one character. */
const CLUSTER = /\P{M}(?:(?:(?![\t\n\v\f\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cc}])*\p{M})*|\p{M}+/gsu;
const ODD = new RegExp(
  `[${APOSTROPHES}]|(?![ \\n\\t])[\\p{Z}\\p{Cc}]|\\p{Default_Ignorable_Code_Point}|\\p{M}|[\\ufff9-\\ufffb]`,
  'u',
);

function readCluster(cluster: string, unseenAs: '' | ' '): string {
  if (cluster === SOFT_HYPHEN) return '';
  if (UNSEEN.test(cluster) && withoutUnseen(cluster) === '') return unseenAs;
  if (SPACE.test(cluster)) return cluster === '\n' || cluster === '\t' ? cluster : ' ';
  return straightApostrophes(withoutUnseen(cluster).normalize('NFC'));
}
