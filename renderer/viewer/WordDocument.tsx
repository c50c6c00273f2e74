import { type CSSProperties, memo, type RefObject, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { blockElement, rangeOfSpan, spansOfRange } from './dom-spans.ts';
import type { BlockLabel, Mark } from './marks.ts';
import type { PagePointers } from './page-pointers.ts';
import { bringIntoSight } from './scrolling.ts';
import { useWordTopBlock } from './top-block.ts';
import type { ViewerStore } from './viewer-store.ts';
import { useWordHighlights } from './word-highlights.ts';
import { WordFlow } from './WordFlow.tsx';
import { layOut, outlineOf } from './word-layout.ts';

export interface WordDocumentProps {
  model: DocumentModel;
  viewer: ViewerStore;
  marks: readonly Mark[];
  labels: ReadonlyMap<string, BlockLabel> | null;
  scroller: RefObject<HTMLElement | null>;
  pointers: PagePointers;
}

/** A Word document drawn from its model: headings, lists, tables and emphasis as they were written, not page by page. */
export const WordDocument = memo(function WordDocument(props: WordDocumentProps) {
  const { model, viewer, marks, labels, scroller, pointers } = props;
  const items = useMemo(() => layOut(model.blocks), [model]);
  const outline = useMemo(() => outlineOf(model.blocks), [model]);
  const zoom = useStore(viewer, (state) => (state.zoom === 'fit' ? 1 : state.zoom));
  useEffect(() => {
    viewer.setState({ drawnZoom: zoom });
  }, [viewer, zoom]);
  useWordHighlights(scroller, marks);
  useWordPointers(scroller, pointers);
  useShownPlace(viewer, scroller);
  useWordTopBlock(viewer, scroller);
  const style: CSSProperties & Record<'--word-zoom', number> = { '--word-zoom': zoom };
  return (
    <div className={labels === null ? 'word' : 'word word--labelled'} style={style}>
      <WordFlow items={items} labels={labels} outline={outline} />
    </div>
  );
});

function useWordPointers(scroller: RefObject<HTMLElement | null>, pointers: PagePointers): void {
  useEffect(() => {
    const root = scroller.current;
    if (root === null) return undefined;
    let isOurs = false;
    const onDown = (event: PointerEvent): void => {
      isOurs = event.button === 0;
    };
    const onUp = (event: PointerEvent): void => {
      if (!isOurs) return;
      isOurs = false;
      const selection = window.getSelection();
      if (selection !== null && !selection.isCollapsed && selection.rangeCount > 0) {
        const spans = spansOfRange(root, selection.getRangeAt(0));
        if (spans.length > 0 && !event.shiftKey) {
          pointers.onSelect(spans);
          return;
        }
      }
      const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]') : null;
      const id = block?.dataset['block'];
      if (id !== undefined && root.contains(block)) pointers.onBlock(id, event.shiftKey);
    };
    root.addEventListener('pointerdown', onDown);
    window.addEventListener('pointerup', onUp);
    return () => {
      root.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointerup', onUp);
    };
  }, [scroller, pointers]);
}

function useShownPlace(viewer: ViewerStore, scroller: RefObject<HTMLElement | null>): void {
  const shown = useStore(viewer, (state) => state.shown);
  useEffect(() => {
    const root = scroller.current;
    if (root === null || shown?.place.kind !== 'spans') return;
    const [first] = shown.place.spans;
    const element = first === undefined ? null : blockElement(root, first.block);
    if (first === undefined || element === null) return;
    // Parts far away are not laid out until they are asked for.
    const isFar = element.getBoundingClientRect().height === 0;
    if (isFar) element.scrollIntoView({ block: 'center' });
    const frame = root.getBoundingClientRect();
    const place = (rangeOfSpan(root, first) ?? element).getBoundingClientRect();
    const top = root.scrollTop + place.top - frame.top;
    bringIntoSight(root, top, top + place.height, shown.align);
  }, [shown, scroller]);
}
