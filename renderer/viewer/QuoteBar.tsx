import { type FormEvent, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Anchor, Box, DocumentModel } from '../../shared/domain/document-model.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/Field.tsx';
import { spansToAnchor } from './anchors.ts';
import { clearSelection, type ViewerStore } from './viewer-store.ts';

export interface QuoteBarProps {
  model: DocumentModel;
  viewer: ViewerStore;
  sha256: string;
  quoteFor: string | undefined;
  onQuote: (anchor: Anchor) => void;
}

/** What is selected, and the button that takes it as evidence; on a page without text, a place to type its words. */
export function QuoteBar({ model, viewer, sha256, quoteFor, onQuote }: QuoteBarProps) {
  const selection = useStore(viewer, (state) => state.selection);
  const page = useStore(viewer, (state) => state.drawn?.page ?? state.page);
  const anchor = useMemo(() => spansToAnchor(model, sha256, selection), [model, sha256, selection]);
  if (anchor !== null) {
    return (
      <div className="quote-bar">
        <q className="quote-bar__words">{anchor.quote}</q>
        <Button
          look="primary"
          size="small"
          title="Take these words as evidence (E)"
          aria-keyshortcuts="E"
          onClick={({ currentTarget }) => {
            // The button goes with the selection, and must not take the focus along.
            currentTarget
              .closest('.viewer')
              ?.querySelector<HTMLElement>('.viewer__scroll')
              ?.focus({ preventScroll: true });
            onQuote(anchor);
          }}
        >
          Add as evidence{quoteFor === undefined ? '' : ` for ${quoteFor}`}
        </Button>
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            clearSelection(viewer);
            window.getSelection()?.removeAllRanges();
          }}
        >
          Clear
        </Button>
      </div>
    );
  }
  const sheet = model.pages.find(({ number }) => number === page);
  if (sheet === undefined || sheet.hasText) return null;
  const whole: Box = [0, 0, sheet.width, sheet.height];
  return <TypedExcerpt key={page} page={page} whole={whole} {...{ viewer, sha256, quoteFor, onQuote }} />;
}

/** On a scan the words are typed by the person who reads them. */
function TypedExcerpt({
  page,
  whole,
  viewer,
  sha256,
  quoteFor,
  onQuote,
}: Omit<QuoteBarProps, 'model'> & { page: number; whole: Box }) {
  const drawn = useStore(viewer, (state) => state.drawn);
  const [words, setWords] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    const quote = words.trim();
    if (quote === '') return;
    onQuote({ kind: 'region', sha256, page, box: drawn?.page === page ? drawn.box : whole, quote });
    setWords('');
    viewer.setState({ drawn: null });
  }
  return (
    <form className="quote-bar quote-bar--typed" onSubmit={submit}>
      <TextArea
        label={`Words on page ${page}`}
        hint={
          drawn === null
            ? 'This page is a picture. Type the words that you want to quote; draw a rectangle around them to show where they are.'
            : 'The rectangle shows where they are.'
        }
        rows={2}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <Button type="submit" look="primary" size="small" disabled={words.trim() === ''}>
        Add as evidence{quoteFor === undefined ? '' : ` for ${quoteFor}`}
      </Button>
    </form>
  );
}
