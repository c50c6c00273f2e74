import { longestCommon, orderedOverlap, withoutLabel, words } from './compare-words.ts';
import type { Gold, GoldDifference } from './scorer.ts';

/** Share of words in order that makes two passages the same. */
const PASSAGE_IS_RIGHT = 0.75;
/** A part of a row counts where nearly all of it stands there, and it is half of the changed cell at least. */
const PART_IS_THERE = 0.9;
/** Pieces of a passage count where together they are so much of it. */
const ENOUGH_OF_IT = 0.6;

export interface GivenDifference {
  section: string;
  kind: string;
  before: string | null;
  after: string | null;
}

export interface DifferenceScore {
  found: number;
  wanted: number;
  /** Given differences that tell of a wanted one, and all that are not neutral. */
  useful: number;
  counted: number;
  missed: GoldDifference[];
  wrong: GivenDifference[];
}

interface Given extends GivenDifference {
  beforeWords: string[];
  afterWords: string[];
}

/** Scores a comparison of a plan's draft with its final. */
export function scoreDifferences(gold: Gold, draft: Gold, given: readonly GivenDifference[]): DifferenceScore {
  const found = given.map((each): Given => ({
    ...each,
    beforeWords: words(withoutLabel(each.before ?? '')),
    afterWords: words(withoutLabel(each.after ?? '')),
  }));
  const used = new Set<Given>();
  const listed = gold.differences ?? [];
  const missed = listed.filter((wanted) => {
    const tellers = tellersOf(wanted, found);
    for (const each of tellers) used.add(each);
    return tellers.length === 0;
  });
  const rest = found.filter((each) => !used.has(each));
  const wrong = rest.filter((each) => !isSound(each, gold, draft));
  return {
    found: listed.length - missed.length,
    wanted: listed.length,
    useful: used.size,
    counted: used.size + wrong.length,
    missed,
    wrong: wrong.map(({ section, kind, before, after }) => ({ section, kind, before, after })),
  };
}

export function sumDifferences(scores: readonly DifferenceScore[]): { precision: number; recall: number; f1: number } {
  const sum = (pick: (score: DifferenceScore) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0);
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const precision = share(
    sum((each) => each.useful),
    sum((each) => each.counted),
  );
  const recall = share(
    sum((each) => each.found),
    sum((each) => each.wanted),
  );
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

/** The given differences that tell of a wanted one: each whole, or in pieces. */
function tellersOf(wanted: GoldDifference, found: readonly Given[]): Given[] {
  const own = found.filter(({ section }) => section === wanted.section);
  const kind = kindOf(words(wanted.before ?? ''), words(wanted.after ?? ''));
  const whole = own.filter(
    (each) =>
      kindOf(words(each.before ?? ''), words(each.after ?? '')) === kind &&
      (kind === 'added' || isNear(each.beforeWords, wanted.before, wanted.beforeFull)) &&
      (kind === 'removed' || isNear(each.afterWords, wanted.after, wanted.afterFull)) &&
      !(kind === 'changed' && isEqual(each.beforeWords, each.afterWords)),
  );
  return whole.length > 0 ? whole : piecesOf(wanted, own);
}

function kindOf(before: readonly string[], after: readonly string[]): string {
  if (before.length > 0 && after.length > 0) return 'changed';
  return after.length > 0 ? 'added' : 'removed';
}

/** The cell, the row, most of the cell, or a passage that holds it and not much more. */
function isNear(given: readonly string[], text: string | null, row = ''): boolean {
  const [wanted, full] = [words(text ?? ''), words(row)];
  if (given.length === 0 || wanted.length === 0) return given.length === wanted.length;
  if (orderedOverlap(given, wanted) >= PASSAGE_IS_RIGHT) return true;
  if (full.length > 0 && orderedOverlap(given, full) >= PASSAGE_IS_RIGHT) return true;
  const large = full.length > 0 ? full : wanted;
  const isPart = given.length >= 0.5 * wanted.length && given.length <= large.length;
  if (isPart && longestCommon(given, large) / given.length >= PART_IS_THERE) return true;
  return longestCommon(given, wanted) / wanted.length >= 0.95 && given.length <= 3 * large.length;
}

function piecesOf(wanted: GoldDifference, own: readonly Given[]): Given[] {
  const totals = { before: 0, after: 0 };
  const pieces = own.filter((each) => {
    const before = pieceLength(each.beforeWords, wanted.before, wanted.beforeFull);
    const after = pieceLength(each.afterWords, wanted.after, wanted.afterFull);
    totals.before += before;
    totals.after += after;
    return before + after > 0;
  });
  const isEnough = (count: number, text: string | null): boolean => count >= ENOUGH_OF_IT * words(text ?? '').length;
  return isEnough(totals.before, wanted.before) && isEnough(totals.after, wanted.after) ? pieces : [];
}

function pieceLength(given: readonly string[], text: string | null, row = ''): number {
  if (given.length === 0 || text === null) return 0;
  if (isNear(given, text, row)) return words(text).length;
  if (given.length < 3) return 0;
  return longestCommon(given, words(`${text} ${row}`)) / given.length >= PART_IS_THERE ? given.length : 0;
}

/** Words of these roles belong to the template. */
const TEMPLATE_ROLES = new Set(['heading', 'label', 'th', 'tag', 'note', 'extra']);

/** True, though the gold does not list it: a cell of an added row, a label, a number in a heading that moved on. */
function isSound(given: Given, gold: Gold, draft: Gold): boolean {
  const { section, beforeWords: before, afterWords: after } = given;
  const parts = (from: Gold): [string, string][] => from.sectionParts[section] ?? [];
  const [young, old] = [gold, draft].map((from) => parts(from).flatMap(([, text]) => words(text)));
  if (before.length === 0 && after.length === 0) return true;
  if (isEqual(before, after)) return false;
  const isLabel = (text: string | null): boolean =>
    text === null ||
    [...parts(gold), ...parts(draft)].some(
      ([role, part]) => TEMPLATE_ROLES.has(role) && isEqual(words(part), words(text)),
    );
  if (isLabel(given.before) && isLabel(given.after)) return true;
  const plain = (list: readonly string[]): string[] => list.filter((word) => !/^\d+$/.test(word));
  if (before.length > 0 && after.length > 0 && isEqual(plain(before), plain(after))) return true;
  const isListed = (
    list: readonly string[],
    texts: (wanted: GoldDifference) => (string | null | undefined)[],
  ): boolean =>
    list.length === 0 ||
    (gold.differences ?? []).some(
      (wanted) => wanted.section === section && texts(wanted).some((text) => holds(words(text ?? ''), list)),
    );
  if (
    isListed(before, (wanted) => [wanted.before, wanted.beforeFull]) &&
    isListed(after, (wanted) => [wanted.after, wanted.afterFull])
  ) {
    return true;
  }
  const isOnlyIn = (list: readonly string[], own: readonly string[], other: readonly string[]): boolean =>
    list.length === 0 || (longestCommon(list, own) / list.length >= PART_IS_THERE && !holds(other, list));
  return isOnlyIn(after, young ?? [], old ?? []) && isOnlyIn(before, old ?? [], young ?? []);
}

function holds(all: readonly string[], part: readonly string[]): boolean {
  return ` ${all.join(' ')} `.includes(` ${part.join(' ')} `);
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.join(' ') === b.join(' ');
}
