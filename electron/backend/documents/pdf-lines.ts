import type { PageMarks } from './pdf-marks.ts';
import { toView } from './pdf-geometry.ts';
import type { Rect, Turn } from './pdf-geometry.ts';
import { readTypedMarker } from './list-marker.ts';

/** Letters as the reader sees them on the page. */
export interface Piece extends Rect {
  text: string;
  baseline: number;
  /** Width of its first word. */
  firstWord: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** A space was drawn right before it, or after it. */
  spaceBefore: boolean;
  spaceAfter: boolean;
}

/** Pieces side by side without a wide gap. */
export interface Fragment extends Rect {
  pieces: Piece[];
  text: string;
  baseline: number;
  size: number;
}

/** Everything on one baseline within a region. */
export interface Line extends Rect {
  fragments: Fragment[];
  baseline: number;
  size: number;
}

/** A straight line as the reader sees it. */
export interface Rule {
  /** Position across its direction; `from`–`to` along it. */
  at: number;
  from: number;
  to: number;
}

export interface PageView {
  turn: Turn;
  pieces: Piece[];
  /** Text set at a slant across the page. */
  watermarks: Piece[];
  horizontal: Rule[];
  vertical: Rule[];
}

const ASCENT = 0.78;
const DESCENT = 0.22;
/** A gap wider than this between pieces is a space. */
const SPACE_EM = 0.13;
/** The same where a space was drawn: text recognised on a scan is set word by word, and words come out too wide. */
const DRAWN_SPACE_EM = -0.2;
/** A gap wider than this between words on one line parts columns. */
const COLUMN_GAP_EM = 1.5;

/** Turns a page's marks so that most of its text reads from left to right. */
export function viewPage(marks: PageMarks): PageView {
  const turn = mainTurn(marks);
  const pieces: Piece[] = [];
  const watermarks: Piece[] = [];
  for (const each of marks.letters) {
    const [left, baseline] = toView(turn, each.x, each.y);
    const [right, end] = toView(turn, each.endX, each.endY);
    const slant = Math.abs(end - baseline);
    const run = Math.abs(right - left);
    const { text, firstWord, size, bold, italic, spaceBefore, spaceAfter } = each;
    const look = { text, firstWord, size, bold, italic, spaceBefore, spaceAfter };
    if (slant <= 0.1 * run + 0.5) {
      const rect = { left: Math.min(left, right), right: Math.max(left, right), baseline };
      pieces.push({ ...look, ...rect, top: baseline - ASCENT * each.size, bottom: baseline + DESCENT * each.size });
    } else {
      const rect = {
        left: Math.min(left, right),
        right: Math.max(left, right),
        top: Math.min(baseline, end),
        bottom: Math.max(baseline, end),
      };
      const isUpright = run <= 0.1 * slant + 0.5;
      const piece = { ...look, ...rect, baseline: rect.bottom };
      // Text set upwards is a label at the edge of a table; anything else at a slant is a watermark.
      if (isUpright) pieces.push({ ...piece, left: rect.left - each.size / 2, right: rect.right + each.size / 2 });
      else watermarks.push(piece);
    }
  }
  return { turn, pieces: withoutOverprint(pieces), watermarks, ...viewRules(marks, turn) };
}

function mainTurn(marks: PageMarks): Turn {
  const letters = [0, 0, 0, 0];
  for (const { x, y, endX, endY, text } of marks.letters) {
    const quarter = (Math.round(Math.atan2(endY - y, endX - x) / (Math.PI / 2)) + 4) % 4;
    letters[quarter] = (letters[quarter] ?? 0) + text.length;
  }
  const best = letters.indexOf(Math.max(...letters));
  return best === 1 || best === 2 || best === 3 ? best : 0;
}

/** Text printed twice at nearly the same place, to look bold or shadowed, is read once. */
function withoutOverprint(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece>();
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const key = `${piece.text}/${Math.round(piece.baseline / 3)}/${Math.round(piece.left / 3)}`;
    const twin = seen.get(key);
    if (twin && Math.abs(twin.left - piece.left) < 1.5 && Math.abs(twin.baseline - piece.baseline) < 1.5)
      twin.bold = true;
    else {
      seen.set(key, piece);
      kept.push(piece);
    }
  }
  return kept;
}

function viewRules(marks: PageMarks, turn: Turn): { horizontal: Rule[]; vertical: Rule[] } {
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const stroke of marks.strokes) {
    const [x1, y1] = toView(turn, stroke.x1, stroke.y1);
    const [x2, y2] = toView(turn, stroke.x2, stroke.y2);
    if (Math.abs(x2 - x1) >= Math.abs(y2 - y1))
      horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
  return { horizontal, vertical };
}

/** Puts pieces together into lines, top to bottom; wide gaps part a line into fragments. */
export function makeLines(pieces: readonly Piece[]): Line[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && isSameLine(row, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(makeLine);
}

/** Nothing this much smaller than what it stands beside is its exponent. */
const LARGE_BESIDE_SMALL = 2;

function isSameLine(row: readonly Piece[], piece: Piece): boolean {
  const anchor = row.reduce((largest, each) => (each.size > largest.size ? each : largest));
  const offset = Math.abs(piece.baseline - anchor.baseline);
  if (offset <= 0.3 * Math.min(anchor.size, piece.size)) return true;
  // Superscripts and subscripts are smaller and sit within the height of the line.
  const isSmaller = piece.size < 0.8 * anchor.size || anchor.size < 0.8 * piece.size;
  if (!isSmaller || offset > 0.45 * Math.max(anchor.size, piece.size)) return false;
  // Beside a brace or an initial letter stand whole lines, one below the other.
  return anchor.size < LARGE_BESIDE_SMALL * piece.size || !row.some((each) => isAbove(each, piece));
}

function isAbove(one: Piece, other: Piece): boolean {
  const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return (
    other.baseline - one.baseline > 0.3 * Math.min(one.size, other.size) &&
    overlap > 0.5 * Math.min(one.right - one.left, other.right - other.left)
  );
}

function makeLine(pieces: Piece[]): Line {
  pieces.sort((a, b) => a.left - b.left);
  const fragments: Fragment[] = [];
  for (const piece of pieces) {
    const last = fragments.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : piece.left - last.right;
    const em = Math.max(piece.size, last?.size ?? 0);
    if (last !== undefined && (gap <= COLUMN_GAP_EM * em || isMarkerOnly(last.text))) addPiece(last, piece);
    else fragments.push(startFragment(piece));
  }
  const size = Math.max(...fragments.map((each) => each.size));
  const anchor = fragments.find((each) => each.size === size);
  return { fragments, ...rectOf(fragments), baseline: anchor?.baseline ?? 0, size };
}

/** The line with its fragments parted wherever a column begins, however narrow the gap before it. */
export function partAt(line: Line, columns: readonly number[], tolerance: number): Line {
  const fragments: Fragment[] = [];
  let before = -1;
  for (const piece of line.fragments.flatMap((fragment) => fragment.pieces)) {
    const column = columns.findLastIndex((left) => piece.left >= left - tolerance);
    const last = fragments.at(-1);
    if (last !== undefined && column === before) addPiece(last, piece);
    else fragments.push(startFragment({ ...piece, text: piece.text.trimStart() }));
    before = column;
  }
  return { ...line, fragments };
}

/** A bullet or number with a tab after it belongs to the words that follow. */
function isMarkerOnly(text: string): boolean {
  const typed = readTypedMarker(`${text} x`);
  return typed !== null && typed.length >= text.length;
}

function startFragment(piece: Piece): Fragment {
  const { left, top, right, bottom, text, baseline, size } = piece;
  return { pieces: [piece], left, top, right, bottom, text, baseline, size };
}

function addPiece(fragment: Fragment, piece: Piece): void {
  const gap = (piece.left - fragment.right) / Math.min(fragment.size, piece.size);
  const isSpaceDrawn = piece.spaceBefore || fragment.pieces.at(-1)?.spaceAfter === true;
  const needsSpace =
    gap > (isSpaceDrawn ? DRAWN_SPACE_EM : SPACE_EM) && !fragment.text.endsWith(' ') && !piece.text.startsWith(' ');
  fragment.text += (needsSpace ? ' ' : '') + piece.text;
  fragment.pieces.push(needsSpace ? { ...piece, text: ` ${piece.text}` } : piece);
  fragment.right = Math.max(fragment.right, piece.right);
  fragment.top = Math.min(fragment.top, piece.top);
  fragment.bottom = Math.max(fragment.bottom, piece.bottom);
  if (piece.size > fragment.size) {
    fragment.size = piece.size;
    fragment.baseline = piece.baseline;
  }
}

function rectOf(rects: readonly Rect[]): Rect {
  const rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const each of rects) {
    rect.left = Math.min(rect.left, each.left);
    rect.top = Math.min(rect.top, each.top);
    rect.right = Math.max(rect.right, each.right);
    rect.bottom = Math.max(rect.bottom, each.bottom);
  }
  return rect;
}
