import type { Grid } from './pdf-grids.ts';
import type { Rect } from './pdf-geometry.ts';
import type { Piece } from './pdf-lines.ts';

/** White space down a page that parts two columns of text, as in a newspaper. */
export interface Gutter {
  left: number;
  right: number;
  /** From where to where down the page it runs, in points. */
  top: number;
  bottom: number;
}

const MIN_WIDTH_POINTS = 8;
/** Where a gutter may stand, as shares of the text's width. */
const [FROM, TO] = [0.22, 0.78];
/** Nearer the edges it parts a side panel from the text, whose lines stand at heights of their own. */
const [MIDDLE_FROM, MIDDLE_TO] = [0.35, 0.65];
/** Wider white space, as a share of the text's width, stands between labels and what they label. */
const MAX_WIDTH = 0.12;
const MIN_LINES = 8;
/** So many lines take more than this, however small their letters. */
const MIN_HEIGHT_POINTS = 5 * MIN_LINES;
/** Lines this long, as a share of their column, are running text. */
const FULL = 0.6;
const FULL_SHARE = 0.3;
/** In a table that only alignment makes, most lines stand beside one of the same height. */
const LEVEL_SHARE = 0.6;
const LEVEL_SHARE_OF_PANEL = 0.5;
/** Up to this much, where paragraphs begin at heights of their own. */
const LEVEL_SHARE_OF_APART = 0.8;
const [MIN_STARTS, STARTS_SHARE] = [4, 0.6];
const PARAGRAPH_STEP = 1.12;
const LEVEL_POINTS = 1;
/** White space over a heading, as a share of its height. */
const HEADING_GAP = 0.6;

/**
 * Finds the gutter between two columns that are read one after the other; null where text stands in one column, or side by
 * side in rows. Tables count as wholes: a gutter never cuts through one.
 */
export function findGutter(pieces: readonly Piece[], grids: readonly Grid[]): Gutter | null {
  // From the top down, once for all places that are tried.
  const things: Rect[] = [...pieces.filter((piece) => piece.text.trim() !== ''), ...grids].sort(
    (a, b) => a.top - b.top,
  );
  if (pieces.length < 2 * MIN_LINES) return null;
  const left = Math.min(...things.map((each) => each.left));
  const right = Math.max(...things.map((each) => each.right));
  const width = right - left;
  const bottom = Math.max(...things.map((each) => each.bottom));
  let best: Gutter | null = null;
  for (let at = left + FROM * width; at <= left + TO * width; at += MIN_WIDTH_POINTS / 2) {
    const gutter = bandAt(things, at, bottom, best === null ? MIN_HEIGHT_POINTS : heightOf(best) + 1);
    if (
      gutter !== null &&
      (best === null || heightOf(gutter) > heightOf(best) + 1) &&
      isBetween(gutter, pieces, left, right)
    )
      best = gutter;
  }
  return best;
}

function heightOf({ top, bottom }: Pick<Rect, 'top' | 'bottom'>): number {
  return bottom - top;
}

/** The tallest band in which nothing stands at this place across the page; null where it is no taller than `least` points. */
function bandAt(things: readonly Rect[], at: number, end: number, least: number): Gutter | null {
  const from = at - MIN_WIDTH_POINTS / 2;
  const to = at + MIN_WIDTH_POINTS / 2;
  const crossing = things.filter((each) => each.left < to && each.right > from);
  let top = things[0]?.top ?? 0;
  let best = { top, bottom: top, isCut: false };
  const offer = (bottom: number, isCut: boolean): void => {
    if (bottom - top > best.bottom - best.top) best = { top, bottom, isCut };
  };
  for (const each of crossing) {
    offer(each.top, true);
    top = Math.max(top, each.bottom);
  }
  offer(end, false);
  if (best.bottom - best.top <= least) return null;
  const inside = things.filter((each) => each.top >= best.top - 1 && each.bottom <= best.bottom + 1);
  const one = inside.filter((each) => each.right <= at);
  const other = inside.filter((each) => each.left >= at);
  return {
    top: best.top,
    bottom: best.isCut ? endOfColumns(one, other, best.bottom) : best.bottom,
    left: Math.max(...one.map((each) => each.right)),
    right: Math.min(...other.map((each) => each.left)),
  };
}

/** A heading that stands apart under both columns belongs to the text over the whole width that follows it. */
function endOfColumns(one: readonly Rect[], other: readonly Rect[], bottom: number): number {
  const end = Math.min(...[one, other].map((side) => Math.max(...side.map((each) => each.bottom))));
  const under = [...one, ...other].filter((each) => each.top > end - 1);
  // The longer column's next line may overlap the shorter one's last: what stands under it goes on with it.
  const last = Math.max(end, ...[...one, ...other].filter((each) => !under.includes(each)).map((each) => each.bottom));
  const isApart = under.every((each) => each.top - last > HEADING_GAP * (each.bottom - each.top));
  if (under.length > 0 && isApart) return end + 0.5;
  return underLargeHeading(one, other) ?? bottom;
}

/** Letters this much larger than most are a heading's. */
const LARGE = 1.25;
/** So few lines under a heading are no columns of their own. */
const MAX_LINES_UNDER = 3;

/**
 * Where a large heading over the whole width ends the columns, although a line or two under it leaves the gutter free too, as
 * the heads of a table without lines do; null where there is none.
 */
function underLargeHeading(one: readonly Rect[], other: readonly Rect[]): number | null {
  const all = [...one, ...other].sort((a, b) => a.top - b.top);
  const heights = all.map(heightOf).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const at = all.findLastIndex((each) => heightOf(each) >= LARGE * usual);
  const heading = all[at];
  if (heading === undefined || !one.includes(heading) || all.length - at - 1 > MAX_LINES_UNDER) return null;
  const above = Math.max(...all.slice(0, at).map((each) => each.bottom));
  return heading.top - above > HEADING_GAP * heightOf(heading) ? above + 0.5 : null;
}

/** Running text on either side, not labels beside their values. */
function isBetween(gutter: Gutter, pieces: readonly Piece[], left: number, right: number): boolean {
  if (gutter.right - gutter.left > MAX_WIDTH * (right - left)) return false;
  const inside = pieces.filter((piece) => piece.top >= gutter.top - 1 && piece.bottom <= gutter.bottom + 1);
  const one = linesOf(inside.filter((piece) => piece.right <= gutter.left + 1));
  const other = linesOf(inside.filter((piece) => piece.left >= gutter.right - 1));
  if (one.length < MIN_LINES || other.length < MIN_LINES) return false;
  const isFull = (lines: readonly Rect[], width: number): boolean =>
    lines.filter((line) => line.right - line.left >= FULL * width).length >= FULL_SHARE * lines.length;
  if (!isFull(one, gutter.left - left) || !isFull(other, right - gutter.right)) return false;
  const heights = new Set(other.map((line) => Math.round(line.bottom / LEVEL_POINTS)));
  const level = one.filter((line) => {
    const height = Math.round(line.bottom / LEVEL_POINTS);
    return heights.has(height) || heights.has(height - 1) || heights.has(height + 1);
  });
  const at = ((gutter.left + gutter.right) / 2 - left) / (right - left);
  const most = at > MIDDLE_FROM && at < MIDDLE_TO ? LEVEL_SHARE : LEVEL_SHARE_OF_PANEL;
  const least = Math.min(one.length, other.length);
  return level.length < most * least || (level.length < LEVEL_SHARE_OF_APART * least && beginApart(one, other));
}

/** Paragraphs on the left that mostly begin where none begins on the right: rows begin together. */
function beginApart(one: readonly Rect[], other: readonly Rect[]): boolean {
  const own = startsOf(one);
  const beside = startsOf(other);
  const level = own.filter((at) => beside.some((each) => Math.abs(each - at) <= LEVEL_POINTS));
  return own.length >= MIN_STARTS && level.length <= STARTS_SHARE * own.length;
}

/** Where lines begin a paragraph: the white space above them is more than between most lines. */
function startsOf(lines: readonly Rect[]): number[] {
  const sorted = lines.map(({ bottom }) => bottom).sort((a, b) => a - b);
  const steps = sorted.slice(1).map((at, index) => at - (sorted[index] ?? at));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 3)] ?? 0;
  return sorted.filter((_, index) => index === 0 || (steps[index - 1] ?? 0) > PARAGRAPH_STEP * usual);
}

/** Pieces on one baseline, as wide as they reach. */
function linesOf(pieces: readonly Piece[]): Rect[] {
  const lines = new Map<number, Rect>();
  for (const { left, right, top, bottom, baseline } of pieces) {
    const key = Math.round(baseline);
    const line = lines.get(key) ?? lines.get(key - 1) ?? lines.get(key + 1);
    if (line === undefined) {
      lines.set(key, { left, right, top, bottom });
      continue;
    }
    line.left = Math.min(line.left, left);
    line.right = Math.max(line.right, right);
  }
  return [...lines.values()];
}
