import type { AdviceItem, Block } from '../../../shared/domain/document-model.ts';
import { AdviceRecord, readAdviceField, readPairs } from './advice-records.ts';
import { fromParts, looksLikeName, looksLikeRole, partsOf, partsOfEntry, saysWho } from './advice-parts.ts';
import { cutEntries } from './cut-entries.ts';
import { memo } from './plan-view.ts';
import type { CellView, PlanView, RowView, TableView } from './plan-view.ts';
import { findDates } from './read-dates.ts';
import type { FoundDate } from './read-dates.ts';

type Column = 'author' | 'role' | 'agency' | 'date' | 'both' | 'other';

/** A column that holds the name with the service or the role. */
const BOTH =
  /\b(?:name|author|adviser|advisor|professional|contributor|person|who)\b(?:,| ?\/| and| &) ?(?:their )?(?:service|agency|organi[sz]ation|team|setting|employer|place of work)\b|\bname (?:and|&|\/) ?(?:role|job|title|position|designation)|\b(?:author|provided by|from whom|advice from|contributor)\b.*\brole\b/i;

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['date', /\bdate|dated|when|received|report date\b|^written(?: on)?$/i],
  ['both', BOTH],
  [
    'author',
    /\b(?:name|author|adviser|advisor|professional|provided by|written by|completed by|contributor|who|given by|from|person|by whom)\b/i,
  ],
  [
    'role',
    /\b(?:role|job|title|position|profession|designation|relationship|capacity)\b|^what (?:they|he or she) (?:do|does)\b/i,
  ],
  [
    'agency',
    /\b(?:service|agency|organisation|organization|team|setting|employer|department|body|authority|provider)\b|^where(?: they work)?$/i,
  ],
  ['role', /\b(?:advice|type|report|discipline|source|area)\b/i],
];

/** Reads Section K: a table by its column heads, or lines such as "Name, role, service, date". */
export function findAdvice(view: PlanView, blocks: readonly Block[]): AdviceItem[] {
  const own = new Set(blocks);
  const headsOf = new Map<string, Heads | null>();
  const items: AdviceItem[] = [];
  const add = (list: readonly (AdviceItem | null)[]): void => {
    for (const item of list) if (item !== null) items.push(item);
  };
  const record = new AdviceRecord();
  const doneRows = new Set<string>();
  let open: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const { cell } = block;
    const table = cell && view.tables.get(cell.table);
    const row = table?.rowAt.get(cell?.row ?? -1);
    const heads = table === undefined ? null : memo(headsOf, table.id, () => readHeads(table, own));
    const cells = ownCells(row, own);
    if (heads === null && cells.length < 2) {
      const field = readAdviceField(block.text);
      // A date under lines that are no fields ends what they began.
      if (field !== null && (field.key !== 'date' || open.length === 0)) {
        open = [];
        add([record.take(field, [{ block: block.id, start: 0, end: block.text.length }])]);
        continue;
      }
      add([record.finish()]);
      const found =
        isDateLine(block.text) && open.length > 0
          ? [readLines([...open, block])]
          : readEntries(block, blocks[index + 1]);
      add(found);
      const isEmpty = found.every((item) => item === null);
      open = cell === undefined && isEmpty && isPartOfEntry(block) ? [...open, block].slice(-MOST_LINES) : [];
      continue;
    }
    open = [];
    const key = `${cell?.table}/${cell?.row}`;
    if (doneRows.has(key) || row === undefined) continue;
    doneRows.add(key);
    if (heads !== null && (row === heads.row || isSameHead(row, heads.row))) continue;
    const listed = heads === null ? listBeside(cells) : [];
    if (listed.length > 0) {
      add([record.finish(), ...listed]);
      continue;
    }
    const fields = heads === null ? readPairs(cells) : [];
    if (fields.length > 0) {
      for (const { field, pair } of fields) add([record.take(field, spansOf(pair))]);
      continue;
    }
    add([record.finish(), heads === null ? readLoose(cells) : readRow(row, heads.columns)]);
  }
  add([record.finish()]);
  return items;
}

/** "Advice considered |" and beside it a paragraph for each paper, each with its date: what those paragraphs tell. */
function listBeside(cells: readonly CellView[]): (AdviceItem | null)[] {
  const [label, list, third] = cells;
  if (label === undefined || list === undefined || third !== undefined || list.blocks.length < 2) return [];
  const isList = list.blocks.every(({ text }) => findDates(text).length > 0 && saysWho(text));
  return isList && findDates(label.text).length === 0
    ? list.blocks.flatMap((each) => readEntries(each, undefined))
    : [];
}

/** The heads again, where the table goes on over a page. */
function isSameHead(row: RowView, head: RowView): boolean {
  return row.cells.length === head.cells.length && row.cells.every((cell, at) => cell.text === head.cells[at]?.text);
}

/** An entry over several lines is this long at the most. */
const MOST_LINES = 4;

/** "Date: 3 May 2026", or a date alone, ends the entry that the lines before it began. */
function isDateLine(text: string): boolean {
  const [date, second] = findDates(text);
  if (date === undefined || second !== undefined) return false;
  return /^(?:report |advice )?(?:date|dated|received)\b/i.test(text) || text.length - (date.end - date.start) <= 3;
}

function isPartOfEntry({ kind, text }: Block): boolean {
  return kind !== 'heading' && text.length <= 160 && !/[.:]$/.test(text);
}

function readLines(lines: readonly Block[]): AdviceItem | null {
  const spans = lines.map(({ id, text }) => ({ block: id, start: 0, end: text.length }));
  const texts = lines.map(({ text }) => text.replace(/^(?:name|author|role|service|agency|date)\s*:\s*/i, ''));
  return fromParts(texts.flatMap(partsOf), spans);
}

function ownCells(row: RowView | undefined, own: ReadonlySet<Block>): CellView[] {
  return (row?.cells ?? []).filter((cell) => cell.blocks.some((block) => own.has(block)));
}

interface Heads {
  row: RowView;
  columns: Map<number, Column>;
}

/** Columns by the words of their heads, put right by what stands in them: names are names, whatever stands above. */
function readHeads(table: TableView, blocks: ReadonlySet<Block>): Heads | null {
  const ownRows = table.rows.filter((row) => ownCells(row, blocks).length > 0);
  for (const row of new Set([...ownRows.slice(0, 1), ...table.rows.slice(0, 1)])) {
    if (row.cells.length < 2 || (row.cells.length > 2 && readPairs(row.cells).length > 0)) continue;
    const columns = new Map<number, Column>();
    const used = new Set<Column>();
    // Beside "Author and role", "From" is where the author works.
    const isBoth = row.cells.some(({ text }) => text.length <= 60 && BOTH.test(text));
    const dates = row.cells.filter((cell) => DATE_HEAD.test(cell.text));
    // Of several dates, the report's own: not when it was asked for, and rather not when it came in.
    const own = dates.toSorted((a, b) => rankOfDate(a.text) - rankOfDate(b.text))[0];
    for (const cell of row.cells) {
      if (cell.text.length > 60 || findDates(cell.text).length > 0) continue;
      if (dates.includes(cell) && cell !== own) continue;
      const isWhere = isBoth && /^(?:from|of|at|where)$/i.test(cell.text.trim());
      const match = isWhere
        ? (['agency'] as const)
        : COLUMNS.find(([column, pattern]) => pattern.test(cell.text) && !used.has(column));
      if (match === undefined) continue;
      columns.set(cell.column, match[0]);
      used.add(match[0]);
    }
    const below = ownRows.filter((each) => each.index > row.index);
    if (used.has('date') && columns.size >= 2) {
      const all = row.cells.map((cell) => cell.column);
      return { row, columns: used.has('both') ? columns : trustContents(columns, all, below) };
    }
  }
  return null;
}

const DATE_HEAD = /\bdate|dated|received\b|^written(?: on)?$/i;

function rankOfDate(head: string): number {
  if (/\b(?:requested|asked|sent|due)\b/i.test(head)) return 2;
  return /\breceived\b/i.test(head) ? 1 : 0;
}

/** The column that holds the names is the author's; the head that claimed to be takes what the names' head said. */
function trustContents(
  columns: Map<number, Column>,
  all: readonly number[],
  rows: readonly RowView[],
): Map<number, Column> {
  const share = (column: number, test: (text: string) => boolean): number => {
    const texts = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.text !== ''));
    return texts.length === 0 ? 0 : texts.filter((cell) => test(cell.text)).length / texts.length;
  };
  const claimed = [...columns].find(([, kind]) => kind === 'author')?.[0];
  const free = all.filter((column) => columns.get(column) !== 'date' && columns.get(column) !== 'both');
  const [best] = free.sort((a, b) => share(b, looksLikeName) - share(a, looksLikeName));
  if (best === undefined || best === claimed || share(best, looksLikeName) < 0.5) return columns;
  if (claimed !== undefined && share(claimed, looksLikeName) >= 0.5) return columns;
  const other = columns.get(best) ?? 'other';
  columns.set(best, 'author');
  if (claimed !== undefined) columns.set(claimed, share(claimed, looksLikeRole) >= 0.5 ? 'role' : other);
  return columns;
}

function readRow(row: RowView, columns: ReadonlyMap<number, Column>): AdviceItem | null {
  const value = (wanted: Column): string | null => {
    const cell = row.cells.find((each) => columns.get(each.column) === wanted);
    return cell === undefined || cell.text === '' ? null : cell.text;
  };
  const [date] = findDates(value('date') ?? '');
  const both = row.cells.find((each) => columns.get(each.column) === 'both' && each.text !== '');
  // The name on one line of its cell, the service on the next.
  const parts = both === undefined ? null : splitNameAndRole(both.blocks.map(({ text }) => text).join(', '));
  const ownRole = value('role');
  const given = value('author');
  // "Orla Pettigrew, therapist, Eastmere CDC" under "Who".
  const whole = given === null || looksLikeName(given) ? null : splitNameAndRole(given);
  const named = whole?.author !== null && whole?.author !== undefined && looksLikeName(whole.author) ? whole : null;
  const author = named?.author ?? given ?? parts?.author ?? null;
  const role = named?.role ?? (parts === null ? null : (ownRole ?? parts.role)) ?? ownRole;
  // A column for the role leaves whatever stands with the name to say where the person works.
  const besides = ownRole === null ? parts?.agency : (parts?.agency ?? parts?.role);
  if (author === null && role === null) return null;
  return {
    author,
    role,
    agency: value('agency') ?? named?.agency ?? besides ?? null,
    date: date?.iso ?? null,
    spans: spansOf(row.cells),
  };
}

/** A row without heads: the date is known by itself, the role by its words, the rest by its order. */
function readLoose(cells: readonly CellView[]): AdviceItem | null {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '');
  return fromParts(
    texts.flatMap((text) => text.split(/\s*[,;|]\s+|\s+[–—]\s+/)),
    spansOf(cells),
  );
}

/** The entries of a line, or of a paragraph that lists several: each begins or ends with its date. */
function readEntries(block: Block, next: Block | undefined): (AdviceItem | null)[] {
  const { text } = block;
  if (block.kind === 'heading' || /^sign(?:ed|ature)\b/i.test(text)) return [];
  const cuts = cutEntries(text);
  const isDated = findDates(text).length > 0;
  // Without a date, an item of a list is an entry; so is a name with its role, unless the next line dates it.
  if (!isDated && block.kind !== 'list_item' && (!isPlainEntry(text) || endsEntry(next))) return [];
  if (cuts.length <= 1) return text.length > LINE_MAX_CHARACTERS ? [] : [readEntry(block, 0, text.length)];
  return cuts.map(([start, end]) => readEntry(block, start, end));
}

const LINE_MAX_CHARACTERS = 240;

function readEntry(block: Block, start: number, end: number): AdviceItem | null {
  const text = block.text.slice(start, end);
  const dates = findDates(text).filter((date) => !/\breceived\b\W*(?:on\W*)?$/i.test(text.slice(0, date.start)));
  const date = dates.at(-1) ?? findDates(text).at(-1);
  const item = fromParts(
    [...partsOfEntry(cutDate(text, date)), ...(date === undefined ? [] : [date.printed])],
    [{ block: block.id, start, end }],
  );
  // The time of day is a log's, and no advice.
  if (item === null || (item.role === null && /\b\d{1,2}:\d{2}:\d{2}\b/.test(text))) return null;
  return date !== undefined || item.role !== null ? item : null;
}

function endsEntry(block: Block | undefined): boolean {
  return block !== undefined && (isDateLine(block.text) || readAdviceField(block.text)?.key === 'date');
}

/** "Dr Ann Lee, Educational psychologist, May 2025": a name and a role, and no sentence. */
function isPlainEntry(text: string): boolean {
  const [name, role] = partsOf(text);
  if (name === undefined || role === undefined || text.length > 120) return false;
  return looksLikeName(name) && looksLikeRole(role) && !/[.:]$/.test(text);
}

function cutDate(text: string, date: FoundDate | undefined): string {
  if (date === undefined) return text;
  return `${text.slice(0, date.start)} ${text.slice(date.end)}`
    .replace(/\b(?:dated?|on|received|report)\s*:?\s*(?=[,;|()]|$|\s*$)/gi, ' ')
    .replace(/\bon\s+(?=\.\s*$)/i, '');
}

function splitNameAndRole(text: string): { author: string | null; role: string | null; agency: string | null } {
  const item = fromParts(partsOf(text), []);
  return { author: item?.author ?? null, role: item?.role ?? null, agency: item?.agency ?? null };
}

function spansOf(cells: readonly CellView[]): AdviceItem['spans'] {
  return cells.flatMap((cell) => cell.blocks.map((block) => ({ block: block.id, start: 0, end: block.text.length })));
}
