import type { Block } from '../../../shared/domain/document-model.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { isStrong } from './plan-view.ts';

/** How a table without heads is filled in: which column speaks. Those before it label, those after it add details. */
export interface TableShape {
  statement: number;
}

interface ColumnFacts {
  column: number;
  cells: CellView[];
  length: number;
  /** Share of its cells that end as sentences do. */
  sentences: number;
}

const LABEL_MAX_CHARACTERS = 60;

/** The cells of a row that hold something of the section that is read. */
export function ownCells(row: RowView, own: ReadonlySet<string>): CellView[] {
  return row.cells.filter((cell) => cell.blocks.some((block) => own.has(block.id)));
}

const TABLE_TITLE_MAX_WORDS = 9;

/** "Physical management timetable" right above a table, in the flow or inside the same cell: its title, and no statement. */
export function isTitleOfTable(view: PlanView, block: Block): boolean {
  const { text, cell, id } = block;
  if (/[.!?;:,]$|\d/.test(text) || text.split(/\s+/).length > TABLE_TITLE_MAX_WORDS) return false;
  const next = view.blocks[(view.index.get(id) ?? -1) + 1];
  const table = next?.cell && view.tables.get(next.cell.table);
  if (next === undefined || table === undefined || next.cell?.table === cell?.table || table.columnCount < 2)
    return false;
  const { within } = next.cell ?? {};
  const isBeneath =
    within === undefined
      ? cell === undefined
      : within.table === cell?.table && within.row === cell.row && within.column === cell.column;
  return isBeneath && table.rows[0]?.cells[0]?.blocks[0] === next;
}

/** A column counts only if some of what stands in it is of this section. */
export function hasOwnBelow(table: TableView, head: RowView, cell: CellView, own: ReadonlySet<string>): boolean {
  return table.rows.some(
    (row) =>
      row.index > head.index &&
      row.cells.some((each) => each.column === cell.column && each.blocks.some((block) => own.has(block.id))),
  );
}

/** Compares a table's columns by what stands in them, row for row; null where no row has two cells of the section. */
export function readShape(table: TableView, own: ReadonlySet<string>): TableShape | null {
  const rows = table.rows.map((row) => ownCells(row, own)).filter((cells) => cells.length >= 2);
  const columns = new Map<number, CellView[]>();
  for (const cells of rows)
    for (const cell of cells) columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell]);
  const facts = [...columns].map(([column, cells]) => factsOf(column, cells)).sort((a, b) => a.column - b.column);
  if (facts.length < 2) return null;
  const speaking = facts.filter((each, index) => !isLabels(each, facts[index + 1]));
  const sentence = speaking.find((each) => each.sentences >= 0.5 && each.length >= LABEL_MAX_CHARACTERS / 3);
  const longest = speaking.reduce<ColumnFacts | undefined>(
    (best, each) => (best === undefined || each.length > best.length ? each : best),
    undefined,
  );
  const statement = sentence ?? longest;
  return statement === undefined ? null : { statement: statement.column };
}

function factsOf(column: number, cells: CellView[]): ColumnFacts {
  const texts = cells.map((cell) => cell.text);
  return {
    column,
    cells,
    length: texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    sentences: cells.filter((cell) => /[.!]$/.test(cell.blocks[0]?.text ?? '')).length / cells.length,
  };
}

/** A column of labels: short, no sentences, and bold, asking, or the same again and again, unlike the one beside it. */
function isLabels(column: ColumnFacts, next: ColumnFacts | undefined): boolean {
  const { cells } = column;
  if (next === undefined || column.sentences > 0 || column.length > LABEL_MAX_CHARACTERS) return false;
  const isBold =
    cells.every((cell) => cell.blocks.every(isStrong)) && !next.cells.every((cell) => cell.blocks.every(isStrong));
  const asks = cells.every((cell) => cell.text.endsWith('?'));
  const repeats = cells.length > 1 && new Set(cells.map((cell) => cell.text)).size <= cells.length / 2;
  const counts = cells.every((cell) => /^[A-K]?\d{0,3}(?:\.\d+)*[.)]?$/.test(cell.text));
  return isBold || asks || repeats || counts;
}
