import type { Block } from '../../../shared/domain/document-model.ts';
import { isStrong, shownText } from './plan-view.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import { isOtherHeading, matchTitle } from './section-titles.ts';

/** A place that may name a section: a heading in the flow, a row's label, or a column's head. */
export interface Candidate {
  mark: Mark;
  /** Null for a heading that belongs to no section of the plan and ends the one before. */
  place: 'flow' | 'row' | 'column';
  isOther: boolean;
  /** The blocks that make up the heading. */
  blocks: Block[];
  /** Index of the first of them in the plan's text. */
  at: number;
  table?: TableView;
  row?: number;
  column?: number;
  columnSpan?: number;
}

const LABEL_MAX_CHARACTERS = 170;

/** Everything in the plan that could name a section, in reading order; nothing is decided yet. */
export function findCandidates(view: PlanView, names: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  const doneRows = new Set<string>();
  const taken = new Set<Block>();
  for (const [at, block] of view.blocks.entries()) {
    if (taken.has(block)) continue;
    const table = block.cell && view.tables.get(block.cell.table);
    if (block.cell === undefined || table === undefined || isFlowTable(table)) {
      const candidate = readFlow(view, at, names);
      if (candidate) {
        found.push(candidate);
        for (const each of candidate.blocks) taken.add(each);
      }
      continue;
    }
    const key = `${table.id}/${block.cell.row}`;
    if (doneRows.has(key)) continue;
    doneRows.add(key);
    const row = table.rowAt.get(block.cell?.row ?? -1);
    if (row) found.push(...readRow(view, table, row, names));
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A table of one column is only a frame around text. */
function isFlowTable(table: TableView): boolean {
  return table.columnCount === 1;
}

function readFlow(view: PlanView, at: number, names: ReadonlySet<string>): Candidate | null {
  const block = view.blocks[at];
  if (block === undefined) return null;
  const mark = readMark(shownText(block), names);
  if (mark === null) {
    const isOther = isStrong(block) && isOtherHeading(block.text);
    return isOther ? { mark: OTHER, place: 'flow', isOther, blocks: [block], at } : null;
  }
  const blocks = [block];
  if (mark.title === '' && !mark.isRunIn) {
    const next = view.blocks[at + 1];
    if (next !== undefined && isTitleOf(mark, block, next, names)) {
      blocks.push(next);
      return { mark: withTitle(mark, next.text, names), place: 'flow', isOther: false, blocks, at };
    }
  }
  return { mark, place: 'flow', isOther: mark.form === 'title' && isOtherHeading(block.text), blocks, at };
}

const OTHER: Mark = { form: 'title', sections: [], title: '', titleScore: 0, isRunIn: false };

/** "SECTION B" alone may have its title on the next line: of the same look, or of the section's own words. */
function isTitleOf(mark: Mark, block: Block, next: Block, names: ReadonlySet<string>): boolean {
  if (next.text.length > LABEL_MAX_CHARACTERS || next.kind === 'list_item' || /[.!?]$/.test(next.text)) return false;
  if ((next.cell?.table ?? null) !== (block.cell?.table ?? null)) return false;
  const own = readMark(next.text, names);
  if (own !== null && own.form !== 'title') return false;
  const fits = matchTitle(next.text, names).some(
    (match) =>
      mark.sections.some((id) => id === match.section || (id.startsWith('H') && match.section.startsWith('H'))) &&
      match.score >= 0.45,
  );
  return fits || (isStrong(next) === isStrong(block) && isStrong(next) && next.fontSize === block.fontSize);
}

function withTitle(mark: Mark, title: string, names: ReadonlySet<string>): Mark {
  const letters = mark.sections.join(' and ');
  const whole = readMark(`Section ${letters} – ${title}`, names);
  return whole === null ? { ...mark, title } : { ...whole, form: mark.form };
}

function readRow(view: PlanView, table: TableView, row: RowView, names: ReadonlySet<string>): Candidate[] {
  const [first, ...others] = row.cells;
  if (first === undefined) return [];
  const spansAll = others.length === 0 && (first.columnSpan >= table.columnCount || first.column > 0);
  if (spansAll || isHeadingRow(row, names)) {
    const blocks = row.cells.flatMap((cell) => cell.blocks);
    const [head] = blocks;
    if (head === undefined) return [];
    const at = view.index.get(head.id) ?? 0;
    if (spansAll) return first.blocks.length <= 3 ? one(readFlow(view, at, names)) : readInside(view, first, names);
    const mark = readMark(row.cells.map((cell) => cell.text).join(' – '), names);
    return mark === null ? [] : [{ mark, place: 'flow', isOther: false, blocks, at }];
  }
  const heads = readColumnHeads(view, table, row, names);
  if (heads.length > 0) return heads;
  const label = readLabel(view, table, first, others, names);
  return label === null ? [] : [label];
}

/** A cell over the whole width with much text: its headings are headings of the flow. */
function readInside(view: PlanView, cell: CellView, names: ReadonlySet<string>): Candidate[] {
  return cell.blocks.flatMap((block) => one(readFlow(view, view.index.get(block.id) ?? 0, names)));
}

function one(candidate: Candidate | null): Candidate[] {
  return candidate === null ? [] : [candidate];
}

/** "Section F" in one cell and its title in the next, and nothing else: a heading laid out as a row. */
function isHeadingRow(row: RowView, names: ReadonlySet<string>): boolean {
  const [first, second, third] = row.cells;
  if (first === undefined || second === undefined || third !== undefined) return false;
  if (first.text.length > 40 || second.text.length > LABEL_MAX_CHARACTERS || second.blocks.length > 2) return false;
  const mark = readMark(first.text, names);
  if (mark === null || mark.form === 'title' || mark.form === 'tagged' || mark.title !== '') return false;
  const isLoud = row.cells.every((cell) => cell.blocks.every(isStrong)) && !/[.!?]$/.test(second.text);
  if (isLoud && (mark.form === 'named' || mark.form === 'letter')) return true;
  // A title with text under it is a row of the plan, not a heading laid out as a row.
  if (!isLoud && second.blocks.length > 1) return false;
  return matchTitle(second.text, names).some(
    (match) => mark.sections.some((id) => id[0] === match.section[0]) && match.score >= 0.6,
  );
}

function readLabel(
  view: PlanView,
  table: TableView,
  cell: CellView,
  others: readonly CellView[],
  names: ReadonlySet<string>,
): Candidate | null {
  if (cell.column > 0) return null;
  const [head] = cell.blocks;
  if (head === undefined) return null;
  const at = view.index.get(head.id) ?? 0;
  const where = { place: 'row' as const, at, table, row: cell.row };
  const [next] = others;
  if (cell.text.length <= 14 && next !== undefined && next.text.length <= LABEL_MAX_CHARACTERS && others.length > 1) {
    const wide = readMark(`${cell.text} – ${next.text}`, names);
    if (wide !== null && wide.form !== 'title' && wide.titleScore >= 0.5)
      return { ...where, mark: wide, isOther: false, blocks: [...cell.blocks, ...next.blocks] };
  }
  if (cell.text.length <= LABEL_MAX_CHARACTERS) {
    const mark = readMark(cell.text, names) ?? readMark(shownText(head), names);
    if (mark !== null) return { ...where, ...withTitleBeside(mark, cell, next, names), isOther: false };
    if (isOtherHeading(cell.text)) return { ...where, mark: OTHER, isOther: true, blocks: cell.blocks };
    return null;
  }
  const mark = readMark(shownText(head), names);
  return mark === null ? null : { ...where, mark, isOther: false, blocks: [head] };
}

/** The letter alone in its column: the title may open the cell beside it. */
function withTitleBeside(
  mark: Mark,
  cell: CellView,
  next: CellView | undefined,
  names: ReadonlySet<string>,
): { mark: Mark; blocks: Block[] } {
  const [title, ...rest] = next?.blocks ?? [];
  const own = { mark, blocks: cell.blocks };
  if (mark.title !== '' || mark.form === 'title' || title === undefined || rest.length === 0) return own;
  if (!isStrong(title) || title.text.length > LABEL_MAX_CHARACTERS || /[.!?]$/.test(title.text)) return own;
  const whole = withTitle(mark, title.text, names);
  return whole.titleScore >= 0.45 ? { mark: whole, blocks: [...cell.blocks, title] } : own;
}

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

function hasLetters(row: RowView, names: ReadonlySet<string>): boolean {
  const marks = row.cells.map((cell) => readMark(cell.text, names));
  const isTold = marks.every((mark) => mark !== null && (mark.form === 'named' || mark.form === 'tagged'));
  return isTold && new Set(marks.flatMap((mark) => mark?.sections ?? [])).size >= 2;
}

/** The first row of several cells; above it there may be titles over the whole width. */
function firstOfSeveral(table: TableView): RowView | undefined {
  const at = table.rows.findIndex((row) => row.cells.length > 1);
  const above = table.rows.slice(0, at);
  return at <= 2 && above.every((row) => (row.cells[0]?.text.length ?? 0) <= 90) ? table.rows[at] : undefined;
}

function readColumnHeads(view: PlanView, table: TableView, row: RowView, names: ReadonlySet<string>): Candidate[] {
  if (row.cells.length < 2 || row.cells.some((cell) => cell.text.length > 120)) return [];
  // Two tables that a page break brought together leave heads in the middle: letters in every cell tell them.
  const isHead = row.cells.every((cell) => cell.isHeader) || row === firstOfSeveral(table) || hasLetters(row, names);
  if (!isHead) return [];
  const found: Candidate[] = [];
  for (const cell of row.cells) {
    const [head] = cell.blocks;
    if (head === undefined) continue;
    const word = COLUMN_WORDS.find(([pattern]) => pattern.test(cell.text.replace(/[:.]$/, '').trim()));
    const read = readMark(cell.text, names);
    const mark: Mark | null =
      read !== null && read.form !== 'title'
        ? read
        : word
          ? { form: 'title', sections: [word[1]], title: cell.text, titleScore: 0.9, isRunIn: false }
          : read;
    if (mark === null) continue;
    found.push({
      mark,
      place: 'column',
      isOther: false,
      blocks: cell.blocks,
      at: view.index.get(head.id) ?? 0,
      table,
      row: cell.row,
      column: cell.column,
      columnSpan: cell.columnSpan,
    });
  }
  const sections = new Set(found.flatMap((each) => each.mark.sections));
  const explicit = found.filter((each) => each.mark.form !== 'title' && each.mark.form !== 'letter');
  return sections.size >= 2 || (explicit.length >= 1 && found.length >= 2) ? found : [];
}
