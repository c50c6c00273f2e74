import { isTimeOnly } from './statement-words.ts';

/** Who gives it, how often, how long, how it is checked: the rest of a provision beside its statement. */
export interface ProvisionDetails {
  who: string | null;
  howOften: string | null;
  howLong: string | null;
  review: string | null;
}

export type DetailKey = keyof ProvisionDetails;

export const NO_DETAILS: ProvisionDetails = { who: null, howOften: null, howLong: null, review: null };

/** Labels of details, in running text and as heads of columns (Code 9.69: kind, hours, frequency, expertise, review). */
const LABELS: readonly (readonly [DetailKey, RegExp])[] = [
  [
    'review',
    /^(?:how (?:and when )?(?:will )?(?:it |this )?(?:will )?(?:be )?(?:reviewed|monitored).*|(?:date of )?reviews?(?:ed)?(?: date| by| arrangements| and monitoring)?|monitor(?:ing|ed)?(?: and review(?:ed)?)?(?: by| arrangements)?|when (?:reviewed|will (?:it|this) be reviewed)|check(?:ed)?(?: by)?)$/i,
  ],
  ['howLong', /^(?:(?:for )?how long|duration|length(?: of (?:time|session|sessions))?|session length|time)$/i],
  [
    'howOften',
    /^(?:how (?:often|much|frequently)(?: and (?:how long|for how long))?|frequency(?: (?:and|&|\/) ?(?:duration|length|amount))?|when(?: and how often)?|amount|hours|timescales?|level of support|how often\s*\/\s*how long|quantity|dos(?:e|age)|starts?|(?:total |time |minutes |hours |sessions )?(?:in|per|each|every) (?:a )?(?:week|fortnight|month|term|year)|(?:weekly|termly|yearly) (?:total|hours|time|amount|sessions)|total(?: (?:time|hours|minutes))?)$/i,
  ],
  [
    'who',
    /^(?:who|(?:by|from|with)(?: (?:whom|which (?:service|agency|professional)))?|who (?:by|will (?:do (?:it|this)|provide|deliver|help|support).*|provides.*|delivers.*|is responsible)|(?:to be |(?:this|it) (?:will be|is) )?(?:provided|delivered|carried out|given|made|led|taught|run) by|staff(?:ing)?|(?:(?:setting|service|agency|school) ?(?:\/|or|and) ?)?provider|(?:person |people |agency )?responsible|responsibility|delivered by whom|lead|service|resources?(?: and staffing)?|expertise|adults?(?: (?:involved|responsible|supporting))?|(?:people|staff|agency|agencies|professionals?) (?:involved|required|needed)|personnel|whose? responsib\w+)$/i,
  ],
];

/** Words that tell what a label asks for, where no list knows the label as a whole. */
const LABEL_WORDS: readonly (readonly [DetailKey, RegExp])[] = [
  ['review', /\b(?:review\w*|monitor\w*|evaluat\w*|measur\w*|check(?:ed|ing)?)\b/i],
  ['howLong', /\b(?:how long|duration|length)\b/i],
  [
    'howOften',
    /\b(?:how (?:often|much|many|frequently)|frequen\w+|timescales?|timings?|hours|amount|when|intensity|number of)\b/i,
  ],
  ['who', /\b(?:who|whom|responsib\w+|by)\b/i],
];
/** A label asks, or ends in what it wants: "When we will check", "Provision to be delivered by". */
const ASKS =
  /^(?:who|whom|by|when|how|date|amount|frequency|number of|length|duration)\b|\b(?:by|by whom|date|responsible)$/i;
const LABEL_MAX_WORDS = 9;

export function detailKeyOf(label: string): DetailKey | null {
  const plain = label
    .trim()
    .replace(/[:?.*]+$/, '')
    .trim();
  const known = LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (known !== undefined) return known;
  // "By July 2028: a flat of her own": when, and nobody by whom.
  if (plain.split(/\s+/).length > LABEL_MAX_WORDS || !ASKS.test(plain) || isTimeOnly(plain)) return null;
  return LABEL_WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** What a column or label asks for, in its order: "Who, how often and review" asks for three things at once. */
export function detailKeysOf(label: string): DetailKey[] {
  const parts = label.split(/\s*(?:[,;/&]|\band\b)\s*/i).filter((part) => part !== '');
  const keys = parts.map(detailKeyOf);
  if (parts.length >= 2 && keys.every((key) => key !== null)) return [...new Set(keys)];
  const whole = detailKeyOf(label);
  return whole === null ? [] : [whole];
}

const INLINE =
  /(?:^|(?<=[\s(.;|]))((?:(?:(?:this|it) (?:will be|is) |to be )(?:given|provided|delivered|led|taught|run|carried out) by|by whom|who(?: by| will \w+)?|by|provided by|delivered by|led by|staffing|staff|provider|responsib(?:le|ility)|how often|how much|how long|frequency|duration|amount|when|timescale|reviewed by|reviewed|reviews?|review date|monitoring|monitored by|checked(?: by)?))\s*:\s*/gi;

/** A label at the very front: whatever words it takes. */
const FRONT = /^((?:[\p{L}'’]+[ ,/&]+){0,8}[\p{L}'’]+\??)\s*:\s*/u;

/** "Who: … When: … Review: …": the details, and where the first of them begins; null where there are none. */
export function readLabelled(text: string): { start: number; details: ProvisionDetails } | null {
  const labels: RegExpMatchArray[] = [...text.matchAll(INLINE)].filter((match) => detailKeyOf(match[1] ?? '') !== null);
  const front = FRONT.exec(text);
  if (front !== null && detailKeyOf(front[1] ?? '') !== null) {
    while (labels[0]?.index !== undefined && labels[0].index < front[0].length) labels.shift();
    labels.unshift(front);
  }
  const [first] = labels;
  if (first?.index === undefined) return null;
  const details = { ...NO_DETAILS };
  for (const [index, match] of labels.entries()) {
    const key = detailKeyOf(match[1] ?? '');
    const from = (match.index ?? 0) + match[0].length;
    const value = tidy(text.slice(from, labels[index + 1]?.index ?? text.length));
    if (key !== null && value !== '') details[key] = details[key] === null ? value : `${details[key]}; ${value}`;
  }
  return { start: first.index, details };
}

const STATES =
  /^(?:what(?: \w+){0,4}|(?:(?:special|educational|education|health|care|social|other|any|agreed|required|additional|specific|sen|send|universal|targeted|specialist|school|college|therapy|the|this|my|his|her|their) ){0,3}(?:provision|support|action|strategy|intervention|activity|description|details?|value|arrangements?)|(?:(?:section|part) )?[FGH][12]?)\s*:\s+/i;

/** "What: …", "Provision: …": how many characters of a statement are only the label of it. */
export function labelLength(text: string): number {
  const label = STATES.exec(text)?.[0] ?? '';
  return label.length < text.length ? label.length : 0;
}

const GIVEN_BY =
  /^(?:(?:to be|this (?:is|will be)) )?(?:delivered|provided|given|led|carried out|run|taught|supported|overseen) by\s+/i;

/** "Delivered by a teacher – weekly – termly" under a statement: who, how often and review without labels. */
export function readGivenBy(text: string): ProvisionDetails | null {
  const front = GIVEN_BY.exec(text)?.[0];
  if (front === undefined) return null;
  return readInOrder(['who', 'howOften', 'review'], [text.slice(front.length).replace(/\s+[–—-]\s+|\s*\|\s*/g, '; ')]);
}

/** Behind a statement, in brackets of their own: "Reading with a tutor [Who: Jo Bell | How often: weekly]". */
const IN_BRACKETS = /^(.*\p{L}.*?)\s*(?:[[{]([^[\]{}]+)(?:[\]}]|$)|\(((?:[^()]|\([^()]*\))+)\))\s*[.;]?$/su;
/** The brackets may have a line to themselves. */
const ALL_IN_BRACKETS = /^\s*[[{]\s*([^[\]{}]+?)\s*[\]}]?\s*[.;]?$/s;

/** Details in brackets behind the statement that they are of, and where the brackets begin; null where there are none. */
export function readBracketed(text: string): { start: number; details: ProvisionDetails } | null {
  const [, before, square, round] = IN_BRACKETS.exec(text) ?? [];
  const inside = (square ?? round)?.trim();
  if (before === undefined || inside === undefined || before.includes('|')) return null;
  const isParted = inside.includes('|');
  const labelled = isParted || square !== undefined ? labelledAlone(inside) : null;
  const details = labelled ?? (isParted ? readParts(inside.split(/\s*\|\s*/)) : null);
  return details === null ? null : { start: before.length, details };
}

/** Details without labels, parted by bars or by (a), (b), (c): who, how often, (how long,) review, in that order. */
export function readPositional(shown: string): ProvisionDetails | null {
  if (readBracketed(shown) !== null) return null;
  const bare = ALL_IN_BRACKETS.exec(shown)?.[1];
  if (bare !== undefined) return readPositional(bare) ?? labelledAlone(bare);
  const lettered = /^\(?(?:a|i)\)\s/i.test(shown)
    ? shown.split(/\s*\(?\b(?:[a-e]|i{1,3}|iv|v)\)\s+/i).filter((part) => part !== '')
    : [];
  const barred = shown.includes('|') ? shown.split(/\s*\|\s*/) : [];
  return readParts(lettered.length >= 2 ? lettered : barred);
}

function labelledAlone(text: string): ProvisionDetails | null {
  const labelled = readLabelled(text);
  return labelled?.start === 0 ? labelled.details : null;
}

function readParts(parts: readonly string[]): ProvisionDetails | null {
  if (parts.length < 2 || parts.length > 5) return null;
  const details = { ...NO_DETAILS };
  const order: DetailKey[] =
    parts.length >= 4 ? ['who', 'howOften', 'howLong', 'review'] : ['who', 'howOften', 'review'];
  for (const part of parts) {
    const labelled = /^([\p{L} ]{2,24}):\s*(.+)$/u.exec(part);
    const said = labelled?.[1] === undefined ? null : detailKeyOf(labelled[1]);
    const key = said ?? order[0];
    const value = tidy(said === null ? part : (labelled?.[2] ?? part));
    if (key === undefined) continue;
    if (order.includes(key)) order.splice(order.indexOf(key), 1);
    if (value !== '') details[key] = value;
  }
  return details;
}

/**
 * What stands in a cell whose head asks for `keys`: all of it where it asks for one thing; line by line, or part by part,
 * where it asks for several.
 */
export function readInOrder(keys: readonly DetailKey[], lines: readonly string[]): ProvisionDetails {
  const [only, ...more] = keys;
  const told = lines.filter((line) => line !== '');
  if (only === undefined || told.length === 0) return { ...NO_DETAILS };
  if (more.length === 0) return { ...NO_DETAILS, [only]: told.join(' ') };
  const details = { ...NO_DETAILS };
  const parts = told.length > 1 ? told : (told[0] ?? '').split(/\s*[;|]\s*/);
  for (const [index, part] of parts.entries()) {
    const key = keys[Math.min(index, keys.length - 1)];
    if (key !== undefined) details[key] = details[key] === null ? tidy(part) : `${details[key]}; ${tidy(part)}`;
  }
  return details;
}

/** A short line under a statement, parted by semicolons: who, how often, review. */
export function readLoose(text: string): ProvisionDetails {
  const [who, howOften, ...rest] = text.split(/\s*;\s*/).map(tidy);
  return {
    who: who ?? null,
    howOften: howOften ?? null,
    howLong: null,
    review: rest.length > 0 ? rest.join('; ') : null,
  };
}

export function mergeDetails(a: ProvisionDetails, b: ProvisionDetails): ProvisionDetails {
  return {
    who: a.who ?? b.who,
    howOften: a.howOften ?? b.howOften,
    howLong: a.howLong ?? b.howLong,
    review: a.review ?? b.review,
  };
}

function tidy(text: string): string {
  const plain = text
    .trim()
    .replace(/^[–—-]\s+/, '')
    .replace(/[;,|]\s*$/, '')
    .replace(/^([^[{]*?)\s*[\]}]$/, '$1')
    .trim();
  // A closing full stop belongs to the line, not to a detail such as "Termly."
  return /^[^.]*\.$/.test(plain) ? plain.slice(0, -1).trim() : plain;
}
