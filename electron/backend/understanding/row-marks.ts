import type { Block } from '../../../shared/domain/document-model.ts';
import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';

/** One word heads columns that a title would not be trusted for. */
const COLUMN_WORDS: readonly (readonly [RegExp, 'B' | 'E' | 'F'])[] = [
  [
    /^(?:(?:description of )?(?:special educational )?needs?|areas? of need|(?:identified )?needs?(?: and strengths)?|strengths and needs)$/i,
    'B',
  ],
  [/^(?:(?:agreed |desired |long[- ]term )?outcomes?(?: sought)?|what (?:we|i) want to achieve)$/i, 'E'],
  [
    /^(?:(?:special educational )?provision(?: required| to be made)?|support(?: required)?|how (?:the )?needs? will be met|what will be provided)$/i,
    'F',
  ],
];

/** The heads of a table's columns, where they name sections. */
export function readColumnHeads(
  view: PlanView,
  table: TableView,
  row: RowView,
  names: ReadonlySet<string>,
): Candidate[] {
  if (row.cells.length < 2 || row.cells.some((cell) => cell.text.length > 120)) return [];
  // Two tables that a page break brought together leave heads in the middle: letters in every cell tell them.
  const isHead =
    row.cells.every((cell) => cell.isHeader) ||
    row === firstOfSeveral(table) ||
    isSecondOfHead(table, row) ||
    hasLetters(row, names);
  if (!isHead) return [];
  const found: Candidate[] = [];
  for (const cell of row.cells) {
    const mark = headMark(cell, names);
    if (mark !== null) found.push(...candidate(view, table, cell, cell.blocks, mark, 'column'));
  }
  const sections = new Set(found.flatMap((each) => each.mark.sections));
  const explicit = found.filter((each) => each.mark.form !== 'title' && each.mark.form !== 'letter');
  return sections.size >= 2 || (explicit.length >= 1 && found.length >= 2) ? found : [];
}

/** A head in two rows: one cell goes down through both, another has several under it. */
function isSecondOfHead(table: TableView, row: RowView): boolean {
  const above = table.rowAt.get(row.index - 1);
  return above !== undefined && above === firstOfSeveral(table) && isMergedHead(above);
}

function isMergedHead(row: RowView): boolean {
  return row.cells.some((cell) => cell.rowSpan === 2) && row.cells.some((cell) => cell.columnSpan > 1);
}

/** The upper row of such a head: its cells that go down through both rows head columns as those in the lower row do. */
export function readMergedHead(
  view: PlanView,
  table: TableView,
  row: RowView,
  names: ReadonlySet<string>,
): Candidate[] {
  const below = table.rowAt.get(row.index + 1);
  if (below === undefined || !isMergedHead(row) || row.cells.some((cell) => cell.text.length > 120)) return [];
  if (readColumnHeads(view, table, below, names).length === 0) return [];
  return row.cells.flatMap((cell) => {
    const mark = cell.rowSpan === 2 ? headMark(cell, names) : null;
    return mark === null ? [] : candidate(view, table, cell, cell.blocks, mark, 'column');
  });
}

function headMark(cell: CellView, names: ReadonlySet<string>): Mark | null {
  const read = readMark(cell.text, names);
  if (read !== null && read.form !== 'title') return read;
  return wordMark(cell.text) ?? read;
}

/** "Need", "Outcome", "Provision": one word that heads a column, or labels a row of a card. */
export function wordMark(text: string): Mark | null {
  const word = COLUMN_WORDS.find(([pattern]) => pattern.test(text.replace(/[:.]$/, '').trim()));
  return word ? { form: 'title', sections: [word[1]], title: text, titleScore: 0.9, isRunIn: false } : null;
}

/** Heads in bold of which two or more carry letters; or nothing but letters, bold or not. */
function hasLetters(row: RowView, names: ReadonlySet<string>): boolean {
  const marks = row.cells.map((cell) => readMark(cell.text, names));
  const told = marks.filter((mark) => mark !== null && (mark.form === 'named' || mark.form === 'tagged'));
  // "D: needs | H1: provision … | H2: other provision", all of them bold.
  const isAllLettered =
    marks.every((mark) => mark !== null && mark.form !== 'title') &&
    new Set(marks.flatMap((mark) => mark?.sections ?? [])).size === row.cells.length &&
    row.cells.every((cell) => cell.blocks.every(isStrong));
  if (isAllLettered) return true;
  if (new Set(told.flatMap((mark) => mark?.sections ?? [])).size < 2) return false;
  return (
    told.length === marks.length || row.cells.every((cell) => cell.text.length <= 60 && cell.blocks.every(isStrong))
  );
}

/** The first row of several cells; above it there may be titles over the whole width. */
function firstOfSeveral(table: TableView): RowView | undefined {
  const at = table.rows.findIndex((row) => row.cells.length > 1);
  const above = table.rows.slice(0, at);
  return at <= 2 && above.every((row) => (row.cells[0]?.text.length ?? 0) <= 90) ? table.rows[at] : undefined;
}

/** Cells side by side that each open with a heading of their own and go on with its text: cards, boxes, panels. */
export function readCells(view: PlanView, table: TableView, row: RowView, names: ReadonlySet<string>): Candidate[] {
  // A letter in a cell of its own belongs with what stands beside it.
  if (row.cells.some((cell) => isLetterAlone(cell, names))) return [];
  const opened = row.cells.flatMap((cell) => {
    const [head] = cell.blocks;
    if (head === undefined || !isStrong(head) || /[.!]$/.test(head.text)) return [];
    const mark = readMark(head.text, names);
    return mark === null ? [] : candidate(view, table, cell, [head], mark, 'cell');
  });
  const sections = new Set(opened.flatMap((each) => each.mark.sections));
  const hasContent = opened.some((each) => cellOf(row, each)?.blocks.some((block) => !isStrong(block)) ?? false);
  return opened.length >= 2 && sections.size >= 2 && hasContent ? opened : [];
}

function cellOf(row: RowView, { column }: Candidate): CellView | undefined {
  return row.cells.find((cell) => cell.column === column);
}

const KEY_ROWS_MIN = 2;

/**
 * A key that sets two letters with their titles, or more, in each row: "A | My views | G | Health provision". Null where one
 * row of the table is none of these.
 */
export function readKeyRow(
  view: PlanView,
  table: TableView,
  row: RowView,
  names: ReadonlySet<string>,
): Candidate[] | null {
  if (row.cells.length < 4 || table.rows.length < KEY_ROWS_MIN) return null;
  if (!table.rows.every((each) => isKeyRow(each, names))) return null;
  return row.cells.flatMap((cell, at) => {
    const title = row.cells[at + 1];
    if (at % 2 === 1 || title === undefined) return [];
    const mark = readMark(cell.text, names);
    if (mark === null) return [];
    return candidate(view, table, cell, [...cell.blocks, ...title.blocks], { ...mark, title: title.text }, 'cell');
  });
}

/** Letters and short titles by turns; the last place may be empty. */
function isKeyRow({ cells }: RowView, names: ReadonlySet<string>): boolean {
  const isPaired = cells.length % 2 === 0 && cells.length >= 2;
  return isPaired && cells.every((cell, at) => (at % 2 === 0 ? isLetterAlone(cell, names) : isKeyTitle(cell)));
}

function isKeyTitle({ text }: CellView): boolean {
  return text.length > 3 && text.length <= 90 && !/[.!]$/.test(text);
}

const HEADS_MIN = 3;
const HEAD_MAX_CHARACTERS = 60;

/** True for the bold heads of three columns or more, over rows that are not bold: the first of them labels no row. */
export function isRowOfHeads(table: TableView, row: RowView): boolean {
  const isHead = ({ text, blocks }: CellView): boolean =>
    text.length <= HEAD_MAX_CHARACTERS && !/[.!?:]$/.test(text) && blocks.every(isStrong);
  const below = table.rowAt.get(row.index + 1);
  if (row.cells.length < HEADS_MIN || row !== firstOfSeveral(table) || !row.cells.every(isHead)) return false;
  return below !== undefined && below.cells.every(({ blocks }) => !blocks.every(isStrong));
}

const LETTER_ROWS_MIN = 2;
const LETTER_SHARE_MIN = 0.6;

const LETTER_HEAD = /^(?:ehcp? )?(?:plan )?(?:sect?(?:ion)?|part|letter)s?\.?(?: of (?:the )?(?:ehc )?plan)?:?$/i;
const DELIVERED: ReadonlySet<string> = new Set(['F', 'G', 'H', 'H1', 'H2']);

/**
 * A column in which each row says by letter to which section it belongs ("Sec.": F, F, G); null where there is none. Letters
 * that no head explains must be those of provision, lest a column of grades is taken for one.
 */
export function findLetterColumn(table: TableView, names: ReadonlySet<string>): number | null {
  for (let column = 0; column < table.columnCount; column += 1) {
    const cells = table.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.column === column && row.cells.length > 1),
    );
    const told = cells.filter((cell) => isLetterAlone(cell, names));
    if (told.length === 0 || told.length < LETTER_SHARE_MIN * (cells.length - 1)) continue;
    const isHeaded = cells.some((cell) => LETTER_HEAD.test(cell.text));
    if (isHeaded) return column;
    // The last column, with no head, is a margin: its letters stand for whole rows.
    if (
      column < table.columnCount - 1 &&
      told.length >= LETTER_ROWS_MIN &&
      told.every((cell) => DELIVERED.has(cell.text.replace(/[^A-K12]/g, '')))
    )
      return column;
  }
  return null;
}

/** What a row's cell in the letter column says. */
export function readTag(
  view: PlanView,
  table: TableView,
  row: RowView,
  column: number,
  names: ReadonlySet<string>,
): Candidate[] {
  const cell = row.cells.find((each) => each.column === column);
  if (cell === undefined || !isLetterAlone(cell, names)) return [];
  const mark = readMark(cell.blocks[0]?.text ?? '', names);
  return mark === null ? [] : candidate(view, table, cell, cell.blocks, { ...mark, form: 'tagged' }, 'tag');
}

/** The letter in a row's last cell, large or in the margin, beside a title and its text. */
export function readMargin(view: PlanView, table: TableView, row: RowView, names: ReadonlySet<string>): Candidate[] {
  const [first] = row.cells;
  const last = row.cells.at(-1);
  if (first === undefined || last === undefined || first === last || !isLetterAlone(last, names)) return [];
  const [title, ...text] = first.blocks;
  const mark = readMark(last.blocks[0]?.text ?? '', names);
  if (mark === null || title === undefined || !isStrong(title) || /[.;,]$/.test(title.text)) return [];
  if (text.length === 0 && row.cells.length < 3) return [];
  const blocks = row.cells.length === 2 || text.length === 0 ? [title, ...last.blocks] : last.blocks;
  return candidate(view, table, { ...last, column: 0 }, blocks, { ...mark, title: title.text }, 'row');
}

function isLetterAlone(cell: CellView, names: ReadonlySet<string>): boolean {
  // Rows that a page break brought together say their letter twice.
  const [first, ...others] = cell.blocks;
  if (first === undefined || first.text.length > 14 || others.some((block) => block.text !== first.text)) return false;
  const mark = readMark(first.text, names);
  return mark !== null && mark.form !== 'title' && mark.title === '';
}

function candidate(
  view: PlanView,
  table: TableView,
  cell: CellView,
  blocks: Block[],
  mark: Mark,
  place: Candidate['place'],
): Candidate[] {
  const [head] = blocks;
  if (head === undefined) return [];
  const { row, column, columnSpan } = cell;
  return [{ mark, place, isOther: false, blocks, at: view.index.get(head.id) ?? 0, table, row, column, columnSpan }];
}
