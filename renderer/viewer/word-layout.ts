import type { Block, CellPosition } from '../../shared/domain/document-model.ts';

/** A Word document as it is drawn: one after another, headings and paragraphs, lists, tables. */
export type FlowItem =
  | { kind: 'block'; block: Block }
  | { kind: 'list'; blocks: Block[] }
  | { kind: 'table'; id: string; rows: TableCell[][] };

/** A cell to draw; one without a position in the document fills a gap, so that columns stay in line. */
export interface TableCell {
  column: number;
  rowSpan: number;
  columnSpan: number;
  isHeader: boolean;
  items: FlowItem[];
}

/** Groups blocks in reading order into what is drawn: list items that follow each other, cells of one table. */
export function layOut(blocks: readonly Block[]): FlowItem[] {
  const items: FlowItem[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at];
    if (block === undefined) break;
    const until = endOfGroup(blocks, at);
    const group = blocks.slice(at, until);
    if (block.cell !== undefined) items.push({ kind: 'table', id: block.cell.table, rows: rowsOf(group) });
    else if (block.kind === 'list_item') items.push({ kind: 'list', blocks: group });
    else items.push({ kind: 'block', block });
    at = until;
  }
  return items;
}

/** How deep each heading stands, from 1, never more than one below the heading before: screen readers go by it. */
export function outlineOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const outline = new Map<string, number>();
  const open: number[] = [];
  for (const { id, kind, level = 1 } of blocks) {
    if (kind !== 'heading') continue;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    outline.set(id, open.length);
  }
  return outline;
}

function endOfGroup(blocks: readonly Block[], from: number): number {
  const first = blocks[from];
  const belongs = (block: Block): boolean => {
    if (first?.cell !== undefined) return block.cell?.table === first.cell.table;
    return first?.kind === 'list_item' && block.kind === 'list_item' && block.cell === undefined;
  };
  let until = from + 1;
  for (let block = blocks[until]; block !== undefined && belongs(block); block = blocks[until]) until += 1;
  return until;
}

function rowsOf(blocks: readonly Block[]): TableCell[][] {
  const cells = new Map<string, { position: CellPosition; blocks: Block[] }>();
  for (const block of blocks) {
    if (block.cell === undefined) continue;
    const key = `${block.cell.row}.${block.cell.column}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { position: block.cell, blocks: [block] });
    else cell.blocks.push(block);
  }
  const placed = [...cells.values()];
  const firstRow = Math.min(...placed.map(({ position }) => position.row));
  const columns = Math.max(...placed.map(({ position }) => position.column + position.columnSpan));
  const lastRow = Math.max(...placed.map(({ position }) => position.row));
  const taken = new Set<string>();
  for (const { position } of placed) {
    for (let row = position.row; row < position.row + position.rowSpan; row += 1) {
      for (let column = position.column; column < position.column + position.columnSpan; column += 1) {
        taken.add(`${row}.${column}`);
      }
    }
  }
  const rows: TableCell[][] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const own = placed
      .filter(({ position }) => position.row === row)
      .map(({ position, blocks: content }) => cellOf(position, content));
    for (let column = 0; column < columns; column += 1) {
      if (!taken.has(`${row}.${column}`)) own.push({ column, rowSpan: 1, columnSpan: 1, isHeader: false, items: [] });
    }
    rows.push(own.sort((one, other) => one.column - other.column));
  }
  return rows;
}

function cellOf(position: CellPosition, blocks: readonly Block[]): TableCell {
  const { column, rowSpan, columnSpan, isHeader } = position;
  const loose = blocks.map((block) => {
    const { cell: _cell, ...rest } = block;
    return rest;
  });
  return { column, rowSpan, columnSpan, isHeader, items: layOut(loose) };
}
