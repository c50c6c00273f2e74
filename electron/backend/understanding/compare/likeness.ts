import type { Unit } from './compare-units.ts';
import { longestCommonPairs } from './longest-common.ts';
import { commonWords, countWords, keyOf } from './plan-words.ts';

/** Share of words in common, in order, that makes two passages versions of one: in the same place, and elsewhere. */
const ALIKE_HERE = 0.45;
const ALIKE_ELSEWHERE = 0.62;
/** Two statements of at least so many words each, alike enough, are versions whatever is said beside them of who and when. */
const STATEMENT_WORDS = 5;
const STATEMENT_ALIKE = 0.6;
/** A fragment of a longer passage has at least so many words, nearly all of them the other's. */
const FRAGMENT_WORDS = 4;
const FRAGMENT_SHARE = 0.9;

/** 0 where two passages are no versions of one another; up to 1. */
export type Likeness = (a: Unit, b: Unit, isHere: boolean) => number;

/**
 * How like two passages are, among those given: words that most of them have ("By July 2027, Sam will …") weigh little.
 * A fragment is like the whole that holds it, in the same place.
 */
export function createLikeness(all: readonly Unit[]): Likeness {
  const spread = new Map<string, number>();
  for (const { words } of all) for (const word of new Set(words)) spread.set(word, (spread.get(word) ?? 0) + 1);
  // A word that stands once in each version weighs 1.
  const weigh = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + 1 / Math.max(1, (spread.get(word) ?? 1) / 2), 0);
  const known = new Map<Unit, { counts: Map<string, number>; weight: number }>();
  const about = (unit: Unit): { counts: Map<string, number>; weight: number } => {
    const made = known.get(unit) ?? { counts: countWords(unit.words), weight: weigh(unit.words) };
    known.set(unit, made);
    return made;
  };
  return (a, b, isHere) => {
    if (a.isLabel !== b.isLabel) return 0;
    const common = commonWords(a.words, about(b).counts);
    if (common.length === 0) return 0;
    const floor = isHere ? ALIKE_HERE : ALIKE_ELSEWHERE;
    const total = about(a).weight + about(b).weight;
    const bound = (2 * weigh(common)) / total;
    if (bound >= floor) {
      // Cells of a row may be read in another order.
      const ratio = a.isRow || b.isRow ? bound : (2 * weigh(inOrder(a.words, b.words))) / total;
      if (ratio >= floor) return ratio;
    }
    const statements = isHere ? statementLikeness(a.statement, b.statement, weigh) : 0;
    if (statements > 0) return statements;
    return isHere ? fragmentLikeness(a, b, common.length) : 0;
  };
}

function inOrder(a: readonly string[], b: readonly string[]): string[] {
  return longestCommonPairs(a, b).map(([at]) => a[at] ?? '');
}

/** A statement that was only made longer is a version too. */
function statementLikeness(
  a: readonly string[],
  b: readonly string[],
  weigh: (words: readonly string[]) => number,
): number {
  if (Math.min(a.length, b.length) < STATEMENT_WORDS) return 0;
  const common = weigh(inOrder(a, b));
  const ratio = (2 * common) / (weigh(a) + weigh(b));
  const share = common / Math.min(weigh(a), weigh(b));
  return ratio >= STATEMENT_ALIKE || share >= FRAGMENT_SHARE ? Math.max(ratio, 0.5) : 0;
}

function fragmentLikeness(a: Unit, b: Unit, common: number): number {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const { length } = short.words;
  if (length < FRAGMENT_WORDS || common / length < FRAGMENT_SHARE) return 0;
  if (long.key.includes(short.key)) return 0.4;
  const isLong = length >= 2 * FRAGMENT_WORDS;
  return isLong && inOrder(short.words, long.words).length / length >= FRAGMENT_SHARE ? 0.3 : 0;
}

/** Cut otherwise into lines, paragraphs or cells, but the same words. */
export function isSameGroup(left: readonly Unit[], right: readonly Unit[]): boolean {
  const [a, b] = [left.flatMap(({ words }) => words), right.flatMap(({ words }) => words)];
  if (a.length === 0 || b.length === 0) return false;
  if (keyOf(a) === keyOf(b)) return true;
  const [gone, come] = [extraWords(a, b), extraWords(b, a)];
  if (gone.length + come.length === 0) {
    return left.length + right.length > 2 || [...left, ...right].some(({ isRow }) => isRow);
  }
  // A line that begins with "20." may have been read as an item of a list, and its number as a marker.
  if (a.length - gone.length !== b.length - come.length) return false;
  if (come.length === 0) return areMarkers(gone, right, left);
  return gone.length === 0 && areMarkers(come, left, right);
}

/** Words of one side that the other has as marks: only marks that their own side lacks, lest "6.4 … 4 hours" hides an amount. */
function areMarkers(words: readonly string[], others: readonly Unit[], own: readonly Unit[]): boolean {
  const markers = extraWords(markersOf(others), markersOf(own));
  return extraWords(words, markers).length === 0;
}

function markersOf(units: readonly Unit[]): string[] {
  return units.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.markers));
}

function extraWords(words: readonly string[], others: readonly string[]): string[] {
  const left = countWords(others);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
