import { isAllBold, takeTypedMarker } from './draft-block.ts';
import type { DraftBlock } from './draft-block.ts';
import { readTypedMarker } from './list-marker.ts';
import { toBox, unite } from './pdf-geometry.ts';
import type { Rect, Turn } from './pdf-geometry.ts';
import type { Line, Piece } from './pdf-lines.ts';
import { TextBuilder } from './text-builder.ts';

/** What is known of the page and the document while paragraphs are made. */
export interface PageFacts {
  page: number;
  turn: Turn;
  /** Words seen whole somewhere in the document, in small letters: evidence for mending broken ones. */
  vocabulary: ReadonlySet<string>;
  /** The document's usual distance between lines of one paragraph, in ems of their letters; null where it shows none. */
  leading: number | null;
  /** The same within the cells of drawn tables. */
  cellLeading: number | null;
}

/** A paragraph in the making, and whether its last line was full: then it may run on over the page. */
export interface Paragraph {
  draft: DraftBlock;
  rect: Rect;
  endsFull: boolean;
}

/**
 * Joins a region's lines into paragraphs. `right` is where the region's text must wrap; a line that stops well before it
 * although the next line's first word would have fitted was ended on purpose.
 */
export function makeParagraphs(lines: readonly Line[], right: number, facts: PageFacts): Paragraph[] {
  const pitch = usualPitch(lines, facts.leading);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group !== undefined && runsOn(group, line, right, pitch)) group.push(line);
    else groups.push([line]);
  }
  return nestLists(groups.map((group) => makeParagraph(group, right, facts)));
}

function runsOn(group: readonly Line[], line: Line, right: number, pitch: number): boolean {
  const previous = group.at(-1);
  const first = group[0];
  if (previous === undefined || first === undefined) return false;
  const em = Math.max(previous.size, line.size);
  const step = line.baseline - previous.baseline;
  if (Math.abs(previous.size - line.size) > 0.08 * em || step <= 0) return false;
  const text = textOf(line);
  // Lines of one paragraph stand evenly; only what reads on in small letters may stand a little apart.
  const evenly = /^\p{Ll}/u.test(text) ? pitch * LOOSELY : pitch * EVENLY;
  if (step > Math.max(evenly, LEAST_GAP) * em) return false;
  if (differs(isBold(previous), isBold(line)) || differs(isItalic(previous), isItalic(line))) return false;
  if (NAMES_SECTION.test(text) && (isBold(line) === true || /^\P{Ll}+$/u.test(text) || /[.!?]$/.test(textOf(previous))))
    return false;
  // A contents list: every line ends in leaders and a page number.
  if (LEADERS.test(textOf(previous))) return false;
  if (
    readTypedMarker(text) !== null &&
    !goesOnWithDash(previous, line, right) &&
    !(/^[-–—]/.test(text) && /[\p{L}\d]$/u.test(textOf(previous)) && line.left > first.left + 1 && group.length > 1)
  )
    return false;
  const hasEnded = /[.!?:;]['"’”)]?$/.test(textOf(previous));
  // A word cut by a hyphen goes on, whatever room was left.
  if (/\p{L}[-\u00AD]$/u.test(textOf(previous)) && /^\p{Ll}/u.test(text)) return true;
  const roomLeft = right - previous.right;
  const needed = firstWordWidth(line) + 0.28 * em;
  const isCentred = Math.abs(previous.left + previous.right - line.left - line.right) < em;
  const slack = isCentred && previous.left > first.left - 1 ? 2 * em : 0.35 * em;
  if (roomLeft > needed + slack) return false;
  if (hasEnded && step > pitch * em * 1.08 + 0.4) return false;
  // An indent against the paragraph's own left edge begins a new one; a hanging first line does not.
  const edge = group.length > 1 ? previous.left : Math.min(first.left, line.left);
  if (!isCentred && group.length > 1 && Math.abs(line.left - edge) > 0.9 * em) return false;
  if (!isCentred && group.length === 1 && line.left < first.left - 2.5 * em) return false;
  return !(hasEnded && group.length > 1 && line.left - edge > 0.5 * em);
}

/** "Tilda Roe, Fenshire NHS / – 20 November": a line that parts its words with dashes may be broken before one. */
function goesOnWithDash(previous: Line, line: Line, right: number): boolean {
  const dash = /^([–—-])\s\S+/.exec(textOf(line));
  if (dash === null || !textOf(previous).includes(` ${dash[1]} `)) return false;
  const width = (line.right - line.left) * (dash[0].length / textOf(line).length);
  return right - previous.right < width + line.size / 2;
}

function makeParagraph(lines: readonly Line[], right: number, facts: PageFacts): Paragraph {
  const builder = new TextBuilder();
  const sizes = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous !== undefined) joinLines(builder, previous, line, right, facts.vocabulary);
    for (const [place, fragment] of line.fragments.entries()) {
      if (place > 0) builder.appendSpace();
      for (const same of groupByLook(fragment.pieces)) {
        const box = toBox(facts.turn, unite(same));
        for (const piece of same) {
          builder.append(piece.text, {
            bold: piece.bold,
            italic: piece.italic,
            underline: false,
            page: facts.page,
            box,
          });
          const size = Math.round(piece.size * 2) / 2;
          sizes.set(size, (sizes.get(size) ?? 0) + piece.text.length);
        }
      }
    }
  }
  const { text, runs } = builder.finish();
  const rect = unite(lines);
  const [fontSize] = [...sizes.entries()].reduce((best, each) => (each[1] > best[1] ? each : best), [11, 0]);
  const draft = takeTypedMarker({
    kind: 'paragraph',
    text,
    page: facts.page,
    box: toBox(facts.turn, rect),
    fontSize,
    runs,
    isBold: isAllBold(text, runs),
  });
  const last = lines.at(-1);
  return { draft, rect, endsFull: last !== undefined && right - last.right < 6 * last.size };
}

/** Decides what stands between two lines of one paragraph: a space, nothing after a hyphen, or a mended word. */
function joinLines(
  builder: TextBuilder,
  previous: Line,
  line: Line,
  right: number,
  vocabulary: ReadonlySet<string>,
): void {
  const before = /(\p{L}[\p{L}\p{N}'’]*)([-\u2010\u00AD]?)$/u.exec(textOf(previous));
  const after = /^\p{Ll}[\p{L}'’]*/u.exec(textOf(line))?.[0];
  const word = before?.[1];
  if (word !== undefined && after !== undefined) {
    const joined = `${word}${after}`.toLowerCase();
    const hyphen = before?.[2] ?? '';
    if (hyphen !== '') {
      const isWhole = vocabulary.has(joined) && !vocabulary.has(`${word}-${after}`.toLowerCase());
      if (isWhole && hyphen !== '\u00AD') builder.dropLast();
      return;
    }
    if (isBrokenWord(previous, right, word, after, joined, vocabulary)) return;
  }
  if (/[-\u2010/]$/.test(textOf(previous)) && after !== undefined) return;
  if (isBrokenDate(textOf(previous), textOf(line))) return;
  builder.appendSpace();
}

/** "22/06/202" and "6" on the next line of a narrow cell are one date. */
function isBrokenDate(before: string, after: string): boolean {
  const start = /(?:^|\s)(\d{1,2}[./-](?:\d{1,2}(?:[./-]\d{0,3})?)?)$/.exec(before)?.[1];
  const end = /^([./-]?\d[\d./-]*)(?=$|[\s,;)])/.exec(after)?.[1];
  return start !== undefined && end !== undefined && /^\d{1,2}([./-])\d{1,2}\1\d{4}$/.test(start + end);
}

/** In a narrow cell a word longer than the line is broken without a hyphen. */
function isBrokenWord(
  previous: Line,
  right: number,
  word: string,
  after: string,
  joined: string,
  vocabulary: ReadonlySet<string>,
): boolean {
  if (textOf(previous).includes(' ') || vocabulary.has(after.toLowerCase())) return false;
  const roomLeft = right - previous.right;
  if (roomLeft > previous.size) return false;
  return (
    vocabulary.has(joined) ||
    (roomLeft < 0.35 * previous.size && !vocabulary.has(word.toLowerCase()) && after.length <= 3)
  );
}

function groupByLook(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const twin = last?.[0];
    if (last && twin && twin.bold === piece.bold && twin.italic === piece.italic) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** List depth by indent: an item further right than the one before is one deeper. */
function nestLists(paragraphs: Paragraph[]): Paragraph[] {
  let lefts: number[] = [];
  for (const { draft, rect } of paragraphs) {
    if (draft.kind !== 'list_item') {
      lefts = [];
      continue;
    }
    while (lefts.length > 0 && rect.left < (lefts.at(-1) ?? 0) - 4) lefts.pop();
    if (lefts.length === 0 || rect.left > (lefts.at(-1) ?? 0) + 4) lefts.push(rect.left);
    draft.level = Math.min(9, lefts.length);
  }
  return paragraphs;
}

const EVENLY = 1.13;
const LOOSELY = 1.28;
/** Nothing closer than this, in ems, is a gap. */
const LEAST_GAP = 1.15;

/** A line in bold or capitals, or after a full stop, that names a section begins a heading of its own. */
const NAMES_SECTION = /^(?:section|part)\s+(?:[A-K]|H[12])\b/iu;

/**
 * The usual distance between lines that belong together, in ems of their letters: the lower quartile of the steps to lines that read on in small
 * letters, or of all steps, but then no more than the document's own.
 */
function usualPitch(lines: readonly Line[], leading: number | null): number {
  const all: number[] = [];
  const runOn: number[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const [a, b] = [lines[index - 1], lines[index]];
    if (!a || !b || Math.abs(a.size - b.size) > 0.08 * b.size) continue;
    const step = (b.baseline - a.baseline) / b.size;
    if (step <= 0 || step >= 3) continue;
    all.push(step);
    if (/^\p{Ll}/u.test(textOf(b))) runOn.push(step);
  }
  const steps = (runOn.length > 0 ? runOn : all).sort((a, b) => a - b);
  const quartile = steps[Math.floor(steps.length / 4)] ?? 1.2;
  // A list of single lines shows only the gaps between its items.
  const most = leading === null || runOn.length > 0 ? 2.2 : Math.min(leading, 2.2);
  return Math.min(Math.max(quartile, 1), most);
}

/** A first word may be drawn in several pieces without a gap. */
function firstWordWidth(line: Line): number {
  const pieces = line.fragments[0]?.pieces ?? [];
  let width = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && piece.text.startsWith(' ')) break;
    width += piece.firstWord;
    if (piece.text.trim().includes(' ')) break;
  }
  return width;
}

/** True or false where all its letters are or are not; null where they are mixed or there are none. */
function allLetters(line: Line, test: (piece: Piece) => boolean): boolean | null {
  const pieces = line.fragments.flatMap((fragment) => fragment.pieces).filter((piece) => /[\p{L}]/u.test(piece.text));
  if (pieces.length === 0) return null;
  if (pieces.every(test)) return true;
  return pieces.some(test) ? null : false;
}

function isBold(line: Line): boolean | null {
  return allLetters(line, (piece) => piece.bold);
}

function isItalic(line: Line): boolean | null {
  return allLetters(line, (piece) => piece.italic);
}

function differs(a: boolean | null, b: boolean | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** Dots, or a gap, between a title and its page number. */
const LEADERS = /(?:\.\s?){5,}\s*\d*$|…{2,}\s*\d*$/;

export function textOf(line: Line): string {
  return line.fragments
    .map((fragment) => fragment.text.trim())
    .join(' ')
    .trim();
}
