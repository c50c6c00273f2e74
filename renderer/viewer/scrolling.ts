import type { Alignment } from './viewer-store.ts';

/** Room kept above and below a place that is scrolled to, in CSS pixels. */
export const SCROLL_ROOM = 24;

/** Brings [top, bottom] of the scrolled content into the pane. */
export function bringIntoSight(root: HTMLElement, top: number, bottom: number, align: Alignment): void {
  if (align === 'start') root.scrollTop = top - SCROLL_ROOM;
  else if (align === 'middle') root.scrollTop = top - Math.max(SCROLL_ROOM, (root.clientHeight - (bottom - top)) / 2);
  else if (top < root.scrollTop + SCROLL_ROOM) root.scrollTop = top - SCROLL_ROOM;
  else if (bottom > root.scrollTop + root.clientHeight - SCROLL_ROOM) {
    root.scrollTop = Math.min(top - SCROLL_ROOM, bottom + SCROLL_ROOM - root.clientHeight);
  }
}
