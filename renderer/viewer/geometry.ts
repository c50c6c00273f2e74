import type { Block, Box, Span, TextRun } from '../../shared/domain/document-model.ts';

/** A rectangle on one page, in PDF points. */
export interface PlacedBox {
  page: number;
  box: Box;
}

/** A rectangle must share this much of the lower of the two heights with a line to count as lying on it. */
const ON_THE_LINE = 0.5;

/** Letters that a proportional position may be off by: letters differ in width within a run. */
const SNAP_LETTERS = 8;

/** Points around a block that still count as it when someone clicks beside the words. */
const CLICK_SLACK = 14;

/** Where the letters [start, end) of a block stand: one box per line, proportional within a run of text. */
export function boxesOfSpan(block: Block, start: number, end: number): PlacedBox[] {
  const boxes: PlacedBox[] = [];
  for (const run of block.runs) {
    if (run.box === undefined || run.page === undefined || run.end <= start || run.start >= end) continue;
    const box = partOfRun(run, run.box, Math.max(start, run.start), Math.min(end, run.end));
    const last = boxes.at(-1);
    if (last !== undefined && last.page === run.page && isOneLine(last.box, box)) last.box = around(last.box, box);
    else boxes.push({ page: run.page, box });
  }
  if (boxes.length === 0 && block.box !== undefined && block.page !== null) {
    boxes.push({ page: block.page, box: block.box });
  }
  return boxes;
}

/** The letters that lie under rectangles of a page, one span per block. */
export function spansUnder(blocks: readonly Block[], page: number, areas: readonly Box[]): Span[] {
  const spans: Span[] = [];
  for (const block of blocks) {
    let start = Number.POSITIVE_INFINITY;
    let end = Number.NEGATIVE_INFINITY;
    for (const run of block.runs) {
      if (run.box === undefined || run.page !== page) continue;
      for (const area of areas) {
        const part = lettersUnder(run, run.box, area);
        if (part === null) continue;
        start = Math.min(start, part[0]);
        end = Math.max(end, part[1]);
      }
    }
    if (start < end) spans.push({ block: block.id, start, end });
  }
  return spans;
}

/**
 * Moves the two outer ends of spans, which geometry knows to a few letters only, to where the selected words begin and
 * end, and out to whole words.
 */
export function snapToWords(blocks: ReadonlyMap<string, Block>, spans: readonly Span[], selected: string): Span[] {
  const words = selected.trim();
  return spans.map((span, index) => {
    const text = blocks.get(span.block)?.text ?? '';
    const firstWords = words.split('\n')[0]?.trim().slice(0, 12) ?? '';
    const lastWords = words.split('\n').at(-1)?.trim().slice(-12) ?? '';
    const start = index === 0 ? nearest(text, firstWords, span.start) : null;
    const end = index === spans.length - 1 ? nearest(text, lastWords, span.end - lastWords.length) : null;
    const snapped = { ...span, start: start ?? span.start, end: end === null ? span.end : end + lastWords.length };
    return wholeWords(text, snapped.start < snapped.end ? snapped : span);
  });
}

/** Widens a span to whole words: nobody means to quote half a word. */
export function wholeWords(text: string, span: Span): Span {
  return { block: span.block, start: wordStart(text, span.start), end: wordEnd(text, span.end) };
}

/** The block at a point of a page, or the nearest one beside it; null far from any text. */
export function blockAt(blocks: readonly Block[], page: number, x: number, y: number): Block | null {
  let best: Block | null = null;
  let bestDistance = CLICK_SLACK;
  for (const block of blocks) {
    for (const run of block.runs) {
      if (run.box === undefined || run.page !== page) continue;
      const distance = distanceTo(run.box, x, y);
      if (distance < bestDistance) [best, bestDistance] = [block, distance];
      if (distance === 0) return block;
    }
  }
  return best;
}

/** The smallest box around all boxes; null for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes;
  return first === undefined ? null : rest.reduce(around, first);
}

function partOfRun(run: TextRun, box: Box, start: number, end: number): Box {
  const [left, bottom, right, top] = box;
  const letters = Math.max(1, run.end - run.start);
  const at = (letter: number): number => left + ((right - left) * (letter - run.start)) / letters;
  return [at(start), bottom, at(end), top];
}

function lettersUnder(run: TextRun, box: Box, area: Box): [number, number] | null {
  if (!isOneLine(box, area)) return null;
  const [left, , right] = box;
  if (right <= left || area[2] <= left || area[0] >= right) return null;
  const letters = run.end - run.start;
  const letterAt = (x: number): number =>
    Math.min(letters, Math.max(0, Math.round(((x - left) / (right - left)) * letters)));
  const start = run.start + letterAt(area[0]);
  const end = run.start + letterAt(area[2]);
  return start < end ? [start, end] : null;
}

function isOneLine(one: Box, other: Box): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  const lower = Math.min(one[3] - one[1], other[3] - other[1]);
  return lower > 0 && shared >= lower * ON_THE_LINE;
}

function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function nearest(text: string, words: string, around: number): number | null {
  if (words === '') return null;
  for (let off = 0; off <= SNAP_LETTERS; off += 1) {
    if (text.startsWith(words, around - off) && around - off >= 0) return around - off;
    if (text.startsWith(words, around + off) && around + off >= 0) return around + off;
  }
  return null;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\S/u.test(text.charAt(start)) && /\S/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\S/u.test(text.charAt(end)) && /\S/u.test(text.charAt(end - 1))) end += 1;
  return end;
}

function distanceTo(box: Box, x: number, y: number): number {
  const across = Math.max(box[0] - x, 0, x - box[2]);
  const along = Math.max(box[1] - y, 0, y - box[3]);
  return Math.hypot(across, along);
}
