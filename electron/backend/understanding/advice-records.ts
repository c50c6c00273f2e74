import type { AdviceItem } from '../../../shared/domain/document-model.ts';
import { fromParts, looksLikeName, partsOf } from './advice-parts.ts';
import { findDates } from './read-dates.ts';

type Key = 'filing' | 'author' | 'role' | 'agency' | 'date' | 'all' | 'type';

const PREFIX = "(?:(?:advice|report|document|appendix|evidence|professional|author|contributor)(?:[’']?s)? )?";
const FIELDS: readonly (readonly [Key, RegExp])[] = [
  ['filing', new RegExp(`^${PREFIX}(?:id|ref(?:erence)?|no|number|item|attached|status|appendix)$`, 'i')],
  [
    'all',
    /^(?:author|name|who)(?:,| ?\/| and| &) ?(?:role|job|title|position|profession|designation|agency|service)\b.*$/i,
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
      `^${PREFIX}(?:name|author|who|from|by|(?:written|completed|provided|prepared|given|submitted|signed) by|from whom)$`,
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
