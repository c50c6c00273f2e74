import type { Block } from '../../../shared/domain/document-model.ts';
import { adoptAnnexes, belongsToPart } from './adopt-annexes.ts';
import type { Candidate } from './candidate.ts';
import { readCountedBar, readHeadingRow } from './heading-rows.ts';
import { readStack, readUnder, withTitle } from './heading-stacks.ts';
import { isStrong, memo, shownText } from './plan-view.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { leaveAppended } from './leave-appended.ts';
import { readLead } from './read-lead.ts';
import { readLegend } from './read-legend.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import { readField } from './record-labels.ts';
import { isAreaHeading } from './statement-words.ts';
import {
  findLetterColumn,
  isRowOfHeads,
  readCells,
  readColumnHeads,
  readKeyRow,
  readMargin,
  readMergedHead,
  readTag,
  wordMark,
} from './row-marks.ts';
import { isOtherHeading, matchTitle, saysItIsNoPart } from './section-titles.ts';

const LABEL_MAX_CHARACTERS = 170;

/**
 * Everything in the plan that could name a section, in reading order; nothing is decided yet. `listed` are the entries of its
 * contents page, where that is known: they may pair letters with titles.
 */
export function findCandidates(
  view: PlanView,
  names: ReadonlySet<string>,
  listed: readonly Candidate[] = [],
): Candidate[] {
  const found: Candidate[] = [];
  const doneRows = new Set<string>();
  const letterColumns = new Map<string, number | null>();
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
    if (row) found.push(...readRow(view, table, row, names, letterColumns));
  }
  const told = isAlphabetical(view) ? found.filter((each) => !isLetterOnly(each)) : found;
  const explained = readLegend(view, told, listed);
  const places = new Set(explained.map((each) => each.at));
  return leaveAppended(
    adoptAnnexes(
      view,
      [...told.filter((each) => !places.has(each.at)), ...explained].sort((a, b) => a.at - b.at),
    ),
  );
}

const LETTERS_OF_AN_INDEX = 4;

/** Single letters head the parts of an index from A to Z: those beyond K give it away. */
function isAlphabetical(view: PlanView): boolean {
  const beyond = view.blocks.filter((block) => /^[L-Z]$/.test(block.text) && isStrong(block)).map(({ text }) => text);
  return new Set(beyond).size >= LETTERS_OF_AN_INDEX;
}

function isLetterOnly({ mark, place }: Candidate): boolean {
  return place === 'flow' && mark.form === 'letter' && mark.title === '';
}

/** A table of one column is only a frame around text. */
function isFlowTable(table: TableView): boolean {
  return table.columnCount === 1;
}

function readFlow(view: PlanView, at: number, names: ReadonlySet<string>): Candidate | null {
  const block = view.blocks[at];
  if (block === undefined) return null;
  const stack = readStack(view, at, names);
  if (stack !== null) return stack;
  if (isDetailField(block)) return null;
  const led = readLead(block, names);
  if (led !== null) return { mark: led, place: 'flow', isOther: false, isLed: led.isRunIn, blocks: [block], at };
  const mark = readBlock(block, names);
  const under = mark === null || mark.form === 'title' ? readUnder(view, at, names) : null;
  if (under !== null) return under;
  if (mark === null) {
    const isSet = isStrong(block) || isCapitals(block);
    const isOther = isSet && (isOtherHeading(block.text) || belongsToPart(block.text)) && !isListedAppendix(view, at);
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
  const isOther = mark.form === 'title' && isOtherHeading(block.text);
  if (isOther && isListedAppendix(view, at)) return null;
  return { mark, place: 'flow', isOther, blocks, at };
}

const APPENDIX = /^(?:appendix|annexe?|app\.) ?(?:\d+|[a-z])\b/i;

/** "Review: Report each July", "Provider: School staff": a record's field with its value is no heading. */
function isDetailField(block: Block): boolean {
  const kind = isStrong(block) ? undefined : readField(block.text)?.kind;
  return kind === 'who' || kind === 'howOften' || kind === 'howLong' || kind === 'review';
}

/** "Appendix 3: Report by …" with another right above or below it is an entry of a list, not the appendix itself. */
function isListedAppendix(view: PlanView, at: number): boolean {
  const [before, own, next] = [view.blocks[at - 1], view.blocks[at], view.blocks[at + 1]];
  return own !== undefined && APPENDIX.test(own.text) && [before, next].some((each) => APPENDIX.test(each?.text ?? ''));
}

/** The line with its number, or without one that only counts ("7 Part D: social care needs"). */
function readBlock(block: Block, names: ReadonlySet<string>): Mark | null {
  const mark = readMark(shownText(block), names);
  if (block.marker === undefined || !/^[\divx.()]+$/.test(block.marker) || (mark !== null && mark.form !== 'title'))
    return mark;
  const bare = readMark(block.text, names);
  return bare !== null && (mark === null || bare.form !== 'title') ? bare : mark;
}

const CAPITALS_MIN = 5;

function isCapitals({ text }: Block): boolean {
  return text.length >= CAPITALS_MIN && text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
}

const OTHER: Mark = { form: 'title', sections: [], title: '', titleScore: 0, isRunIn: false };

/** So much larger than the title under it is a letter that marks a section as a tab does. */
const LARGE_LETTER = 1.6;

/** "SECTION B" alone may have its title on the next line: of the same look, or of the section's own words. */
function isTitleOf(mark: Mark, block: Block, next: Block, names: ReadonlySet<string>): boolean {
  if (next.text.length > LABEL_MAX_CHARACTERS || next.kind === 'list_item' || /[.!]$/.test(next.text)) return false;
  if ((next.cell?.table ?? null) !== (block.cell?.table ?? null)) return false;
  const own = readMark(next.text, names);
  if (own !== null && own.form !== 'title') return false;
  const fits = matchTitle(next.text, names).some(
    (match) =>
      mark.sections.some((id) => id === match.section || (id.startsWith('H') && match.section.startsWith('H'))) &&
      match.score >= 0.45,
  );
  // "Section F" small, and its title large under it.
  const isUnderSmall = isStrong(next) && (next.fontSize ?? 0) > (block.fontSize ?? 0);
  // "K" large, alone on its line, and its title under it.
  const isUnderLetter =
    mark.form === 'letter' && isStrong(next) && (block.fontSize ?? 0) >= LARGE_LETTER * (next.fontSize ?? Infinity);
  if (isUnderLetter && !isAreaHeading(next.text)) return true;
  return (
    fits || isUnderSmall || (isStrong(next) === isStrong(block) && isStrong(next) && next.fontSize === block.fontSize)
  );
}

function readRow(
  view: PlanView,
  table: TableView,
  row: RowView,
  names: ReadonlySet<string>,
  columns: Map<string, number | null>,
): Candidate[] {
  const [first, ...others] = row.cells;
  const [head] = first?.blocks ?? [];
  if (first === undefined || head === undefined) return [];
  const spansAll = others.length === 0 && (first.columnSpan >= table.columnCount || first.column > 0);
  if (spansAll) {
    const at = view.index.get(head.id) ?? 0;
    return first.blocks.length <= 3 ? one(readFlow(view, at, names)) : readInside(view, first, names);
  }
  const key = readKeyRow(view, table, row, names);
  if (key !== null) return key;
  const bar = readCountedBar(view, row, names);
  if (bar !== null) return [bar];
  const merged = readMergedHead(view, table, row, names);
  if (merged.length > 0) return merged;
  const heading = readHeadingRow(view, row, names);
  if (heading !== null) return [heading];
  const cells = readCells(view, table, row, names);
  if (cells.length > 0) return cells;
  const heads = readColumnHeads(view, table, row, names);
  if (heads.length > 0) return heads;
  const column = memo(columns, table.id, () => findLetterColumn(table, names));
  if (column !== null && column > 0) return readTag(view, table, row, column, names);
  const margin = readMargin(view, table, row, names);
  if (margin.length > 0) return margin;
  const label = readLabel(view, table, first, others, names);
  return label?.mark.form === 'title' && isRowOfHeads(table, row) ? [] : one(label);
}

/** A cell over the whole width with much text: its headings are headings of the flow. */
function readInside(view: PlanView, cell: CellView, names: ReadonlySet<string>): Candidate[] {
  return cell.blocks.flatMap((block) => one(readFlow(view, view.index.get(block.id) ?? 0, names)));
}

function one(candidate: Candidate | null): Candidate[] {
  return candidate === null ? [] : [candidate];
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
  const isLetterAlone = (readMark(cell.text, names)?.title ?? '') === '';
  if (
    isLetterAlone &&
    cell.text.length <= 14 &&
    next !== undefined &&
    next.text.length <= LABEL_MAX_CHARACTERS &&
    others.length > 1
  ) {
    const wide = readMark(`${cell.text} – ${next.text}`, names);
    if (wide !== null && wide.form !== 'title' && wide.titleScore >= 0.5)
      return { ...where, mark: wide, isOther: false, blocks: [...cell.blocks, ...next.blocks] };
  }
  if (cell.text.length <= LABEL_MAX_CHARACTERS) {
    const whole = readMark(cell.text, names);
    if (whole !== null) return { ...where, ...withTitleBeside(whole, cell, next, names), isOther: false };
    const word = isStrong(head) ? wordMark(cell.text) : null;
    if (word !== null) return { ...where, mark: word, isOther: false, blocks: cell.blocks };
    const mark = readMark(shownText(head), names);
    if (mark !== null) return { ...where, mark, isOther: false, blocks: [head] };
    if (isStrong(head) && others.some((each) => saysItIsNoPart(each.text)))
      return { ...where, mark: OTHER, isOther: true, blocks: cell.blocks };
    if (isOtherHeading(cell.text)) return { ...where, mark: OTHER, isOther: true, blocks: cell.blocks };
    return null;
  }
  const mark = readMark(shownText(head), names);
  return mark === null ? null : { ...where, mark, isOther: false, blocks: [head] };
}

function isSetAlike(a: Block, b: Block): boolean {
  return a.kind === b.kind && (a.fontSize ?? 0) >= (b.fontSize ?? 0);
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
  if (!isStrong(title) || title.text.length > LABEL_MAX_CHARACTERS || /[.!]$/.test(title.text)) return own;
  const whole = withTitle(mark, title.text, names);
  // In words of its own, it is the title where nothing else in the cell is set like it.
  const isLarge = rest.every((block) => (block.fontSize ?? 0) < (title.fontSize ?? 0));
  const isAlone =
    (isLarge || !isAreaHeading(title.text)) && !rest.some((block) => isStrong(block) && isSetAlike(block, title));
  return whole.titleScore >= 0.45 || isAlone ? { mark: whole, blocks: [...cell.blocks, title] } : own;
}
