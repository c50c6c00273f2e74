import { GENERIC_WORDS, NOT_NAMES, WORD_ENDING } from './masking-words.ts';
import { plainWord, plainWords } from './masking-tokens.ts';

const PARTICLES =
  "de|De|da|Da|del|della|di|Di|du|Du|van|Van|von|Von|der|den|la|La|le|Le|al|Al|el|El|bin|ibn|Mc|Mac|St\\.?|O[’']";
/** A word as names are written: Amara, AMARA, O'Brien, Lily-Mae, McTavish. */
export const NAME_WORD =
  "(?:\\p{Lu}[’'])?\\p{Lu}[\\p{L}\\p{M}]+(?:[’'](?!s\\b)\\p{L}+)?(?:[-‐‑]\\p{L}[\\p{L}\\p{M}]+)*";
/** One to five of them; an initial may stand between. */
export const WHOLE_NAME = `${NAME_WORD}(?:[ \\t\\u00a0]+(?:\\p{Lu}\\.?[ \\t\\u00a0]+|(?:${PARTICLES})[ \\t\\u00a0]+)*${NAME_WORD}){0,4}`;
export const TITLE = '(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Rev|Cllr|PC)\\.?';

const SEVERAL = new RegExp(`(?:${TITLE}\\s+)?(?:\\p{Lu}\\.?\\s+)?${WHOLE_NAME}`, 'gu');

/** A name as it was found, without its title. */
export interface FoundName {
  name: string;
  hasTitle: boolean;
}

/** Whether a word with a capital is surely no name of somebody. */
export function isNotName(word: string): boolean {
  return isKnownWord(word) || (!/[-‐‑]/u.test(word) && WORD_ENDING.test(plainWord(word)) && word.length > 5);
}

/** Whether it is on the list of words that are no names; by its ending alone a surname may look like one. */
function isKnownWord(word: string): boolean {
  const plain = plainWord(word);
  if (NOT_NAMES.has(plain) || NOT_NAMES.has(word.toLowerCase())) return true;
  const parts = word.toLowerCase().split(/[-‐‑]/u);
  return parts.length > 1 && parts.every((part) => NOT_NAMES.has(part));
}

/**
 * The names in a few words that are said to hold names: "Grace and Michael Fieldgate", "Dr O. Lyddington (paediatrician)".
 * Words that are surely no names end a name; a first name without its own surname takes the one that follows it.
 */
export function namesIn(text: string): FoundName[] {
  const found: FoundName[] = [];
  const pieces = text.split(/\s*(?:[,;/&()\n|•–—]|\s-\s|\band\b|\bor\b|\bwith\b)\s*/u);
  for (const piece of pieces) {
    for (const [words] of piece.matchAll(SEVERAL)) {
      const hasTitle = new RegExp(`^${TITLE}\\s`, 'u').test(words);
      const bare = words.replace(new RegExp(`^${TITLE}\\s+`, 'u'), '');
      for (const name of stretchesOfNames(bare, hasTitle)) found.push({ name, hasTitle });
    }
  }
  return withSurnames(text, found);
}

const ORGANISATION =
  /^(?:NHS|EPS|CDC|ICB|SEND|Council|County|City|Borough|Trust|Hospital|Infirmary|School|College|Academy|Nursery|Services?|Teams?|Health|Children[’']?s?|Centre|Authority|Therap(?:y|ies)|Community|Primary|Junior|Infants?|High|Grammar|Sixth|Virtual|Partnership|Surgery|Clinic|House|Hub|Pre-?school|University|Sensory|Psychology|Speech|Educational|Education|Early|Social|Adult|Adults|CAMHS|Foundation|Group|Street|Road|Lane)$/u;

/** Parts of a run of capitalised words that may be names. */
function stretchesOfNames(words: string, hasTitle: boolean): string[] {
  const stretches: string[][] = [[]];
  for (const [index, word] of words.split(/\s+/u).entries()) {
    const isFirst = stretches.at(-1)?.length === 0;
    // "Harrowmere" of "Harrowmere NHS" is nobody's name.
    if (ORGANISATION.test(word) && !hasTitle && !isFirst) stretches.splice(-1, 1, []);
    else if ((isFirst ? isNotName(word) : isKnownWord(word)) && !(hasTitle && index < 2)) stretches.push([]);
    else stretches.at(-1)?.push(word);
  }
  return stretches
    .map((stretch) => stretch.filter((word, at) => at > 0 || word.replaceAll(/\W/gu, '').length > 0).join(' '))
    .filter((stretch) => /\p{Lu}[\p{L}\p{M}’']+/u.test(stretch));
}

/** "Grace and Michael Fieldgate": Grace is a Fieldgate too. */
function withSurnames(text: string, found: readonly FoundName[]): FoundName[] {
  return found.map((one, at) => {
    const next = found[at + 1];
    if (next === undefined || plainWords(one.name).length > 1) return one;
    const surname = next.name.split(/\s+/u).slice(1).join(' ');
    const isPair = new RegExp(`${escaped(one.name)}\\s*(?:and|&)\\s*(?:${TITLE}\\s+)?${escaped(next.name)}`, 'u').test(
      text,
    );
    return isPair && surname !== '' && !one.hasTitle ? { ...one, name: `${one.name} ${surname}` } : one;
  });
}

/** The words of a name of a school or place that tell which one it is; empty where there are none. */
export function ownWords(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => word !== '');
  const isOwn = words.map((word) => {
    const plain = word
      .toLowerCase()
      .replaceAll(/[’']s$/gu, '')
      .replaceAll(/[^\p{L}\p{N}’'-]/gu, '');
    return plain !== '' && !GENERIC_WORDS.has(plain) && !/^\d+$/u.test(plain);
  });
  const first = isOwn.indexOf(true);
  if (first === -1) return '';
  let last = first;
  while (isOwn[last + 1] === true || (isJoining(words[last + 1]) && isOwn[last + 2] === true)) last += 1;
  // A saint's name is told with its saint.
  const before = words[first - 1];
  const from =
    before !== undefined &&
    /^(?:St\.?|Saint|SS\.?|Old|New|North|South|East|West|Upper|Lower|Great|Little)$/u.test(before)
      ? first - 1
      : first;
  return words
    .slice(from, last + 1)
    .join(' ')
    .replaceAll(/[.,;:)]+$/gu, '');
}

function isJoining(word: string | undefined): boolean {
  return word !== undefined && /^(?:of|on|in|the|upon|le|and|&|by|under|St\.?)$/u.test(word);
}

export function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
