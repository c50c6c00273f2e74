import type { AdviceItem } from '../../../shared/domain/document-model.ts';
import { fromParts, looksLikeName, partsOf } from './advice-parts.ts';
import type { CellView } from './plan-view.ts';
import { findDates } from './read-dates.ts';
import { isRowNumber } from './record-labels.ts';

type Key = 'filing' | 'author' | 'role' | 'agency' | 'date' | 'all' | 'type';

const PREFIX =
  "(?:(?:advice|report|document|appendix|evidence|professional|author|adviser|advisor|contributor)(?:[’']?s)? )?";
const FIELDS: readonly (readonly [Key, RegExp])[] = [
  ['filing', new RegExp(`^${PREFIX}(?:id|ref(?:erence)?|no|number|item|attached|status|appendix)$`, 'i')],
  [
    'all',
    /^(?:author|name|adviser|advisor|professional|contributor|who)(?:,| ?\/| and| &) ?(?:role|job|title|position|profession|designation|agency|service)\b.*$/i,
  ],
  [
    'date',
    new RegExp(
      `^${PREFIX}(?:date|dated|date (?:of|on) .{2,30}|date (?:received|written|signed|completed)|received|when)$`,
      'i',
    ),
  ],
  [
    'author',
    new RegExp(
      `^${PREFIX}(?:(?:full )?name(?: of (?:the )?(?:author|adviser|advisor|professional|person|contributor))?|author|adviser|advisor|professional|contributor|who|from|by|(?:written|completed|provided|prepared|given|submitted|signed) by|from whom)$`,
      'i',
    ),
  ],
  [
    'role',
    new RegExp(
      `^${PREFIX}(?:role|job(?: title)?|title|position|profession|designation|capacity|relationship(?: to .{2,20})?)$`,
      'i',
    ),
  ],
  [
    'agency',
    new RegExp(
      `^${PREFIX}(?:agency|service|organi[sz]ation|team|setting|employer|department|provider|place(?: of work)?)$`,
      'i',
    ),
  ],
  [
    'type',
    new RegExp(
      `^${PREFIX}(?:type|kind|category|advice|report|document|source)(?: of (?:advice|report|document))?$`,
      'i',
    ),
  ],
];

export interface AdviceField {
  key: Key;
  value: string;
}

/** "Date of advice: 3 May 2026": one field of an entry; null for a line that is an entry of its own. */
export function readAdviceField(text: string): AdviceField | null {
  const found = /^([^:]{2,48}?)\s*:\s*(.*)$/su.exec(text);
  const [, label, value] = found ?? [];
  if (label === undefined || value === undefined) return null;
  const key = FIELDS.find(([, pattern]) => pattern.test(label.trim()))?.[0];
  return key === undefined ? null : { key, value: value.trim() };
}

/** A row of labels, each with its value beside it: "Author | Jo Mar | Role | Parent". None for any other row. */
export function readPairs(row: readonly CellView[]): { field: AdviceField; pair: CellView[] }[] {
  const cells = row.length % 2 === 1 && row.length > 2 && isRowNumber(row[0]?.text ?? '') ? row.slice(1) : row;
  if (cells.length % 2 === 1) return [];
  const pairs: { field: AdviceField; pair: CellView[] }[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]];
    if (label === undefined || value === undefined) return [];
    const field = readAdviceField(`${label.text.replace(/\s*:$/, '')}: ${value.text}`);
    // "Author | Role | Agency | Date": a label beside a label is the head of a column.
    if (field === null || (cells.length > 2 && readAdviceField(`${value.text}: `) !== null)) return [];
    pairs.push({ field, pair: [label, value] });
  }
  return pairs;
}

/** Puts an entry together of fields that follow one another; one that comes again begins the next entry. */
export class AdviceRecord {
  #fields = new Map<Key, string>();
  #spans: AdviceItem['spans'] = [];

  /** Takes a field; gives the entry before it, where the field begins another. */
  take({ key, value }: AdviceField, spans: AdviceItem['spans']): AdviceItem | null {
    const isNext = this.#fields.has(key) || (key === 'filing' && this.#fields.size > 0);
    const before = isNext ? this.finish() : null;
    this.#fields.set(key, value);
    this.#spans.push(...spans);
    return before;
  }

  /** The entry of the fields so far, if they make one. */
  finish(): AdviceItem | null {
    const [fields, spans] = [this.#fields, this.#spans];
    this.#fields = new Map();
    this.#spans = [];
    const given = fields.get('author') ?? fields.get('all') ?? '';
    const [date] = findDates(fields.get('date') ?? [...fields.values()].join(' '));
    const parts = looksLikeName(given) ? [given] : partsOf(given);
    const who = fromParts(parts, spans);
    const role = fields.get('role') ?? who?.role ?? fields.get('type') ?? null;
    if (who === null && (role === null || date === undefined)) return null;
    return {
      author: who?.author ?? null,
      role,
      agency: fields.get('agency') ?? who?.agency ?? null,
      date: date?.iso ?? null,
      spans,
    };
  }
}
