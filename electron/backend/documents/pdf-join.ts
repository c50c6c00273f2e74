import type { CellPosition } from '../../../shared/domain/document-model.ts';
import type { DraftBlock } from './draft-block.ts';
import type { PageCell, PageElement, PageTable } from './page-elements.ts';
import type { Paragraph } from './pdf-paragraphs.ts';
import { doesRunOn, hasEnded } from './pdf-run-on.ts';

/** One page's share of the document: running header, what it says, running footer. */
export interface LaidPage {
  header: DraftBlock[];
  elements: PageElement[];
  footer: DraftBlock[];
}

/** Column positions on two pages this close are the same table's. */
const SAME_COLUMNS_POINTS = 8;

/** Puts the pages together: tables and paragraphs that run on over a page break become whole again. */
export function joinPages(pages: Iterable<LaidPage>): DraftBlock[] {
  const joiner = new Joiner();
  for (const page of pages) joiner.add(page);
  return joiner.finish();
}

interface OpenTable {
  id: string;
  columns: number[];
  /** Texts of the first rows' cells, to know a repeated head by. */
  firstRows: string[][];
  rowCount: number;
  lastRow: Map<number, LastCell>;
  /** In every row so far the first column begins in bold. */
  hasBoldLabels: boolean;
  /** How many rows have a bold label beside text that is not: heads are bold throughout and do not count. */
  labelledRows: number;
  hasFirstColumn: boolean;
}

interface LastCell {
  drafts: DraftBlock[];
  endsFull: boolean;
  /** The table inside it that ends it. */
  inner: OpenTable | null;
}

class Joiner {
  readonly #blocks: DraftBlock[] = [];
  #tables = 0;
  #open: OpenTable | null = null;
  #lastText: Paragraph | null = null;
  #lastDraft: DraftBlock | null = null;
  /** The table inside the cell that was placed last. */
  #lastInner: OpenTable | null = null;

  add(page: LaidPage): void {
    this.#blocks.push(...page.header);
    for (const [index, element] of page.elements.entries()) {
      if (element.kind === 'table') this.#addTable(element, index === 0);
      else this.#addText(element.paragraphs, index === 0 ? 'page' : element.opensColumn === true ? 'column' : null);
    }
    this.#blocks.push(...page.footer);
  }

  finish(): DraftBlock[] {
    return this.#blocks;
  }

  #addText(paragraphs: readonly Paragraph[], opens: 'page' | 'column' | null): void {
    for (const [index, paragraph] of paragraphs.entries()) {
      const last = this.#lastText;
      if (
        opens !== null &&
        index === 0 &&
        last !== null &&
        this.#lastDraft !== null &&
        doesRunOn(this.#lastDraft, paragraph.draft, last.endsFull && opens === 'page')
      ) {
        append(this.#lastDraft, paragraph.draft);
        this.#lastText = paragraph;
        continue;
      }
      this.#blocks.push(paragraph.draft);
      this.#lastDraft = paragraph.draft;
      this.#lastText = paragraph;
    }
    if (paragraphs.length > 0) this.#open = null;
  }

  #addTable(table: PageTable, isFirst: boolean): void {
    this.#lastText = null;
    this.#lastDraft = null;
    const open = isFirst && this.#open !== null && isSameColumns(this.#open.columns, table.columns) ? this.#open : null;
    if (open === null) {
      this.#open = this.#startTable(table);
      for (const row of table.rows) this.#addRow(this.#open, row);
      return;
    }
    let rows = table.rows;
    let heads = 0;
    while (heads < rows.length - 1 && heads < 3 && isSameRow(open.firstRows[heads], rows[heads])) heads += 1;
    for (const row of rows.slice(0, heads)) this.#addRepeatedHead(open, row);
    rows = rows.slice(heads);
    const [first, ...rest] = rows;
    if (first !== undefined && doesRowRunOn(open, first, heads)) this.#continueRow(open, first);
    else if (first !== undefined) this.#addRow(open, first);
    for (const row of rest) this.#addRow(open, row);
  }

  #startTable(table: PageTable): OpenTable {
    this.#tables += 1;
    return {
      id: `t${this.#tables}`,
      columns: table.columns,
      firstRows: table.rows.slice(0, 3).map(rowTexts),
      rowCount: 0,
      lastRow: new Map(),
      hasBoldLabels: true,
      labelledRows: 0,
      hasFirstColumn: table.rows.every((row) => row.some((cell) => cell.column === 0 && cell.paragraphs.length > 0)),
    };
  }

  #addRow(table: OpenTable, row: readonly PageCell[]): void {
    table.lastRow = new Map();
    const isBold = (cell: PageCell): boolean => cell.paragraphs[0]?.draft.isBold !== false;
    if (row.some((cell) => cell.column === 0 && isBold(cell)) && !row.every(isBold)) table.labelledRows += 1;
    for (const cell of row) {
      const drafts = this.#draftsOf(cell, cell.paragraphs, position(table, table.rowCount, cell));
      table.lastRow.set(cell.column, { drafts, endsFull: endsFullIn(cell), inner: this.#lastInner });
      if (cell.column === 0 && drafts[0]?.isBold === false) table.hasBoldLabels = false;
      this.#blocks.push(...drafts);
    }
    table.rowCount += 1;
  }

  #addRepeatedHead(table: OpenTable, row: readonly PageCell[]): void {
    for (const cell of row) {
      for (const { draft } of cell.paragraphs)
        this.#blocks.push({ ...place(draft, position(table, 0, cell)), furniture: 'header' });
    }
  }

  /** The rest of a row that a page break cut in two. */
  #continueRow(table: OpenTable, row: readonly PageCell[]): void {
    const at = table.rowCount - 1;
    for (const cell of row) {
      const { drafts: before, endsFull, inner } = table.lastRow.get(cell.column) ?? NOTHING_BEFORE;
      let paragraphs = cell.paragraphs;
      const last = before.at(-1);
      const [first] = paragraphs;
      if (last !== undefined && first !== undefined && doesRunOn(last, first.draft, endsFull)) {
        append(last, first.draft);
        paragraphs = paragraphs.slice(1);
      }
      const drafts = this.#draftsOf(cell, paragraphs, position(table, at, cell), inner);
      // Reading order keeps a cell together: the rest goes right behind the cell's last block.
      const index = last === undefined ? -1 : this.#blocks.lastIndexOf(last);
      if (index >= 0) this.#blocks.splice(index + 1, 0, ...drafts);
      else this.#blocks.push(...drafts);
      table.lastRow.set(cell.column, {
        drafts: [...before, ...drafts],
        endsFull: endsFullIn(cell),
        inner: this.#lastInner,
      });
    }
  }

  /**
   * What stands in a cell, the tables drawn in it among its paragraphs; `own` are those that no earlier page took, and `open` is
   * the table that ended the cell on the page before.
   */
  #draftsOf(cell: PageCell, own: readonly Paragraph[], at: CellPosition, open: OpenTable | null = null): DraftBlock[] {
    this.#lastInner = null;
    const { inner = [], paragraphs } = cell;
    if (inner.length === 0) return own.map(({ draft }) => place(draft, at));
    const taken = paragraphs.length - own.length;
    const drafts: DraftBlock[] = [];
    let last: OpenTable | null = null;
    for (let index = 0; index <= own.length; index += 1) {
      for (const each of inner) {
        if (Math.max(each.after - taken, 0) !== index) continue;
        const goesOn = each.after === 0 && open !== null && isSameColumns(open.columns, each.table.columns);
        const table: OpenTable = goesOn && last === null ? open : this.#startTable({ ...each.table, rows: [] });
        drafts.push(...this.#innerDrafts(each.table, table, at));
        last = table;
      }
      const paragraph = own[index];
      if (paragraph !== undefined) {
        drafts.push(place(paragraph.draft, at));
        last = null;
      }
    }
    this.#lastInner = last;
    return drafts;
  }

  #innerDrafts({ rows }: PageTable, own: OpenTable, { table, row, column }: CellPosition): DraftBlock[] {
    return rows.flatMap((cells) => {
      const index = own.rowCount;
      own.rowCount += 1;
      return cells.flatMap((cell) =>
        this.#draftsOf(cell, cell.paragraphs, { ...position(own, index, cell), within: { table, row, column } }),
      );
    });
  }
}

const NOTHING_BEFORE: LastCell = { drafts: [], endsFull: false, inner: null };

/** False where a table inside the cell ends it. */
function endsFullIn({ paragraphs, inner = [] }: PageCell): boolean {
  const isLast = inner.every(({ after }) => after < paragraphs.length);
  return isLast && (paragraphs.at(-1)?.endsFull ?? false);
}

function position(table: OpenTable, row: number, cell: PageCell): CellPosition {
  return {
    table: table.id,
    row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    isHeader: false,
  };
}

function place(draft: DraftBlock, cell: CellPosition): DraftBlock {
  return { ...draft, cell };
}

function isSameColumns(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - (b[index] ?? 0)) <= SAME_COLUMNS_POINTS);
}

function rowTexts(row: readonly PageCell[]): string[] {
  return row.map((cell) => cell.paragraphs.map((paragraph) => paragraph.draft.text).join(' '));
}

function isSameRow(texts: readonly string[] | undefined, row: readonly PageCell[] | undefined): boolean {
  if (texts === undefined || row === undefined) return false;
  const own = rowTexts(row);
  return (
    own.length === texts.length && own.every((text, index) => text === texts[index]) && own.some((text) => text !== '')
  );
}

/** A row goes on where a cell starts in the middle of a sentence, or the column that opens every row is empty. */
function doesRowRunOn(table: OpenTable, row: readonly PageCell[], heads: number): boolean {
  const filled = row.filter((cell) => cell.paragraphs.length > 0 || cell.inner !== undefined);
  // Heads alone stood on the page before: nothing was begun that could go on.
  if (filled.length === 0 || table.rowCount <= heads) return false;
  if (table.hasFirstColumn && table.columns.length > 2 && filled.every((cell) => cell.column > 0)) return true;
  const label = filled.find((cell) => cell.column === 0)?.paragraphs[0]?.draft;
  if (table.hasBoldLabels && table.labelledRows >= 1 && table.rowCount >= 2 && label?.isBold === false) return true;
  return filled.some((cell) => {
    const before = table.lastRow.get(cell.column)?.drafts.at(-1);
    const first = cell.paragraphs[0]?.draft;
    return (
      before !== undefined &&
      first !== undefined &&
      /^[\p{Ll}(,;]/u.test(first.text) &&
      first.marker === undefined &&
      !hasEnded(before.text)
    );
  });
}

/** Adds the rest of a paragraph; the block keeps its first page, its runs keep their own. */
function append(target: DraftBlock, rest: DraftBlock): void {
  const isHyphenated = /\p{L}-$/u.test(target.text);
  const glue = isHyphenated ? '' : ' ';
  const shift = target.text.length + glue.length;
  target.text = `${target.text}${glue}${rest.text}`;
  target.runs = [
    ...target.runs,
    ...rest.runs.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift })),
  ];
}
