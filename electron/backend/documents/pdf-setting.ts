import type { Grid } from './pdf-grids.ts';
import type { Piece } from './pdf-lines.ts';

/** How a document's running text is set, as far as its pages show. */
export interface Setting {
  /** Distance between the lines of a paragraph, in ems; null where no page holds enough lines. */
  leading: number | null;
  /** The same within tables, which are often set closer than the text around them. */
  cellLeading: number | null;
  /** Where text wraps on pages whose text begins as far left as this one's, in points. */
  marginOf(pieces: readonly Piece[]): number;
}

/** Pages are looked at until so many have been: the rest are set alike. */
const PAGES = 60;
const LEADING_STEP = 0.02;
/** Lines this long, as a share of the text's width, were broken where the text wraps. */
const FULL = 0.85;
const MIN_LEADING = 0.9;
const MAX_LEADING = 2;
/** Fewer steps alike than this say nothing. */
const MIN_STEPS = 12;
/** Where nearly all stands in tables, two lines that go on in small letters say more of the text than the tables do. */
const MIN_STEPS_BESIDE_TABLES = 5;

/** Measures the setting over a document's pages, so that a page with little text is read like the others. */
export function readSetting(pages: readonly { body: readonly Piece[]; grids: readonly Grid[] }[]): Setting {
  const free = new Map<number, number>();
  const inCells = new Map<number, number>();
  const rights = new Map<number, number[]>();
  for (const { body, grids } of pages.slice(0, PAGES)) {
    const tables = grids.filter((grid) => grid.cells.length > 1);
    const isInTable = (piece: Piece): boolean => tables.some((table) => holds(table, piece));
    const { cell = [], text = [] } = Object.groupBy(body, (piece) => (isInTable(piece) ? 'cell' : 'text'));
    countSteps(text, free);
    countSteps(cell, inCells);
    const edge = edgeOf(body);
    if (body.length > 0) rights.set(edge, [...(rights.get(edge) ?? []), rightOf(body)]);
  }
  const [leading, cellLeading] = [usualLeading(free), usualLeading(inCells)];
  return {
    leading: leading ?? usualLeading(free, MIN_STEPS_BESIDE_TABLES) ?? cellLeading,
    cellLeading: cellLeading ?? leading,
    marginOf: (pieces) => usualMargin(rights.get(edgeOf(pieces)) ?? []),
  };
}

function holds({ left, right, top, bottom }: Grid, { left: x, baseline: y }: Piece): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Notes the step from each line to the next one straight under it. */
function countSteps(pieces: readonly Piece[], steps: Map<number, number>): void {
  const last = new Map<number, Piece>();
  const width = rightOf(pieces) - Math.min(...pieces.map(({ left }) => left));
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline);
  for (const piece of sorted) {
    const column = Math.round(piece.left / 2);
    const above = last.get(column);
    last.set(column, piece);
    if (above === undefined || Math.abs(above.size - piece.size) > 0.2) continue;
    const ems = (piece.baseline - above.baseline) / piece.size;
    if (ems < MIN_LEADING || ems > MAX_LEADING) continue;
    const key = Math.round(ems / LEADING_STEP);
    steps.set(key, (steps.get(key) ?? 0) + weightOf(above, piece, width));
  }
}

/** What reads on in small letters belongs to the paragraph for certain; what a full line leaves unended, most likely. */
function weightOf(above: Piece, { text }: Piece, width: number): number {
  if (/^\p{Ll}/u.test(text.trim())) return 3;
  return above.right - above.left >= FULL * width && !/[.!?:;]\W?$/.test(above.text.trim()) ? 2 : 0;
}

function usualLeading(steps: ReadonlyMap<number, number>, least = MIN_STEPS): number | null {
  let best: number | null = null;
  let most = least;
  for (const [key, count] of steps) {
    if (count <= most) continue;
    most = count;
    best = key;
  }
  return best === null ? null : best * LEADING_STEP;
}

/** Pages of one shape begin at one edge: to ten points. */
function edgeOf(pieces: readonly Piece[]): number {
  let left = Number.POSITIVE_INFINITY;
  for (const piece of pieces) left = Math.min(left, piece.left);
  return Math.round(left / 10);
}

function rightOf(pieces: readonly Piece[]): number {
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) right = Math.max(right, piece.right);
  return right;
}

/** The furthest that most pages reach; a line or two that stick out are not the margin. */
function usualMargin(rights: readonly number[]): number {
  const sorted = [...rights].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.7)] ?? Number.NEGATIVE_INFINITY;
}
