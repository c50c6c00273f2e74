import type { Block } from '../../../../shared/domain/document-model.ts';
import { detailKeyOf } from '../provision-details.ts';
import { areHeads } from '../side-by-side.ts';

/** A row's tag is short, and stands there at least so often. */
export const TAG_MAX_CHARACTERS = 40;
const TAG_REPEATS = 2;

/** What a document's tables say of the template: heads, tags and amounts. */
export interface TableFacts {
  /** Rows of column heads, as "table/row". */
  headRows: ReadonlySet<string>;
  /** Rows of more than one column, as "table/row". */
  wideRows: ReadonlySet<string>;
  /** Words that stand at the front of row after row. */
  tags: ReadonlySet<string>;
  /** Columns whose head says that they hold amounts, as "table/column". */
  amounts: ReadonlySet<string>;
}

export function readTableFacts(blocks: readonly Block[]): TableFacts {
  return {
    headRows: headRows(blocks),
    wideRows: wideRows(blocks),
    tags: readTags(blocks),
    amounts: amountColumns(blocks),
  };
}

function wideRows(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.filter(({ cell }) => cell !== undefined && cell.column > 0).map((block) => rowOf(block) ?? ''));
}

/** "What will happen?" in a first column, again and again, is the template's question. */
export function readTags(blocks: readonly Block[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { cell, text } of blocks) {
    if (cell?.column === 0 && text.length <= TAG_MAX_CHARACTERS) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= TAG_REPEATS).map(([text]) => text));
}

function amountColumns(blocks: readonly Block[]): Set<string> {
  return new Set(
    blocks
      .filter(({ cell, text }) => cell !== undefined && cell.row === 0 && detailKeyOf(text) !== null)
      .map(({ cell }) => `${cell?.table}/${cell?.column}`),
  );
}

/** Rows that hold nothing but the heads of columns. */
function headRows(blocks: readonly Block[]): Set<string> {
  const rows = new Map<string, string[]>();
  for (const block of blocks) {
    const row = rowOf(block);
    if (row !== null) rows.set(row, [...(rows.get(row) ?? []), block.text]);
  }
  return new Set([...rows].filter(([, texts]) => areHeads(texts)).map(([row]) => row));
}

/** The row that a block stands in, as "table/row"; null outside tables. */
export function rowOf({ cell }: Block): string | null {
  return cell === undefined ? null : `${cell.table}/${cell.row}`;
}
