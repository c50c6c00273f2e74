import type { Block, Span } from '../../../shared/domain/document-model.ts';
import type { Piece } from './entries.ts';

const TELLING = /[\p{L}\p{N}]/u;

/** Letters kept at either end of a long stretch that did not change. */
const KEPT_LETTERS = 40;

/**
 * Where in the document the changed words of an entry stand. Pieces are joined for display (cells by bars), so the two
 * are matched letter by letter; where they cannot be, the whole passage is given.
 */
export function changedSpans(
  pieces: readonly Piece[],
  spans: readonly Span[],
  blocks: ReadonlyMap<string, Block>,
): Span[] {
  const letters = pieces.flatMap(({ kind, text }) =>
    Array.from(text).flatMap((letter) => (TELLING.test(letter) ? [{ letter, isChanged: kind !== 'same' }] : [])),
  );
  const changed: Span[] = [];
  let at = 0;
  for (const { block, start, end } of spans) {
    let open: Span | null = null;
    let letter = start;
    for (const sign of blocks.get(block)?.text.slice(start, end) ?? '') {
      const from = letter;
      letter += sign.length;
      if (!TELLING.test(sign)) continue;
      const wanted = letters[at];
      at += 1;
      if (wanted === undefined || wanted.letter.toLowerCase() !== sign.toLowerCase()) return [...spans];
      if (!wanted.isChanged) open = null;
      else if (open === null) {
        open = { block, start: from, end: letter };
        changed.push(open);
      } else open.end = letter;
    }
  }
  return changed;
}

/** Long stretches that did not change cut short, so that what did is seen at a glance. */
export function elided(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same' || pieces.length === 1) return piece;
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const room = (isFirst ? 0 : KEPT_LETTERS) + (isLast ? 0 : KEPT_LETTERS);
    if (piece.text.length <= Math.max(room, KEPT_LETTERS)) return piece;
    return { kind: 'same', text: `${isFirst ? '' : firstWords(piece.text)} … ${isLast ? '' : lastWords(piece.text)}` };
  });
}

function firstWords(text: string): string {
  return text.slice(0, KEPT_LETTERS).replace(/\s+\S*$/u, '');
}

function lastWords(text: string): string {
  return text.slice(-KEPT_LETTERS).replace(/^\S*\s+/u, '');
}
