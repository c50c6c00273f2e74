import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Block, Span } from '../../shared/domain/document-model.ts';
import { sentencesOf } from './sentences.ts';

/** Quoting without a mouse: a cursor that goes by block and by sentence, and stretches over both. */
export interface Cursor {
  /** Where the stretch began, and where it has got to; the same while nothing is stretched. */
  anchor: Stretch;
  head: Stretch;
}

interface Stretch {
  first: Place;
  last: Place;
}

interface Place {
  /** Index into the blocks that the cursor visits. */
  block: number;
  sentence: number;
}

export type CursorMove = 'next_block' | 'previous_block' | 'next_sentence' | 'previous_sentence';

/** Blocks that the cursor visits: with words, and not printed on every page. */
export function cursorStops(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    (block) =>
      block.text.trim() !== '' &&
      block.furniture !== 'header' &&
      block.furniture !== 'footer' &&
      block.furniture !== 'watermark',
  );
}

/** A cursor on the whole of a block; null where the document has no such stop. */
export function cursorOn(stops: readonly Block[], blockId: string): Cursor | null {
  const index = stops.findIndex((block) => block.id === blockId);
  return index === -1 ? null : still(wholeBlock(stops, index));
}

/** Moves the cursor; with `stretch` the stretch grows or shrinks instead. Stays where it is at either end. */
export function moveCursor(
  stops: readonly Block[],
  cursor: Cursor | null,
  move: CursorMove,
  stretch = false,
): Cursor | null {
  if (stops.length === 0) return null;
  if (cursor === null) return still(wholeBlock(stops, 0));
  const head = nextStretch(stops, cursor.head, move);
  return stretch ? { anchor: cursor.anchor, head } : still(head);
}

/** Stretches the cursor from where it began to a block. */
export function stretchTo(stops: readonly Block[], cursor: Cursor | null, blockId: string): Cursor | null {
  const target = cursorOn(stops, blockId);
  return cursor === null || target === null ? target : { anchor: cursor.anchor, head: target.head };
}

/** The letters that the cursor covers, in reading order. */
export function spansOfCursor(stops: readonly Block[], cursor: Cursor | null): Span[] {
  if (cursor === null) return [];
  const [from, to] = isBefore(cursor.head.first, cursor.anchor.first)
    ? [cursor.head.first, later(cursor.head.last, cursor.anchor.last)]
    : [cursor.anchor.first, later(cursor.head.last, cursor.anchor.last)];
  return stops.slice(from.block, to.block + 1).map((block, offset) => {
    const index = from.block + offset;
    const sentences = sentencesOf(block);
    const start = index === from.block ? (sentences[from.sentence]?.[0] ?? 0) : 0;
    const end = index === to.block ? (sentences[to.sentence]?.[1] ?? block.text.length) : block.text.length;
    return { block: block.id, start, end };
  });
}

/** The block where the cursor's moving end is. */
export function headBlock(stops: readonly Block[], cursor: Cursor | null): Block | null {
  return cursor === null ? null : (stops[cursor.head.first.block] ?? null);
}

function still(stretch: Stretch): Cursor {
  return { anchor: stretch, head: stretch };
}

function wholeBlock(stops: readonly Block[], index: number): Stretch {
  const block = stops[index];
  const sentences = block === undefined ? 1 : sentencesOf(block).length;
  return { first: { block: index, sentence: 0 }, last: { block: index, sentence: sentences - 1 } };
}

function nextStretch(stops: readonly Block[], head: Stretch, move: CursorMove): Stretch {
  switch (move) {
    case 'next_block':
      return wholeBlock(stops, Math.min(stops.length - 1, head.last.block + 1));
    case 'previous_block':
      return wholeBlock(stops, Math.max(0, head.first.block - 1));
    case 'next_sentence':
      return oneSentence(isWhole(stops, head) ? head.first : step(stops, head.last, 1));
    case 'previous_sentence':
      return oneSentence(isWhole(stops, head) ? head.first : step(stops, head.first, -1));
    default:
      return assertNever(move);
  }
}

/** A cursor on a whole block of several sentences steps into its first one rather than past it. */
function isWhole(stops: readonly Block[], stretch: Stretch): boolean {
  const block = stops[stretch.first.block];
  const count = block === undefined ? 1 : sentencesOf(block).length;
  return count > 1 && stretch.first.sentence === 0 && stretch.last.sentence === count - 1;
}

function step(stops: readonly Block[], place: Place, by: 1 | -1): Place {
  const sentence = place.sentence + by;
  const block = stops[place.block];
  if (block !== undefined && sentence >= 0 && sentence < sentencesOf(block).length) return { ...place, sentence };
  const neighbour = stops[place.block + by];
  if (neighbour === undefined) return place;
  return { block: place.block + by, sentence: by === 1 ? 0 : sentencesOf(neighbour).length - 1 };
}

function oneSentence(place: Place): Stretch {
  return { first: place, last: place };
}

function isBefore(one: Place, other: Place): boolean {
  return one.block < other.block || (one.block === other.block && one.sentence < other.sentence);
}

function later(one: Place, other: Place): Place {
  return isBefore(one, other) ? other : one;
}
