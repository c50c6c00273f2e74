import { type RefObject, useEffect } from 'react';
import { rangeOfSpan } from './dom-spans.ts';
import { labelPassages } from './mark-labels.ts';
import type { Mark, MarkKind } from './marks.ts';
import './hint-marks.css';

/** Which mark lies over which where they meet. */
const PRIORITY: Record<MarkKind, number> = {
  other: 0,
  difference: 0,
  hint: 0,
  evidence: 1,
  moved: 1,
  added: 2,
  removed: 2,
  find: 3,
  find_current: 4,
  selection: 5,
  lit: 6,
};

/**
 * Shows marks over drawn words with the CSS Custom Highlight API: nothing is added to the document's own elements, so
 * a long plan is not drawn again for a new quote. Several views share the highlights, which belong to the page.
 */
export function useWordHighlights(root: RefObject<HTMLElement | null>, marks: readonly Mark[]): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const added: [Highlight, Range][] = [];
    for (const mark of marks) {
      if (mark.place.kind !== 'spans') continue;
      const highlight = highlightOf(mark.kind);
      for (const span of mark.place.spans) {
        const range = rangeOfSpan(element, span);
        if (range === null) continue;
        highlight.add(range);
        added.push([highlight, range]);
      }
    }
    const unlabel = labelPassages(element, marks);
    return () => {
      unlabel();
      for (const [highlight, range] of added) highlight.delete(range);
    };
  }, [root, marks]);
}

function highlightOf(kind: MarkKind): Highlight {
  const name = `mark-${kind.replace('_', '-')}`;
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const highlight = new Highlight();
  highlight.priority = PRIORITY[kind];
  CSS.highlights.set(name, highlight);
  return highlight;
}
