import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box, Span } from '../../shared/domain/document-model.ts';
import type { Cursor } from './block-cursor.ts';

/** A place to show: words, or a rectangle of a page on a scan. */
export type PlaceToShow =
  | { kind: 'spans'; spans: readonly Span[] }
  | { kind: 'region'; page: number; box: Box }
  | { kind: 'page'; page: number };

/** Where the place comes to lie: just in sight, in the middle, or at the top. */
export type Alignment = 'nearest' | 'middle' | 'start';

/** How one document view stands. One store per view, so that two versions can stand side by side. */
export interface ViewerState {
  /** Times the natural size; 'fit' fills the width of the pane. */
  zoom: number | 'fit';
  /** The zoom that comes of it, 1 being the natural size. */
  drawnZoom: number;
  /** Page at the top of the pane, from 1; for Word always 1. */
  page: number;
  /** Passage at the top of the pane, once it has been scrolled. */
  topBlock: string | null;
  /** Whether the pages or headings stand beside the document. */
  isSideOpen: boolean;
  cursor: Cursor | null;
  /** What is selected now, by mouse or by cursor. */
  selection: readonly Span[];
  /** Rectangle drawn on a page without text. */
  drawn: { page: number; box: Box } | null;
  /** The place that was jumped to last; the number makes the same place be shown again. */
  shown: { place: PlaceToShow; align: Alignment; number: number } | null;
  /** The place that lights up just now. */
  lit: PlaceToShow | null;
  find: FindState;
}

export interface FindState {
  isOpen: boolean;
  words: string;
  current: number;
}

export type ViewerStore = StoreApi<ViewerState>;

/** A new store for one document view. */
export function createViewerStore(): ViewerStore {
  return createStore<ViewerState>(() => ({
    zoom: 'fit',
    drawnZoom: 1,
    page: 1,
    topBlock: null,
    isSideOpen: false,
    cursor: null,
    selection: [],
    drawn: null,
    shown: null,
    lit: null,
    find: { isOpen: false, words: '', current: 0 },
  }));
}

/** Scrolls the document to a place. */
export function showPlace(viewer: ViewerStore, place: PlaceToShow, align: Alignment): void {
  viewer.setState((state) => ({ shown: { place, align, number: (state.shown?.number ?? 0) + 1 } }));
}

/** Scrolls the document to a place and lights it up for a moment. */
export function lightUp(viewer: ViewerStore, place: PlaceToShow): void {
  showPlace(viewer, place, 'middle');
  viewer.setState({ lit: place });
}

/** Nothing selected any more. */
export function clearSelection(viewer: ViewerStore): void {
  viewer.setState({ cursor: null, selection: [], drawn: null });
}

/** Smallest and largest zoom, and the step of one press. */
export const ZOOM = { least: 0.4, most: 4, step: 1.2 } as const;

/** One step in or out from the zoom that is drawn now. */
export function nextZoom(drawnZoom: number, steps: 1 | -1): number {
  return Math.min(ZOOM.most, Math.max(ZOOM.least, drawnZoom * (steps === 1 ? ZOOM.step : 1 / ZOOM.step)));
}
