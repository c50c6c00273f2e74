import type { CellView, RowView, TableView } from './plan-view.ts';
import { isStrong } from './plan-view.ts';
import { detailKeyOf } from './provision-details.ts';
import { ownCells } from './table-shape.ts';

const LABEL_MAX_CHARACTERS = 48;
const ACTOR =
  /^(?:what )?(?:the |my |our |your |his |her |their )?(?:[\p{L}’'-]+ )?(?:school|setting|college|nursery|pre-?school|teachers?|therap(?:ists?|y)|parents?(?: and carers?)?|carers?|mum and dad|family|home|health|nhs|social care|council|local authority|staff|adults?|specialists?|services?|professionals?|everyone|others|i|we)(?: staff| team)?(?: (?:will|can|to|is going to|are going to)(?: do| provide| help| give)?)?(?: \([A-K][12]?\))?:?$/iu;

/** Who gives what stands under a label such as "School will", "What my therapist will do"; null for any other label. */
export function actorOf(label: string): string | null {
  const plain = label.trim();
  if (plain.length > LABEL_MAX_CHARACTERS || !ACTOR.test(plain)) return null;
  return plain
    .replace(/^what /i, '')
    .replace(/(?: (?:will|can|to|is going to|are going to)(?: do| provide| help| give)?)?(?: \([A-K][12]?\))?:?$/i, '');
}

/** What labels a cell that stands beside others of its kind: "School will | Therapist will | Parents will". */
export interface SideLabel {
  text: string;
  /** The label is the cell's own first block, and no statement. */
  isInside: boolean;
}

/**
 * The labels of a row whose cells each speak for themselves, by column: each begins with a label of its own, or stands
 * under the name of who gives it. Null where one cell is a statement and the others tell of it.
 */
export function sideLabels(table: TableView, row: RowView, own: ReadonlySet<string>): Map<number, SideLabel> | null {
  const cells = ownCells(row, own);
  if (cells.length < 2) return null;
  const inside = cells.map(labelInside);
  if (inside.every((label) => label !== null)) {
    const hasMore = cells.filter((cell) => cell.blocks.length > 1).length * 2 >= cells.length;
    const areDetails = inside.some((label) => label !== null && detailKeyOf(label) !== null);
    if (hasMore && !areDetails)
      return new Map(cells.map((cell, index) => [cell.column, { text: inside[index] ?? '', isInside: true }]));
  }
  const head = actorRows(table).findLast((each) => each.index < row.index);
  if (head === undefined) return null;
  const labels = cells.map((cell) => head.cells.find((each) => each.column === cell.column)?.text ?? null);
  if (labels.some((label) => label === null)) return null;
  return new Map(cells.map((cell, index) => [cell.column, { text: labels[index] ?? '', isInside: false }]));
}

const knownActorRows = new WeakMap<TableView, readonly RowView[]>();

function actorRows(table: TableView): readonly RowView[] {
  const known = knownActorRows.get(table) ?? table.rows.filter(isActorRow);
  knownActorRows.set(table, known);
  return known;
}

/** "School will | Therapist will": names of those who give, and nothing else. */
export function isActorRow(row: RowView): boolean {
  return row.cells.length >= 2 && row.cells.every((cell) => actorOf(cell.text) !== null);
}

/** Heads of columns, wherever in a table they stand: short, and two neighbours ask for details. */
export function areHeads(texts: readonly string[]): boolean {
  // "Ref." and "No." are cut short, and no sentences.
  const isLong = (text: string): boolean => text.length > LABEL_MAX_CHARACTERS || /\S{4}[.!]$/.test(text);
  if (texts.length < 2 || texts.some(isLong)) return false;
  // "By: a therapist | When: weekly" is filled in.
  if (texts.some((text) => /:\s*\S/.test(text))) return false;
  // "Who | Teacher | How often | Daily" has labels too, but none beside another.
  return texts.some((text, at) => detailKeyOf(text) !== null && detailKeyOf(texts[at + 1] ?? '') !== null);
}

export function isHeadRow(row: RowView): boolean {
  return areHeads(row.cells.map(({ text }) => text));
}

function labelInside(cell: CellView): string | null {
  const [first] = cell.blocks;
  if (first === undefined || first.text.length > LABEL_MAX_CHARACTERS || /[.!;,]$/.test(first.text)) return null;
  return isStrong(first) || actorOf(first.text) !== null ? first.text : null;
}
