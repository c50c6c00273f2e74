import type { Grid } from './pdf-grids.ts';
import { makeLines } from './pdf-lines.ts';
import type { Line, PageView, Piece } from './pdf-lines.ts';

/** What a page shows, with its running headers and footers told apart. */
export interface SortedPage {
  body: Piece[];
  header: Line[];
  footer: Line[];
}

/** The parts of a page, from its top and its bottom, where running headers and footers stand. */
const ZONE = 0.13;
/** A line that recurs on this share of the pages (on two at least) runs. */
const MIN_SHARE = 0.3;
/** Four figures alone may as well be a year that a line's end has left over; as a page's number they recur. */
const PAGE_NUMBER =
  /^(?:page\s*)?[-–—|]?\s*(?:\d{1,3}|(?<=page\s*)\d{4}|\d{4}(?=\s*(?:of|\/)))\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—|]?$/i;

export interface FurniturePage {
  view: PageView;
  grids: Grid[];
  top: number;
  bottom: number;
}

/** Tells running headers and footers by their recurring on other pages at the same place, numbers aside. */
export function sortFurniture(pages: readonly FurniturePage[]): SortedPage[] {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of edges)
    for (const key of new Set(lines.map((each) => each.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const needed = Math.max(2, Math.ceil(pages.length * MIN_SHARE));
  return pages.map((page, index) => {
    const found = (edges[index] ?? []).filter(
      (each) => (counts.get(each.key) ?? 0) >= needed || PAGE_NUMBER.test(textOf(each.line)),
    );
    const taken = new Set(
      found.flatMap((each) => each.line.fragments.flatMap((fragment) => fragment.pieces.map(pieceKey))),
    );
    return {
      body: page.view.pieces.filter((piece) => !taken.has(pieceKey(piece))),
      header: found.filter((each) => each.isTop).map((each) => each.line),
      footer: found.filter((each) => !each.isTop).map((each) => each.line),
    };
  });
}

interface EdgeLine {
  line: Line;
  key: string;
  isTop: boolean;
}

function edgeLines(page: FurniturePage): EdgeLine[] {
  const height = page.bottom - page.top;
  const topEnd = page.top + height * ZONE;
  const bottomStart = page.bottom - height * ZONE;
  const near = page.view.pieces.filter((piece) => piece.baseline <= topEnd || piece.baseline >= bottomStart);
  const found: EdgeLine[] = [];
  for (const line of makeLines(near)) {
    const isTop = line.baseline <= topEnd;
    // A table that reaches into the page is content, and its repeated head is dealt with as a table's.
    const isInTable = page.grids.some(
      (grid) =>
        line.top >= grid.top - 2 &&
        line.bottom <= grid.bottom + 4 &&
        (isTop ? grid.bottom > topEnd : grid.top < bottomStart),
    );
    if (isInTable) continue;
    const place = isTop ? line.baseline - page.top : page.bottom - line.baseline;
    const key = `${isTop ? 'top' : 'bottom'}/${Math.round(place / 6)}/${textOf(line).toLowerCase().replace(/\d+/g, '#')}`;
    found.push({ line, key, isTop });
  }
  return found;
}

function textOf(line: Line): string {
  return line.fragments
    .map((fragment) => fragment.text.trim())
    .join(' ')
    .trim();
}

/** Pieces are compared by place: makeLines may give copies of them. */
function pieceKey(piece: Piece): string {
  return `${piece.left.toFixed(2)}/${piece.baseline.toFixed(2)}/${piece.text.trim()}`;
}
