import { z } from 'zod';
import { countWords, longestCommon, orderedOverlap, withoutLabel, words } from './compare-words.ts';

/**
 * Scores what the reader says of the corpus against its gold. Words that a tool may keep or drop (headings, labels, table
 * heads, row tags, template notes, extras) count for nothing either way.
 */

const SECTION_IS_RIGHT = 0.9;
const STATEMENT_IS_RIGHT = 0.85;

export const indexSchema = z.array(
  z.looseObject({
    plan: z.string(),
    version: z.enum(['draft', 'final']),
    format: z.enum(['pdf', 'docx']),
    file: z.string(),
    gold: z.string(),
    template: z.string(),
  }),
);
export type IndexEntry = z.infer<typeof indexSchema>[number];

export const goldDifferenceSchema = z.looseObject({
  section: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The whole row, where only a cell of it changed. */
  beforeFull: z.string().optional(),
  afterFull: z.string().optional(),
});
export type GoldDifference = z.infer<typeof goldDifferenceSchema>;

export const goldSchema = z.looseObject({
  sections: z.record(z.string(), z.string()),
  sectionParts: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  outcomes: z.array(z.string()),
  outcomesOptional: z.array(z.string()).default([]),
  provisions: z.array(
    z.looseObject({
      section: z.string(),
      text: z.string(),
      who: z.string(),
      frequency: z.string(),
      review: z.string(),
    }),
  ),
  keyDates: z.record(z.string(), z.looseObject({ iso: z.string() })),
  advice: z.array(z.looseObject({ author: z.string(), date: z.string().nullable() })),
  differences: z.array(goldDifferenceSchema).optional(),
});
export type Gold = z.infer<typeof goldSchema>;

/** What is scored: the answer of the command line's `extract --json`. */
export interface Prediction {
  sections: Record<string, string>;
  outcomes: string[];
  provisions: {
    section: string;
    text: string;
    who: string | null;
    frequency: string | null;
    review: string | null;
  }[];
  keyDates: Record<string, string>;
  advice: { author: string | null; role: string | null; date: string | null }[];
}

/** Right, wanted, given: enough for precision, recall and F1. */
export interface Tally {
  right: number;
  wanted: number;
  given: number;
}

export interface DocumentScore {
  /** By section, 0 to 1. */
  sections: Record<string, number>;
  sectionsRight: number;
  sectionsWanted: number;
  /** Sections given that the plan does not have. */
  spurious: string[];
  outcomes: Tally;
  provisions: Tally;
  keyDates: Tally;
  advice: Tally;
}

export function scoreDocument(gold: Gold, given: Prediction): DocumentScore {
  const sections = Object.fromEntries(
    Object.keys(gold.sections).map((id) => [id, scoreSection(gold, id, sectionOf(given, id))]),
  );
  const spurious = Object.keys(given.sections).filter(
    (id) => !(id in gold.sections) && words(given.sections[id] ?? '').length > 3,
  );
  return {
    sections,
    sectionsRight: Object.values(sections).filter((score) => score >= SECTION_IS_RIGHT).length,
    sectionsWanted: Object.keys(sections).length,
    spurious,
    outcomes: scoreOutcomes(gold, given),
    provisions: scoreProvisions(gold, given),
    keyDates: scoreKeyDates(gold, given),
    advice: scoreAdvice(gold, given),
  };
}

/** A plan that keeps H whole may be answered by H1 and H2 together. */
function sectionOf(given: Prediction, id: string): string {
  const own = given.sections[id];
  if (own !== undefined || id !== 'H') return own ?? '';
  return [given.sections['H1'], given.sections['H2']].filter((text) => text !== undefined).join('\n');
}

const CONTENT_ROLES = new Set(['body', 'sub']);

function scoreSection(gold: Gold, id: string, text: string): number {
  const parts = gold.sectionParts[id] ?? [['body', gold.sections[id] ?? '']];
  const content = parts.filter(([role]) => CONTENT_ROLES.has(role)).flatMap(([, part]) => words(part));
  const free = countWords(parts.filter(([role]) => !CONTENT_ROLES.has(role)).flatMap(([, part]) => words(part)));
  const wanted = countWords(content);
  let right = 0;
  let wrong = 0;
  for (const word of words(text)) {
    if (take(wanted, word)) right += 1;
    else if (!take(free, word)) wrong += 1;
  }
  // A section that is empty may hold a word or two, such as "None".
  if (content.length === 0) return wrong <= 3 ? 1 : 0;
  return (2 * right) / (content.length + right + wrong);
}

function take(counts: Map<string, number>, word: string): boolean {
  const left = counts.get(word) ?? 0;
  if (left > 0) counts.set(word, left - 1);
  return left > 0;
}

function scoreOutcomes(gold: Gold, given: Prediction): Tally {
  const statement = (text: string): string[] => words(withoutLabel(text));
  const wanted = gold.outcomes.map(statement);
  const found = given.outcomes.map(statement);
  const pairs = pairUp(wanted, found, (a, b) => orderedOverlap(a, b, STATEMENT_IS_RIGHT));
  const steps = gold.outcomesOptional.map(statement);
  const neutral = found.filter(
    (each, index) => !pairs.found.has(index) && steps.some((step) => orderedOverlap(step, each) >= STATEMENT_IS_RIGHT),
  );
  return { right: pairs.wanted.size, wanted: wanted.length, given: found.length - neutral.length };
}

function scoreProvisions(gold: Gold, given: Prediction): Tally {
  const joined = (...parts: (string | null)[]): string[] =>
    words(withoutLabel(parts.filter((part) => part !== null && part !== '').join(' ')));
  const wanted = gold.provisions.map(({ section, text, who, frequency, review }) => ({
    section,
    forms: [
      joined(text),
      joined(text, who),
      joined(text, who, frequency),
      joined(text, who, frequency, review),
      joined(text, frequency),
    ],
  }));
  const found = given.provisions.map(({ section, text, who, frequency, review }) => ({
    section,
    forms: [joined(text), joined(text, who, frequency, review)],
  }));
  const pairs = pairUp(wanted, found, (a, b) => {
    if (a.section !== b.section) return 0;
    return Math.max(...a.forms.flatMap((x) => b.forms.map((y) => orderedOverlap(x, y, STATEMENT_IS_RIGHT))));
  });
  return { right: pairs.wanted.size, wanted: wanted.length, given: found.length };
}

function scoreKeyDates(gold: Gold, given: Prediction): Tally {
  const wanted = Object.entries(gold.keyDates);
  const right = wanted.filter(([id, { iso }]) => given.keyDates[id] === iso).length;
  return { right, wanted: wanted.length, given: Object.keys(given.keyDates).length };
}

/** Advice that never came has no date and is not asked for. */
function scoreAdvice(gold: Gold, given: Prediction): Tally {
  const wanted = gold.advice.filter((item) => item.date !== null);
  const found = given.advice.map((item) => ({
    who: words([item.author, item.role].filter((part) => part !== null).join(' ')),
    date: item.date,
  }));
  const right = wanted.filter((item) => {
    const author = words(item.author);
    return found.some((each) => each.date === item.date && longestCommon(author, each.who) / author.length >= 0.8);
  });
  return { right: right.length, wanted: wanted.length, given: found.filter((each) => each.date !== null).length };
}

/** One-to-one, best pairs first. */
function pairUp<A, B>(
  wanted: readonly A[],
  found: readonly B[],
  score: (a: A, b: B) => number,
): { wanted: Set<number>; found: Set<number> } {
  const pairs: [score: number, wanted: number, found: number][] = [];
  for (const [i, a] of wanted.entries()) {
    for (const [j, b] of found.entries()) {
      const value = score(a, b);
      if (value >= STATEMENT_IS_RIGHT) pairs.push([value, i, j]);
    }
  }
  pairs.sort((a, b) => b[0] - a[0]);
  const taken = { wanted: new Set<number>(), found: new Set<number>() };
  for (const [, i, j] of pairs) {
    if (taken.wanted.has(i) || taken.found.has(j)) continue;
    taken.wanted.add(i);
    taken.found.add(j);
  }
  return taken;
}

/** Sums of many documents' scores. */
export interface Totals {
  documents: number;
  sections: Tally;
  sectionOverlap: number;
  spurious: number;
  outcomes: Tally;
  provisions: Tally;
  keyDates: Tally;
  advice: Tally;
}

export function sumUp(scores: readonly DocumentScore[]): Totals {
  const sum = (pick: (score: DocumentScore) => Tally): Tally => ({
    right: total(scores, (score) => pick(score).right),
    wanted: total(scores, (score) => pick(score).wanted),
    given: total(scores, (score) => pick(score).given),
  });
  return {
    documents: scores.length,
    sections: sum((score) => ({
      right: score.sectionsRight,
      wanted: score.sectionsWanted,
      given: score.sectionsWanted,
    })),
    sectionOverlap: total(scores, (score) => total(Object.values(score.sections), (each) => each)),
    spurious: total(scores, (score) => score.spurious.length),
    outcomes: sum((score) => score.outcomes),
    provisions: sum((score) => score.provisions),
    keyDates: sum((score) => score.keyDates),
    advice: sum((score) => score.advice),
  };
}

function total<T>(list: readonly T[], pick: (item: T) => number): number {
  return list.reduce((sum, item) => sum + pick(item), 0);
}

export function precision({ right, wanted, given }: Tally): number {
  return given === 0 ? (wanted === 0 ? 1 : 0) : right / given;
}

export function recall({ right, wanted }: Tally): number {
  return wanted === 0 ? 1 : right / wanted;
}

export function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
