import { lazy, memo, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../shared/contract/documents.ts';
import type { DocumentSummary } from '../../shared/contract/plans.ts';
import type { Anchor, DocumentModel, Span } from '../../shared/domain/document-model.ts';
import { Loading } from '../ui/Progress.tsx';
import { cursorOn, cursorStops, headBlock, spansOfCursor, stretchTo } from './block-cursor.ts';
import { blocksById } from './flowing-text.ts';
import { wholeWords } from './geometry.ts';
import { HeadingOutline } from './HeadingOutline.tsx';
import type { BlockLabel, Mark } from './marks.ts';
import { MaskedNote } from './MaskedNote.tsx';
import type { PagePointers } from './page-pointers.ts';
import { QuoteBar } from './QuoteBar.tsx';
import { anchorOfSelection } from './quoting.ts';
import { ReaderRemarks } from './ReaderRemarks.tsx';
import { useCursorKeys } from './use-cursor-keys.ts';
import { useAllMarks } from './use-marks.ts';
import type { ViewerStore } from './viewer-store.ts';
import { ViewerToolbar } from './ViewerToolbar.tsx';
import { WordDocument } from './WordDocument.tsx';
import './viewer.css';

const PdfThumbnails = lazy(async () => ({ default: (await import('./PdfThumbnails.tsx')).PdfThumbnails }));
const PdfDocument = lazy(async () => ({ default: (await import('./PdfDocument.tsx')).PdfDocument }));

/** How long a place that was jumped to stays lit. */
const LIT_MS = 2500;

export interface DocumentViewProps {
  document: DocumentSummary;
  model: DocumentModel;
  /** Where the document's own bytes are served. */
  fileUrl: string;
  viewer: ViewerStore;
  /** What is marked in it; give the same array while nothing changes, or the pages are drawn over again. */
  marks: readonly Mark[];
  /** Sections' letters beside their blocks, or null for none. */
  labels: ReadonlyMap<string, BlockLabel> | null;
  /** Takes a quote; where left out, nothing can be quoted. */
  onQuote?: ((anchor: Anchor) => void) | undefined;
  /** What a quote is taken for: "S01.C1". */
  quoteFor?: string | undefined;
  /** True where blocks are chosen, not words: a click selects its block. */
  isChoosingBlocks?: boolean;
  /** Id of the pane that holds the text, to move the focus there; each of several views needs its own. */
  paneId?: string;
  /** What this is, where several views stand side by side: "The draft". */
  name?: string;
  /** Where names are masked: who checked it. */
  masked?: OpenDocument['masked'];
  /** Stands between the toolbar and the document. */
  children?: ReactNode;
}

/**
 * A plan as it was written: the real pages of a PDF, or a Word document drawn from its model. Words are selected with
 * the mouse, or by block and sentence from the keyboard, and lead to spans of blocks either way.
 */
export const DocumentView = memo(function DocumentView(props: DocumentViewProps) {
  const { document, model, fileUrl, viewer, labels, onQuote, isChoosingBlocks = false } = props;
  const { paneId = DOCUMENT_PANE, name = 'The plan' } = props;
  const scroller = useRef<HTMLElement>(null);
  const marks = useAllMarks(model, viewer, props.marks);
  const stops = useMemo(() => cursorStops(model.blocks), [model]);
  const quote = useCallback(() => {
    const anchor = anchorOfSelection(viewer, model, document.sha256);
    if (anchor !== null) onQuote?.(anchor);
  }, [viewer, model, document.sha256, onQuote]);
  const onKeyDown = useCursorKeys(stops, viewer, onQuote === undefined ? undefined : quote);
  const pointers = useMemo<PagePointers>(
    () => ({
      mayDraw: onQuote !== undefined,
      onSelect: (spans) => {
        const blocks = blocksById(model);
        const selection = spans.map((span) => wholeWords(blocks.get(span.block)?.text ?? '', span));
        viewer.setState({ cursor: null, selection, drawn: null });
      },
      onBlock: (blockId, isStretching) => {
        const { cursor } = viewer.getState();
        const next = isStretching ? stretchTo(stops, cursor, blockId) : cursorOn(stops, blockId);
        const isSelecting = isStretching || isChoosingBlocks;
        viewer.setState({ cursor: next, selection: isSelecting ? spansOfCursor(stops, next) : NOTHING, drawn: null });
        if (isStretching) window.getSelection()?.removeAllRanges();
      },
    }),
    [model, viewer, stops, onQuote, isChoosingBlocks],
  );
  useLitForAMoment(viewer);
  useCursorMark(scroller, viewer, stops);
  const shared = { model, viewer, marks, labels, scroller, pointers };
  return (
    <section className="viewer" aria-label={name}>
      <h2 className="visually-hidden">{name}</h2>
      <ViewerToolbar model={model} viewer={viewer} name={name} />
      <MaskedNote masked={props.masked ?? null} />
      {props.children}
      <ReaderRemarks model={model} />
      <div className="viewer__body">
        <Side document={document} model={model} fileUrl={fileUrl} viewer={viewer} />
        {/* The keys are a second way to what the mouse does here: choosing words. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <section
          ref={scroller}
          className="viewer__scroll"
          id={paneId}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and has a cursor of its own
          tabIndex={0}
          aria-label={`Text of ${document.fileName}`}
          aria-describedby={`${paneId}-keys`}
          onKeyDown={onKeyDown}
        >
          {document.format === 'docx' ? (
            <WordDocument {...shared} />
          ) : (
            <Suspense fallback={<Loading label="Opening the pages" />}>
              <PdfDocument {...shared} fileUrl={fileUrl} />
            </Suspense>
          )}
        </section>
      </div>
      <p id={`${paneId}-keys`} className="visually-hidden">
        Arrow down and up go from passage to passage, right and left from sentence to sentence; with Shift they select.
        {onQuote === undefined ? '' : ' Enter or E takes the passage as evidence.'}
      </p>
      <CursorAnnouncer viewer={viewer} stops={stops} />
      {onQuote === undefined ? null : (
        <QuoteBar model={model} viewer={viewer} sha256={document.sha256} quoteFor={props.quoteFor} onQuote={onQuote} />
      )}
    </section>
  );
});

/** Id of the pane that holds the document, where a screen shows only one. */
export const DOCUMENT_PANE = 'document-pane';

const NOTHING: readonly Span[] = [];

/** The pages in small or the headings, once they are asked for. */
function Side({
  document,
  model,
  fileUrl,
  viewer,
}: Pick<DocumentViewProps, 'document' | 'model' | 'fileUrl' | 'viewer'>) {
  const isOpen = useStore(viewer, (state) => state.isSideOpen);
  if (!isOpen) return null;
  const isPdf = document.format === 'pdf';
  return (
    <nav
      className={isPdf ? 'viewer__side viewer__side--pages' : 'viewer__side'}
      aria-label={`${isPdf ? 'Pages' : 'Headings'} of ${document.fileName}`}
    >
      {isPdf ? (
        <Suspense fallback={<Loading label="Opening the pages" />}>
          <PdfThumbnails model={model} fileUrl={fileUrl} viewer={viewer} />
        </Suspense>
      ) : (
        <HeadingOutline model={model} viewer={viewer} />
      )}
    </nav>
  );
}

function useLitForAMoment(viewer: ViewerStore): void {
  const lit = useStore(viewer, (state) => state.lit);
  useEffect(() => {
    if (lit === null) return undefined;
    const timer = setTimeout(() => {
      viewer.setState({ lit: null });
    }, LIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [lit, viewer]);
}

/** Marks the block that the cursor is on, in a Word document, without drawing it again. */
function useCursorMark(
  scroller: React.RefObject<HTMLElement | null>,
  viewer: ViewerStore,
  stops: Parameters<typeof headBlock>[0],
): void {
  const id = useStore(viewer, (state) => headBlock(stops, state.cursor)?.id ?? null);
  useEffect(() => {
    const root = scroller.current;
    const element = id === null ? null : root?.querySelector(`[data-block="${CSS.escape(id)}"]`);
    element?.classList.add('at-cursor');
    return () => {
      element?.classList.remove('at-cursor');
    };
  }, [id, scroller]);
}

/** Reads out what the keyboard's cursor covers. */
function CursorAnnouncer({ viewer, stops }: { viewer: ViewerStore; stops: Parameters<typeof headBlock>[0] }) {
  const cursor = useStore(viewer, (state) => state.cursor);
  const words = useMemo(() => {
    const texts = new Map(stops.map((block) => [block.id, block.text]));
    return spansOfCursor(stops, cursor)
      .map((span) => texts.get(span.block)?.slice(span.start, span.end) ?? '')
      .join(' ');
  }, [cursor, stops]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
