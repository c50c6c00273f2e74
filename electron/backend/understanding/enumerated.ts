import type { Block } from '../../../shared/domain/document-model.ts';

/** A stretch of a text, end exclusive. */
export interface TextPart {
  text: string;
  start: number;
  end: number;
  /** "(ii)", "b)"; null for what stands before the first. */
  marker: string | null;
}

/** A block, or an item of the list that a block holds; `from` is where its text begins in the block. */
export interface CutBlock extends Block {
  from: number;
}

/** A block's items, where it is a list in one paragraph; else the block itself. */
export function cutEnumerated(block: Block): CutBlock[] {
  const parts = splitEnumerated(block.text, block.marker);
  if (parts === null) return [{ ...block, from: 0 }];
  return parts.map(({ text, start, marker }) => {
    const { marker: _, ...plain } = block;
    const kind = marker === null ? ('paragraph' as const) : ('list_item' as const);
    return { ...plain, kind, text, from: start, level: block.level ?? 1, ...(marker === null ? {} : { marker }) };
  });
}

/** "By July she will … By Easter she will …": each sentence of the paragraph is an outcome with its own date. */
export function cutDated(block: CutBlock): CutBlock[] {
  if (block.text.length > DATED_MAX_CHARACTERS || !DATED_RESULT.test(block.text)) return [block];
  const sentences = [...block.text.matchAll(/[^.!?]+(?:[.!?](?!\s+\p{Lu})[^.!?]*)*[.!?]+\s*/gu)];
  const length = sentences.reduce((sum, [sentence]) => sum + sentence.length, 0);
  if (sentences.length < 2 || length < block.text.length) return [block];
  if (!sentences.every(([sentence]) => DATED_RESULT.test(sentence))) return [block];
  return sentences.map(({ 0: sentence, index }) => ({ ...block, text: sentence.trim(), from: block.from + index }));
}

const DATED_MAX_CHARACTERS = 1500;
const DATED_RESULT = /^(?:by|before|within|at the end of)\b.{4,60}?\b(?:will|can)\b/i;

/**
 * True where a block goes on in the middle of the sentence that `before` broke off: a page, a row or a line has ended
 * between. "0.4" at the front of a line may have been read as its number.
 */
export function goesOn(before: string, block: Block): boolean {
  const isAmount = block.kind === 'list_item' && /^\d+(?:\.\d+)?$/.test(block.marker ?? '');
  if (block.kind === 'heading' || (block.kind === 'list_item' && !isAmount)) return false;
  if (OPEN_END.test(before)) return true;
  return /^\p{Ll}/u.test(block.text) && !/[.;:!?)”"\]]$/.test(before);
}

/** No sentence ends in such a word, whatever the next line begins with. */
const OPEN_END = / (?:and|or|the|an?|of|with|for|from|by|his|her|their|which|will)$/;

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const MARKER = /(?<=^|[\s;:,.])(\(?)([ivx]{1,4}|[a-z]|\d{1,2})\)(?=\s)/gu;

/**
 * Cuts a paragraph that holds a list, "(i) …; (ii) …; (iii) …", into its items; null for any other text. The marks must
 * count up from the first, so that "(a)" alone, or a bracket with a word in it, cuts nothing. `first` is the mark that
 * the text's own marker stands for, where a reader has taken it off.
 */
export function splitEnumerated(text: string, first?: string): TextPart[] | null {
  if (!text.includes(')')) return null;
  const marks = [...text.matchAll(MARKER)].map((match) => ({
    at: match.index,
    length: match[0].length,
    word: match[2] ?? '',
    shown: match[0],
  }));
  const own = /^\(?([a-z]{1,4}|\d{1,2})\)$/.exec(first ?? '')?.[1];
  const starts = own === undefined ? marks : [{ at: 0, length: 0, word: own, shown: first ?? '' }, ...marks];
  for (const count of [roman, letter, figure]) {
    const run: typeof starts = [];
    for (const mark of starts) if (count(run.length) === mark.word) run.push(mark);
    if (run.length < 2) continue;
    const parts = run.map((mark, index): TextPart => {
      const start = mark.at + mark.length;
      return { ...trimmed(text, start, run[index + 1]?.at ?? text.length), marker: mark.shown.trim() };
    });
    const lead = trimmed(text, 0, run[0]?.at ?? 0);
    return lead.text === '' ? parts : [{ ...lead, marker: null }, ...parts];
  }
  return null;
}

function roman(index: number): string {
  return ROMAN[index] ?? '';
}

function letter(index: number): string {
  return String.fromCharCode(97 + index);
}

function figure(index: number): string {
  return String(index + 1);
}

function trimmed(text: string, from: number, to: number): Omit<TextPart, 'marker'> {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = Math.max(start, from + part.trimEnd().length);
  return { text: text.slice(start, end), start, end };
}

/**
 * A paragraph that gathers what several people will do, "A teacher will run … each week. An assistant will lead … ": one
 * part for each sentence, where every sentence says who will do something, and how much of it, by itself. Sentences that
 * explain, qualify or follow up the one before them leave the paragraph whole.
 */
export function cutPromises(block: CutBlock): CutBlock[] {
  if (block.kind !== 'paragraph' || block.cell !== undefined || !/[.!?]\s+\p{Lu}/u.test(block.text)) return [block];
  const sentences = [...block.text.matchAll(/\S.*?[.!?](?=\s+\p{Lu}|\s*$)/gsu)];
  const isWhole = sentences.reduce((sum, [sentence]) => sum + sentence.length + 1, 0) >= block.text.trim().length;
  if (sentences.length < 2 || !isWhole) return [block];
  const whose = sentences.map(([sentence]) => PROMISE.exec(sentence)?.[1]?.toLowerCase() ?? null);
  if (whose.some((who) => who === null) || new Set(whose).size < whose.length) return [block];
  if (!sentences.every(([sentence]) => HOW_MUCH.test(sentence) && !FOLLOWS_UP.test(sentence))) return [block];
  // "A psychologist will see him … The psychologist will advise staff …" goes on about the same one.
  const isSame = (who: string | null, at: number): boolean => {
    const word = /^the .*?([\p{L}’'-]+) $/u.exec(who ?? '')?.[1];
    return word !== undefined && whose.slice(0, at).some((each) => each?.split(' ').includes(word) === true);
  };
  return whose.some(isSame) ? [block] : promisesOf(block, sentences);
}

function promisesOf(block: CutBlock, sentences: readonly RegExpExecArray[]): CutBlock[] {
  return sentences.map(({ 0: sentence, index }) => ({ ...block, text: sentence, from: block.from + index }));
}

/** Who it is that will do it, in a few words at the front. */
const PROMISE = /^((?:[\p{L}\d’'-]+ ){1,10}?)will\b/u;
const HOW_MUCH =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice|daily|weekly|fortnightly|monthly|termly|yearly|annually|half-termly|every|each)\b/i;
/** A sentence that speaks of the one before it. */
const FOLLOWS_UP =
  /^(?:there|no|none|some|any|all|this|these|that|those|it|they|he|his|her|their|its|both|the (?:programme|sessions?|group|plan|report|therapist|targets|results|same|support|work|training|visits?))\b|\bwill (?:then|also|be (?:reviewed|measured|monitored|recorded|shared|trained|based|set|given|part))\b/i;
