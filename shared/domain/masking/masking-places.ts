import type { NamedPerson } from './masking-people.ts';
import { isNotName, NAME_WORD, ownWords } from './masking-names.ts';
import { PLACE_WORDS, SCHOOL_WORDS, STREET_WORDS } from './masking-words.ts';

const CAPITALS = `(?:(?:St|SS)\\.?\\s+|The\\s+)?(?:${NAME_WORD}|C\\.? ?of\\.? ?E\\.?|CE|RC|VA|VC)(?:[’']s?)?(?:\\s+(?:(?:of|on|in|upon|the|and|&|le|by|under|for)\\s+){0,2}(?:St\\.?\\s+)?(?:${NAME_WORD}|C\\.? ?of\\.? ?E\\.?|CE|RC|VA|VC)(?:[’']s?)?){0,7}?`;
const SCHOOL = new RegExp(`(${CAPITALS})\\s+(?:\\([^)]{1,20}\\)\\s+)?(?:${SCHOOL_WORDS})(?![\\p{L}])`, 'gu');
const PLACE = new RegExp(`(${CAPITALS})\\s+(?:${PLACE_WORDS})(?![\\p{L}])`, 'gu');
const STREET = new RegExp(
  `(?:(?:[Ff]lat|[Uu]nit|[Aa]partment|[Rr]oom)\\s+\\w+,?\\s+)?(?:\\d{1,4}[A-Za-z]?(?:\\s?[-–/]\\s?\\d{1,4})?,?\\s+)((?:(?:St\\.?|The|Old|New)\\s+)?${NAME_WORD}(?:[’']s?)?(?:\\s+${NAME_WORD}){0,3}?\\s+(?:${STREET_WORDS}))(?![\\p{L}])((?:,\\s*${NAME_WORD}(?:[ -](?:${NAME_WORD}|on|upon|in|le|the|under|by)){0,4}(?![\\p{L}\\p{N}]))*)`,
  'gu',
);
const BARE_STREET = new RegExp(
  `(?<=[\\p{Ll},]\\s)(${NAME_WORD}(?:\\s${NAME_WORD}){0,2}\\s(?:Road|Street|Lane|Avenue|Close|Crescent|Terrace|Grove|Mews))(?![\\p{L}])`,
  'gu',
);
const AUTHORITY = /\b(?:Council|NHS|County|City|Borough|Trust|Partnership|Service|ICB|Authority)\b/u;

/** Schools, clinics, streets and towns that a text names. */
export function placesIn(text: string): NamedPerson[] {
  const found: NamedPerson[] = [];
  const add = (kind: NamedPerson['kind'], name: string, reason: string): void => {
    if (name.length > 2) found.push({ kind, name, reason, gender: null });
  };
  for (const [whole] of text.matchAll(SCHOOL)) addNamed('school', whole, 'It ends as names of schools do.');
  for (const [whole] of text.matchAll(PLACE)) {
    if (!AUTHORITY.test(whole)) addNamed('place', whole, 'It ends as names of clinics, centres and other places do.');
  }
  for (const [whole, street = '', towns = ''] of text.matchAll(STREET)) {
    add('address', whole, 'It has the shape of an address.');
    add('place', street, 'It is the street of an address.');
    for (const town of towns.split(',')) addTown(town.trim());
  }
  for (const [, street = ''] of text.matchAll(BARE_STREET)) add('place', street, 'It ends as names of streets do.');
  return found;

  function addNamed(kind: NamedPerson['kind'], whole: string, reason: string): void {
    const own = ownWords(whole);
    if (own === '' || /^\p{Lu}{2,5}$/u.test(own) || own.split(/\s+/u).every((word) => isNotName(word))) return;
    add(kind, whole.slice(whole.indexOf(own)), reason);
    add(kind, own, `${reason} This is the part that tells which one.`);
  }

  function addTown(town: string): void {
    if (town !== '' && !AUTHORITY.test(town)) add('place', town, 'It is the town of an address.');
  }
}

/** What a labelled address says: the whole, its street, its towns. */
export function partsOfAddress(text: string): NamedPerson[] {
  const reason = 'It stands where the plan gives an address.';
  const lines = text.split(/[\n,;]/u).map((part) => part.trim());
  const parts = lines.filter((part) => /\p{L}{3}/u.test(part) && /\p{Lu}/u.test(part) && !/^[A-Z]{1,2}\d/u.test(part));
  const found: NamedPerson[] = parts.flatMap((part): NamedPerson[] => {
    const bare = part
      .replace(/^(?:flat\s+)?\d+[A-Za-z]?\s+/iu, '')
      .replace(/\s+[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}.*$/u, '');
    if (bare === '' || bare.split(/\s+/u).length > 5 || /as above|not known|tbc|confirm|withheld/iu.test(bare))
      return [];
    if (/^(?:england|uk|united kingdom|wales)$/iu.test(bare)) return [];
    return [
      { kind: 'place', name: bare, reason, gender: null },
      ...(part === bare ? [] : [{ kind: 'address' as const, name: part, reason, gender: null }]),
    ];
  });
  const [first] = found;
  return first === undefined || parts.length < 2
    ? found
    : [{ kind: 'address', name: parts.join(', '), reason, gender: null }, ...found];
}
