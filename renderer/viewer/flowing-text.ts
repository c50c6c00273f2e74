import type { Block, DocumentModel, Span } from '../../shared/domain/document-model.ts';

/** A document's words in reading order as one string, with the way back to blocks. */
export interface FlowingText {
  /** Blocks joined by a line break; white space collapsed to single blanks, so that re-flowed quotes are still found. */
  text: string;
  /** For each letter of `text`: which block (index) and which letter of it; -1 between blocks. */
  blockAt: Int32Array;
  letterAt: Int32Array;
  blocks: readonly Block[];
}

const known = new WeakMap<readonly Block[], FlowingText>();

/** The words of these blocks as one searchable string. Kept per array of blocks, so asking again costs nothing. */
export function flowingText(blocks: readonly Block[]): FlowingText {
  const before = known.get(blocks);
  if (before !== undefined) return before;
  const flow = join(blocks);
  known.set(blocks, flow);
  return flow;
}

/** White space collapsed to single blanks and cut off at both ends. */
export function plainWords(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Turns the stretch [from, to) of the flowing text back into spans of blocks. */
export function spansOfStretch(flow: FlowingText, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let last: Span | undefined;
  let lastBlock = -1;
  for (let at = from; at < to; at += 1) {
    const index = flow.blockAt[at] ?? -1;
    const block = flow.blocks[index];
    if (block === undefined) continue;
    const letter = flow.letterAt[at] ?? 0;
    if (last !== undefined && index === lastBlock) last.end = letter + 1;
    else {
      last = { block: block.id, start: letter, end: letter + 1 };
      lastBlock = index;
      spans.push(last);
    }
  }
  return spans;
}

/** Every place where the words stand, as [from, to) in the flowing text. */
export function placesOf(flow: FlowingText, words: string, matchCase = true): [number, number][] {
  const wanted = plainWords(words);
  if (wanted === '') return [];
  const haystack = matchCase ? flow.text : foldCase(flow.text);
  const needle = matchCase ? wanted : foldCase(wanted);
  const places: [number, number][] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    places.push([at, at + needle.length]);
  }
  return places;
}

/** Blocks by id. Kept per model. */
export function blocksById(model: DocumentModel): ReadonlyMap<string, Block> {
  let map = byId.get(model.blocks);
  if (map === undefined) {
    map = new Map(model.blocks.map((block) => [block.id, block]));
    byId.set(model.blocks, map);
  }
  return map;
}
const byId = new WeakMap<readonly Block[], Map<string, Block>>();

/** Lower case without changing the length, so that positions stay true (İ would grow). */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('');
}

function join(blocks: readonly Block[]): FlowingText {
  const size = blocks.reduce((sum, block) => sum + block.text.length + 1, 0);
  const blockAt = new Int32Array(size);
  const letterAt = new Int32Array(size);
  let text = '';
  blocks.forEach((block, index) => {
    const part = collapse(block.text);
    if (part.words === '') return;
    if (text !== '') {
      blockAt[text.length] = -1;
      text += ' ';
    }
    blockAt.fill(index, text.length, text.length + part.words.length);
    letterAt.set(part.letterAt, text.length);
    text += part.words;
  });
  return { text, blockAt: blockAt.subarray(0, text.length), letterAt: letterAt.subarray(0, text.length), blocks };
}

/** White space collapsed, with where each remaining letter stood. */
function collapse(text: string): { words: string; letterAt: number[] } {
  const letterAt: number[] = [];
  let words = '';
  for (let letter = 0; letter < text.length; letter += 1) {
    const isBlank = /\s/u.test(text.charAt(letter));
    if (isBlank && (words === '' || words.endsWith(' '))) continue;
    words += isBlank ? ' ' : text.charAt(letter);
    letterAt.push(letter);
  }
  return words.endsWith(' ') ? { words: words.slice(0, -1), letterAt: letterAt.slice(0, -1) } : { words, letterAt };
}
