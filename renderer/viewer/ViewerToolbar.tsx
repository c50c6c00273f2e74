import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useFindHits } from './use-marks.ts';
import { nextZoom, showPlace, type ViewerStore } from './viewer-store.ts';

/** Pages, zoom and search of a document. */
export function ViewerToolbar({ model, viewer }: { model: DocumentModel; viewer: ViewerStore }) {
  return (
    <div className="viewer__tools">
      {model.pages.length === 0 ? null : <PageSteps viewer={viewer} pages={model.pages.length} />}
      <ZoomSteps viewer={viewer} fitLabel={model.format === 'pdf' ? 'Fit width' : 'Normal size'} />
      <Find model={model} viewer={viewer} />
    </div>
  );
}

function PageSteps({ viewer, pages }: { viewer: ViewerStore; pages: number }) {
  const page = useStore(viewer, (state) => state.page);
  const goTo = (number: number): void => {
    const target = Math.min(pages, Math.max(1, number));
    viewer.setState({ page: target });
    showPlace(viewer, { kind: 'page', page: target }, 'start');
  };
  return (
    <div className="viewer__group">
      <IconButton
        label="Previous page"
        disabled={page <= 1}
        onClick={() => {
          goTo(page - 1);
        }}
      >
        ‹
      </IconButton>
      <label>
        <span className="visually-hidden">Page</span>
        <input
          // A new page by scrolling shows at once; while typing the number stays as typed.
          key={page}
          className="viewer__page"
          inputMode="numeric"
          defaultValue={page}
          onBlur={(event) => {
            const wanted = Number.parseInt(event.target.value, 10);
            if (Number.isInteger(wanted) && wanted !== page) goTo(wanted);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            const wanted = Number.parseInt(event.currentTarget.value, 10);
            if (Number.isInteger(wanted)) goTo(wanted);
          }}
        />
      </label>
      <span className="soft">of {pages}</span>
      <IconButton
        label="Next page"
        disabled={page >= pages}
        onClick={() => {
          goTo(page + 1);
        }}
      >
        ›
      </IconButton>
    </div>
  );
}

function ZoomSteps({ viewer, fitLabel }: { viewer: ViewerStore; fitLabel: string }) {
  const zoom = useStore(viewer, (state) => state.zoom);
  const drawn = useStore(viewer, (state) => state.drawnZoom);
  return (
    <div className="viewer__group">
      <IconButton
        label="Smaller"
        onClick={() => {
          viewer.setState({ zoom: nextZoom(drawn, -1) });
        }}
      >
        −
      </IconButton>
      <span className="viewer__zoom">{Math.round(drawn * 100)}%</span>
      <IconButton
        label="Larger"
        onClick={() => {
          viewer.setState({ zoom: nextZoom(drawn, 1) });
        }}
      >
        +
      </IconButton>
      <Button
        look="quiet"
        size="small"
        aria-pressed={zoom === 'fit'}
        onClick={() => {
          viewer.setState({ zoom: 'fit' });
        }}
      >
        {fitLabel}
      </Button>
    </div>
  );
}

function Find({ model, viewer }: { model: DocumentModel; viewer: ViewerStore }) {
  const find = useStore(viewer, (state) => state.find);
  const hits = useFindHits(model, viewer);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (find.isOpen) input.current?.select();
  }, [find.isOpen]);
  // The first hit comes into sight as one types.
  const [first] = hits;
  useEffect(() => {
    if (first !== undefined) showPlace(viewer, { kind: 'spans', spans: first }, 'middle');
  }, [first, viewer]);
  if (!find.isOpen) {
    return (
      <IconButton
        label="Find words in the plan (Ctrl+F)"
        onClick={() => {
          openFind(viewer);
        }}
      >
        <Icon name="search" />
      </IconButton>
    );
  }
  const step = (by: number): void => {
    if (hits.length === 0) return;
    const current = (find.current + by + hits.length) % hits.length;
    viewer.setState({ find: { ...find, current } });
    showPlace(viewer, { kind: 'spans', spans: hits[current] ?? [] }, 'middle');
  };
  const close = (): void => {
    viewer.setState({ find: { ...find, isOpen: false } });
  };
  return (
    <search className="viewer__group">
      <label>
        <span className="visually-hidden">Find words in the plan</span>
        <input
          ref={input}
          className="viewer__find"
          type="search"
          placeholder="Find in the plan"
          value={find.words}
          onChange={(event) => {
            viewer.setState({ find: { isOpen: true, words: event.target.value, current: 0 } });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape') close();
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <span className="soft small" aria-live="polite">
        {countWords(find.words, hits.length, find.current)}
      </span>
      <IconButton
        label="Previous place"
        onClick={() => {
          step(-1);
        }}
      >
        ‹
      </IconButton>
      <IconButton
        label="Next place"
        onClick={() => {
          step(1);
        }}
      >
        ›
      </IconButton>
      <IconButton label="Close the search" onClick={close}>
        <Icon name="close" />
      </IconButton>
    </search>
  );
}

/** Opens the search field, and puts the focus there. */
export function openFind(viewer: ViewerStore): void {
  viewer.setState((state) => ({ find: { ...state.find, isOpen: true, current: 0 } }));
}

function countWords(words: string, count: number, current: number): string {
  if (words.trim().length < 2) return '';
  return count === 0 ? 'Not found' : `${current + 1} of ${count}`;
}
