import { hasUnseen, seenText } from '../names.ts';
import { COMMON_WORDS } from './masking-words.ts';
import { isBrokenWord, isWithinName, plainWord, plainWords, type Token, tokensOf } from './masking-tokens.ts';
import { findDates, findNumbers } from './masking-shapes.ts';
import { isNameHere } from './masking-context.ts';
import type { MaskedIdentity, MaskForm, Mention } from './masking.ts';

/** Identities made ready to be looked for in many texts. */
export interface MentionFinder {
  /** Mentions in order, none overlapping another. */
  find(text: string): Mention[];
}

interface Wanted {
  identity: MaskedIdentity;
  form: MaskForm;
  tokens: readonly string[];
}

/** Fewer letters than these are a name only with a capital: Jo, Al, Bo. */
const SHORT_NAME = 3;

/**
 * Looks for every form of every identity, and for what is known by its shape (dates of birth, telephone numbers, e-mail
 * addresses, postcodes, NHS and pupil numbers). `shown` are words that a person has said are no name.
 */
export function createMentionFinder(
  identities: readonly MaskedIdentity[],
  shown: readonly string[] = [],
): MentionFinder {
  const byFirst = new Map<string, Wanted[]>();
  for (const identity of identities) {
    for (const form of identity.forms) {
      for (const tokens of withPlurals(plainWords(form.words), identity, form)) {
        const [first] = tokens;
        if (first === undefined) continue;
        const there = byFirst.get(first) ?? [];
        there.push({ identity, form, tokens });
        byFirst.set(first, there);
      }
    }
  }
  // The longest form first, so that a whole name is one mask.
  for (const wanted of byFirst.values()) wanted.sort((a, b) => b.tokens.length - a.tokens.length);
  const isShown = new Set(shown.map((words) => plainWords(words).join(' ')));
  const dates = identities.filter(({ kind }) => kind === 'date_of_birth');

  function findIn(text: string): Mention[] {
    const tokens = tokensOf(text);
    const found: Mention[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const match = longestAt(text, tokens, at, byFirst);
      if (match === null) continue;
      const { identity, from, to } = match;
      const first = tokens[from];
      const last = tokens[to];
      if (first === undefined || last === undefined) continue;
      // "A.B." ends with the point of its last letter.
      const isSpelt =
        text.slice(first.start, last.end).includes('.') && text.charAt(last.end) === '.' && last.raw.length === 1;
      found.push({ start: first.start, end: isSpelt ? last.end + 1 : last.end, ...of(identity) });
      at = to;
    }
    found.push(...findDates(text, dates), ...findNumbers(text));
    return joined(text, apart(found)).filter(
      ({ start, end }) => !isShown.has(plainWords(text.slice(start, end)).join(' ')),
    );
  }

  return {
    find(text) {
      // What nobody sees may stand inside a name or between two: it is looked for both ways.
      const ways = hasUnseen(text) ? (['', ' '] as const) : ([''] as const);
      const found = ways.flatMap((unseenAs) => {
        const seen = seenText(text, unseenAs);
        return findIn(seen.text).map((mention) => ({ ...mention, ...seen.original(mention.start, mention.end) }));
      });
      return ways.length === 1 ? found : apart(found);
    },
  };
}

/** A name, and the family that bears it: "Copperbeech", "the Copperbeeches". */
function withPlurals(tokens: string[], { kind }: MaskedIdentity, { how }: MaskForm): string[][] {
  const last = tokens.at(-1);
  // "Arts" and "Wills" are words; a family or a school of such a name is told by its capital.
  const mayBePlural = how === 'free' ? PEOPLE.has(kind) : how === 'capital' && tokens.length > 1;
  if (last === undefined || (!mayBePlural && !(PLURAL_ALWAYS.has(kind) && how !== 'exact'))) return [tokens];
  return [tokens, [...tokens.slice(0, -1), /(?:s|x|z|ch|sh)$/.test(last) ? `${last}es` : `${last}s`]];
}

function of({ label, kind, key, reason }: MaskedIdentity): Omit<Mention, 'start' | 'end'> {
  return { label, kind, key, reason };
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  byFirst: ReadonlyMap<string, readonly Wanted[]>,
): { identity: MaskedIdentity; from: number; to: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const next = tokens[at + 1];
  const isBroken = next !== undefined && isBrokenWord(text.slice(token.end, next.start));
  for (const { identity, form, tokens: wanted } of byFirst.get(token.plain) ?? []) {
    const to = lastOf(text, tokens, at, wanted);
    if (to !== null && isForm(text, tokens, { from: at, to }, form)) return { identity, from: at, to };
  }
  const spaced = spacedAt(text, tokens, at, byFirst);
  if (spaced !== null || !isBroken) return spaced;
  // "Ama-" at the end of one line, "ra" at the head of the next.
  for (const { identity, form, tokens: wanted } of byFirst.get(token.plain + next.plain) ?? []) {
    if (wanted.length === 1 && (form.how === 'free' || /^\p{Lu}/u.test(token.raw)))
      return { identity, from: at, to: at + 1 };
  }
  return null;
}

/** "D Y L A N": a name in spaced capitals, as titles are set. */
function spacedAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  byFirst: ReadonlyMap<string, readonly Wanted[]>,
): { identity: MaskedIdentity; from: number; to: number } | null {
  let to = at;
  let word = '';
  while (isSpacedLetter(text, tokens, to, at)) {
    word += tokens[to]?.plain ?? '';
    to += 1;
  }
  if (word.length < SHORT_NAME) return null;
  const found = byFirst.get(word)?.find(({ tokens: wanted, form }) => wanted.length === 1 && form.how !== 'exact');
  return found === undefined ? null : { identity: found.identity, from: at, to: to - 1 };
}

function isSpacedLetter(text: string, tokens: readonly Token[], here: number, first: number): boolean {
  const token = tokens[here];
  if (token === undefined || !/^\p{Lu}$/u.test(token.raw)) return false;
  const before = tokens[here - 1];
  return here === first || (before !== undefined && /^[ \u00a0]$/u.test(text.slice(before.end, token.start)));
}

/** Index of the form's last word where all of it stands here; a word of it may be broken at a line's end. */
function lastOf(text: string, tokens: readonly Token[], at: number, wanted: readonly string[]): number | null {
  let here = at;
  for (const [index, word] of wanted.entries()) {
    const token = tokens[here];
    if (token === undefined) return null;
    if (index > 0) {
      const before = tokens[here - 1];
      if (before === undefined || !isWithinName(text.slice(before.end, token.start))) return null;
    }
    if (token.plain !== word) {
      const next = tokens[here + 1];
      if (next === undefined || token.plain + next.plain !== word || !isBrokenWord(text.slice(token.end, next.start)))
        return null;
      here += 1;
    }
    here += 1;
  }
  return here - 1;
}

function isForm(
  text: string,
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  form: MaskForm,
): boolean {
  const first = tokens[from];
  const last = tokens[to];
  if (first === undefined || last === undefined) return false;
  const raw = tokens.slice(from, to + 1).map((token) => token.raw);
  if (form.how === 'exact') {
    const isSpelt = from === to || /^(?:\p{L}\.\s?)+\p{L}$/u.test(text.slice(first.start, last.end));
    return isSpelt && raw.join('') === form.words.replaceAll(/[^\p{L}\p{N}]/gu, '');
  }
  const hasCapital = /^\p{Lu}/u.test(first.raw);
  if (from !== to) return true;
  if (form.how === 'capital') return hasCapital && isNameHere(text, first);
  if (first.plain.length < SHORT_NAME) return hasCapital;
  return true;
}

/** How a name is looked for: with its capital alone where it is an everyday word as well. */
export function formOf(words: string): MaskForm {
  const plain = plainWord(words.trim());
  return { words, how: COMMON_WORDS.has(plain) ? 'capital' : 'free' };
}

/** Without overlaps: what is longer stays, then what begins first. */
function apart(found: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every(({ start, end }) => mention.end <= start || mention.start >= end)) kept.push(mention);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** One mask for a name that was found in parts; and a title goes with the name that it stands before. */
function joined(text: string, mentions: readonly Mention[]): Mention[] {
  const result: Mention[] = [];
  for (const mention of mentions) {
    const last = result.at(-1);
    if (last !== undefined && isOneName(last, mention, text.slice(last.end, mention.start))) {
      const main = last.kind === 'family_name' ? mention : last;
      result[result.length - 1] = { ...main, start: last.start, end: mention.end };
    } else result.push(mention);
  }
  return result.map((mention) => {
    const title = PEOPLE.has(mention.kind) ? TITLE_BEFORE.exec(text.slice(0, mention.start)) : null;
    return title === null ? mention : { ...mention, start: title.index };
  });
}

function isOneName(one: Mention, other: Mention, gap: string): boolean {
  if (!isWithinName(gap)) return false;
  // "Lily, Lily" are two; "Begum, Amara" is one.
  if (one.key === other.key) return !gap.includes(',');
  if (!PEOPLE.has(one.kind)) return false;
  return other.kind === 'family_name' || (one.kind === 'family_name' && other.kind === 'child');
}

const PEOPLE: ReadonlySet<string> = new Set([
  'child',
  'parent',
  'sibling',
  'relative',
  'family_name',
  'professional',
  'person',
  'name',
]);
const PLURAL_ALWAYS: ReadonlySet<string> = new Set(['family_name', 'school']);
const TITLE_BEFORE =
  /(?<![\p{L}\p{N}])(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Rev|Cllr)\.?\s+(?:\p{Lu}\.?\s+)?$/u;
