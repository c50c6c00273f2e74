import type { AdviceAgency } from './advice-log.ts';
import type { AdviceItem } from '../document-model.ts';

/** What a plan's own Section K says of advice, as a request in the log could say it; a person confirms each. */
export interface SuggestedAdvice {
  /** Equal for the same role, agency, author and date, in whichever version of the plan they are printed. */
  key: string;
  agency: AdviceAgency;
  service: string;
  profession: string;
  author: string | null;
  datedOn: string | null;
}

/** One suggestion for each entry of Section K, in its order; entries that say the same are one. */
export function suggestAdvice(items: readonly AdviceItem[]): SuggestedAdvice[] {
  const byKey = new Map<string, SuggestedAdvice>();
  for (const item of items) {
    const role = (item.role ?? '').trim();
    const service = (item.agency ?? '').trim();
    const name = service === '' ? role : service;
    if (name === '') continue;
    const key = keyOf(item);
    if (byKey.has(key)) continue;
    const shared = { key, author: item.author, datedOn: item.date };
    byKey.set(key, { ...shared, agency: agencyOf(role, service), service: short(name), profession: short(role) });
  }
  return [...byKey.values()];
}

/** The agency that a role or a service's name speaks of; the role goes first, since a council has all kinds. */
export function agencyOf(role: string, service: string): AdviceAgency {
  for (const text of [role, service]) {
    const found = WORDS.find(([, pattern]) => pattern.test(text));
    if (found !== undefined) return found[0];
  }
  return 'other';
}

const WORDS: readonly (readonly [AdviceAgency, RegExp])[] = [
  ['family', /^(?:parents?|carers?|mother|father|child|young person|family|pupil)\b/i],
  ['psychology', /\beducational psycholog|\beps?\b/i],
  [
    'social_care',
    /\bsocial (?:care|work)|\bearly help\b|\bdisabled children|\bchildren[’']?s services\b|\badult services\b|\bfamily support\b/i,
  ],
  [
    'health',
    /therap|paediatric|\bdoctor\b|\bdr\b|\bgp\b|nurse|nhs|health|camhs|clinic|hospital|dietiti|audiolog|psychiatr|physio|medical|consultant/i,
  ],
  ['education', /senco|teach|school|college|academy|nursery|pre-school|tutor|headteacher|principal|careers|education/i],
];

/** Letters that the log's lines take. */
const LONGEST = 200;

function short(text: string): string {
  return text.slice(0, LONGEST).trim();
}

/** Short, the same on every machine, and readable by nobody: FNV-1a in two halves (draft-eastlake-fnv). */
function keyOf({ role, agency, author, date }: AdviceItem): string {
  const text = JSON.stringify([role, agency, author, date].map((part) => (part ?? '').trim().toLowerCase()));
  return `${fnv(text, 0x81_1c_9d_c5)}${fnv(text, 0x01_23_45_67)}`;
}

function fnv(text: string, basis: number): string {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
