import type { Block } from '../../../shared/domain/document-model.ts';
import type { DraftBlock } from './draft-block.ts';

const HEADING_MAX_WORDS = 18;
const HEADER_CELL_MAX_CHARACTERS = 80;
/** A heading's letters are at least this much larger than most of the document's. */
const LARGER = 1.12;

/**
 * Gives the blocks their ids and, by look, marks what no style marks: headings (short lines, bold or larger than the
 * body's letters) and the header rows of tables.
 */
export function finishBlocks(drafts: readonly DraftBlock[]): Block[] {
  const bodySize = usualSize(drafts);
  const marked = markHeaderRows(drafts);
  const withHeadings = marked.map((draft, index) => asHeading(draft, index, marked, bodySize));
  const levels = rankSizes(withHeadings);
  return withHeadings.map((draft, index) => {
    // Not deleted from a copy: the engine keeps objects that lose a field as tables, at several times the memory.
    const { isBold: _, ...rest } = draft;
    const block: Block = { id: `b${index + 1}`, ...rest };
    if (block.kind === 'heading' && block.level === undefined)
      block.level = levels.get(block.fontSize ?? bodySize) ?? 6;
    return block;
  });
}

/** The size of most letters; 11 where nothing says. */
function usualSize(drafts: readonly DraftBlock[]): number {
  const letters = new Map<number, number>();
  for (const { fontSize, text, furniture } of drafts) {
    if (fontSize !== undefined && furniture === undefined)
      letters.set(fontSize, (letters.get(fontSize) ?? 0) + text.length);
  }
  let best = 11;
  let most = 0;
  for (const [size, count] of letters) {
    if (count > most) {
      most = count;
      best = size;
    }
  }
  return best;
}

function asHeading(draft: DraftBlock, index: number, all: readonly DraftBlock[], bodySize: number): DraftBlock {
  if (draft.kind !== 'paragraph' || draft.furniture !== undefined || !looksLikeHeading(draft, bodySize)) return draft;
  const { cell } = draft;
  if (cell !== undefined) {
    // In a cell a bold line is a heading only where plain text follows it there; else it is the cell's label.
    const next = all[index + 1];
    const isSameCell =
      next?.cell?.table === cell.table && next.cell.row === cell.row && next.cell.column === cell.column;
    if (cell.isHeader || !isSameCell || next.isBold) return draft;
  }
  return { ...draft, kind: 'heading' };
}

function looksLikeHeading(draft: DraftBlock, bodySize: number): boolean {
  const { text, isBold, fontSize } = draft;
  const isLarger = fontSize !== undefined && fontSize >= bodySize * LARGER;
  if (!isBold && !isLarger) return false;
  // Large letters all over a page ("swimming under water" on a child's own) make no headings of its small words.
  if (!isBold && /^\p{Ll}/u.test(text)) return false;
  if (!/\p{L}/u.test(text) || /[.;,]$/.test(text)) return false;
  return text.split(' ').length <= HEADING_MAX_WORDS;
}

/** Heading sizes from the largest down are levels 1, 2, 3 …; sizes within half a point are one level. */
function rankSizes(drafts: readonly DraftBlock[]): Map<number, number> {
  const sizes = [...new Set(drafts.filter((each) => each.kind === 'heading').map((each) => each.fontSize ?? 0))];
  sizes.sort((a, b) => b - a);
  const levels = new Map<number, number>();
  let level = 0;
  let previous = Number.POSITIVE_INFINITY;
  for (const size of sizes) {
    if (previous - size > 0.5) level += 1;
    previous = size;
    levels.set(size, Math.min(Math.max(level, 1), 6));
  }
  return levels;
}

/** A first row of short bold cells above a row that is not all bold heads its table. */
function markHeaderRows(drafts: readonly DraftBlock[]): DraftBlock[] {
  const tables = new Map<string, { rows: Map<number, DraftBlock[]> }>();
  for (const draft of drafts) {
    if (draft.cell === undefined) continue;
    const table = tables.get(draft.cell.table) ?? { rows: new Map<number, DraftBlock[]>() };
    tables.set(draft.cell.table, table);
    const row = table.rows.get(draft.cell.row) ?? [];
    table.rows.set(draft.cell.row, row);
    row.push(draft);
  }
  const headers = new Set<DraftBlock>();
  for (const { rows } of tables.values()) {
    const [first, second] = [...rows.entries()].sort(([a], [b]) => a - b);
    if (first === undefined || second === undefined || first[1].some((each) => each.cell?.isHeader)) continue;
    const isHeader =
      new Set(first[1].map((each) => each.cell?.column)).size >= 2 &&
      first[1].every((each) => each.isBold && each.text.length <= HEADER_CELL_MAX_CHARACTERS) &&
      !second[1].every((each) => each.isBold);
    if (isHeader) for (const each of first[1]) headers.add(each);
  }
  return drafts.map((draft) =>
    headers.has(draft) && draft.cell ? { ...draft, cell: { ...draft.cell, isHeader: true } } : draft,
  );
}
