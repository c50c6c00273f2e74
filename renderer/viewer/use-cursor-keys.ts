import { type KeyboardEvent, useCallback } from 'react';
import type { Block } from '../../shared/domain/document-model.ts';
import { type Cursor, cursorOn, type CursorMove, moveCursor, spansOfCursor } from './block-cursor.ts';
import { clearSelection, showPlace, type ViewerStore } from './viewer-store.ts';

const MOVES: Readonly<Record<string, CursorMove>> = {
  ArrowDown: 'next_block',
  j: 'next_block',
  J: 'next_block',
  ArrowUp: 'previous_block',
  k: 'previous_block',
  K: 'previous_block',
  ArrowRight: 'next_sentence',
  ArrowLeft: 'previous_sentence',
};

/** The keys of the document's pane. What it does not use goes on to the screen around it. */
export function useCursorKeys(
  stops: readonly Block[],
  viewer: ViewerStore,
  onQuote: (() => void) | undefined,
): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
      if (!takeKey(event, stops, viewer, onQuote)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [stops, viewer, onQuote],
  );
}

function takeKey(
  event: KeyboardEvent<HTMLElement>,
  stops: readonly Block[],
  viewer: ViewerStore,
  onQuote: (() => void) | undefined,
): boolean {
  const move = MOVES[event.key];
  if (move !== undefined) {
    go(event.currentTarget, stops, viewer, move, event.shiftKey);
    return true;
  }
  if (event.key === 'Escape') {
    clearSelection(viewer);
    window.getSelection()?.removeAllRanges();
    return true;
  }
  if ((event.key === 'e' || event.key === 'Enter') && onQuote !== undefined) {
    onQuote();
    return true;
  }
  return false;
}

function go(root: HTMLElement, stops: readonly Block[], viewer: ViewerStore, move: CursorMove, stretch: boolean): void {
  const { cursor } = viewer.getState();
  const start = cursor ?? cursorInSight(root, stops, viewer);
  const next = cursor === null && start !== null ? start : moveCursor(stops, start, move, stretch);
  const spans = spansOfCursor(stops, next);
  viewer.setState({ cursor: next, selection: spans, drawn: null });
  window.getSelection()?.removeAllRanges();
  const edge = move.startsWith('next') ? spans.at(-1) : spans[0];
  if (edge !== undefined) showPlace(viewer, { kind: 'spans', spans: [edge] }, 'nearest');
}

/** The first press puts the cursor on what is in sight, not at the top of the plan. */
function cursorInSight(root: HTMLElement, stops: readonly Block[], viewer: ViewerStore): Cursor | null {
  const { page } = viewer.getState();
  const onPage = stops.find((block) => block.page === page);
  if (onPage !== undefined) return cursorOn(stops, onPage.id);
  const { top } = root.getBoundingClientRect();
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    const id = element.dataset['block'];
    const cursor = id === undefined || element.getBoundingClientRect().top < top ? null : cursorOn(stops, id);
    if (cursor !== null) return cursor;
  }
  return null;
}
