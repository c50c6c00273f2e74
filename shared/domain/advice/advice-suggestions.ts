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
    if (role === '' && service === '') continue;
    const key = keyOf(item);
    if (byKey.has(key)) continue;
    const shared = { key, author: item.author, datedOn: item.date };
    byKey.set(key, {
      ...shared,
      agency: agencyOf(role, service),
      service: short(service === '' ? serviceOfRole(role) : service),
      profession: short(role),
    });
  }
  return [...byKey.values()];
}

/** The agency that a role or a service's name speaks of; the role goes first, since a council has all kinds. */
export function agencyOf(role: string, service: string): AdviceAgency {
  if (OF_SCHOOLS.test(role)) return 'education';
  for (const text of [role, service]) {
    const found = WORDS.find(([, pattern]) => pattern.test(text));
    if (found !== undefined) return found[0];
  }
  return 'other';
}

/** Of a nursery: its nurses teach, and its SENCO is no nurse. */
const OF_SCHOOLS = /\bnursery nurs|\bsenco\b|\bheadteacher|\bhead teacher/i;

const WORDS: readonly (readonly [AdviceAgency, RegExp])[] = [
  ['family', /^(?:parents?|carers?|mother|father|child|young person|family|pupil)\b/i],
  ['psychology', /\beducational psycholog|\beps?\b/i],
  [
    'social_care',
    /\bsocial (?:care|work)|\bearly help\b|\bdisabled children|\bchildren[’']?s services\b|\badult services\b|\bfamily support\b/i,
  ],
  [
    'health',
    /therap|paediatric|\bdoctor\b|\bdr\b|\bgp\b|\bhealth visit|\bnurs(?:es?|ing)\b|nhs|health|camhs|clinic|hospital|dietiti|audiolog|psychiatr|physio|medical|consultant/i,
  ],
  ['education', /senco|teach|school|college|academy|nursery|pre-school|tutor|headteacher|principal|careers|education/i],
];

/** The service that a profession works for, where the plan names the person's calling alone; else the calling itself. */
function serviceOfRole(role: string): string {
  return SERVICES.find(([pattern]) => pattern.test(role))?.[1] ?? role;
}

const SERVICES: readonly (readonly [RegExp, string])[] = [
  [OF_SCHOOLS, 'The school or setting'],
  [/\beducational psycholog|^ep$/i, 'Educational psychology'],
  [/\bspeech (?:and|&) language|^(?:salt|slt)$/i, 'Speech and language therapy'],
  [/\boccupational therap|^ot$/i, 'Occupational therapy'],
  [/physiotherap/i, 'Physiotherapy'],
  [/paediatric/i, 'Community paediatrics'],
  [/camhs|psychiatr|mental health/i, 'Child and adolescent mental health'],
  [/\bclinical psycholog/i, 'Clinical psychology'],
  [/audiolog/i, 'Audiology'],
  [/dietiti|dietetic/i, 'Dietetics'],
  [/orthopt|ophthalm|optometr/i, 'Orthoptics and eye care'],
  [/health visit/i, 'Health visiting'],
  [/\bschool nurs/i, 'School nursing'],
  [/\bnurs(?:es?|ing)\b/i, 'Nursing'],
  [/\b(?:gp|general practitioner)\b/i, 'General practice'],
  [/\bearly help\b|\bfamily support\b/i, 'Early help'],
  [/\bsocial work/i, 'Children’s social care'],
  [/\bteach|\btutor|\bprincipal\b|\blecturer/i, 'The school or setting'],
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
