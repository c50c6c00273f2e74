import type { DocumentModel, Span } from '../../../shared/domain/document-model.ts';
import { blocksById } from '../../viewer/flowing-text.ts';
import type { Mark } from '../../viewer/marks.ts';
import { changedSpans } from './changed-words.ts';
import type { Entry, Piece } from './entries.ts';

/** What is marked in the two documents: the words that only one of them has, what moved, and the difference in hand. */
export function marksOf(
  entries: readonly Entry[],
  currentId: string | null,
  earlier: DocumentModel,
  later: DocumentModel,
): { earlier: readonly Mark[]; later: readonly Mark[] } {
  return {
    earlier: entries.flatMap((entry) =>
      marksOfSide(entry, 'removed', entry.before, entry.beforeSpans, currentId, earlier),
    ),
    later: entries.flatMap((entry) => marksOfSide(entry, 'added', entry.after, entry.afterSpans, currentId, later)),
  };
}

function marksOfSide(
  entry: Entry,
  kind: 'added' | 'removed',
  pieces: readonly Piece[] | null,
  whole: readonly Span[],
  currentId: string | null,
  model: DocumentModel,
): Mark[] {
  if (whole.length === 0 || pieces === null) return [];
  const isMoved = entry.kind === 'moved';
  const spans = isMoved ? whole : changedSpans(pieces, whole, blocksById(model));
  return [
    ...(entry.id === currentId ? [markOf(`${entry.id}-current`, 'difference', whole)] : []),
    ...(spans.length === 0 ? [] : [markOf(entry.id, isMoved ? 'moved' : kind, spans)]),
  ];
}

function markOf(id: string, kind: Mark['kind'], spans: readonly Span[]): Mark {
  return { id, kind, place: { kind: 'spans', spans } };
}
