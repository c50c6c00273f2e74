import { findNeed } from './needs.ts';
import { findPresentVerb } from './present-verb.ts';
import { findAll, type Seen } from './word-pattern.ts';

/** A text told anew, and for each of its letters where it stands in the text that it was told from. */
export interface Retold {
  text: string;
  /** The place in the first text that a place in this one stands for: a word's start, or the end of one. */
  placeOf: (index: number, isEnd: boolean) => number;
}

/**
 * An outcome in the present tense, told as the rules know it: "Marley eats two foods" and "Eats two foods" become
 * "… will eat two foods", "Is given a laptop" becomes "will be given a laptop", "zips own coat" gets its "his". What
 * already says "will", or only tells how things are now (a need), keeps its verb.
 */
export function inFutureTense(text: string): Retold {
  const changes: Change[] = findAll(text, OWN_ALONE).map(({ start }) => ({ start, end: start, told: 'his ' }));
  const short = SHORT_WILL.exec(text);
  if (short !== null) changes.push({ start: short.index, end: short.index + short[0].length, told: ' will' });
  if (short === null && !SAYS_WILL.test(text) && findNeed(text) === null) {
    const verb = findPresentVerb(text);
    if (verb !== null) changes.push({ start: verb.start, end: verb.end, told: `will ${verb.base}` });
  }
  return retell(
    text,
    changes.toSorted((a, b) => a.start - b.start),
  );
}

interface Change {
  start: number;
  end: number;
  told: string;
}

const SAYS_WILL = /(?<![\p{L}])(?:will|shall|won't)(?![\p{L}])/iu;
/** "she'll be supported" */
const SHORT_WILL = /(?<=\p{L})'ll(?![\p{L}])/u;
/** "packs own bag", "own coat off". */
const OWN_ALONE = /(?<![\p{L}'])(?<!(?:his|her|their|my|your|its|our|the|one's|'s)\s+)own(?=\s\p{L})/giu;

/** The text with the changes made; they stand in order and apart. */
function retell(text: string, changes: readonly Change[]): Retold {
  let told = '';
  let from = 0;
  const pieces: { start: number; end: number; first: number; last: number; isSame: boolean }[] = [];
  const add = (words: string, first: number, last: number, isSame: boolean): void => {
    pieces.push({ start: told.length, end: told.length + words.length, first, last, isSame });
    told += words;
  };
  for (const change of changes) {
    add(text.slice(from, change.start), from, change.start, true);
    add(change.told, change.start, change.end, false);
    from = change.end;
  }
  add(text.slice(from), from, text.length, true);
  return {
    text: told,
    placeOf: (index, isEnd) => {
      const piece = pieces.find(
        ({ start, end }) => (isEnd ? index > start : index >= start) && index <= end - (isEnd ? 0 : 1),
      );
      if (piece === undefined) return index <= 0 ? 0 : text.length;
      if (piece.isSame) return piece.first + index - piece.start;
      return isEnd ? piece.last : piece.first;
    },
  };
}

/** The same places in the text that it was told from. */
export function inFirstText({ placeOf }: Retold, places: readonly Seen[], text: string): Seen[] {
  return places.map((seen) => {
    const [start, end] = [placeOf(seen.start, false), placeOf(seen.end, true)];
    return { start, end, text: text.slice(start, end) };
  });
}
