/** The heading over what is handed out. */
export const HANDED_HEADING = 'handed-heading';

/** The button that was pressed is about to go with its row: on to the heading over what is handed out. */
export function focusHanded(): void {
  // After a dialog has given the focus back to where it came from.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${HANDED_HEADING}`)?.focus());
}
