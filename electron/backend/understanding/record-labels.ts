import { detailKeyOf } from './provision-details.ts';
import type { DetailKey } from './provision-details.ts';

/** What a label asks for: the statement itself, steps towards it, what only files it, or one of its details. */
export type LabelKind = 'outcome' | 'steps' | 'provision' | 'filing' | 'other' | DetailKey;

/** "Provision ID", "Type", "PfA category", "Agreed by": where an entry is filed, not what it says. */
const FILING =
  /^(?:(?:[\p{L}/&’'-]+ ){0,3}(?:id|ids|ref(?:erence)?|no|number|category|categories|type|status|priority|code|version)|type(?: of [\p{L} ]{2,24})?|section|area(?: of (?:need|provision))?|broad area|(?:pfa )?pathway|pfa(?: (?:area|outcome|category|pathway|theme))?|preparing for adulthood(?: (?:area|outcome))?|linked? (?:to|with)(?: [\p{L} ]{2,24})?|linked (?:outcomes?|needs?|provision)|links?|(?:relates?|relating|related) to(?: [\p{L} ]{2,24})?|(?:related |relevant )?(?:needs?|outcomes?)(?: (?:met|addressed|supported|number|no))?|funding(?: source)?|funded by|cost|banding|(?:date )?agreed(?: (?:by|with)(?: [\p{L}]+){0,3})?|total(?: [\p{L}]+){0,3}|location|venue|where|group size|(?:staffing )?ratio|approved by|last (?:saved|updated|changed|reviewed)|updated|created|date (?:added|agreed|recorded|updated)|recorded by|entered by|aspirations?(?: [\p{L} ]{2,24})?)$/iu;
const STEPS = /\b(?:steps?|short[- ]?(?:er[- ])?term|targets?(?! date)|milestones?|objectives?)\b/i;
const OUTCOME = /\boutcomes?\b|\bgoals?\b|\bwhat .*\bachieve\b/i;
const PROVISION =
  /^(?:what\b|description\b|(?:[\p{L}’'-]+ ){0,3}(?:provision|support|interventions?|strateg(?:y|ies)|activity|action|arrangements?|help)\b)/iu;

/** Reads the label of a row, a field or a line. */
export function labelKindOf(label: string): LabelKind {
  const plain = label
    .trim()
    .replace(/[:?.*]+$/, '')
    .trim();
  if (/^(?:target|review|start|end|due) date$/i.test(plain)) return /review/i.test(plain) ? 'review' : 'howOften';
  if (FILING.test(plain) && !/^outcome$/i.test(plain)) return 'filing';
  if (STEPS.test(plain)) return 'steps';
  const detail = detailKeyOf(plain);
  if (detail !== null) return detail;
  if (/\b(?:achieved?|target date)\b/i.test(plain) && /\b(?:by|date|when)\b/i.test(plain)) return 'howOften';
  if (OUTCOME.test(plain)) return 'outcome';
  return PROVISION.test(plain) ? 'provision' : 'other';
}

/** A pathway, or two of them, are named in fewer. */
const SENTENCE_WORDS = 7;

const FIELD = /^((?:[\p{L}\d.’'()&-]+[ /]+){0,5}[\p{L}\d.’'()&-]+\??)\s*:\s*(?=\S)/u;

/** "Provision ID: 20870": a label of a known kind and where its value begins; null for any other text. */
export function readField(text: string): { kind: LabelKind; label: string; start: number } | null {
  const found = FIELD.exec(text);
  if (found?.[1] === undefined) return null;
  const kind = labelKindOf(found[1]);
  if (kind === 'other') return null;
  const value = text.slice(found[0].length).trim();
  if (kind === 'filing' && /adulthood/i.test(found[1]) && isSentence(value)) return null;
  return { kind, label: found[1], start: found[0].length };
}

/** "individual careers guidance and visits to colleges.": what is done, and no pathway's name. */
function isSentence(value: string): boolean {
  return value.endsWith('.') && value.split(/\s+/).length >= SENTENCE_WORDS;
}

/** "F01", "3", "H1.2": what numbers a row. */
export function isRowNumber(text: string): boolean {
  return /^(?:[A-K][12]?[.-]?)?\d{1,3}(?:\.\d{1,2})*[.)]?$|^[A-K]{1,3}[-/]?\d{1,6}$/.test(text.trim());
}
