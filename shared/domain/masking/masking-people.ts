import type { Block } from '../document-model.ts';
import type { MaskKind } from './masking.ts';
import { isNotName, NAME_WORD, namesIn, TITLE, WHOLE_NAME } from './masking-names.ts';
import { plainWord } from './masking-tokens.ts';
import { FRIEND_WORDS, PARENT_WORDS, RELATIVE_WORDS, ROLE_WORDS, SIBLING_WORDS } from './masking-words.ts';

/** A name with what the plan says of whose it is. */
export interface NamedPerson {
  kind: MaskKind;
  name: string;
  reason: string;
  /** By what is said of them: "Mrs Begum" is the mother, where there is one. */
  gender: 'she' | 'he' | null;
}

const LIST = `${WHOLE_NAME}(?:\\s*(?:,|and|&|,\\s*and)\\s+${WHOLE_NAME}){0,4}`;
const OWN = "(?:(?:his|her|their|the|my|our|a|an|\\p{Lu}[\\p{L}-]+[’']s)\\s+)?";
const AFTER = '\\s*(?:[,:(–-]\\s*)?(?:(?:is|are|was|were)\\s+)?(?:also\\s+)?(?:called|named|known as)?\\s*';
/** Between a name and the calling after it. */
const BESIDE =
  '\\s*(?:[,(–:-]|\\bis\\b|\\bwas\\b|who is|,\\s*who is)\\s*(?:(?:the|a|an|his|her|their|our|my|lead|link|school|class|named)\\s+){0,2}';

interface Relation {
  kind: MaskKind;
  words: string;
  says: string;
}
const RELATIONS: readonly Relation[] = [
  { kind: 'parent', words: PARENT_WORDS, says: 'a parent or carer' },
  { kind: 'sibling', words: SIBLING_WORDS, says: 'a brother or sister' },
  { kind: 'relative', words: RELATIVE_WORDS, says: 'a relative' },
  { kind: 'person', words: FRIEND_WORDS, says: 'a friend' },
];

const BEFORE_NAMES = RELATIONS.map((relation) => ({
  ...relation,
  pattern: new RegExp(`(?<![\\p{L}-])(${caseless(relation.words)})${AFTER}(${LIST})`, 'gu'),
}));
const AFTER_NAMES = RELATIONS.map((relation) => ({
  ...relation,
  pattern: new RegExp(
    `(${WHOLE_NAME})\\s*[,(–-]\\s*${OWN}(?:\\p{L}+\\s){0,2}?(${caseless(relation.words)})(?![\\p{L}-])`,
    'gu',
  ),
}));
const TITLED = new RegExp(`(?<![\\p{L}])(${TITLE})\\s+((?:\\p{Lu}\\.?\\s+)?${WHOLE_NAME})`, 'gu');
const ROLE_THEN_NAME = new RegExp(
  `(?<![\\p{L}])(?:${ROLE_WORDS})(?:s)?(?:\\s*\\([^)]{0,30}\\))?\\s*(?:[,:(–-]\\s*|\\s(?:is|was|called|named)\\s|\\s)\\s*((?:${TITLE}\\s+)?${LIST})`,
  'gu',
);
const NAME_THEN_ROLE = new RegExp(
  `(${WHOLE_NAME})${BESIDE}(?:[\\p{L}’'&-]+\\s+){0,5}?(?:${ROLE_WORDS})(?![\\p{L}])`,
  'gu',
);
const BY_NAME = new RegExp(
  `(?:[Rr]eport|[Aa]dvice|[Ll]etter|[Aa]ssessment|[Ww]ritten|[Cc]ompleted|[Pp]repared|[Ss]igned|[Cc]ompiled|[Rr]eviewed|[Aa]ssessed|[Ss]een|[Ss]upported|[Tt]aught)\\s*(?:by|from|of)?\\s*:?\\s*((?:${TITLE}\\s+)?${WHOLE_NAME})`,
  'gu',
);
const SYNDROME =
  /^(?:[’']s?)?\s+(?:syndrome|disease|palsy|matrices|progressive|scale|test|report|profile|method|programme|sign)/iu;

/** Mothers and fathers, brothers and sisters, friends, and everybody named by a title or a calling, in a block's text. */
export function peopleIn({ text }: Pick<Block, 'text'>): NamedPerson[] {
  const found: NamedPerson[] = [];
  const add = (
    kind: MaskKind,
    words: string,
    reason: string,
    { least = 1, gender = null }: { least?: number; gender?: NamedPerson['gender'] } = {},
  ) => {
    for (const { name, hasTitle } of namesIn(words)) {
      if (!hasTitle && name.split(/\s+/u).length < least) continue;
      found.push({ kind, name, reason, gender });
    }
  };
  for (const { kind, says, pattern } of BEFORE_NAMES) {
    for (const [, relation = '', names = ''] of text.matchAll(pattern)) {
      add(kind, names, `The words before it say that this is ${says}: “${relation}”.`, { gender: genderOf(relation) });
    }
  }
  for (const { kind, says, pattern } of AFTER_NAMES) {
    for (const [, names = '', relation = ''] of text.matchAll(pattern)) {
      add(kind, lastName(names), `The words after it say that this is ${says}: “${relation}”.`, {
        gender: genderOf(relation),
      });
    }
  }
  for (const match of text.matchAll(TITLED)) {
    const [whole, title = '', name = ''] = match;
    if (SYNDROME.test(text.slice(match.index + whole.length))) continue;
    add('professional', `${title} ${name}`, `It has a title before it: ${title}.`, { gender: genderOf(title) });
  }
  for (const [, names = ''] of text.matchAll(ROLE_THEN_NAME)) {
    add('professional', names, 'A calling stands before it.');
  }
  for (const [, name = ''] of text.matchAll(NAME_THEN_ROLE)) {
    add('professional', name, 'A calling stands after it.', { least: 2 });
  }
  for (const [, name = ''] of text.matchAll(BY_NAME)) {
    add('professional', name, 'The words before it say that this person wrote or did it.', { least: 2 });
  }
  return found;
}

/** The name nearest to what stands after it: of "Reception Mrs Bell", Mrs Bell. */
function lastName(names: string): string {
  const words = names.split(/\s+/u);
  let from = words.length;
  while (from > 0 && !isNotName(words[from - 1] ?? '')) from -= 1;
  return words.slice(from).join(' ');
}

function genderOf(words: string): NamedPerson['gender'] {
  if (/mum|mother|mummy|mam\b|mrs|miss|\bms\b|sister|aunt|gran(?!d(?:ad|pa|f))|nan/iu.test(words)) return 'she';
  if (/dad|father|\bmr\b|brother|uncle|grandad|grandpa/iu.test(words)) return 'he';
  return null;
}

/** Letters of any case at the head of each word, without making the names beside them so. */
function caseless(words: string): string {
  return words.replaceAll(/(?<![\\\p{L}?:])\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

const INSIDE = new RegExp(`(?<=[\\p{Ll}\\d,;:’'”)]\\s)(?:["“‘'])?(${NAME_WORD}(?:\\s${NAME_WORD}){0,3})`, 'gu');
const PLACE_BEFORE = /\b(?:in|at|near|around|outside|across)\s+["“‘']?$/u;
const DOES =
  /^\s+(?:finds|struggles|enjoys|likes|loves|feels|knows|thinks|wants|says|said|told|tells|tries|understands|remembers|becomes|lives|attends|attended|plays|reports|reported|works|visits|goes|wrote|helps|is (?:his|her|their|my|our|in Year|aged|\d))\b/u;
const HEAD = new RegExp(`(?:^|[.!?]\\s+|\\n|[“"‘])(${NAME_WORD})`, 'gu');

/**
 * Words that stand with a capital where only names do, and that no list knows: nobody says whose they are, but a name
 * that is read cannot be unread. A word that the plan writes small as well is none.
 */
export function unknownNames(blocks: readonly Block[], small: ReadonlySet<string>): NamedPerson[] {
  const found: NamedPerson[] = [];
  for (const { text, furniture, kind } of blocks) {
    if (furniture === 'contents' || isTitleCase(text, kind)) continue;
    for (const match of text.matchAll(INSIDE)) {
      const before = text.slice(Math.max(0, match.index - 20), match.index);
      for (const name of (match[1] ?? '').split(/\s+/u).length > 1 ? runsOf(match[1] ?? '', small) : [match[1] ?? '']) {
        if (!isUnknown(name, small) || SYNDROME.test(text.slice(match.index + match[0].length))) continue;
        const isPlace = PLACE_BEFORE.test(before);
        found.push({
          kind: isPlace ? 'place' : 'name',
          name,
          gender: null,
          reason: isPlace
            ? 'It has a capital inside a sentence and stands as places do; it may be where somebody lives or goes.'
            : 'It has a capital inside a sentence and is no word that the rules know; it may be a name.',
        });
      }
    }
    for (const match of text.matchAll(HEAD)) {
      const name = match[1] ?? '';
      if (!DOES.test(text.slice(match.index + match[0].length)) || !isUnknown(name, small)) continue;
      found.push({ kind: 'name', name, gender: null, reason: 'It does what people do, at the head of a sentence.' });
    }
  }
  return found;
}

function runsOf(words: string, small: ReadonlySet<string>): string[] {
  const runs: string[][] = [[]];
  for (const word of words.split(/\s+/u)) {
    if (isUnknown(word, small)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0).map((run) => run.join(' '));
}

function isUnknown(name: string, small: ReadonlySet<string>): boolean {
  return name.split(/\s+/u).every((word) => {
    if (/^\p{Lu}+s?$/u.test(word) || isNotName(word)) return false;
    return !small.has(plainWord(word)) && !word.split(/[-‐‑]/u).every((part) => small.has(plainWord(part)));
  });
}

/** A heading, or a line with a capital on most words, tells nothing by its capitals. */
function isTitleCase(text: string, kind: Block['kind']): boolean {
  const long = text.split(/\s+/u).filter((word) => /^\p{L}{4,}/u.test(word));
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return kind === 'heading' || (long.length > 1 && capitals / long.length > 0.6);
}
