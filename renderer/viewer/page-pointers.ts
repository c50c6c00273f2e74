import type { PageViewport, PDFDocumentProxy } from 'pdfjs-dist';
import { type RefObject, useEffect } from 'react';
import type { Box, DocumentModel, Span } from '../../shared/domain/document-model.ts';
import { blocksById, flowingText, placesOf, spansOfStretch } from './flowing-text.ts';
import { blockAt, snapToWords, spansUnder } from './geometry.ts';
import { blocksOnPage } from './marks.ts';
import type { ViewerStore } from './viewer-store.ts';

/** What the view does with a pointer's work on the document. */
export interface PagePointers {
  /** A click on a block without a selection. */
  onBlock: (blockId: string, isStretching: boolean) => void;
  /** Words selected with the mouse or by touch. */
  onSelect: (spans: readonly Span[]) => void;
  /** Whether rectangles may be drawn on pages without text. */
  mayDraw: boolean;
}

/** Points that a rectangle must measure; less is a click. */
const LEAST_RECTANGLE = 6;

/** Reads selections, clicks and drawn rectangles on PDF pages, and gives them as blocks and boxes. */
export function usePagePointers(
  model: DocumentModel,
  viewer: ViewerStore,
  scroller: RefObject<HTMLElement | null>,
  pdf: PDFDocumentProxy | null,
  pointers: PagePointers,
): void {
  useEffect(() => {
    const root = scroller.current;
    if (root === null || pdf === null) return undefined;
    let began: { sheet: HTMLElement; x: number; y: number } | null = null;

    const onDown = (event: PointerEvent): void => {
      const sheet = sheetOf(event.target);
      began = sheet === null || event.button !== 0 ? null : { sheet, x: event.clientX, y: event.clientY };
    };
    const onUp = (event: PointerEvent): void => {
      const from = began;
      began = null;
      if (from === null) return;
      void readPointer(event, from);
    };

    async function readPointer(event: PointerEvent, from: { sheet: HTMLElement; x: number; y: number }): Promise<void> {
      if (pdf === null) return;
      const selection = window.getSelection();
      if (selection !== null && !selection.isCollapsed && root?.contains(selection.anchorNode) === true) {
        pointers.onSelect(await selectedSpans(model, root, pdf, selection));
        return;
      }
      const number = Number(from.sheet.dataset['page']);
      const place = await pointOn(pdf, from.sheet, from.x, from.y);
      const hasText = model.pages.find((page) => page.number === number)?.hasText ?? true;
      if (!hasText && pointers.mayDraw) {
        const end = await pointOn(pdf, from.sheet, event.clientX, event.clientY);
        const box: Box = [
          Math.min(place[0], end[0]),
          Math.min(place[1], end[1]),
          Math.max(place[0], end[0]),
          Math.max(place[1], end[1]),
        ];
        const isLarge = box[2] - box[0] > LEAST_RECTANGLE && box[3] - box[1] > LEAST_RECTANGLE;
        viewer.setState({ drawn: isLarge ? { page: number, box } : null });
        return;
      }
      const block = blockAt(blocksOnPage(model, number), number, place[0], place[1]);
      if (block !== null) pointers.onBlock(block.id, event.shiftKey);
    }

    root.addEventListener('pointerdown', onDown);
    window.addEventListener('pointerup', onUp);
    return () => {
      root.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointerup', onUp);
    };
  }, [model, viewer, scroller, pdf, pointers]);
}

async function selectedSpans(
  model: DocumentModel,
  root: HTMLElement,
  pdf: PDFDocumentProxy,
  selection: Selection,
): Promise<Span[]> {
  const range = selection.getRangeAt(0);
  const words = selection.toString();
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const spans: Span[] = [];
  const pages: number[] = [];
  for (const sheet of root.querySelectorAll<HTMLElement>('[data-page]')) {
    const own = rects.filter((rect) => isOver(sheet.getBoundingClientRect(), rect));
    if (own.length === 0) continue;
    const number = Number(sheet.dataset['page']);
    const viewport = (await pdf.getPage(number)).getViewport({ scale: 1 });
    const areas = own.map((rect) => toPdfBox(viewport, sheet.getBoundingClientRect(), rect));
    spans.push(...spansUnder(blocksOnPage(model, number), number, areas));
    pages.push(number);
  }
  if (spans.length > 0) return snapToWords(blocksById(model), spans, words);
  return spansByWords(model, pages, words);
}

/** Where geometry finds nothing (text drawn in odd ways), the words themselves on those pages. */
function spansByWords(model: DocumentModel, pages: readonly number[], words: string): Span[] {
  const flow = flowingText(pages.flatMap((page) => blocksOnPage(model, page)));
  const [place] = placesOf(flow, words);
  return place === undefined ? [] : spansOfStretch(flow, place[0], place[1]);
}

function isOver(sheet: DOMRect, rect: DOMRect): boolean {
  const middle = (rect.top + rect.bottom) / 2;
  return middle > sheet.top && middle < sheet.bottom && rect.right > sheet.left && rect.left < sheet.right;
}

function toPdfBox(viewport: PageViewport, sheet: DOMRect, rect: DOMRect): Box {
  const scale = viewport.width / sheet.width;
  const corner = (x: number, y: number): [number, number] => {
    const [px, py] = viewport.convertToPdfPoint((x - sheet.left) * scale, (y - sheet.top) * scale).map(Number);
    return [px ?? 0, py ?? 0];
  };
  const one = corner(rect.left, rect.top);
  const other = corner(rect.right, rect.bottom);
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
  ];
}

async function pointOn(pdf: PDFDocumentProxy, sheet: HTMLElement, x: number, y: number): Promise<[number, number]> {
  const viewport = (await pdf.getPage(Number(sheet.dataset['page']))).getViewport({ scale: 1 });
  const frame = sheet.getBoundingClientRect();
  const box = toPdfBox(viewport, frame, new DOMRect(x, y, 0, 0));
  return [box[0], box[1]];
}

function sheetOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-page]') : null;
}
