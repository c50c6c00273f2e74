import type { AdviceItem } from '../../../shared/domain/document-model.ts';
import { findDates } from './read-dates.ts';

const ROLE =
  /\b(?:parent(?:s|al)?|(?:grand|step)?(?:mother|father)|grandparents?|carers?|mum|dad|guardian|family|child|young person|pupil|student|head ?teacher|deputy head|head of [\p{L}]+|teacher|tutor|lecturer|senco|senio?r?|inclusion|principal|manager|leader|psychologist|paediatrician|consultant|doctor|gp|nurse|practitioner|physician|surgeon|health visitor|therapist|physiotherapist|orthoptist|audiologist|dietitian|social (?:care|worker)|early help|officer|adviser|advisor|coordinator|co-ordinator|key ?worker|support worker|specialist|camhs|psychiatrist|portage|mentor|counsellor|assistant|educational psychology|occupational therapy|speech|qtvi|qtod|qtmsi|virtual school|coach|worker|clinician|psychotherapist|interpreter|EP|OT|SALT|SLT|HV)\b/iu;
const ORGANISATION =
  /\b(?:services?|trust|school|college|academy|nursery|council|team|nhs|hospital|clinic|centre|authority|community health|icb|university|charity|limited|ltd|foundation|group|infants?|juniors?|primary|secondary|department|learning|support|health|psychology|therap(?:y|ies)|outreach|careers|education|inclusion|disabilit(?:y|ies))\b/i;
const PAPER = /\b(?:advice|report|views|assessment|letter|contribution)\b/i;
/** "Appendix 3", "Report", "K4": what a list calls its items, not who wrote them. */
const ITEM_WORD =
  /^(?:(?:appendix|annex(?:e)?|document|report|advice|item|no\.?|reference|ref)\s*(?:no\.?\s*)?[A-Z]?\d{0,3}|[A-K]\d{1,2})$/i;

/** "6 pages", "2 pages and a film": how long a paper is. */
const LENGTH = /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:pages?|pp?|sheets?|sides?)\b.{0,30}$/i;

const NAME_WORD = "(?:\\p{Lu}[\\p{L}'’-]*\\.?)";
const TITLE = '(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Nurse|Sister|Rev)\\.? )';
const FULL_NAME = `${TITLE}?(?:${NAME_WORD}(?: (?:de|van|von|der|la|al|bin|binti|O))? ){1,3}${NAME_WORD}`;
const NAME = new RegExp(
  `^(?:${FULL_NAME}|${TITLE}${NAME_WORD}|${NAME_WORD} (?:and|&) ${FULL_NAME})(?: (?:and|&) ${FULL_NAME})?$`,
  'u',
);
const NAME_AFTER = new RegExp(
  `\\b(?:from|by|(?:[Aa]dvice|[Vv]iews?|[Rr]eports?|[Ll]etter|[Aa]ccount|[Ss]tatement|[Aa]ssessment|[Cc]ontributions?|[Nn]otes?|[Mm]inutes|[Ee]mails?|[Ss]ummary) of)\\s+(?:the )?(${FULL_NAME}(?: and ${FULL_NAME})?|${NAME_WORD} and ${FULL_NAME}|${TITLE}${NAME_WORD})$`,
  'u',
);
/** "Ben Sallis of Wexcombe College": a name with where the person works. */
const NAME_OF = new RegExp(`^(${FULL_NAME}) (?:of|from|at) (?:the )?\\p{Lu}`, 'u');

const WRITTEN_BY = new RegExp(
  `^(?:.{0,40}\\b)?(?:advice|report|letter|views|assessment)s? (?:written |given |provided )?by\\s+(${FULL_NAME}(?: and ${FULL_NAME})?)$`,
  'iu',
);

/** "Cerys Tolliver wrote to us": a sentence of what somebody did. */
const ACTS =
  '(?:has |have |also )?(?:wrote|signed|gave|sent|provided|told|visited|met|reported|completed|saw|advised|shared|confirmed|spoke|contributed|submitted|prepared|assessed|recorded|filmed|filled)\\b';
/** "reported on", before a date that has been taken out: what was done, and no part of an entry. */
const ONLY_ACTS = new RegExp(`^${ACTS}(?: (?:to )?(?:us|the council))?(?: (?:on|in|by))?$`, 'iu');
const NAME_ACTS = new RegExp(`^(${FULL_NAME}(?: (?:and|&) ${FULL_NAME})?) ${ACTS}`, 'u');
/** "Rafe wrote down his own views": the child is known by one name. */
const FIRST_NAME_ACTS = new RegExp(
  `^((?!(?:We|They|He|She|I|It|You|This|Who|All|Both|Staff|Everyone)\\b)\\p{Lu}[\\p{L}’'-]+) ${ACTS}.*\\b(?:views?|(?:his|her|their) own)\\b`,
  'u',
);

/** A person's name, or two people's: capitalised words, with a title or initials perhaps, and no word of a role. */
export function looksLikeName(text: string): boolean {
  const plain = text.trim();
  // "Vale EPS" is a service.
  if (/\b\p{Lu}{3,}\b/u.test(plain) && plain !== plain.toUpperCase()) return false;
  // "Educational Advice" is a paper.
  if (PAPER.test(plain)) return false;
  return NAME.test(plain) && !ROLE.test(plain.replace(/^(?:Nurse|Sister) /, '')) && !ORGANISATION.test(plain);
}

export function looksLikeRole(text: string): boolean {
  return ROLE.test(text);
}

/** An entry's text cut at what parts its fields: commas, bars, dashes, brackets. */
export function partsOf(text: string): string[] {
  return text.split(/\s*[,;|()[\]\t]\s*|\s+[–—-]\s+|\s+\/\s+|:\s+/);
}

/** "Brackley Eye Unit: Miss Clare Dunmore, consultant": who sends the paper stands before the name; the parts, name first. */
export function partsOfEntry(text: string): string[] {
  const [, source, rest] = /^([^:;]{3,60}?):\s+(.+)$/su.exec(text) ?? [];
  const parts = partsOf(rest ?? '');
  return source !== undefined && looksLikeName(parts[0] ?? '') ? [...parts, source.trim()] : partsOf(text);
}

/** True where a text names a person or a role. */
export function saysWho(text: string): boolean {
  return ROLE.test(text) || partsOf(text).some(looksLikeName);
}

/** "Dr Ann Lee. Report dated": what stood before a date that has been taken out. */
const DATED_TAIL = /[.,;]?\s*\b(?:(?:report|advice|letter|assessment)\s+)?(?:dated|received|date)\s*:?\s*\.?\s*$/i;
/** More words than this, none of them a name's or a role's, are a sentence. */
const AUTHOR_MAX_WORDS = 6;

/** Makes an item of parts in any order: the date is known by itself, the name and the role by their words. */
export function fromParts(parts: readonly string[], spans: AdviceItem['spans']): AdviceItem | null {
  const words = parts
    .map((part) => part.replace(DATED_TAIL, '').trim().replace(/[.:]$/, '').trim())
    .filter((part) => part !== '' && !ITEM_WORD.test(part) && !LENGTH.test(part));
  const dated = words.find((part) => findDates(part).length > 0);
  const [date] = findDates(dated ?? '');
  const rest = words
    .map((part) => (part === dated && date !== undefined ? withoutDate(part, date.start, date.end) : part))
    .filter((part) => /\p{L}/u.test(part) && !ONLY_ACTS.test(part))
    .flatMap((part, _, all) => (all.length === 1 ? splitRunTogether(part) : [part]));
  const [first] = rest;
  if (first === undefined) return null;
  const named = nameAmong(rest);
  const author = named?.name ?? rest.find((part) => !ROLE.test(part)) ?? first;
  if (named === null && author.split(/\s+/).length > AUTHOR_MAX_WORDS && !ROLE.test(author)) return null;
  // What follows the name tells of the person; what stands before it, of the paper.
  const at = rest.indexOf(named?.part ?? author);
  const others = [...rest.slice(at + 1), ...rest.slice(0, at)].flatMap(splitRoleOf);
  const role =
    others.find((part) => ROLE.test(part) && !ORGANISATION.test(part)) ??
    others.find((part) => ROLE.test(part)) ??
    others.find((part) => PAPER.test(part));
  const agency = others.filter((part) => part !== role).join(', ');
  const isRoleAlone = role === undefined && ROLE.test(author);
  return {
    author,
    role: role ?? (isRoleAlone ? author : null),
    agency: agency === '' ? null : agency,
    date: date?.iso ?? null,
    spans,
  };
}

function nameAmong(parts: readonly string[]): { name: string; part: string } | null {
  // "Report by Ann Lee, psychologist, Marrow Vale": who wrote it is said in so many words.
  const [front] = parts;
  const writer = front === undefined ? undefined : WRITTEN_BY.exec(front)?.[1];
  if (front !== undefined && writer !== undefined && looksLikeName(writer)) return { name: writer, part: front };
  const whole = parts.find(looksLikeName);
  if (whole !== undefined) return { name: whole, part: whole };
  for (const part of parts) {
    const name = NAME_AFTER.exec(part)?.[1] ?? NAME_ACTS.exec(part)?.[1] ?? NAME_OF.exec(part)?.[1];
    if (name !== undefined && looksLikeName(name)) return { name, part };
    const own = FIRST_NAME_ACTS.exec(part)?.[1];
    if (own !== undefined && !ROLE.test(own) && !ORGANISATION.test(own) && !PAPER.test(own)) return { name: own, part };
  }
  return null;
}

const NAME_FIRST = new RegExp(`^(${TITLE}?${NAME_WORD} ${NAME_WORD}) (\\p{L}.+)$`, 'u');
const ROLE_FIRST = new RegExp(`^(.*?${ROLE.source}(?: (?:of|for) (?:the )?[\\p{Ll} ]+)?) (\\p{Lu}.*)$`, 'iu');

/** "Gillian Hebble Class teacher Millrace School": columns that were read as one line. */
function splitRunTogether(part: string): string[] {
  const [, name, rest] = NAME_FIRST.exec(part) ?? [];
  if (name === undefined || rest === undefined || !ROLE.test(rest) || !looksLikeName(name)) return [part];
  const found = ROLE_FIRST.exec(rest);
  const role = found?.[1];
  return role === undefined ? [name, rest] : [name, role, rest.slice(role.length).trim()];
}

/** "Educational psychologist of the Marrow Vale Service": role and agency in one. */
function splitRoleOf(part: string): string[] {
  const found = /^(.{3,60}?)\s+(?:of|at|from|for|with)\s+(?:the )?(\p{Lu}.+)$/u.exec(part);
  const [role, agency] = [found?.[1], found?.[2]];
  return role !== undefined && agency !== undefined && ROLE.test(role) ? [role, agency] : [part];
}

function withoutDate(part: string, start: number, end: number): string {
  return `${part.slice(0, start)} ${part.slice(end)}`
    .replace(/\b(?:report|advice|assessment|letter|views?)?\s*\b(?:dated?|on|received|of)?\s*:?\s*$/i, '')
    .replace(/^\s*(?:report|advice|assessment|letter)\s+(?:dated|of|on)\b/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
