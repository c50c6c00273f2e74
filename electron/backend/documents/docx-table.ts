import type { CellPosition } from '../../../shared/domain/document-model.ts';
import type { Place, Story } from './docx-story.ts';
import type { Revision } from './docx-types.ts';
import { child, childValue, elements, isOn, wholeNumber, wordAttribute } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

interface Cell {
  node: XmlNode;
  column: number;
  columnSpan: number;
  rowSpan: number;
  /** True for a cell that only continues the one above (vMerge). */
  isContinued: boolean;
}

interface Row {
  cells: Cell[];
  isHeader: boolean;
  /** The row's words, where the row itself was deleted under tracked changes. */
  deletion?: Revision;
}

/** Reads a table: rows and cells may sit inside controls, cells may span columns (gridSpan) and rows (vMerge). */
export function readTable(
  node: XmlNode,
  story: Story,
  place: Place,
  readBlocks: (node: XmlNode, story: Story, place: Place) => void,
): void {
  story.tables.count += 1;
  const table = `t${story.tables.count}`;
  const rows = readRows(node);
  spanRows(rows);
  let index = -1;
  for (const row of rows) {
    if (row.deletion) {
      story.orphans.push(row.deletion);
      continue;
    }
    index += 1;
    for (const cell of row.cells) {
      if (cell.isContinued && !hasText(cell.node)) continue;
      const position: CellPosition = {
        table,
        row: index,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        isHeader: row.isHeader,
        ...(place.cell && { within: { table: place.cell.table, row: place.cell.row, column: place.cell.column } }),
      };
      readBlocks(cell.node, story, { ...place, cell: position });
      story.carried = null;
    }
  }
}

/** Far more than the 63 that Word allows. */
const MOST_COLUMNS = 1000;

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Elements of one name, also inside controls and the like. */
function unwrapped(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((each) => {
    if (each.name === name) return [each];
    return WRAPPERS.has(each.name) ? unwrapped(each, name) : [];
  });
}

function readRows(node: XmlNode): Row[] {
  const rows: Row[] = [];
  for (const row of unwrapped(node, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    const deleted = child(properties, 'w:del') ?? child(properties, 'w:moveFrom');
    if (deleted) {
      rows.push({ cells: [], isHeader: false, deletion: deletedRow(row, deleted) });
      continue;
    }
    let column = wholeNumber(childValue(properties, 'w:gridBefore'), 0, MOST_COLUMNS) ?? 0;
    const cells = unwrapped(row, 'w:tc').map((cell): Cell => {
      const facts = child(cell, 'w:tcPr');
      const columnSpan = wholeNumber(childValue(facts, 'w:gridSpan'), 1, MOST_COLUMNS) ?? 1;
      const merge = child(facts, 'w:vMerge');
      const at = column;
      column += columnSpan;
      const isContinued = merge !== undefined && wordAttribute(merge, 'val') !== 'restart';
      return { node: cell, column: at, columnSpan, rowSpan: 1, isContinued };
    });
    rows.push({ cells, isHeader: isOn(child(properties, 'w:tblHeader')) ?? false });
  }
  return rows;
}

/** Counts how many rows below each cell only continue it. */
function spanRows(rows: Row[]): void {
  const open = new Map<number, Cell>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const above = open.get(cell.column);
      if (cell.isContinued && above) above.rowSpan += 1;
      else {
        cell.isContinued = false;
        open.set(cell.column, cell);
      }
    }
  }
}

function deletedRow(row: XmlNode, mark: XmlNode): Revision {
  const words: string[] = [];
  collect(row, words);
  return {
    kind: 'deleted',
    start: 0,
    end: 0,
    text: words.join(' ').replace(/\s+/g, ' ').trim(),
    author: wordAttribute(mark, 'author') ?? null,
    date: wordAttribute(mark, 'date') ?? null,
  };
}

/** The words of each paragraph, deleted ones too. */
function collect(node: XmlNode, paragraphs: string[]): void {
  for (const each of elements(node)) {
    if (each.name === 'w:p') paragraphs.push(wordsOf(each));
    else collect(each, paragraphs);
  }
}

function wordsOf(node: XmlNode): string {
  if (node.name === 'w:t' || node.name === 'w:delText')
    return node.children.filter((part) => typeof part === 'string').join('');
  return elements(node).map(wordsOf).join('');
}

function hasText(node: XmlNode): boolean {
  return elements(node).some((each) => each.name === 'w:t' || hasText(each));
}
