import type { Block, Outcome, Provision } from '../../../shared/domain/document-model.ts';
import type { CutBlock } from './enumerated.ts';
import { linkOutcomes } from './link-outcomes.ts';
import { outcomesOver } from './outcome-over.ts';
import type { OutcomeLinks } from './link-outcomes.ts';
import type { PlanView, RowView, TableView } from './plan-view.ts';
import { isStrong, memo, shownText } from './plan-view.ts';
import { mergeDetails, NO_DETAILS, readInOrder, readLabelled, readLoose, readPositional } from './provision-details.ts';
import { addDetails, continuesLast, cutStatements, isOnlyIntroduction, splitInline } from './provision-drafts.ts';
import type { Draft } from './provision-drafts.ts';
import { headsFrom, readHeads, readTable } from './provision-tables.ts';
import type { CarriedHeads, Heads } from './provision-tables.ts';
import { readField } from './record-labels.ts';
import { readRecords } from './record-tables.ts';
import type { RecordField } from './record-tables.ts';
import { actorOf, isActorRow, isHeadRow, sideLabels } from './side-by-side.ts';
import type { SideLabel } from './side-by-side.ts';
import { isTitleOfTable, ownCells, readShape } from './table-shape.ts';
import type { TableShape } from './table-shape.ts';
import { isAreaHeading, isIntroduction, isNil, isTimeOnly } from './statement-words.ts';

/** Reads a section of provision (F, G, H1, H2): rows of tables, numbered items or paragraphs, with who, how often and review. */
export function findProvisions(
  view: PlanView,
  section: string,
  given: readonly Block[],
  outcomes: readonly Outcome[],
): Omit<Provision, 'id'>[] {
  const blocks = given.filter((block) => !isTitleOfTable(view, block));
  const own = new Set(blocks.map((block) => block.id));
  const links = linkOutcomes(view, outcomes, blocks);
  const headsOf = new Map<string, Heads | null>();
  const recordsOf = new Map<string, RecordField[] | null>();
  const shapeOf = new Map<string, TableShape | null>();
  const drafts: Draft[] = [];
  const sidesOf = new Map<string, Map<number, SideLabel> | null>();
  const doneTables = new Set<string>();
  let carried: CarriedHeads | null = null;
  const over = outcomesOver(view, given, links);
  for (const [index, block] of blocks.entries()) {
    const table = block.cell && view.tables.get(block.cell.table);
    const records = table && memo(recordsOf, table.id, () => readRecords(table, own, 'provision'));
    if (table && records) {
      if (!doneTables.has(table.id)) drafts.push(...readForm(table, records, links));
      doneTables.add(table.id);
      continue;
    }
    const heads: Heads | null | undefined =
      table && memo(headsOf, table.id, () => readHeads(table, own) ?? headsFrom(carried, table));
    if (table && heads) {
      if (!doneTables.has(table.id)) readTable(table, heads, own, links, drafts);
      doneTables.add(table.id);
      carried = { heads, columnCount: table.columnCount };
      continue;
    }
    if (block.kind !== 'heading') carried = null;
    const sideRow = table?.rowAt.get(block.cell?.row ?? -1);
    if (sideRow !== undefined && (isHeadRow(sideRow) || isActorRow(sideRow))) continue;
    const sides =
      table && sideRow && memo(sidesOf, `${table.id}/${sideRow.index}`, () => sideLabels(table, sideRow, own));
    const side = sides?.get(block.cell?.column ?? -1);
    if (side !== undefined) {
      const isLabel = side.isInside && block.text === side.text;
      const count = drafts.length;
      // "School will | Parents will": each line goes on from its label, and not from the line before it.
      const last = drafts.at(-1);
      if (isLabel) continue;
      if (actorOf(side.text) === null || last?.isItem === true)
        readBlock(block, blocks[index + 1], drafts, view, links);
      else readApart(block, drafts, view, links);
      for (const draft of drafts.slice(count)) {
        draft.details = mergeDetails(draft.details, { ...NO_DETAILS, who: actorOf(side.text) });
      }
      continue;
    }
    const shape = table && memo(shapeOf, table.id, () => readShape(table, own));
    const row = table?.rowAt.get(block.cell?.row ?? -1);
    if (shape && row && ownCells(row, own).length >= 2 && block.cell?.column !== shape.statement) {
      if ((block.cell?.column ?? 0) > shape.statement) addSideCell(block, drafts.at(-1), isLineOfSeveral(row, block));
      continue;
    }
    readBlock(block, blocks[index + 1], drafts, view, links);
  }
  for (const draft of drafts) {
    const first = view.blocks[view.index.get(draft.spans[0]?.block ?? '') ?? -1];
    if (first === undefined) continue;
    const named = arrowOf(view, first);
    if (named === null) draft.outcomeId ??= over(first) ?? links.inTurn(first);
    else draft.outcomeId = named.length === 1 ? links.named(`E${named[0] ?? ''}`) : null;
  }
  return drafts.map(({ text, details, outcomeId, spans }) => ({ section, text, ...details, outcomeId, spans }));
}

/** "F2 → E1" beside a provision: the numbers of the outcomes that it serves, none for "→ all"; null without an arrow. */
function arrowOf(view: PlanView, { cell }: Block): number[] | null {
  const row = cell && view.tables.get(cell.table)?.rowAt.get(cell.row);
  const labels = (row?.cells ?? []).filter(({ column }) => column !== cell?.column);
  const served = labels.map(({ text }) => ARROW.exec(text)?.[1]).find((each) => each !== undefined);
  return served === undefined ? null : [...served.matchAll(/\d{1,2}/g)].map(([number]) => Number(number));
}

const ARROW = /^[^→⇒]{0,12}(?:→|⇒|->|=>)\s*((?:[EO]?\s?\d{1,2}(?:\s*(?:,|&|and)\s*)?)+|all\b.*)$/iu;

/** A form: each row that names provision begins one, the rows under it say who, how often and so on. */
function readForm(table: TableView, records: readonly RecordField[], links: OutcomeLinks): Draft[] {
  const drafts: Draft[] = [];
  let group: Draft[] = [];
  let outcomeId: string | null = null;
  for (const { kind, blocks, row } of records) {
    if (kind === 'outcome') outcomeId = links.named(blocks.map(shownText).join(' '));
    if (kind === 'provision') {
      group = blocks
        .filter((block) => !isNil(block.text) && !isAreaHeading(block.text))
        .flatMap(cutStatements)
        .filter((block) => !isOnlyIntroduction(block))
        .flatMap((block) => splitInline(block, `${table.id}/${row.index}/0`) ?? [])
        .map((draft) => ({ ...draft, outcomeId }));
      drafts.push(...group);
    } else if (kind === 'who' || kind === 'howOften' || kind === 'howLong' || kind === 'review') {
      const details = readInOrder([kind], blocks.map(shownText));
      for (const draft of group) draft.details = mergeDetails(draft.details, details);
    }
  }
  return drafts;
}

function readBlock(whole: Block, next: Block | undefined, drafts: Draft[], view: PlanView, links: OutcomeLinks): void {
  const parts = cutStatements(whole);
  for (const [index, part] of parts.entries()) readPart(part, parts[index + 1] ?? next, drafts, view, links);
}

function readApart(block: Block, drafts: Draft[], view: PlanView, links: OutcomeLinks): void {
  for (const part of cutStatements(block)) readPart(part, undefined, drafts, view, links, false);
}

function readPart(
  block: CutBlock,
  next: Block | undefined,
  drafts: Draft[],
  view: PlanView,
  links: OutcomeLinks,
  mayGoOn = true,
): void {
  const text = block.text.trim();
  const place = block.cell ? `${block.cell.table}/${block.cell.row}/${block.cell.column}` : '';
  const last = drafts.at(-1);
  if (block.kind === 'heading' || isAreaHeading(text) || isNil(text) || isTimeOnly(text)) return;
  if (mayGoOn && continuesLast(block, last, place)) return;
  const draft = splitInline(block, place);
  if (draft === null) {
    addDetails(block, last);
    return;
  }
  if (last && last.cell === place && (place !== '' || last.isItem) && isLooseDetail(block, last)) {
    if (isNameOfList(block, next)) return;
    last.details = mergeDetails(last.details, readLoose(text));
    last.spans.push({ block: block.id, start: 0, end: block.text.length });
    return;
  }
  if (isTitleRow(block, view)) return;
  const follows = next !== undefined && splitInline(next, place) === null && readField(next.text)?.kind !== 'filing';
  const isShortTitle = block.kind === 'paragraph' && !/[.!?]$/.test(text) && text.split(/\s+/).length <= 6;
  const isTitle =
    isShortTitle && (next?.kind === 'list_item' || isTitleAbove(block, next) || isPlainTitle(block, next));
  if (isTitleOfItems(block, next)) return;
  const isItalicTitle = !/[.!?;:]$/.test(text) && isItalicAbove(block, next);
  const isIntroducing = isIntroduction(text) && !isPlainItem(block);
  if (!follows && (isIntroducing || isTitle || isItalicTitle)) return;
  drafts.push({ ...draft, outcomeId: links.before(block) });
}

/** "• Note to all staff: …" among the items of a list is one of them; what ends in a colon introduces more. */
function isPlainItem({ kind, marker, text }: CutBlock): boolean {
  return kind === 'list_item' && !/[\p{L}\p{N}]/u.test(marker ?? '') && !text.endsWith(':');
}

/** A few bold words right above plain ones name what follows. */
function isTitleAbove(block: Block, next: Block | undefined): boolean {
  if (next === undefined || !isStrong(block) || isStrong(next)) return false;
  return block.cell?.table === next.cell?.table && block.cell?.row === next.cell?.row;
}

const ITALIC_TITLE_MAX_WORDS = 12;
const TITLE_MAX_WORDS = 9;

/** "6.1 Staffing" in bold, and under it "6.1.1 …": a numbered title over numbered items. */
function isTitleOfItems(block: CutBlock, next: Block | undefined): boolean {
  if (block.kind !== 'list_item' || next?.kind !== 'list_item' || /[.!?;:]$/.test(block.text)) return false;
  return isStrong(block) && !isStrong(next) && block.text.split(/\s+/).length <= TITLE_MAX_WORDS;
}

/** A few words in italics above others that are not: what the paragraphs beneath are for. */
function isItalicAbove(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || next === undefined || block.cell?.table !== next.cell?.table) return false;
  const isItalic = ({ runs }: Block): boolean => runs.length > 0 && runs.every(({ italic }) => italic === true);
  return block.text.split(/\s+/).length <= ITALIC_TITLE_MAX_WORDS && isItalic(block) && !isItalic(next);
}

/** "Language", and under it sentences: one to three words that promise nothing. */
function isPlainTitle({ cell, text }: Block, next: Block | undefined): boolean {
  if (cell !== undefined || next === undefined || next.cell !== undefined || text.split(/\s+/).length > 3) return false;
  return /^\p{Lu}[\p{L}’' ,&-]+$/u.test(text) && /[.!?]$/.test(next.text) && next.text.split(/\s+/).length >= 6;
}

/** Between the items of a list, a few words that tell no amount and no time name the items below. */
function isNameOfList({ cell, text }: Block, next: Block | undefined): boolean {
  if (cell !== undefined || next?.kind !== 'list_item') return false;
  return !/;|\d|\b(?:daily|weekly|monthly|termly|yearly|annually|each|every)\b/i.test(text);
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
function addSideCell(block: Block, draft: Draft | undefined, isLineOfSeveral: boolean): void {
  if (draft === undefined || !draft.cell.startsWith(`${block.cell?.table}/${block.cell?.row}/`)) return;
  const told = readLabelled(block.text)?.details ?? readPositional(shownText(block));
  const free = (['who', 'howOften', 'review'] as const).filter((key) => draft.details[key] === null);
  // Of several lines in the cell each tells one thing.
  const parts = isLineOfSeveral ? 1 : partsIn(block.text);
  draft.details = mergeDetails(draft.details, told ?? readInOrder(free.slice(0, parts), [block.text]));
  draft.spans.push({ block: block.id, start: 0, end: block.text.length });
}

function isLineOfSeveral({ cells }: RowView, { cell }: Block): boolean {
  return (cells.find(({ column }) => column === cell?.column)?.blocks.length ?? 0) > 1;
}

function partsIn(text: string): number {
  return text.split(/\s*;\s*/).length;
}
