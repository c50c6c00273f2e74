import { findCountedBars } from './counted-bars.ts';
import type { Candidate } from './candidate.ts';
import { isStrong } from './plan-view.ts';
import type { CellView, PlanView, RowView } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import { isOtherHeading, matchTitle } from './section-titles.ts';

const TITLE_MAX_CHARACTERS = 170;
const NUMBER_MAX_CHARACTERS = 4;

/**
 * A heading laid out as a row: its title in one cell and its letter in another, before or after it, perhaps with a number
 * or a sign beside them; null for a row of the plan's content.
 */
export function readHeadingRow(view: PlanView, row: RowView, names: ReadonlySet<string>): Candidate | null {
  const mark = markOf(withoutNote(view, row), names);
  const isBesideNumber = row.cells.filter((cell) => !isNumber(cell)).length === 1;
  const { cells } = withoutNote(view, row);
  const blocks = cells.flatMap((cell) => (isBesideNumber ? cell.blocks.slice(0, 1) : cell.blocks));
  const [head] = blocks;
  if (mark === null || head === undefined) return null;
  return { mark, place: 'flow', isOther: false, blocks, at: view.index.get(head.id) ?? 0 };
}

const NOTE_MAX_CHARACTERS = 60;

/** A bar of its own may end in a small note: "B | Special educational needs | Last edited 26 February". */
function withoutNote(view: PlanView, row: RowView): RowView {
  const [first, title, note, fourth] = row.cells;
  const [block] = note?.blocks ?? [];
  const table = view.tables.get(block?.cell?.table ?? '');
  if (first === undefined || title === undefined || block === undefined || fourth !== undefined) return row;
  if (table?.rows.length !== 1 || isStrong(block) || block.text.length > NOTE_MAX_CHARACTERS) return row;
  return title.blocks.every(isStrong) ? { ...row, cells: [first, title] } : row;
}

function markOf(row: RowView, names: ReadonlySet<string>): Mark | null {
  const cells = row.cells.filter((cell) => !isNumber(cell));
  const [first, second, third] = cells;
  if (first === undefined || third !== undefined || row.cells.length < 2) return null;
  if (second === undefined) return titleBesideNumber(first, names);
  if (isHeadingPair(first, second, row, names)) return joined(first, second, row, names);
  if (isHeadingPair(second, first, row, names)) return joined(second, first, row, names);
  return null;
}

/** "7" and "Part D: social care needs": the number only counts. Text may follow in the title's cell. */
function titleBesideNumber(cell: CellView, names: ReadonlySet<string>): Mark | null {
  const [head] = cell.blocks;
  if (head === undefined || head.text.length > TITLE_MAX_CHARACTERS || !isStrong(head)) return null;
  const mark = readMark(head.text, names);
  return mark !== null && (mark.form === 'named' || mark.form === 'tagged') && !mark.isRunIn ? mark : null;
}

/** A form's counted box: a section by its title's words, none of them, or words that no list knows. */
export function readCountedBar(view: PlanView, row: RowView, names: ReadonlySet<string>): Candidate | null {
  const [head] = row.cells[0]?.blocks ?? [];
  const table = view.tables.get(head?.cell?.table ?? '');
  if (head === undefined || table === undefined || !findCountedBars(view, names).has(row)) return null;
  const [, { text: title } = { text: '' }, besides] = row.cells;
  const blocks = row.cells.slice(0, 2).flatMap((cell) => cell.blocks);
  const at = view.index.get(head.id) ?? 0;
  const where =
    besides === undefined
      ? { place: 'flow' as const, blocks, at }
      : { place: 'row' as const, blocks, at, table, row: row.index };
  const isOther = isOtherHeading(title);
  const mark = isOther ? null : readMark(title, names);
  if (mark !== null) return { ...where, mark, isOther: false };
  const unknown: Mark = { form: 'title', sections: [], title, titleScore: 0, isRunIn: false };
  return { ...where, mark: unknown, isOther, isUnknown: !isOther };
}

/** A sign or a number that says nothing of sections. */
function isNumber(cell: CellView): boolean {
  return cell.text.length <= NUMBER_MAX_CHARACTERS && !/[A-Ka-k]/.test(cell.text.replace(/^[ivx]+[.)]?$/, ''));
}

function isHeadingPair(letter: CellView, title: CellView, row: RowView, names: ReadonlySet<string>): boolean {
  if (letter.text.length > 40 || title.text.length > TITLE_MAX_CHARACTERS || title.blocks.length > 2) return false;
  const mark = readLetters(letter, names);
  // A letter, "Section F", or "Regulation 12(1)(f)".
  if (mark === null || mark.form === 'title' || mark.title !== '') return false;
  if (/[.!]$/.test(title.text) || isLetterAlone(title, names)) return false;
  const isTitleLoud = title.blocks.every(isStrong);
  // The letter after its title: a row of content would not be set as a heading.
  if (letter.column > title.column) return isTitleLoud && title.blocks.length === 1;
  if (isTitleLoud && row.cells.every((cell) => cell.blocks.every(isStrong))) return true;
  // A title with text under it is a row of the plan, not a heading laid out as a row.
  if (title.blocks.length > 1) return false;
  return matchTitle(title.text, names).some(
    (match) => mark.sections.some((id) => id[0] === match.section[0]) && match.score >= 0.6,
  );
}

/** "C | G": two letters side by side head two columns, and neither is the other's title. */
function isLetterAlone(cell: CellView, names: ReadonlySet<string>): boolean {
  const mark = readLetters(cell, names);
  return mark !== null && mark.form !== 'title' && mark.title === '';
}

const LETTERS_APART = /^(?:[A-K]|H[12])(?:\s+(?:[A-K]|H[12]))+$/;

/** "E F", "H1 H2" on a tab: letters with nothing but a blank between them. */
function lettersOf({ text }: CellView): string {
  return LETTERS_APART.test(text) ? text.split(/\s+/).join(' and ') : text;
}

function readLetters(cell: CellView, names: ReadonlySet<string>): Mark | null {
  return readMark(lettersOf(cell), names);
}

function joined(letter: CellView, title: CellView, row: RowView, names: ReadonlySet<string>): Mark | null {
  if (letter.column < title.column && row.cells.length === 2)
    return readMark(`${lettersOf(letter)} – ${title.text}`, names);
  const own = readLetters(letter, names);
  const whole = own === null ? null : readMark(`Section ${own.sections.join(' and ')} – ${title.text}`, names);
  return own === null ? null : whole === null ? { ...own, title: title.text } : { ...whole, form: own.form };
}
