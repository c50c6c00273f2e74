import { useEffect } from 'react';
import { type CompareKey, compareKeyOf, type ComparePress } from './compare-keys.ts';

/**
 * Listens for the compare screen's keys, before the documents do: there J and K would move a cursor. `onKey` says
 * whether it did something with one.
 */
export function useCompareKeys(view: ComparePress['view'], onKey: (key: CompareKey) => boolean): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const key = compareKeyOf({
        key: event.key,
        isCommand: event.ctrlKey || event.altKey || event.metaKey,
        isShifted: event.shiftKey,
        target: targetKind(event.target),
        view,
      });
      if (key === null || !onKey(key)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
    };
  }, [view, onKey]);
}

/** What letters, arrows and Enter do where the focus is. */
function targetKind(target: EventTarget | null): ComparePress['target'] {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return 'text';
  if (target.closest('.viewer') !== null) return 'document';
  return target.closest('button, a, summary') === null ? 'other' : 'control';
}
