import type { AdviceItem, Block } from '../../../shared/domain/document-model.ts';
import { memo } from './plan-view.ts';
import type { CellView, PlanView, RowView } from './plan-view.ts';
import { findDates } from './read-dates.ts';
import type { FoundDate } from './read-dates.ts';

const ROLE =
  /\b(?:parents?|mother|father|carers?|mum|dad|guardian|family|child|young person|pupil|student|head ?teacher|deputy head|teacher|tutor|lecturer|senco|senio?r?|inclusion|principal|manager|leader|psychologist|paediatrician|consultant|doctor|gp|nurse|practitioner|physician|surgeon|health visitor|therapist|physiotherapist|orthoptist|audiologist|dietitian|social (?:care|worker)|early help|officer|adviser|advisor|coordinator|co-ordinator|key ?worker|support worker|specialist|camhs|psychiatrist|portage|mentor|counsellor|assistant|educational psychology|occupational therapy|speech|qtvi|qtod|qtmsi|virtual school)\b/i;

type Column = 'author' | 'role' | 'agency' | 'date' | 'both' | 'other';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['date', /\bdate|dated|when|received|report date\b/i],
  [
    'both',
    /\bname (?:and|&|\/) ?(?:role|job|title|position|designation)|\b(?:author|provided by|from whom|advice from|contributor)\b.*\brole\b/i,
  ],
  [
    'author',
    /\b(?:name|author|professional|provided by|written by|completed by|contributor|who|given by|from|person|by whom)\b/i,
  ],
  ['role', /\b(?:role|job|title|position|profession|designation|relationship|capacity)\b/i],
  [
    'agency',
    /\b(?:service|agency|organisation|organization|team|setting|employer|department|body|authority|provider)\b/i,
  ],
  ['role', /\b(?:advice|type|report|discipline|source|area)\b/i],
];

/** Reads Section K: a table by its column heads, or lines such as "Name, role, service, date". */
export function findAdvice(view: PlanView, blocks: readonly Block[]): AdviceItem[] {
  const own = new Set(blocks);
  const headsOf = new Map<string, Heads | null>();
  const items: AdviceItem[] = [];
  const doneRows = new Set<string>();
  for (const block of blocks) {
    const { cell } = block;
    const table = cell && view.tables.get(cell.table);
    if (cell === undefined || table === undefined) {
      const item = readLine(block);
      if (item) items.push(item);
      continue;
    }
    const row = table.rowAt.get(cell.row);
    const heads = memo(headsOf, table.id, () =>
      readHeads(
        table.rows.find((each) => ownCells(each, own).length > 0),
        table.rows[0],
      ),
    );
    if (heads === null && ownCells(row, own).length < 2) {
      const item = readLine(block);
      if (item) items.push(item);
      continue;
    }
    const key = `${table.id}/${cell.row}`;
    if (doneRows.has(key)) continue;
    doneRows.add(key);
    if (row === undefined || (heads !== null && row === heads.row)) continue;
    const item = heads === null ? readLoose(ownCells(row, own)) : readRow(row, heads.columns);
    if (item) items.push(item);
  }
  return items;
}

function ownCells(row: RowView | undefined, own: ReadonlySet<Block>): CellView[] {
  return (row?.cells ?? []).filter((cell) => cell.blocks.some((block) => own.has(block)));
}

interface Heads {
  row: RowView;
  columns: Map<number, Column>;
}

function readHeads(...rows: (RowView | undefined)[]): Heads | null {
  for (const row of rows) {
    if (row === undefined || row.cells.length < 2) continue;
    const columns = new Map<number, Column>();
    const used = new Set<Column>();
    for (const cell of row.cells) {
      if (cell.text.length > 60 || findDates(cell.text).length > 0) continue;
      const match = COLUMNS.find(([column, pattern]) => pattern.test(cell.text) && !used.has(column));
      if (match === undefined) continue;
      columns.set(cell.column, match[0]);
      used.add(match[0]);
    }
    if (used.has('date') && columns.size >= 2) return { row, columns };
  }
  return null;
}

function readRow(row: RowView, columns: ReadonlyMap<number, Column>): AdviceItem | null {
  const value = (wanted: Column): string | null => {
    const cell = row.cells.find((each) => columns.get(each.column) === wanted);
    return cell === undefined || cell.text === '' ? null : cell.text;
  };
  const [date] = findDates(value('date') ?? '');
  const both = value('both');
  const parts = both === null ? null : splitNameAndRole(both);
  const author = value('author') ?? parts?.author ?? null;
  const role = value('role') ?? parts?.role ?? null;
  if (author === null && role === null) return null;
  return {
    author,
    role,
    agency: value('agency') ?? parts?.agency ?? null,
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

function readLine(block: Block): AdviceItem | null {
  if (block.kind === 'heading' || block.text.length > 240) return null;
  const dates = findDates(block.text);
  const date = dates.at(-1);
  if (date === undefined && block.kind !== 'list_item') return null;
  const parts = cutDate(block.text, date).split(/\s*[,;|()]\s*|\s+[–—-]\s+|:\s+/);
  const item = fromParts(
    [...parts, ...(date === undefined ? [] : [date.printed])],
    [{ block: block.id, start: 0, end: block.text.length }],
  );
  return item !== null && (date !== undefined || item.role !== null) ? item : null;
}

function cutDate(text: string, date: FoundDate | undefined): string {
  if (date === undefined) return text;
  return `${text.slice(0, date.start)} ${text.slice(date.end)}`.replace(
    /\b(?:dated?|on|received|report)\s*:?\s*(?=[,;|()]|$|\s*$)/gi,
    ' ',
  );
}

function fromParts(parts: readonly string[], spans: AdviceItem['spans']): AdviceItem | null {
  const words = parts.map((part) => part.trim().replace(/[.:]$/, '')).filter((part) => part !== '');
  const dated = words.find((part) => findDates(part).length > 0);
  const rest = words.filter((part) => part !== dated && /\p{L}/u.test(part));
  const [date] = findDates(dated ?? '');
  const [first, ...others] = rest;
  if (first === undefined) return null;
  const roleAt = others.findIndex((part) => ROLE.test(part));
  // "Educational psychologist: Dr Ann Lee" puts the role first.
  const name = others.find(looksLikeName);
  if (ROLE.test(first) && !looksLikeName(first) && name !== undefined && (roleAt < 0 || others[roleAt] === name)) {
    const agency = others.find((part) => part !== name) ?? null;
    return { author: name, role: first, agency, date: date?.iso ?? null, spans };
  }
  if (roleAt < 0) {
    return {
      author: first,
      role: ROLE.test(first) ? first : null,
      agency: others[0] ?? null,
      date: date?.iso ?? null,
      spans,
    };
  }
  const role = others[roleAt] ?? null;
  const agency = others.filter((_, index) => index !== roleAt).join(', ');
  return { author: first, role, agency: agency === '' ? null : agency, date: date?.iso ?? null, spans };
}

function splitNameAndRole(text: string): { author: string | null; role: string | null; agency: string | null } {
  const item = fromParts(text.split(/\s*[,;|()]\s*|\s+[–—-]\s+|:\s+/), []);
  return { author: item?.author ?? null, role: item?.role ?? null, agency: item?.agency ?? null };
}

/** Two to four capitalised words, with a title or initials perhaps, and no word of a role. */
function looksLikeName(text: string): boolean {
  return (
    /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Nurse|Sister)\.? )?(?:\p{Lu}[\p{L}'’.-]*\s?){2,4}$/u.test(text) &&
    !ROLE.test(text.replace(/^Nurse /, ''))
  );
}

function spansOf(cells: readonly CellView[]): AdviceItem['spans'] {
  return cells.flatMap((cell) => cell.blocks.map((block) => ({ block: block.id, start: 0, end: block.text.length })));
}
