import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { labelsOfMarks } from './mark-labels.ts';
import type { BlockLabel, PlacedMark } from './marks.ts';
import { PageOverlay } from './PageOverlay.tsx';

/** A canvas of more pixels than this is drawn coarser: browsers give up on larger ones. */
const MOST_PIXELS = 12_000_000;

/** Waits until a change of size is over before the page is drawn anew; until then the old picture is stretched. */
const REDRAW_AFTER_MS = 150;

export interface PdfPageProps {
  pdf: PDFDocumentProxy;
  model: DocumentModel;
  number: number;
  /** In points, as shown. */
  width: number;
  height: number;
  /** CSS pixels per point. */
  scale: number;
  hasText: boolean;
  /** Near the part in sight: drawn. Others are blank sheets of the right size, so that long plans stay quick. */
  isNear: boolean;
  marks: readonly PlacedMark[];
  labels: ReadonlyMap<string, BlockLabel> | null;
}

/** One page of a PDF: its picture, its text to select, and what is marked on it. */
export const PdfPage = memo(function PdfPage(props: PdfPageProps) {
  const { pdf, model, number, width, height, scale, hasText, isNear, marks, labels } = props;
  const page = usePage(pdf, number, isNear);
  const picture = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  usePicture(picture, page, scale);
  useText(text, page);
  const hints = labelsOfMarks(marks);
  const style: CSSProperties & Record<'--total-scale-factor', number> = {
    width: width * scale,
    height: height * scale,
    '--total-scale-factor': scale,
  };
  return (
    <div className="pdf-page" data-page={number} style={style}>
      <p className="visually-hidden">Page {number}</p>
      <div className="pdf-page__picture" ref={picture} aria-hidden="true" />
      {hasText ? null : (
        <p className="visually-hidden">This page is a picture without text that can be read or selected.</p>
      )}
      {hints.length === 0 ? null : <p className="visually-hidden">Hints on this page: {hints.join('; ')}.</p>}
      <div className="pdf-text" ref={text} />
      {page === null ? null : <PageOverlay model={model} page={page} marks={marks} labels={labels} />}
    </div>
  );
});

function usePage(pdf: PDFDocumentProxy, number: number, isNear: boolean): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    if (!isNear) return undefined;
    let isWanted = true;
    void load();
    async function load() {
      try {
        const loaded = await pdf.getPage(number);
        if (isWanted) setPage(loaded);
      } catch {
        // The document was closed meanwhile, or the page is broken: the sheet stays blank.
      }
    }
    return () => {
      isWanted = false;
      setPage(null);
    };
  }, [pdf, number, isNear]);
  return page;
}

function usePicture(host: React.RefObject<HTMLDivElement | null>, page: PDFPageProxy | null, scale: number): void {
  useEffect(() => {
    const element = host.current;
    if (page === null || element === null) return undefined;
    let cancel: (() => void) | undefined;
    const draw = async (): Promise<void> => {
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      const pixels = Math.min(
        window.devicePixelRatio,
        Math.sqrt(MOST_PIXELS / Math.max(1, viewport.width * viewport.height)),
      );
      canvas.width = Math.floor(viewport.width * pixels);
      canvas.height = Math.floor(viewport.height * pixels);
      const task = page.render({
        canvas,
        viewport,
        ...(pixels === 1 ? {} : { transform: [pixels, 0, 0, pixels, 0, 0] }),
      });
      cancel = () => {
        task.cancel();
      };
      try {
        await task.promise;
        element.replaceChildren(canvas);
      } catch {
        // Cancelled, since the page went out of sight or changed its size.
      }
    };
    const timer = setTimeout(() => void draw(), element.firstChild === null ? 0 : REDRAW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }, [host, page, scale]);
  useEffect(() => {
    const element = host.current;
    if (page === null) element?.replaceChildren();
  }, [host, page]);
}

function useText(host: React.RefObject<HTMLDivElement | null>, page: PDFPageProxy | null): void {
  useEffect(() => {
    const container = host.current;
    if (page === null || container === null) return undefined;
    const layer = new TextLayer({
      textContentSource: page.streamTextContent({ includeMarkedContent: false }),
      container,
      viewport: page.getViewport({ scale: 1 }),
    });
    layer.render().catch(() => {
      // Cancelled with the page.
    });
    return () => {
      layer.cancel();
      container.replaceChildren();
    };
  }, [host, page]);
}
