import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentModel, Span } from '../../shared/domain/document-model.ts';
import { flowingText, placesOf, spansOfStretch } from './flowing-text.ts';
import type { Mark } from './marks.ts';
import type { ViewerStore } from './viewer-store.ts';

/** Letters that a search must have: fewer would light up half the plan. */
const LEAST_TO_FIND = 2;

/** Where the words that are searched for stand, in reading order. */
export function useFindHits(model: DocumentModel, viewer: ViewerStore): readonly Span[][] {
  const isOpen = useStore(viewer, (state) => state.find.isOpen);
  const words = useStore(viewer, (state) => state.find.words);
  return useMemo(() => {
    if (!isOpen || words.trim().length < LEAST_TO_FIND) return [];
    const flow = flowingText(model.blocks);
    return placesOf(flow, words, false).map(([from, to]) => spansOfStretch(flow, from, to));
  }, [model, isOpen, words]);
}

/** All that is shown over the words now: evidence as given, and what the view itself shows. */
export function useAllMarks(model: DocumentModel, viewer: ViewerStore, given: readonly Mark[]): readonly Mark[] {
  const hits = useFindHits(model, viewer);
  const currentHit = useStore(viewer, (state) => state.find.current);
  // A selection made with the mouse is shown by the browser itself.
  const selection = useStore(viewer, (state) => (state.cursor === null ? NOTHING : state.selection));
  const drawn = useStore(viewer, (state) => state.drawn);
  const lit = useStore(viewer, (state) => state.lit);
  return useMemo(() => {
    const marks: Mark[] = [...given];
    hits.forEach((spans, index) => {
      marks.push({
        id: `find-${index}`,
        kind: index === currentHit ? 'find_current' : 'find',
        place: { kind: 'spans', spans },
      });
    });
    if (selection.length > 0)
      marks.push({ id: 'selection', kind: 'selection', place: { kind: 'spans', spans: selection } });
    if (drawn !== null) marks.push({ id: 'drawn', kind: 'selection', place: { kind: 'region', ...drawn } });
    if (lit !== null) marks.push({ id: 'lit', kind: 'lit', place: lit });
    return marks;
  }, [given, hits, currentHit, selection, drawn, lit]);
}

const NOTHING: readonly Span[] = [];
