import { alignUnits } from './align-units.ts';
import { cutSentences, makeUnit, spansOf, textOf } from './compare-units.ts';
import type { Unit } from './compare-units.ts';
import type { Piece } from './cut-pieces.ts';
import type { PlanDifference } from '../../../../shared/domain/plan-comparison.ts';
import { keyOf, placeWords } from './plan-words.ts';
import type { TrackedChanges } from './tracked-changes.ts';
import { wordChanges } from './word-changes.ts';

/** A passage of up to this many words is shown whole. */
const SHORT_WORDS = 30;
/** A paragraph, or a cell, of up to this many words too: a reader looks for what changed in the paragraph that they know. */
const PARAGRAPH_WORDS = 150;
/** A longer one too, as long as it is no more than so many times what changed of it. */
const WHOLE_UP_TO = 3;

/**
 * What a person is shown of two versions of a passage (one may be empty): the whole where it is short, else the sentences
 * and cells that changed, with the statement that they belong to.
 */
export function showDifferences(
  left: readonly Unit[],
  right: readonly Unit[],
  tracked: TrackedChanges,
): PlanDifference[] {
  const [unit] = right.length > 0 ? right : left;
  if (unit === undefined) return [];
  const make = (before: readonly Piece[], after: readonly Piece[], isWhole: boolean): PlanDifference =>
    makeDifference(unit, before, after, isWhole, tracked);
  const before = left.flatMap((each) => each.pieces);
  const after = right.flatMap((each) => each.pieces);
  if (left.length === 0 || right.length === 0) return [make(before, after, true)];
  const total = Math.max(countWords(before), countWords(after));
  const parts = changedParts(before, after);
  if (parts.length === 0 || isSameText(before, after)) return [];
  const changed = parts.reduce((sum, part) => sum + Math.max(countWords(part.before), countWords(part.after)), 0);
  // Whole items of a list that have come or gone are told by themselves.
  if (parts.every((part) => isItemsAlone(part, before, after)))
    return parts.map((part) => make(part.before, part.after, false));
  const isParagraph = before.length === 1 && after.length === 1 && total <= PARAGRAPH_WORDS;
  if (isParagraph || total <= SHORT_WORDS || total <= WHOLE_UP_TO * changed) return [make(before, after, true)];
  return parts.map((part) => inParagraphs(part, before, after)).map((part) => make(part.before, part.after, false));
}

/** A sentence that changed within one paragraph of several, of which all else has stayed, is shown with its paragraph. */
function inParagraphs(part: Part, before: readonly Piece[], after: readonly Piece[]): Part {
  const [old, young] = [paragraphOf(part.before, before), paragraphOf(part.after, after)];
  if (old === undefined || young === undefined) return part;
  if (Math.max(old.words.length, young.words.length) > PARAGRAPH_WORDS) return part;
  const stayed = restOf(old, part.before);
  return stayed !== '' && stayed === restOf(young, part.after) ? { before: [old], after: [young] } : part;
}

/** The paragraph that some sentences are of; undefined where they are of none or several. */
function paragraphOf(sentences: readonly Piece[], paragraphs: readonly Piece[]): Piece | undefined {
  const [first] = sentences;
  if (first === undefined || sentences.some(({ block }) => block !== first.block)) return undefined;
  return paragraphs.find(({ block, start, end }) => block === first.block && start <= first.start && first.end <= end);
}

/** The paragraph's words around those sentences. */
function restOf(paragraph: Piece, sentences: readonly Piece[]): string {
  let rest = '';
  let from = paragraph.start;
  for (const { start, end } of sentences) {
    rest += ` ${paragraph.text.slice(from - paragraph.start, start - paragraph.start)}`;
    from = end;
  }
  return keyOf(placeWords(`${rest} ${paragraph.text.slice(from - paragraph.start)}`).map(({ word }) => word));
}

function isItemsAlone(part: Part, before: readonly Piece[], after: readonly Piece[]): boolean {
  if (part.before.length > 0 && part.after.length > 0) return false;
  const all = [...before, ...after];
  return [...part.before, ...part.after].every(
    (piece) => piece.isItem && all.some(({ block, text }) => block === piece.block && text === piece.text),
  );
}

/** The same words with all that the template prints beside them. */
function isSameText(before: readonly Piece[], after: readonly Piece[]): boolean {
  const key = (pieces: readonly Piece[]): string => keyOf(placeWords(textOf(pieces)).map(({ word }) => word));
  return key(before) === key(after);
}

interface Part {
  before: Piece[];
  after: Piece[];
}

function changedParts(before: readonly Piece[], after: readonly Piece[]): Part[] {
  const byCell = pairCells(before, after);
  if (byCell !== null) return byCell;
  const [left, right] = [asUnits(before), asUnits(after)];
  const { groups } = alignUnits(left, right, { pairsLonely: () => true });
  const place = (at: number | undefined): number => at ?? Number.POSITIVE_INFINITY;
  return groups
    .toSorted((a, b) => place(a.right[0]) - place(b.right[0]) || place(a.left[0]) - place(b.left[0]))
    .map((group) => ({
      before: group.left.flatMap((at) => [...(left[at]?.pieces ?? [])]),
      after: group.right.flatMap((at) => [...(right[at]?.pieces ?? [])]),
    }));
}

/** Two rows of the same shape are told apart cell by cell; null where they are not of one shape. */
function pairCells(before: readonly Piece[], after: readonly Piece[]): Part[] | null {
  const [left, right] = [byCell(before), byCell(after)];
  if (left.length < 2 || left.length !== right.length) return null;
  const key = (pieces: readonly Piece[]): string => makeUnit('', pieces, { what: 'passage', isShared: false }).key;
  const parts = left
    .map((pieces, index) => ({ before: pieces, after: right[index] ?? [] }))
    .filter((part) => key(part.before) !== key(part.after));
  // Where most cells differ, a cell has come or gone and the others have only moved along.
  return parts.length * 2 <= left.length ? parts.flatMap(cutPart) : null;
}

function cutPart(part: Part): Part[] {
  const isLong = Math.max(countWords(part.before), countWords(part.after)) > PARAGRAPH_WORDS;
  const isOneBlock = part.before.length === 1 && part.after.length === 1;
  return isLong || !isOneBlock ? changedParts(asOneCell(part.before), asOneCell(part.after)) : [part];
}

function asOneCell(pieces: readonly Piece[]): Piece[] {
  const cell = pieces[0]?.cell ?? '';
  return pieces.map((piece) => ({ ...piece, cell }));
}

function byCell(pieces: readonly Piece[]): Piece[][] {
  const cells = new Map<string, Piece[]>();
  for (const piece of pieces) cells.set(piece.cell, [...(cells.get(piece.cell) ?? []), piece]);
  return [...cells.values()];
}

function asUnits(pieces: readonly Piece[]): Unit[] {
  return cutSentences(pieces).map((piece) => makeUnit('', [piece], { what: 'passage', isShared: false }));
}

function countWords(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { words }) => sum + words.length, 0);
}

function makeDifference(
  unit: Unit,
  beforePieces: readonly Piece[],
  afterPieces: readonly Piece[],
  isWhole: boolean,
  tracked: TrackedChanges,
): PlanDifference {
  const before = beforePieces.length === 0 ? null : textOf(beforePieces);
  const after = afterPieces.length === 0 ? null : textOf(afterPieces);
  const [statement] = unit.pieces;
  const holdsStatement = [...beforePieces, ...afterPieces].some(({ block }) => block === statement?.block);
  return {
    section: unit.section,
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    what: unit.what,
    before,
    after,
    beforeSpans: spansOf(beforePieces),
    afterSpans: spansOf(afterPieces),
    words: wordChanges(before ?? '', after ?? ''),
    of: isWhole || holdsStatement ? null : (statement?.text ?? null),
    tracked: tracked.find(beforePieces, afterPieces),
  };
}
