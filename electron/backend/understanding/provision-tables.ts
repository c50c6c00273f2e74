import type { CellView, RowView, TableView } from './plan-view.ts';
import { shownText } from './plan-view.ts';
import type { OutcomeLinks } from './link-outcomes.ts';
import { detailKeysOf, mergeDetails, NO_DETAILS, readInOrder } from './provision-details.ts';
import type { DetailKey } from './provision-details.ts';
import { addDetails, continuesLast, cutStatements, isOnlyIntroduction, splitInline } from './provision-drafts.ts';
import type { Draft } from './provision-drafts.ts';
import { isHeadRow } from './side-by-side.ts';
import { isAreaHeading, isNil } from './statement-words.ts';
import { hasOwnBelow } from './table-shape.ts';

export interface CarriedHeads {
  heads: Heads;
  columnCount: number;
}

/** A table that a page's end has cut goes on without its heads: the one before it, of the same columns, has them. */
export function headsFrom(carried: CarriedHeads | null, table: TableView): Heads | null {
  if (carried === null || carried.columnCount !== table.columnCount || table.columnCount < 2) return null;
  const hasColumn = table.rows.every((row) => row.cells.some((cell) => cell.column === carried.heads.text));
  return hasColumn ? { ...carried.heads, row: { index: -1, cells: carried.heads.row.cells } } : null;
}

export interface Heads {
  row: RowView;
  text: number;
  details: Map<number, DetailKey[]>;
  outcome: number | null;
}

const TEXT_HEAD =
  /\bprovision\b|\bsupport\b|\binterventions?\b|\bwhat\b|\bstrateg\w+|\bactions?\b|\bhelp\b|\bhow (?:will )?(?:the |my |these )?needs?\b|\bdescription\b|\bapproach\b|\bactivit(?:y|ies)\b/i;

const PLAIN_HEAD = /^(?:\w+ ){0,3}(?:provision|support|interventions?|strategies)\b.{0,30}$/i;

export function readHeads(table: TableView, own: ReadonlySet<string>): Heads | null {
  const ownRows = table.rows.filter((row) => row.cells.some((cell) => cell.blocks.some((block) => own.has(block.id))));
  for (const upper of new Set([...table.rows.slice(0, 3), ...ownRows.slice(0, 3)])) {
    const row = wholeHead(table, upper);
    if (row.cells.length < 2 || row.cells.some((cell) => cell.text.length > 100)) continue;
    const details = new Map<number, DetailKey[]>();
    for (const cell of row.cells) {
      if (isThings(cell, row)) continue;
      const keys = detailKeysOf(cell.text).filter((key) => ![...details.values()].flat().includes(key));
      if (keys.length > 0) details.set(cell.column, keys);
    }
    const rest = row.cells.filter((cell) => !details.has(cell.column) && hasOwnBelow(table, row, cell, own));
    const named = rest.find((cell) => TEXT_HEAD.test(cell.text));
    const text = named ?? (details.size >= 2 && isAboveAll(table, upper) ? longestColumn(table, row, rest) : undefined);
    const outcome = rest.find((cell) => cell !== text && /\boutcomes?\b/i.test(cell.text));
    if (text === undefined) continue;
    // Without a column for who or how often, only plain words head a table of provision.
    const isPlain = row.cells.every((cell) => cell.isHeader) || isAboveAll(table, upper);
    if (details.size === 0 && !(isPlain && PLAIN_HEAD.test(text.text))) continue;
    return { row, text: text.column, details, outcome: outcome?.column ?? null };
  }
  return null;
}

/** A head in two rows ("Provision | Delivery" over "Who | How often"): its cells that go down, and those of the lower row. */
function wholeHead(table: TableView, row: RowView): RowView {
  const below = table.rowAt.get(row.index + 1);
  const down = row.cells.filter((cell) => cell.rowSpan === 2);
  const isMerged = down.length > 0 && row.cells.some((cell) => cell.columnSpan > 1 && cell.rowSpan === 1);
  if (below === undefined || !isMerged) return row;
  return { index: below.index, cells: [...down, ...below.cells].sort((a, b) => a.column - b.column) };
}

/** "Resources | Staff | Frequency": beside a head that asks who, resources are things. */
function isThings(cell: CellView, { cells }: RowView): boolean {
  if (!/^resources?:?$/i.test(cell.text.trim())) return false;
  return cells.some((each) => each !== cell && detailKeysOf(each.text).includes('who'));
}

/** The first row of labels over rows that say more, and not one of several rows with labels of their own. */
function isAboveAll(table: TableView, row: RowView): boolean {
  if (table.rows[0] !== row || row.cells.some(({ text }) => text.length > 60 || /[.!]$/.test(text))) return false;
  const below = table.rows.slice(1);
  const isRecord = below.some((each) => each.cells.some((cell) => row.cells.some(({ text }) => text === cell.text)));
  return below.length > 0 && !isRecord;
}

/** Heads that ask for details, and none that names the provision: it stands in the column that says most. */
function longestColumn(table: TableView, head: RowView, rest: readonly CellView[]): CellView | undefined {
  const lengthOf = (cell: CellView): number =>
    table.rows
      .filter((row) => row.index > head.index)
      .reduce((sum, row) => sum + (row.cells.find((each) => each.column === cell.column)?.text.length ?? 0), 0);
  return rest.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}

/** The heads again, in the middle of a table. */
function isSameRow(row: RowView, heads: RowView): boolean {
  return (
    row.cells.length === heads.cells.length && row.cells.every((cell, index) => cell.text === heads.cells[index]?.text)
  );
}

const TITLE_MAX_WORDS = 9;
/** "Total hours of support" in front of a sum. */
const SUMS_UP = /^total(?: [\p{L}/-]+){0,5}:?$/iu;

/** Across the table's width: the outcome or the area that the rows below serve ("Outcome 2", "All outcomes"). */
function isTitleOfRows({ cells }: RowView): boolean {
  const [cell, second] = cells;
  if (cell === undefined || second !== undefined || cell.columnSpan < 2 || cell.blocks.length > 1) return false;
  return !/[.!?;]$/.test(cell.text) && cell.text.split(/\s+/).length <= TITLE_MAX_WORDS;
}

/** "Outcome 2: Sam will read a page …" over the whole width: what the rows below it serve. */
function outcomeOver(row: RowView): string | null {
  const [cell, second, third] = row.cells;
  if (cell === undefined || third !== undefined) return null;
  // "Outcome | Sam will read a page …"
  if (second !== undefined)
    return /^outcome(?: \d{1,2})?:?$/i.test(cell.text.trim()) && second.columnSpan > 1 ? second.text : null;
  if (cell.columnSpan < 2) return null;
  return /^(?:for |towards? |link(?:ed|s)? to )?outcome (?:no\.? ?)?[A-K]?\d{1,2}\b/i.exec(cell.text)?.[0] ?? null;
}

/** What names the outcome that a row serves: its cell in the column of outcomes, or the head "Support for outcome 1". */
function namedOutcome(row: RowView, heads: Heads): string | null {
  if (heads.outcome !== null) return row.cells.find((each) => each.column === heads.outcome)?.text ?? '';
  const head = heads.row.cells.find((each) => each.column === heads.text)?.text ?? '';
  return /\boutcome (?:no\.? ?)?\d{1,2}\b/i.exec(head)?.[0] ?? null;
}

export function readTable(
  table: TableView,
  heads: Heads,
  own: ReadonlySet<string>,
  links: OutcomeLinks,
  drafts: Draft[],
): void {
  let over: string | null = null;
  for (const row of table.rows) {
    const told = outcomeOver(row);
    over = told === null ? over : links.named(told);
    if (row.index <= heads.row.index || isSameRow(row, heads.row) || isHeadRow(row)) continue;
    if (isTitleOfRows(row)) continue;
    const cell = row.cells.find((each) => each.column === heads.text);
    if (SUMS_UP.test(cell?.text ?? '')) continue;
    const statements = (cell?.blocks ?? [])
      .flatMap(cutStatements)
      .filter(
        (block) =>
          own.has(block.id) &&
          !isNil(block.text) &&
          !isAreaHeading(block.text) &&
          block.kind !== 'heading' &&
          !isOnlyIntroduction(block),
      );
    if (statements.length === 0) continue;
    let details = { ...NO_DETAILS };
    for (const [column, keys] of heads.details) {
      const against = row.cells.find((each) => each.column === column);
      if (against) details = mergeDetails(details, readInOrder(keys, against.blocks.map(shownText)));
    }
    const [first] = statements;
    // Without a column or a head that names the outcome, the one beside the provision or above it is the one that it serves.
    const named = namedOutcome(row, heads);
    const beside = over ?? (first === undefined ? null : links.before(first));
    const outcomeId = named === null ? beside : links.named(named);
    const place = `${table.id}/${row.index}`;
    const rowDrafts: Draft[] = [];
    for (const block of statements) {
      if (continuesLast(block, rowDrafts.at(-1) ?? drafts.at(-1), `${place}/${heads.text}`)) continue;
      const draft = splitInline(block, `${place}/${heads.text}`);
      const isDetail = draft === null;
      if (isDetail) addDetails(block, rowDrafts.at(-1));
      else rowDrafts.push({ ...draft, outcomeId });
    }
    for (const draft of rowDrafts) drafts.push({ ...draft, details: mergeDetails(draft.details, details) });
  }
}
