import type { PDFDocumentProxy } from 'pdfjs-dist';
import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Block, DocumentModel } from '../../shared/domain/document-model.ts';
import { Failed } from '../api/Asked.tsx';
import { Loading } from '../ui/Progress.tsx';
import { blocksById } from './flowing-text.ts';
import { type BlockLabel, boxesByPage, boxesOfPlace, type Mark, type PlacedMark } from './marks.ts';
import { pageNumber, useNearPages } from './near-pages.ts';
import { type PagePointers, usePagePointers } from './page-pointers.ts';
import { PdfPage } from './PdfPage.tsx';
import { bringIntoSight } from './scrolling.ts';
import { usePdfTopBlock } from './top-block.ts';
import { usePdf } from './use-pdf.ts';
import type { Alignment, PlaceToShow, ViewerStore } from './viewer-store.ts';

/** CSS pixels per point at natural size. */
const PIXELS_PER_POINT = 96 / 72;

/** Room left and right of a page, in CSS pixels; the stylesheet gives the same. */
const PAGE_MARGIN = 16;

/** How far around the part in sight pages are drawn, as a share of its height. */
const DRAW_AROUND = '80% 0px';

export interface PdfDocumentProps {
  model: DocumentModel;
  fileUrl: string;
  viewer: ViewerStore;
  marks: readonly Mark[];
  labels: ReadonlyMap<string, BlockLabel> | null;
  scroller: RefObject<HTMLElement | null>;
  pointers: PagePointers;
}

/** The real pages of a PDF, one under the other. Only those near the part in sight are drawn. */
export const PdfDocument = memo(function PdfDocument(props: PdfDocumentProps) {
  const { model, fileUrl, viewer, marks, labels, scroller, pointers } = props;
  const loaded = usePdf(fileUrl);
  const scale = useScale(model, viewer, scroller);
  const isReady = loaded !== null && scale > 0;
  const near = useNearPages(model, scroller, isReady, DRAW_AROUND);
  const placed = useMemo(() => boxesByPage(model, marks), [model, marks]);
  useShownPlace(model, viewer, scroller, isReady ? loaded : null, scale);
  useCurrentPage(viewer, scroller);
  usePdfTopBlock(model, viewer, scroller, loaded instanceof Error ? null : loaded);
  usePagePointers(model, viewer, scroller, loaded instanceof Error ? null : loaded, pointers);
  if (loaded instanceof Error) return <Failed error={loaded} />;
  return (
    <div className="pdf-pages">
      {!isReady ? <Loading label="Opening the pages" /> : null}
      {model.pages.map((page) =>
        loaded === null || !isReady ? null : (
          <PdfPage
            key={page.number}
            pdf={loaded}
            model={model}
            number={page.number}
            width={page.width}
            height={page.height}
            scale={scale}
            hasText={page.hasText}
            isNear={near.has(page.number)}
            marks={placed.get(page.number) ?? NO_MARKS}
            labels={labels}
          />
        ),
      )}
    </div>
  );
});

const NO_MARKS: readonly PlacedMark[] = [];

/** CSS pixels per point: as zoomed, or so that the widest page fills the pane. Keeps the place in sight when it changes. */
function useScale(model: DocumentModel, viewer: ViewerStore, scroller: RefObject<HTMLElement | null>): number {
  const zoom = useStore(viewer, (state) => state.zoom);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    // The observer tells the size once at its start.
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
  const widest = Math.max(1, ...model.pages.map((page) => page.width));
  // Not drawn before the width of the pane is known.
  const fit = Math.max(0, (width - 2 * PAGE_MARGIN) / widest);
  const scale = zoom === 'fit' ? fit : zoom * PIXELS_PER_POINT;
  const before = useRef(scale);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && before.current > 0 && before.current !== scale)
      element.scrollTo({ top: (element.scrollTop * scale) / before.current });
    before.current = scale;
    viewer.setState({ drawnZoom: scale / PIXELS_PER_POINT });
  }, [scale, scroller, viewer]);
  return scale;
}

/** Keeps the number of the page that fills the upper part of the pane. */
function useCurrentPage(viewer: ViewerStore, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return undefined;
    let frame = 0;
    const look = (): void => {
      const line = root.getBoundingClientRect().top + root.clientHeight / 3;
      for (const page of root.querySelectorAll('[data-page]')) {
        if (page.getBoundingClientRect().bottom >= line) {
          const number = pageNumber(page);
          if (viewer.getState().page !== number) viewer.setState({ page: number });
          return;
        }
      }
    };
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    root.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('scroll', later);
    };
  }, [viewer, scroller]);
}

/** Scrolls to the place that was jumped to; pages need not be drawn for that. */
function useShownPlace(
  model: DocumentModel,
  viewer: ViewerStore,
  scroller: RefObject<HTMLElement | null>,
  loaded: PDFDocumentProxy | Error | null,
  scale: number,
): void {
  const shown = useStore(viewer, (state) => state.shown);
  const scaleNow = useRef(scale);
  useEffect(() => {
    scaleNow.current = scale;
  }, [scale]);
  useEffect(() => {
    const root = scroller.current;
    if (shown === null || root === null || loaded === null || loaded instanceof Error) return undefined;
    let isWanted = true;
    void scroll(root, loaded, shown.place, shown.align);
    async function scroll(pane: HTMLElement, pdf: PDFDocumentProxy, place: PlaceToShow, align: Alignment) {
      const target = await placeOnPage(model, blocksById(model), place, pdf);
      const sheet = target === null ? null : pane.querySelector<HTMLElement>(`[data-page="${target.page}"]`);
      if (!isWanted || target === null || sheet === null) return;
      const top = sheet.offsetTop + target.top * scaleNow.current;
      bringIntoSight(pane, top, top + target.height * scaleNow.current, align);
    }
    return () => {
      isWanted = false;
    };
  }, [shown, model, scroller, loaded]);
}

async function placeOnPage(
  model: DocumentModel,
  blocks: ReadonlyMap<string, Block>,
  place: PlaceToShow,
  pdf: PDFDocumentProxy,
): Promise<{ page: number; top: number; height: number } | null> {
  if (place.kind === 'page') return { page: place.page, top: 0, height: 0 };
  const [first, ...rest] = boxesOfPlace(blocks, place);
  if (first === undefined || !model.pages.some((page) => page.number === first.page)) return null;
  const viewport = (await pdf.getPage(first.page)).getViewport({ scale: 1 });
  const edges = [first, ...rest]
    .filter(({ page }) => page === first.page)
    .flatMap(({ box }) => [
      Number(viewport.convertToViewportPoint(box[0], box[1])[1]),
      Number(viewport.convertToViewportPoint(box[2], box[3])[1]),
    ]);
  const top = Math.min(...edges);
  return { page: first.page, top, height: Math.max(...edges) - top };
}
