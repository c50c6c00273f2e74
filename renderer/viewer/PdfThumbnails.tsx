import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { drawSmall } from './draw-small.ts';
import { useNearPages } from './near-pages.ts';
import { bringIntoSight } from './scrolling.ts';
import { usePdf } from './use-pdf.ts';
import { showPlace, type ViewerStore } from './viewer-store.ts';

/** How far around the part in sight pages are drawn, as a share of its height. */
const DRAW_AROUND = '50% 0px';

/** Width of a page in small, in CSS pixels; the stylesheet gives the same. */
const SMALL_WIDTH = 88;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 1,
  End: (_at, last) => last,
};

/** The pages of a PDF in small, beside it: the one in sight is marked, each leads to its page. */
export const PdfThumbnails = memo(function PdfThumbnails({
  model,
  fileUrl,
  viewer,
}: {
  model: DocumentModel;
  fileUrl: string;
  viewer: ViewerStore;
}) {
  const loaded = usePdf(fileUrl);
  const pdf = loaded instanceof Error ? null : loaded;
  const current = useStore(viewer, (state) => state.page);
  const root = useRef<HTMLOListElement>(null);
  const near = useNearPages(model, root, pdf !== null, DRAW_AROUND);
  useCurrentInSight(root, current);
  const onGo = useCallback(
    (page: number) => {
      viewer.setState({ page });
      showPlace(viewer, { kind: 'page', page }, 'start');
    },
    [viewer],
  );
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = Number(event.target instanceof HTMLElement ? event.target.closest('li')?.dataset['page'] : undefined);
    const to = STEPS[event.key]?.(at, model.pages.length);
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    root.current?.querySelector<HTMLElement>(`[data-page="${to}"] button`)?.focus();
  }
  return (
    // The arrow keys go from page to page, so that Tab need not pass them all.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol ref={root} className="list-plain thumbnails" onKeyDown={onKeyDown}>
      {model.pages.map(({ number, width, height }) => (
        <Thumbnail
          key={number}
          pdf={pdf}
          number={number}
          width={width}
          height={height}
          isNear={near.has(number)}
          isCurrent={number === current}
          onGo={onGo}
        />
      ))}
    </ol>
  );
});

const Thumbnail = memo(function Thumbnail({
  pdf,
  number,
  width,
  height,
  isNear,
  isCurrent,
  onGo,
}: {
  pdf: PDFDocumentProxy | null;
  number: number;
  width: number;
  height: number;
  isNear: boolean;
  isCurrent: boolean;
  onGo: (page: number) => void;
}) {
  const sheet = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = sheet.current;
    if (pdf === null || element === null || !isNear) return undefined;
    const stop = new AbortController();
    void drawSmall(pdf, number, SMALL_WIDTH, element, stop.signal);
    return () => {
      stop.abort();
      element.replaceChildren();
    };
  }, [pdf, number, isNear]);
  return (
    <li data-page={number}>
      <button
        type="button"
        className="thumbnail"
        aria-current={isCurrent ? 'page' : undefined}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => {
          onGo(number);
        }}
      >
        <span
          ref={sheet}
          className="thumbnail__sheet"
          style={{ aspectRatio: `${width} / ${height}` }}
          aria-hidden="true"
        />
        <span>
          <span className="visually-hidden">Page </span>
          {number}
        </span>
      </button>
    </li>
  );
});

/** Follows the page in sight, but never away from the page that a person has gone to with the keys. */
function useCurrentInSight(root: RefObject<HTMLElement | null>, current: number): void {
  useEffect(() => {
    const list = root.current;
    if (list === null || list.contains(document.activeElement)) return;
    const item = list.querySelector<HTMLElement>(`[data-page="${current}"]`);
    if (item !== null) bringIntoSight(list, item.offsetTop, item.offsetTop + item.offsetHeight, 'nearest');
  }, [root, current]);
}
