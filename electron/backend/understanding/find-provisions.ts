import type { Block, Outcome, Provision, Span } from '../../../shared/domain/document-model.ts';
import { linkOutcomes } from './link-outcomes.ts';
import type { OutcomeLinks } from './link-outcomes.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { memo, shownText } from './plan-view.ts';
import {
  detailKeysOf,
  labelLength,
  mergeDetails,
  NO_DETAILS,
  readGivenBy,
  readInOrder,
  readLabelled,
  readLoose,
  readPositional,
} from './provision-details.ts';
import type { DetailKey, ProvisionDetails } from './provision-details.ts';
import { readRecords } from './record-tables.ts';
import type { RecordRow } from './record-tables.ts';
import { ownCells, readShape } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';
import { isAreaHeading, isIntroduction, isNil, isTimeOnly } from './statement-words.ts';

interface Draft {
  text: string;
  details: ProvisionDetails;
  outcomeId: string | null;
  spans: Span[];
  cell: string;
  /** It stands as an item of a list. */
  isItem: boolean;
}

/** Reads a section of provision (F, G, H1, H2): rows of tables, numbered items or paragraphs, with who, how often and review. */
export function findProvisions(
  view: PlanView,
  section: string,
  blocks: readonly Block[],
  outcomes: readonly Outcome[],
): Omit<Provision, 'id'>[] {
  const own = new Set(blocks.map((block) => block.id));
  const links = linkOutcomes(view, outcomes);
  const headsOf = new Map<string, Heads | null>();
  const recordsOf = new Map<string, RecordRow[] | null>();
  const shapeOf = new Map<string, TableShape | null>();
  const drafts: Draft[] = [];
  const doneTables = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const table = block.cell && view.tables.get(block.cell.table);
    const records = table && memo(recordsOf, table.id, () => readRecords(table, own, 'provision'));
    if (table && records) {
      if (!doneTables.has(table.id)) drafts.push(...readForm(table, records));
      doneTables.add(table.id);
      continue;
    }
    const heads = table && memo(headsOf, table.id, () => readHeads(table, own));
    if (table && heads) {
      if (!doneTables.has(table.id)) drafts.push(...readTable(table, heads, own, links));
      doneTables.add(table.id);
      continue;
    }
    const shape = table && memo(shapeOf, table.id, () => readShape(table, own));
    const row = table?.rowAt.get(block.cell?.row ?? -1);
    if (shape && row && ownCells(row, own).length >= 2 && block.cell?.column !== shape.statement) {
      if ((block.cell?.column ?? 0) > shape.statement) addSideCell(block, drafts.at(-1));
      continue;
    }
    readBlock(block, blocks[index + 1], drafts, view, links);
  }
  return drafts.map(({ text, details, outcomeId, spans }) => ({ section, text, ...details, outcomeId, spans }));
}

interface Heads {
  row: RowView;
  text: number;
  details: Map<number, DetailKey[]>;
  outcome: number | null;
}

const TEXT_HEAD =
  /\bprovision\b|\bsupport\b|\binterventions?\b|\bwhat\b|\bstrateg\w+|\bactions?\b|\bhelp\b|\bhow (?:will )?(?:the |my |these )?needs?\b|\bdescription\b|\bapproach\b/i;

const PLAIN_HEAD = /^(?:\w+ ){0,3}(?:provision|support|interventions?|strategies)\b.{0,30}$/i;

function readHeads(table: TableView, own: ReadonlySet<string>): Heads | null {
  const ownRows = table.rows.filter((row) => row.cells.some((cell) => cell.blocks.some((block) => own.has(block.id))));
  for (const row of new Set([...table.rows.slice(0, 3), ...ownRows.slice(0, 3)])) {
    if (row.cells.length < 2 || row.cells.some((cell) => cell.text.length > 100)) continue;
    const details = new Map<number, DetailKey[]>();
    for (const cell of row.cells) {
      const keys = detailKeysOf(cell.text).filter((key) => ![...details.values()].flat().includes(key));
      if (keys.length > 0) details.set(cell.column, keys);
    }
    const rest = row.cells.filter((cell) => !details.has(cell.column) && hasOwnBelow(table, row, cell, own));
    const text = rest.find((cell) => TEXT_HEAD.test(cell.text));
    const outcome = rest.find((cell) => cell !== text && /\boutcomes?\b/i.test(cell.text));
    if (text === undefined) continue;
    // Without a column for who or how often, only plain words head a table of provision.
    if (details.size === 0 && !(row.cells.every((cell) => cell.isHeader) && PLAIN_HEAD.test(text.text))) continue;
    return { row, text: text.column, details, outcome: outcome?.column ?? null };
  }
  return null;
}

/** The heads again, in the middle of a table. */
function isSameRow(row: RowView, heads: RowView): boolean {
  return (
    row.cells.length === heads.cells.length && row.cells.every((cell, index) => cell.text === heads.cells[index]?.text)
  );
}

/** A column counts only if some of what stands in it is of this section. */
function hasOwnBelow(table: TableView, head: RowView, cell: CellView, own: ReadonlySet<string>): boolean {
  return table.rows.some(
    (row) =>
      row.index > head.index &&
      row.cells.some((each) => each.column === cell.column && each.blocks.some((block) => own.has(block.id))),
  );
}

function readTable(table: TableView, heads: Heads, own: ReadonlySet<string>, links: OutcomeLinks): Draft[] {
  const drafts: Draft[] = [];
  for (const row of table.rows) {
    if (row.index <= heads.row.index || isSameRow(row, heads.row)) continue;
    const cell = row.cells.find((each) => each.column === heads.text);
    const statements = (cell?.blocks ?? []).filter(
      (block) => own.has(block.id) && !isNil(block.text) && !isAreaHeading(block.text) && block.kind !== 'heading',
    );
    if (statements.length === 0) continue;
    let details = { ...NO_DETAILS };
    for (const [column, keys] of heads.details) {
      const against = row.cells.find((each) => each.column === column);
      if (against) details = mergeDetails(details, readInOrder(keys, against.blocks.map(shownText)));
    }
    const outcomeId =
      heads.outcome === null ? null : links.named(row.cells.find((each) => each.column === heads.outcome)?.text ?? '');
    const place = `${table.id}/${row.index}`;
    const rowDrafts: Draft[] = [];
    for (const block of statements) {
      const draft = splitInline(block, place);
      const isDetail = draft === null;
      if (isDetail) addDetails(block, rowDrafts.at(-1));
      else rowDrafts.push({ ...draft, outcomeId });
    }
    for (const draft of rowDrafts) drafts.push({ ...draft, details: mergeDetails(draft.details, details) });
  }
  return drafts;
}

/** A form: each row that names provision begins one, the rows under it say who, how often and so on. */
function readForm(table: TableView, records: readonly RecordRow[]): Draft[] {
  const drafts: Draft[] = [];
  let group: Draft[] = [];
  for (const { kind, blocks, row } of records) {
    if (kind === 'provision') {
      group = blocks
        .filter((block) => !isNil(block.text) && !isAreaHeading(block.text))
        .flatMap((block) => splitInline(block, `${table.id}/${row.index}`) ?? []);
      drafts.push(...group);
    } else if (kind === 'who' || kind === 'howOften' || kind === 'howLong' || kind === 'review') {
      const details = readInOrder([kind], blocks.map(shownText));
      for (const draft of group) draft.details = mergeDetails(draft.details, details);
    }
  }
  return drafts;
}

function readBlock(block: Block, next: Block | undefined, drafts: Draft[], view: PlanView, links: OutcomeLinks): void {
  const text = block.text.trim();
  const place = block.cell ? `${block.cell.table}/${block.cell.row}/${block.cell.column}` : '';
  const last = drafts.at(-1);
  if (block.kind === 'heading' || isAreaHeading(text) || isNil(text) || isTimeOnly(text)) return;
  const draft = splitInline(block, place);
  if (draft === null) {
    addDetails(block, last);
    return;
  }
  if (last && last.cell === place && (place !== '' || last.isItem) && isLooseDetail(block, last)) {
    last.details = mergeDetails(last.details, readLoose(text));
    last.spans.push({ block: block.id, start: 0, end: block.text.length });
    return;
  }
  if (isTitleRow(block, view)) return;
  const follows = next !== undefined && splitInline(next, place) === null;
  const isShortTitle = block.kind === 'paragraph' && !/[.!?]$/.test(text) && text.split(/\s+/).length <= 6;
  if (!follows && (isIntroduction(text) || (isShortTitle && next?.kind === 'list_item'))) return;
  drafts.push({ ...draft, outcomeId: links.before(block) });
}

/** "School; termly": a short line without a full stop, in the same cell under a statement that ends in one. */
function isLooseDetail(block: Block, last: Draft): boolean {
  const { kind, text } = block;
  if (kind !== 'paragraph' || /[.!?]$/.test(text) || !/[.!?]$/.test(last.text)) return false;
  const parts = text.split(/\s*;\s*/);
  // What semicolons part into two or three is who, how often and review, however long.
  const [most, each] = parts.length === 2 || parts.length === 3 ? [50, 24] : [24, 10];
  return parts.every((part) => part.split(/\s+/).length <= each) && text.split(/\s+/).length <= most;
}

/** The name of an area of need across the whole width of a table. */
function isTitleRow(block: Block, view: PlanView): boolean {
  const { cell, text } = block;
  const table = cell && view.tables.get(cell.table);
  const row = table?.rowAt.get(cell?.row ?? -1);
  if (table === undefined || row === undefined || row.cells.length !== 1 || table.columnCount < 2) return false;
  return !/[.!?]$/.test(text) && text.split(/\s+/).length <= 9;
}

/** Beside a statement: what its labels say, or who, how often and review, one after the other. */
function addSideCell(block: Block, draft: Draft | undefined): void {
  if (draft === undefined || !draft.cell.startsWith(`${block.cell?.table}/${block.cell?.row}/`)) return;
  const told = readLabelled(block.text)?.details ?? readPositional(shownText(block));
  const free = (['who', 'howOften', 'review'] as const).filter((key) => draft.details[key] === null);
  draft.details = mergeDetails(draft.details, told ?? readInOrder(free.slice(0, partsIn(block.text)), [block.text]));
  draft.spans.push({ block: block.id, start: 0, end: block.text.length });
}

function partsIn(text: string): number {
  return text.split(/\s*;\s*/).length;
}

/** A block's statement and the details it goes on with; null where the block holds details alone. */
function splitInline(block: Block, cell: string): Draft | null {
  const shown = shownText(block);
  const positional = readPositional(shown);
  if (positional !== null) return null;
  const labelled = readLabelled(block.text);
  if (labelled !== null && labelled.start <= 2) return null;
  if (block.kind !== 'list_item' && readGivenBy(block.text) !== null) return null;
  const end = labelled === null ? block.text.length : labelled.start;
  const start = labelLength(block.text.slice(0, end));
  const text = block.text.slice(start, end).replace(/[\s(|;]+$/, '');
  return {
    text,
    details: labelled?.details ?? NO_DETAILS,
    outcomeId: null,
    spans: [{ block: block.id, start, end: start + text.length }],
    cell,
    isItem: block.kind === 'list_item',
  };
}

function addDetails(block: Block, draft: Draft | undefined): void {
  if (draft === undefined) return;
  const details = readLabelled(block.text)?.details ?? readPositional(shownText(block));
  const positional = readPositional(shownText(block)) ?? readGivenBy(block.text);
  const best = positional ?? details;
  if (best === null) return;
  draft.details = mergeDetails(draft.details, best);
  draft.spans.push({ block: block.id, start: 0, end: block.text.length });
}
