import { findDates } from '../read-dates.ts';
import { detailKeyOf } from '../provision-details.ts';

/** A word as it is compared, and where it stands in its text. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

/** Numbers keep their points and colons ("32.5", "1,150", "1:1"). A hyphened word is one, since a line's end may eat its hyphen. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}]+(?:['’ʼ\u00AD‐‑-]\p{L}+)*/gu;

/** The words of a text, made plain: small letters, ligatures undone, straight apostrophes. */
export function placeWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Some PDFs lose their ligatures, "specic" and "difculty" for "specific" and "difficulty": words are the same without them. */
const LIGATURES = /ff?[il]|ff|f(?=[bcdghjkmnpqvwxz])/gi;

function plain(word: string): string {
  return word
    .normalize('NFKC')
    .replace(LIGATURES, '')
    .replace(/[\u00AD‐‑-]/g, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase();
}

/**
 * Words run together, so that a word that a line's end or a hyphen parted is the same word: "co-ordination",
 * "coordination". Numbers stay apart.
 */
export function keyOf(words: readonly string[]): string {
  let key = '';
  for (const word of words) key += /\p{N}$/u.test(key) && /^\p{N}/u.test(word) ? ` ${word}` : word;
  return key;
}

const BULLET = /^\s*(?:[•▪○●★→✓*o–—-]\s+|[•▪○●★→✓]\s*)/u;
const NUMBERS: readonly RegExp[] = [
  /^(?:outcome|provision|need|step|item|target|goal|aim|aspiration|objective|appendix|annex|report|document|advice|no\.?|ref\.?)\s*(?:no\.?\s*)?[A-K]?[12]?\.?\d*(?:\.\d+)*\s*(?:\([A-K]\d?\)\s*)?(?:[:.)–—-]+\s*|$)/i,
  /^outcome\s+\d+\s+(?=\p{Lu})/iu,
  /^\(?[A-K]?[12]?\.?\d{1,2}(?:\.\d{1,2})+\)?(?:\s*[:.)–-]+)?(?:\s+|$)(?!(?:hours?|minutes?|per ?cent|%))/i, // F3.4, 1.2
  /^[A-K][12]?\.\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, // B.7, H1.2
  /^\(?[A-K]\d{1,2}\)?(?:\s*\([a-z]\))?\s*[:.)–-]*(?:\s+|$)/, // E1, F3(a)
  /^[A-K][12]?\.\s*(?:outcome|provision|need)\s*\d*\s*[:.–-]*\s*$/i, // F. Provision 3
  /^\(?\d{1,3}[.):](?:\s+|$)/, // 1.  2)
  // 7 Text, but not 7 TA hours, 7 hours or 7 July
  /^\d{1,2}\s+(?=\p{Lu}\p{Ll})(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/u,
  /^\((?:[ivx]+|[a-h]|\d{1,2})\)(?:\s+|$)/,
  /^[a-h]\)\s+/,
];

/** Characters of the bullet and number that a text begins with: they move when a list is numbered anew. */
export function labelLength(text: string): number {
  let length = BULLET.exec(text)?.[0].length ?? 0;
  for (const pattern of NUMBERS) {
    const found = pattern.exec(text.slice(length));
    if (found && found[0] !== '') {
      length += found[0].length;
      break;
    }
  }
  return length;
}

const WHEN_OR_STEP =
  /^(?:by(?: when)?|to be (?:achieved|met|completed) by|by what date|time ?scale|time ?frame|target date|date|(?:next |small |short[- ]term )?(?:steps?|targets?)(?: \d+)?|outcome|provision)$/i;
/** "Who", "How often", "By when", "Step": words that a template prints beside a plan's own. */
export function isDetailLabel(label: string): boolean {
  return detailKeyOf(label) !== null || WHEN_OR_STEP.test(label.trim().replace(/[:?]$/, ''));
}

/** One to six words and a colon. */
const BEFORE_COLON = /((?:[\p{L}’']+ ){0,5}[\p{L}’']+(?: \d+)?):\s*/gu;

/**
 * Ranges of labels such as "Who:", "How often:" or "Step:", which are the template's words and not the plan's. A label
 * begins with a capital or at the text's start; the words before it are the last label's.
 */
export function inlineLabels(text: string): { start: number; end: number }[] {
  const labels: { start: number; end: number }[] = [];
  for (const match of text.matchAll(BEFORE_COLON)) {
    const words = match[1] ?? '';
    const end = match.index + match[0].length;
    for (const { index } of words.matchAll(/(?:^|(?<= ))\p{Lu}|^/gu)) {
      const label = words.slice(index);
      if (!isDetailLabel(label)) continue;
      if (index > 0 || match.index === 0 || /^\p{Lu}/u.test(label)) {
        labels.push({ start: match.index + index, end });
        break;
      }
    }
  }
  return labels;
}

/** "[amended Nov 25]", "(new)": what a version says of its own changes. */
function amendmentTags(text: string): { start: number; end: number }[] {
  const tag =
    /[[(](?:amended|amendment|added|changed|new|inserted|updated|unchanged|moved|revised)\b[^\])]{0,40}[\])]/giu;
  return [...text.matchAll(tag)].map(({ 0: shown, index }) => ({ start: index, end: index + shown.length }));
}

/** The words of a passage without its number and its template's labels; a date is one word, however it is written. */
export function contentWords(text: string): PlacedWord[] {
  const dates = findDates(text);
  const number = labelLength(text);
  const from = dates.some((date) => number > date.start) ? 0 : number;
  const labels = [...inlineLabels(text), ...amendmentTags(text)];
  const words = placeWords(text).filter(({ start }) => !dates.some((date) => start >= date.start && start < date.end));
  return [...words, ...dates.map(({ iso, start, end }) => ({ word: iso, start, end }))]
    .filter(({ start }) => start >= from && !labels.some((label) => start >= label.start && start < label.end))
    .sort((a, b) => a.start - b.start);
}

export function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that two lists have in common, counting repeats and not order. */
export function commonWords(words: readonly string[], others: ReadonlyMap<string, number>): string[] {
  const used = new Map<string, number>();
  return words.filter((word) => {
    const count = used.get(word) ?? 0;
    used.set(word, count + 1);
    return count < (others.get(word) ?? 0);
  });
}
