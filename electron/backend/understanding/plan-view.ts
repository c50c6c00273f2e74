import type { Block } from '../../../shared/domain/document-model.ts';

/** A table as its blocks give it. */
export interface TableView {
  id: string;
  rows: RowView[];
  /** Rows by their index: a long table is asked for them often. */
  rowAt: Map<number, RowView>;
  columnCount: number;
}

export interface RowView {
  index: number;
  cells: CellView[];
}

export interface CellView {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  isHeader: boolean;
  blocks: Block[];
  text: string;
}

/** The plan's own text (no furniture) with its tables put together. */
export interface PlanView {
  blocks: Block[];
  index: Map<string, number>;
  tables: Map<string, TableView>;
}

export function viewPlan(blocks: readonly Block[]): PlanView {
  const own = blocks.filter((block) => block.furniture === undefined);
  const tables = new Map<string, TableView>();
  for (const block of own) if (block.cell) addToTable(tables, block, block.cell);
  for (const table of tables.values()) {
    table.rows.sort((a, b) => a.index - b.index);
    for (const row of table.rows) row.cells.sort((a, b) => a.column - b.column);
  }
  return { blocks: own, index: new Map(own.map((block, index) => [block.id, index])), tables };
}

function addToTable(tables: Map<string, TableView>, block: Block, position: NonNullable<Block['cell']>): void {
  const table = tables.get(position.table) ?? {
    id: position.table,
    rows: [],
    rowAt: new Map<number, RowView>(),
    columnCount: 0,
  };
  tables.set(position.table, table);
  table.columnCount = Math.max(table.columnCount, position.column + position.columnSpan);
  let row = table.rowAt.get(position.row);
  if (row === undefined) {
    row = { index: position.row, cells: [] };
    table.rowAt.set(position.row, row);
    table.rows.push(row);
  }
  let cell = row.cells.find((each) => each.column === position.column);
  if (cell === undefined) {
    const { row: at, column, rowSpan, columnSpan, isHeader } = position;
    cell = { row: at, column, rowSpan, columnSpan, isHeader, blocks: [], text: '' };
    row.cells.push(cell);
  }
  cell.blocks.push(block);
  cell.text = cell.text === '' ? block.text : `${cell.text} ${block.text}`;
}

/** A block's words with its marker, as the page shows them. */
export function shownText(block: Block): string {
  return block.marker === undefined ? block.text : `${block.marker} ${block.text}`;
}

/** True where the block's letters are all bold, or a heading. */
export function isStrong(block: Block): boolean {
  if (block.kind === 'heading') return true;
  return (
    block.runs.length > 0 &&
    block.runs.every((run) => run.bold === true || !/[\p{L}\p{N}]/u.test(block.text.slice(run.start, run.end)))
  );
}

/** Works something out once for each key. */
export function memo<T>(known: Map<string, T>, key: string, work: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const fresh = work();
  known.set(key, fresh);
  return fresh;
}
