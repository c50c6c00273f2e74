/** Text as the scorer compares it: words in small letters, ligatures and quotation marks made plain. */

export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00AD/g, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase();
}

export function words(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
}

const BULLET = /^\s*(?:[\u2022\u25AA\u25CB\u25CF\u2605\u2192\u2713\u2610\u2612*\uF0B7\uF0A7]|[o\-\u2013](?=\s))\s*/;
const LABELS = [
  /^\s*(?:outcome|item|provision|step|need)\s*[A-Z]?\d*(?:\.\d+)*\s*[:.)\-\u2013\u2014]+\s*/i, // Outcome 3: / Item 2 -
  /^\s*outcome\s+\d+\s+(?=[A-Z])/i,
  /^\s*\(?[A-K]?[12]?\.?\d{1,2}(?:\.\d{1,2})+\)?\s*[:.)\-\u2013]*\s+/i, // F3.4 / 1.2
  /^\s*\(?[A-K]\d{1,2}\)?\s*[:.)\-\u2013]*\s+/, // E1 / F12.
  /^\s*\(?\d{1,2}[.):]\s+/, // 1. / (1) / 2)
  /^\s*\d{1,2}\s+(?=[A-Z])/, // 7  Text
  /^\s*\((?:[ivx]+|[a-h])\)\s+/, // (ii) / (a)
  /^\s*[a-h]\)\s+/,
];

/** A statement without its bullet and label. */
export function withoutLabel(text: string): string {
  const plain = text.replace(BULLET, '');
  for (const label of LABELS) {
    const cut = plain.replace(label, '');
    if (cut !== plain) return cut.replace(BULLET, '');
  }
  return plain;
}

/** Twice the common words over all words, counting repeats and not order: 0 to 1. */
export function wordOverlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const counts = countWords(b);
  let common = 0;
  for (const word of a) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    common += 1;
    counts.set(word, left - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** Twice the longest common subsequence over all words: 0 to 1; 0 below `floor`, where that can be told cheaply. */
export function orderedOverlap(a: readonly string[], b: readonly string[], floor = 0): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0 || wordOverlap(a, b) < floor) return 0;
  return (2 * longestCommon(a, b)) / (a.length + b.length);
}

export function longestCommon(a: readonly string[], b: readonly string[]): number {
  let previous = new Int32Array(b.length + 1);
  let current = new Int32Array(b.length + 1);
  for (const word of a) {
    for (let at = 1; at <= b.length; at += 1) {
      current[at] =
        word === b[at - 1] ? (previous[at - 1] ?? 0) + 1 : Math.max(previous[at] ?? 0, current[at - 1] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

export function countWords(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
