import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useFindHits } from './use-marks.ts';
import { showPlace, type ViewerStore } from './viewer-store.ts';

/** Letters that are searched for from. */
const LEAST_TO_FIND = 2;

/** Searching a document for words: Enter and F3 go to the next place, with Shift to the one before. */
export function ViewerFind({ model, viewer, name }: { model: DocumentModel; viewer: ViewerStore; name: string }) {
  const find = useStore(viewer, (state) => state.find);
  const hits = useFindHits(model, viewer);
  const input = useRef<HTMLInputElement>(null);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!find.isOpen) return;
    input.current?.focus();
    input.current?.select();
  }, [find.isOpen]);
  // The first hit comes into sight as one types.
  const [first] = hits;
  useEffect(() => {
    if (first !== undefined) showPlace(viewer, { kind: 'spans', spans: first }, 'middle');
  }, [first, viewer]);
  const step = useCallback(
    (by: 1 | -1): void => {
      if (hits.length === 0) return;
      const { find: now } = viewer.getState();
      const current = (now.current + by + hits.length) % hits.length;
      viewer.setState({ find: { ...now, current } });
      showPlace(viewer, { kind: 'spans', spans: hits[current] ?? [] }, 'middle');
    },
    [hits, viewer],
  );
  useFindKeys(here, viewer, step);
  const close = (): void => {
    viewer.setState({ find: { ...find, isOpen: false } });
    viewOf(here.current)?.querySelector<HTMLElement>('.viewer__scroll')?.focus();
  };
  return (
    <div ref={here} className="viewer__group">
      {find.isOpen ? (
        <search className="viewer__group" aria-label={`Find in ${inSentence(name)}`}>
          <label>
            <span className="visually-hidden">Find words in {inSentence(name)}</span>
            <input
              ref={input}
              className="viewer__find"
              type="search"
              placeholder={`Find in ${inSentence(name)}`}
              value={find.words}
              onChange={(event) => {
                viewer.setState({ find: { isOpen: true, words: event.target.value, current: 0 } });
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
                else if (event.key === 'Escape') close();
                else return;
                event.preventDefault();
                event.stopPropagation();
              }}
            />
          </label>
          <span className="soft small" aria-live="polite">
            {countWords(find.words, hits.length, find.current)}
          </span>
          <IconButton
            label="Previous place (Shift+F3)"
            onClick={() => {
              step(-1);
            }}
          >
            ‹
          </IconButton>
          <IconButton
            label="Next place (F3)"
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
      ) : (
        <IconButton
          label={`Find words in ${inSentence(name)} (Ctrl+F)`}
          onClick={() => {
            openFind(viewer);
          }}
        >
          <Icon name="search" />
        </IconButton>
      )}
    </div>
  );
}

/** Opens the search field, and puts the focus there. */
export function openFind(viewer: ViewerStore): void {
  viewer.setState((state) => ({ find: { ...state.find, isOpen: true, current: 0 } }));
}

/** Ctrl+F and F3 from anywhere on the screen: of two documents side by side, the one with the focus is searched. */
function useFindKeys(here: React.RefObject<HTMLElement | null>, viewer: ViewerStore, step: (by: 1 | -1) => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f';
      const isNext = event.key === 'F3' && !event.ctrlKey && !event.altKey;
      if ((!isFind && !isNext) || event.defaultPrevented || !isMine(here.current)) return;
      event.preventDefault();
      if (isFind) focusOrOpen(here.current, viewer);
      else if (viewer.getState().find.isOpen) step(event.shiftKey ? -1 : 1);
      else openFind(viewer);
    }
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [here, viewer, step]);
}

function focusOrOpen(here: HTMLElement | null, viewer: ViewerStore): void {
  const field = here?.querySelector<HTMLInputElement>('.viewer__find');
  if (field === null || field === undefined) openFind(viewer);
  else {
    field.focus();
    field.select();
  }
}

function isMine(here: HTMLElement | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return false;
  const focused = document.activeElement?.closest('.viewer') ?? document.querySelector('.viewer');
  return focused !== null && focused === viewOf(here);
}

function viewOf(here: HTMLElement | null): Element | null {
  return here?.closest('.viewer') ?? null;
}

/** "The plan" as "the plan"; "EHCP 3" stays. */
function inSentence(name: string): string {
  return name.startsWith('The ') ? `the ${name.slice(4)}` : name;
}

function countWords(words: string, count: number, current: number): string {
  if (words.trim().length < LEAST_TO_FIND) return '';
  return count === 0 ? 'Not found' : `${current + 1} of ${count}`;
}
