import type { Block } from '../../../../shared/domain/document-model.ts';
import { isNil } from '../statement-words.ts';
import type { HintContext, HintRule, Sighting } from './hint-rule.ts';
import { type Sentence, sentencesOf, spanOf } from './located-text.ts';

/** Hints on plain language and repetition. */
export const READING_RULES: readonly HintRule[] = [
  { assist: 'readability', find: readability },
  { assist: 'acronyms', find: acronyms },
  { assist: 'repeated-text', find: repeats },
];

const CLEAR = 'SEND Code of Practice 9.61: clear, concise, understandable';
const SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'H1', 'H2'];
/** Words in one sentence above which a reader is likely to lose the thread; a working threshold of ours. */
const LONG_SENTENCE = 45;
/** In years, by Flesch–Kincaid. A working threshold of ours, not a published one: to be tested with users. */
const HIGH_READING_AGE = 18;
/** Fewer words give no estimate. */
const ENOUGH_WORDS = 100;

function readability(context: HintContext): Sighting[] {
  return SECTIONS.flatMap((section) => {
    const counted = context
      .blocksOf(section)
      .flatMap((block) => sentencesOf(block))
      .map((sentence) => ({ sentence, words: wordsOf(sentence.text) }));
    const long = counted
      .filter(({ words }) => words.length > LONG_SENTENCE)
      .map(({ sentence, words }) => ({
        rule: 'long-sentence',
        section,
        quote: sentence.text,
        seen: `a sentence of ${words.length} words`,
        reason: `More than ${LONG_SENTENCE} words in one sentence are hard to follow.`,
        source: CLEAR,
        spans: [spanOf(sentence)],
      }));
    const words = counted.flatMap((each) => each.words);
    const age = readingAge(words, counted.length);
    if (words.length < ENOUGH_WORDS || age < HIGH_READING_AGE) return long;
    const hardest = counted.toSorted((a, b) => b.words.length - a.words.length)[0]?.sentence;
    const estimate = {
      rule: 'reading-age',
      section,
      quote: hardest?.text ?? '',
      seen: `a reading age of about ${Math.round(age)} in Section ${section}`,
      reason: 'Long sentences and long words make it hard for families; an estimate (Flesch–Kincaid).',
      source: CLEAR,
      spans: hardest === undefined ? [] : [spanOf(hardest)],
    };
    return [estimate, ...long];
  });
}

/** A reading age in years: the school grade by Flesch–Kincaid, and five. */
export function readingAge(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const perSentence = words.length / Math.max(1, sentences);
  const perWord = syllables / Math.max(1, words.length);
  return 0.39 * perSentence + 11.8 * perWord - 15.59 + 5;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
}

function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '')
    .match(/[aeiouy]{1,2}/gu);
  return Math.max(1, groups?.length ?? 0);
}

/** Everybody's abbreviations, and those of a plan's own frame. */
const EVERYDAY = new Set(
  'UK NHS EHC EHCP PE GCSE TV IT PC AM PM DVD USA GP BBC OK DOB CD ID FAQ PDF MP NC KS SEN SEND AGE WC PIN USB CV DIY VIP SENCO SENDCO NO NOT AND THE ALL'.split(
    ' ',
  ),
);
const CAPITALS =
  /(?<![\p{L}\p{N}-])(?:\p{Lu}{2,6}|\p{Lu}{2,3}\p{Ll}\p{Lu}{1,2}|\p{Lu}\p{Ll}\p{Lu}{1,2})s?(?![\p{L}\p{N}])/gu;

function acronyms(context: HintContext): Sighting[] {
  const whole = context.model.blocks.map((block) => block.text).join('\n');
  const first = new Map<string, { section: string; block: Block; start: number }>();
  for (const section of SECTIONS) {
    for (const block of context.blocksOf(section)) {
      // A line in capitals holds no acronyms.
      if (block.text === block.text.toUpperCase()) continue;
      for (const match of block.text.matchAll(CAPITALS)) {
        const word = match[0].replace(/s$/u, '');
        if (EVERYDAY.has(word.toUpperCase()) || /^[IVXH]+$/u.test(word) || first.has(word)) continue;
        if (isWordInCapitals(word, whole) || isPartOfCapitals(block.text, match.index, match[0].length)) continue;
        first.set(word, { section, block, start: match.index });
      }
    }
  }
  return [...first]
    .filter(([word]) => !isSpeltOut(whole, word))
    .map(([word, { section, block, start }]) => ({
      rule: 'acronym',
      section,
      quote: word,
      reason: 'This abbreviation is not spelt out; families may not know it.',
      source: CLEAR,
      spans: [{ block: block.id, start, end: start + word.length }],
    }));
}

/** Abbreviations of five letters and more that can be said as words are few, and these. */
const SAID_AS_WORDS = /^(?:CAMHS|SENDIASS|MAPPA|DISCO|PECS|BESD|SALT|TEACCH|SENDIST|LAAMB)$/u;
const SPELT_LETTERS = 5;

/** "He signed FLOWER", "RED": a word set in capitals, known by standing in small letters too or by being sayable. */
function isWordInCapitals(word: string, whole: string): boolean {
  if (SAID_AS_WORDS.test(word) || word !== word.toUpperCase()) return false;
  if (word.length >= SPELT_LETTERS && /[AEIOUY].*[AEIOUY]/u.test(word)) return true;
  return word.length > 2 && new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, 'u').test(whole);
}

/** One of several words in capitals beside each other: a heading or a sentence set in capitals. */
function isPartOfCapitals(text: string, start: number, length: number): boolean {
  return /\p{Lu}{2,}[\s,&-]+$/u.test(text.slice(0, start)) && /^[\s,&-]+\p{Lu}{2,}/u.test(text.slice(start + length));
}

/** "Child and Adolescent Mental Health Services (CAMHS)", or "CAMHS (Child and …)". */
function isSpeltOut(whole: string, word: string): boolean {
  return (
    new RegExp(`\\p{L}{3,}\\s*[(\\[]\\s*["“'‘]?(?:the )?${word}s?(?!\\p{L})`, 'u').test(whole) ||
    new RegExp(`(?<!\\p{L})${word}s?\\s*[(\\[=:–-]+\\s*\\p{L}{4,}[ -]\\p{L}`, 'u').test(whole)
  );
}

/** Words that a sentence needs before its repeating means anything. */
const MIN_WORDS = 8;

/** A sentence as it is compared: small letters and words alone; null where it is too short to mean anything. */
export function sentenceKey(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < MIN_WORDS ? null : words.join(' ');
}

/** "None, as found by …", "This was confirmed by …": where nothing is needed, two sections may say so alike. */
const NOTHING_FOUND =
  /^(?:none|no|nothing|not|there (?:is|are|was|were) no(?:ne)?|this was (?:confirmed|found|agreed))\b/iu;

function repeats(context: HintContext): Sighting[] {
  const found = new Map<string, { section: string; sentence: Sentence }[]>();
  for (const section of SECTIONS) {
    for (const block of context.blocksOf(section)) {
      for (const sentence of sentencesOf(block)) {
        const key = sentenceKey(sentence.text);
        if (key === null || NOTHING_FOUND.test(sentence.text) || isNil(sentence.text)) continue;
        const places = found.get(key) ?? [];
        // A block that belongs to two sections is no repetition.
        const isSamePlace = places.some(
          (place) => place.sentence.block === sentence.block && place.sentence.start === sentence.start,
        );
        if (!isSamePlace) found.set(key, [...places, { section, sentence }]);
      }
    }
  }
  return [...found.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined || places.length < 2) return [];
    const where = [...new Set(places.map(({ section }) => section))].join(', ');
    return [
      {
        rule: 'repeated-sentence',
        section: first.section,
        quote: first.sentence.text,
        seen: `“${first.sentence.text}” ${places.length} times (${where})`,
        reason: 'The same sentence in several places may be padding, or one provision under every outcome.',
        source: CLEAR,
        spans: places.map(({ sentence }) => spanOf(sentence)),
      },
    ];
  });
}
