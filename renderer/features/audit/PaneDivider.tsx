import type { KeyboardEvent, PointerEvent } from 'react';
import { useStore } from 'zustand';
import { type ScreenStore, setSplit, SPLIT } from './screen-store.ts';

/** The line between the two panes: dragged, or moved with the arrow keys. */
export function PaneDivider({ screen }: { screen: ScreenStore }) {
  const split = useStore(screen, (state) => state.split);
  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowLeft: split - SPLIT.step, ArrowRight: split + SPLIT.step, Home: SPLIT.least, End: SPLIT.most }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setSplit(screen, to);
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const panes = event.currentTarget.parentElement?.getBoundingClientRect();
    if (panes !== undefined) setSplit(screen, (100 * (event.clientX - panes.left)) / panes.width);
  }
  return (
    // A divider that moves is a control by the ARIA pattern "window splitter".
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      className="pane-divider"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the document"
      aria-valuemin={SPLIT.least}
      aria-valuemax={SPLIT.most}
      aria-valuenow={Math.round(split)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}
