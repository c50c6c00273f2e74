/** Ids of the parts of the screen that the focus goes to: the two documents, and the difference in hand above them. */
export const PANES = { earlier: 'earlier-pane', later: 'later-pane' } as const;
export const STRIP = 'difference-strip';
