import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box, Span } from '../../../shared/domain/document-model.ts';
import type { Cursor } from './block-cursor.ts';

/** A place to show: words, or a rectangle of a page on a scan. */
export type PlaceToShow =
  | { kind: 'spans'; spans: readonly Span[] }
  | { kind: 'region'; page: number; box: Box }
  | { kind: 'page'; page: number };

/** How one document view stands. One store per view, so that two versions can stand side by side. */
export interface ViewerState {
  /** Times the natural size; 'fit' fills the width of the pane. */
  zoom: number | 'fit';
  /** Page at the top of the pane, from 1; for Word always 1. */
  page: number;
  cursor: Cursor | null;
  /** What is selected now, by mouse or by cursor. */
  selection: readonly Span[];
  /** The place that was jumped to last, which lights up; the number makes the same place light up again. */
  shown: { place: PlaceToShow; lit: boolean; number: number } | null;
  find: { isOpen: boolean; words: string; current: number };
}

export type ViewerStore = StoreApi<ViewerState>;

/** A new store for one document view. */
export function createViewerStore(): ViewerStore {
  return createStore<ViewerState>(() => ({
    zoom: 'fit',
    page: 1,
    cursor: null,
    selection: [],
    shown: null,
    find: { isOpen: false, words: '', current: 0 },
  }));
}

/** Scrolls the document to a place; with `lit` the place also lights up for a moment. */
export function showPlace(viewer: ViewerStore, place: PlaceToShow, lit = true): void {
  viewer.setState((state) => ({ shown: { place, lit, number: (state.shown?.number ?? 0) + 1 } }));
}

/** Smallest and largest zoom, and the step of one press. */
export const ZOOM = { least: 0.4, most: 4, step: 1.2 } as const;

/** One step in or out from the scale that is drawn now. */
export function zoomBy(viewer: ViewerStore, drawnScale: number, steps: 1 | -1): void {
  const next = drawnScale * (steps === 1 ? ZOOM.step : 1 / ZOOM.step);
  viewer.setState({ zoom: Math.min(ZOOM.most, Math.max(ZOOM.least, next)) });
}
