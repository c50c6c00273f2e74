import type { HintContext, Sighting } from './hint-rule.ts';
import { isNoName } from './no-names.ts';
import { ownNames } from './own-names.ts';

const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2', 'I'];

/**
 * First names that are not the person's own, and of nobody whom the plan presents. A word counts as a name only where it
 * does what people do, and never on its place at the head of a sentence alone. Silent where the person's name is unknown.
 */
export function otherNames(context: HintContext): Sighting[] {
  const { model, options } = context;
  const own = ownNames(model, options.names ?? []);
  if (own.size === 0) return [];
  const whole = model.blocks.map((block) => block.text).join('\n');
  const helpers = new Set(model.advice.flatMap(({ author }) => author?.split(/\s+/) ?? []));
  const place = `${model.cover.authority ?? ''} ${model.cover.setting ?? ''}`;
  const sightings = new Map<string, Sighting>();
  const judged = new Map<string, boolean>();
  for (const section of SECTIONS) {
    for (const block of context.blocksOf(section)) {
      for (const match of block.text.matchAll(CAPITAL)) {
        const [name] = match;
        if (sightings.has(name) || judged.get(name) === false || own.has(name.toLowerCase()) || isNoName(name))
          continue;
        if (!isSubject(block.text, match.index, name)) continue;
        const isOther =
          !helpers.has(name) &&
          !place.includes(name) &&
          isPerson(whole, name) &&
          !isOwnShortForm(name, own, whole) &&
          !isPresented(whole, name);
        judged.set(name, isOther);
        if (!isOther) continue;
        sightings.set(name, {
          rule: 'other-name',
          section,
          quote: name,
          reason: 'It reads as the name of somebody whom the plan does not present; check whom the passage is about.',
          source: 'UK GDPR Art 5(1)(d), accuracy; SEND Code of Practice 9.61',
          spans: [{ block: block.id, start: match.index, end: match.index + name.length }],
        });
      }
    }
  }
  return [...sightings.values()];
}

/** A word of letters with a capital, alone: neither after nor before another such, as surnames, titles and places stand. */
const CAPITAL = /(?<![\p{L}\p{N}'’-])(?<!\p{Lu}[\p{L}.'’-]*\s)\p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}-])(?!\s+\p{Lu})/gu;
/** What a person does and a thing does not. */
const HUMAN =
  'finds|struggles|enjoys|likes|loves|feels|knows|thinks|wants|says|said|told|tries|understands|remembers|becomes (?:upset|anxious|angry|distressed|tired)';
const DOES = `${HUMAN}|will|needs?|requires?|has|is|was|can|cannot|should|does|benefits`;
const HELPED = '(?:help|helps|support|supports|enable|enables|encourage|encourages|allow|allows|remind|reminds|prompt)';

/** Stands where a plan names its child: "Ellis will …", "help Ellis to …", "Ellis’s needs …". */
function isSubject(text: string, start: number, name: string): boolean {
  const after = text.slice(start + name.length, start + name.length + REACH);
  if (new RegExp(`^(?:['’]s\\s+\\p{Ll}+)?\\s+(?:${DOES})\\b`, 'u').test(after)) return true;
  return new RegExp(`\\b${HELPED}\\s+$`, 'u').test(text.slice(0, start)) && /^(?:['’]s)?\s/u.test(after);
}

/** Letters around a name that show what it does. */
const REACH = 40;

/** Anywhere in the plan: helped to do something, doing what only people do, or spoken of as he or she in mid-sentence. */
function isPerson(whole: string, name: string): boolean {
  const at = `(?<![\\p{L}\\p{N}])${name}`;
  const isHelped = new RegExp(`\\b${HELPED}\\s+${name}\\s+(?:to|with|in|when)\\b`, 'u').test(whole);
  const isDoing = new RegExp(`${at}\\s+(?:${HUMAN})\\b`, 'u').test(whole);
  // A capital in mid-sentence is no accident of the sentence's start.
  const isProper = new RegExp(`[\\p{Ll},;]\\s${name}(?!\\p{L})`, 'u').test(whole);
  const isSheOrHe = new RegExp(
    `${at}(?:['’]s)?\\s[^.!?\\n]{0,120}\\b(?:he|she|him|her|his|hers|himself|herself)\\b`,
    'u',
  ).test(whole);
  return isHelped || isDoing || (isProper && isSheOrHe);
}

const RELATIVE =
  /\b(?:mum|mother|mummy|dad|father|daddy|sister|brother|sibling|twin|cousin|aunt|auntie|uncle|gran|grandma|grandad|grandmother|grandfather|nan|nana|friends?|classmate|partner|stepfather|stepmother|stepdad|carer|dog|cat|pet|rabbit|horse|pony|called|named|play(?:s|ed|ing)? with|friends with|Mrs|Mr|Ms|Miss|Dr|Doctor|Professor|Nurse|teacher|assistant|worker|therapist|coach|mentor|tutor)\s*[,:(]?\s*$/iu;
const PRESENTED =
  /^\s*[,(]\s*(?:(?:who is|aged|\d+|his|her|their|the|my|an?)\s*)*(?:\p{L}+\s)?(?:mum|mother|dad|father|sister|brother|twin|friend|dog|cat|pony|horse|aunt|uncle|gran\p{L}*|nan\p{L}*|cousin|partner|teacher|worker|therapist|carer|assistant|coach|mentor|tutor|nurse|officer|from|at|in)/iu;
const TITLED = /\b(?:Mrs?|Ms|Miss|Dr)\.?\s+(?:\p{Lu}\.?\s+)?$/u;

/** "his sister Ellis", "Ellis (sister)", "Mrs Ellis …", "with Ellis", "Ellis Brown"; or a word that the plan writes small. */
function isPresented(whole: string, name: string): boolean {
  for (const match of whole.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'))) {
    const before = whole.slice(Math.max(0, match.index - REACH), match.index);
    const after = whole.slice(match.index + name.length, match.index + name.length + REACH);
    if (RELATIVE.test(before) || TITLED.test(before) || PRESENTED.test(after) || /^\s\p{Lu}\p{Ll}/u.test(after))
      return true;
  }
  return new RegExp(`(?<!\\p{L})${name.toLowerCase()}(?!\\p{L})`, 'u').test(whole);
}

/** Short forms that share no beginning with the name they stand for. */
const FAR_FORMS = new Map(
  (
    'abigail:gail alexander:sandy,xander,zander alexandra:sandy,lexi andrew:drew angus:gus anthony:tony ' +
    'catherine:kate,kit,kitty,katie katherine:kit charlotte:lottie edward:ned,ted,teddy,eddie eleanor:nell,ellie,nora ' +
    'elizabeth:beth,betty,betsy,lizzie,libby,eliza,bess frederick:freddie henry:harry,hal isabella:bella,izzy,belle ' +
    'isobel:bel,izzy isabelle:belle,izzy james:jim,jimmy john:jack,johnny margaret:maggie,peggy,meg,daisy mary:molly,polly ' +
    'matilda:tilly,tilda amelia:millie,mia emilia:millie emily:millie michael:mike,mick nathaniel:nate richard:dick,rick ' +
    'robert:bob,bobby theodore:ted,teddy thomas:tom william:bill,billy,liam,will mohammed:mo muhammad:mo olivia:liv,livvy ' +
    'jonathan:jonny,jon josephine:josie,jo joseph:joe oliver:noll florence:flo,flossie penelope:penny,nell georgina:gina'
  )
    .split(' ')
    .map((entry): [string, string[]] => {
      const [full = '', forms = ''] = entry.split(':');
      return [full, forms.split(',')];
    }),
);

/**
 * Sam for Samuel, Ollie for Oliver, Bella for Isabella, Kit for Catherine; or, where it begins with the same letter, the
 * name by which the plan speaks of the person more often than by the printed one.
 */
function isOwnShortForm(word: string, own: ReadonlySet<string>, whole: string): boolean {
  const plain = word.toLowerCase();
  // "Ollie" without its ending and the letter doubled before it.
  const stem = plain.replace(/(?:ie|y|s)$/u, '').replace(/(\p{L})\1$/u, '$1');
  return [...own].some((name) => {
    if (name.slice(0, 3) === plain.slice(0, 3) || FAR_FORMS.get(name)?.includes(plain) === true) return true;
    const isPetName = stem !== plain && stem.length > 1 && !/(?:ie|y)$/u.test(name);
    if (isPetName && (name.startsWith(stem) || (stem.length > 2 && name.includes(stem)))) return true;
    return name[0] === plain[0] && countOf(whole, word) > countOf(whole, name);
  });
}

function countOf(whole: string, name: string): number {
  return [...whole.matchAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'giu'))].length;
}
