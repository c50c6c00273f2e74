import { unite } from './pdf-geometry.ts';
import type { Rect } from './pdf-geometry.ts';
import { findGutter } from './pdf-gutter.ts';
import { makeLines } from './pdf-lines.ts';
import type { Line, Piece } from './pdf-lines.ts';
import { layCellText } from './pdf-cell-text.ts';
import { layFreeText } from './pdf-free-text.ts';
import type { Grid, GridCell } from './pdf-grids.ts';
import type { PageCell, PageTable, PageElement } from './page-elements.ts';
import type { PageFacts } from './pdf-paragraphs.ts';

/**
 * Lays out a page: tables where lines draw them, text between them, in the order it is read. `documentMargin` is where text
 * wraps on the document's other pages of this shape, in points.
 */
export function layPage(
  pieces: readonly Piece[],
  grids: readonly Grid[],
  facts: PageFacts,
  documentMargin = Number.NEGATIVE_INFINITY,
): PageElement[] {
  const gutter = findGutter(pieces, grids);
  if (gutter === null) return layColumn(pieces, grids, facts, documentMargin);
  const part = (isIn: (each: Rect) => boolean, margin: number): PageElement[] =>
    layColumn(pieces.filter(isIn), grids.filter(isIn), facts, margin);
  const isAbove = ({ top, bottom }: Rect): boolean => (top + bottom) / 2 < gutter.top;
  const isBelow = ({ top, bottom }: Rect): boolean => (top + bottom) / 2 > gutter.bottom;
  const isBeside = (each: Rect): boolean => !isAbove(each) && !isBelow(each);
  return [
    ...part(isAbove, documentMargin),
    ...part((each) => isBeside(each) && each.left < gutter.right - 1, gutter.left),
    ...asNextColumn(part((each) => isBeside(each) && each.left >= gutter.right - 1, documentMargin)),
    ...part(isBelow, documentMargin),
  ];
}

function asNextColumn([first, ...others]: PageElement[]): PageElement[] {
  if (first === undefined) return [];
  return [first.kind === 'text' ? { ...first, opensColumn: true } : first, ...others];
}

/** Lays out what stands in one column, or over the page's whole width. */
function layColumn(
  pieces: readonly Piece[],
  grids: readonly Grid[],
  facts: PageFacts,
  documentMargin: number,
): PageElement[] {
  const ruled = grids.filter((grid) => grid.cells.length > 1);
  const tables = outermost(ruled);
  const inner = ruled.filter((grid) => !tables.includes(grid) && isTable(grid));
  const boxes = grids.filter((grid) => grid.cells.length === 1);
  const inside = new Map<Grid, Piece[]>();
  const free: Piece[] = [];
  for (const piece of pieces) {
    const grid = tables.find((each) => holds(each, piece));
    if (grid === undefined) free.push(piece);
    else inside.set(grid, [...(inside.get(grid) ?? []), piece]);
  }
  const lines = makeLines(free).flatMap(withoutAside);
  const margin = Math.max(documentMargin, textMargin(lines, tables));
  const elements: PageElement[] = [];
  let pending: Line[] = [];
  const flush = (): void => {
    if (pending.length > 0) elements.push(...layFreeText(pending, margin, boxes, facts));
    pending = [];
  };
  let next = 0;
  for (const line of lines) {
    let grid = tables[next];
    while (grid !== undefined && grid.top < line.baseline) {
      flush();
      elements.push(layTable(grid, inside.get(grid) ?? [], facts, inner));
      next += 1;
      grid = tables[next];
    }
    pending.push(line);
  }
  flush();
  for (const grid of tables.slice(next)) elements.push(layTable(grid, inside.get(grid) ?? [], facts, inner));
  return elements.filter((element) => element.kind === 'text' || element.rows.length > 0);
}

/** Letters this much smaller than a line's others say something else. */
const ASIDE_SIZE = 0.8;
const ASIDE_TITLE_MAX_CHARACTERS = 130;

/** A bar of a case system's page: its letter and title, and far right in small letters who saved it and when. */
function withoutAside(line: Line): Line[] {
  const main = Math.max(...line.fragments.map(({ size }) => size));
  const last = line.fragments.findLastIndex(({ size }) => size > ASIDE_SIZE * main);
  const [title, aside] = [line.fragments.slice(0, last + 1), line.fragments.slice(last + 1)];
  if (aside.length === 0 || !aside.some(({ text }) => /\p{L}{2}/u.test(text))) return [line];
  if (title.reduce((sum, { text }) => sum + text.length, 0) > ASIDE_TITLE_MAX_CHARACTERS) return [line];
  return [title, aside].map((fragments) => ({
    ...line,
    ...unite(fragments),
    fragments,
    size: Math.max(...fragments.map(({ size }) => size)),
  }));
}

/** Rows and columns, or three heads in a row: a box or a bar drawn inside a cell is read as that cell's text. */
function isTable({ columns, rows, cells }: Grid): boolean {
  return columns.length > 2 && cells.length >= (rows.length > 2 ? 4 : 3);
}

/** Grids that no other one holds. */
function outermost(grids: readonly Grid[]): Grid[] {
  return grids.filter((grid) => !grids.some((other) => other !== grid && contains(other, grid)));
}

function contains(outer: Grid, inner: Grid): boolean {
  return (
    outer.left <= inner.left + 1 &&
    outer.right >= inner.right - 1 &&
    outer.top <= inner.top + 1 &&
    outer.bottom >= inner.bottom - 1 &&
    (outer.right - outer.left) * (outer.bottom - outer.top) >
      (inner.right - inner.left) * (inner.bottom - inner.top) * 1.05
  );
}

function holds(area: { left: number; right: number; top: number; bottom: number }, piece: Piece): boolean {
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

/** Where free text wraps: the furthest that lines reach. */
function textMargin(lines: readonly Line[], tables: readonly Grid[]): number {
  return Math.max(...lines.map((line) => line.right), ...tables.map((table) => Math.min(table.right - 5, 0)), 0 - 1e6);
}

const DEFAULT_PADDING_POINTS = 5.4; // Word's default cell margin, 0.19 cm

function layTable(grid: Grid, pieces: readonly Piece[], facts: PageFacts, inner: readonly Grid[]): PageTable {
  const byCell = new Map<GridCell, Piece[]>();
  for (const piece of pieces) {
    const cell =
      grid.cells.find((each) => holds(each, startOf(piece))) ?? grid.cells.find((each) => holds(each, piece));
    if (cell) byCell.set(cell, [...(byCell.get(cell) ?? []), piece]);
  }
  const padding = cellPadding(byCell);
  const inCells = { ...facts, leading: facts.cellLeading };
  const rows = new Map<number, PageCell[]>();
  for (const cell of grid.cells) {
    const within = inner.filter((each) => each !== grid && isIn(each, cell));
    const content = layCell(byCell.get(cell) ?? [], within, (lines) =>
      layCellText(lines, cell.right - padding, inCells),
    );
    const row = rows.get(cell.row) ?? [];
    rows.set(cell.row, row);
    row.push({ column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, ...content });
  }
  const ordered = [...rows.entries()].sort(([a], [b]) => a - b).map(([, cells]) => cells);
  return {
    kind: 'table',
    columns: grid.columns,
    rows: ordered.filter((cells) => cells.some((cell) => cell.paragraphs.length > 0 || cell.inner !== undefined)),
  };

  /** A cell's text, and the tables drawn between its lines. */
  function layCell(
    own: readonly Piece[],
    tables: readonly Grid[],
    lay: (lines: readonly Line[]) => PageCell['paragraphs'],
  ): Pick<PageCell, 'paragraphs' | 'inner'> {
    if (tables.length === 0) return { paragraphs: lay(makeLines(own)) };
    const paragraphs: PageCell['paragraphs'] = [];
    const found: NonNullable<PageCell['inner']> = [];
    let rest = own.filter((piece) => !tables.some((each) => holds(each, piece)));
    for (const each of outermost(tables)) {
      paragraphs.push(...lay(makeLines(rest.filter((piece) => piece.bottom <= each.top + 1))));
      rest = rest.filter((piece) => piece.bottom > each.top + 1);
      const held = own.filter((piece) => holds(each, piece));
      found.push({ after: paragraphs.length, table: layTable(each, held, facts, tables) });
    }
    paragraphs.push(...lay(makeLines(rest)));
    return { paragraphs, inner: found };
  }
}

/** In the cell wholly; its own lines may lie on the cell's. */
function isIn(grid: Grid, cell: GridCell): boolean {
  const isWithin = grid.left >= cell.left - 1 && grid.right <= cell.right + 1;
  return isWithin && grid.top >= cell.top - 1 && grid.bottom <= cell.bottom + 1;
}

/** A piece belongs to the cell that it starts in, even if it runs over the edge. */
function startOf(piece: Piece): Piece {
  return { ...piece, right: Math.min(piece.right, piece.left + 4) };
}

function cellPadding(byCell: ReadonlyMap<GridCell, Piece[]>): number {
  const offsets = [...byCell]
    .flatMap(([cell, pieces]) => pieces.map((piece) => piece.left - cell.left))
    .filter((offset) => offset >= 0);
  return offsets.length === 0 ? DEFAULT_PADDING_POINTS : Math.min(12, Math.min(...offsets));
}
