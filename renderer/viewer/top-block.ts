import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type RefObject, useEffect } from 'react';
import type { Block, DocumentModel } from '../../shared/domain/document-model.ts';
import { blocksOnPage } from './marks.ts';
import { pageNumber } from './near-pages.ts';
import { SCROLL_ROOM } from './scrolling.ts';
import type { ViewerStore } from './viewer-store.ts';

/** What is scrolled to "the top" lies this far below the pane's edge; a little more, so that it counts as the top. */
const TOP_LINE = SCROLL_ROOM + 4;

/** How far below that line a Word document is searched for its next passage, and in which steps, in CSS pixels. */
const SEARCH = { depth: 320, step: 14, across: [0.2, 0.5, 0.8] } as const;

/** Keeps the passage at the top of the pane while the pages of a PDF are scrolled. */
export function usePdfTopBlock(
  model: DocumentModel,
  viewer: ViewerStore,
  scroller: RefObject<HTMLElement | null>,
  pdf: PDFDocumentProxy | null,
): void {
  useEffect(() => {
    const root = scroller.current;
    if (root === null || pdf === null) return undefined;
    return onScroll(root, () => {
      void lookAtPages(model, root, pdf, viewer);
    });
  }, [model, viewer, scroller, pdf]);
}

/** Keeps the passage at the top of the pane while a Word document is scrolled. */
export function useWordTopBlock(viewer: ViewerStore, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return undefined;
    return onScroll(root, () => {
      keep(viewer, blockInSight(root));
    });
  }, [viewer, scroller]);
}

/**
 * The first passage, in reading order, that ends below a height of a page (PDF points, from the bottom); where the page
 * has none left, the first of a page after it.
 */
export function firstBlockBelow(model: DocumentModel, page: number, height: number): string | null {
  for (const { number } of model.pages) {
    if (number < page) continue;
    const block = blocksOnPage(model, number).find(
      (each) => each.furniture === undefined && (number > page || lowestOn(each, number) < height),
    );
    if (block !== undefined) return block.id;
  }
  return null;
}

function lowestOn(block: Block, page: number): number {
  const bottoms = block.runs.flatMap((run) => (run.page === page && run.box !== undefined ? [run.box[1]] : []));
  return bottoms.length > 0 ? Math.min(...bottoms) : (block.box?.[1] ?? Number.POSITIVE_INFINITY);
}

async function lookAtPages(
  model: DocumentModel,
  root: HTMLElement,
  pdf: PDFDocumentProxy,
  viewer: ViewerStore,
): Promise<void> {
  const line = root.getBoundingClientRect().top + TOP_LINE;
  const sheets = [...root.querySelectorAll('[data-page]')];
  const sheet = sheets.find((each) => each.getBoundingClientRect().bottom > line);
  if (sheet === undefined) return;
  const frame = sheet.getBoundingClientRect();
  const number = pageNumber(sheet);
  try {
    const viewport = (await pdf.getPage(number)).getViewport({ scale: 1 });
    const down = Math.max(0, line - frame.top) * (viewport.height / Math.max(1, frame.height));
    keep(viewer, firstBlockBelow(model, number, Number(viewport.convertToPdfPoint(0, down)[1])));
  } catch {
    // The document was closed meanwhile, or the page is broken: the place stays as it was.
  }
}

/** By what is drawn at a few points: measuring every passage would lay out those far away. */
function blockInSight(root: HTMLElement): string | null {
  const frame = root.getBoundingClientRect();
  const line = frame.top + TOP_LINE;
  const end = Math.min(frame.bottom, frame.top + SEARCH.depth);
  for (let y = line; y < end; y += SEARCH.step) {
    for (const share of SEARCH.across) {
      const element = document.elementFromPoint(frame.left + frame.width * share, y);
      if (element === null || !root.contains(element)) continue;
      const block = element.closest('[data-block]') ?? firstBelow(element.closest('.word > *'), line);
      const id = block?.getAttribute('data-block');
      if (id !== null && id !== undefined) return id;
    }
  }
  return null;
}

/** A part that has just come into sight is not laid out yet: its passages cannot be hit, but measured. */
function firstBelow(part: Element | null, line: number): Element | null {
  const blocks = [...(part?.querySelectorAll('[data-block]') ?? [])];
  return blocks.find((block) => block.getBoundingClientRect().bottom > line) ?? null;
}

function keep(viewer: ViewerStore, topBlock: string | null): void {
  if (topBlock !== null && viewer.getState().topBlock !== topBlock) viewer.setState({ topBlock });
}

/** Once per frame while it is scrolled. */
function onScroll(root: HTMLElement, look: () => void): () => void {
  let frame = 0;
  const later = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  };
  root.addEventListener('scroll', later, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    root.removeEventListener('scroll', later);
  };
}
