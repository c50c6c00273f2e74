import type { Span } from '../../shared/domain/document-model.ts';

/**
 * Between the drawn text of a Word document and spans of blocks. A block's element carries `data-block`; whatever is
 * drawn but not part of its text (markers, deleted words, labels) carries `data-not-text`.
 */

/** The spans of blocks that a selection covers; empty for a selection elsewhere. */
export function spansOfRange(root: HTMLElement, range: Range): Span[] {
  const spans: Span[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    const id = element.dataset['block'];
    if (id === undefined || !range.intersectsNode(element)) continue;
    let at = 0;
    let start = -1;
    let end = -1;
    for (const node of textNodesOf(element)) {
      const length = node.data.length;
      if (range.intersectsNode(node)) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : length;
        if (start === -1) start = at + from;
        end = at + to;
      }
      at += length;
    }
    if (start !== -1 && start < end) spans.push({ block: id, start, end });
  }
  return spans;
}

/** The drawn place of a span, or null where its block is not drawn. */
export function rangeOfSpan(root: HTMLElement, span: Span): Range | null {
  const element = blockElement(root, span.block);
  if (element === null) return null;
  const range = element.ownerDocument.createRange();
  let at = 0;
  let hasStart = false;
  for (const node of textNodesOf(element)) {
    const until = at + node.data.length;
    if (!hasStart && span.start < until) {
      range.setStart(node, span.start - at);
      hasStart = true;
    }
    if (hasStart && span.end <= until) {
      range.setEnd(node, span.end - at);
      return range;
    }
    at = until;
  }
  return null;
}

/** The element that draws a block. */
export function blockElement(root: HTMLElement, blockId: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`);
}

function* textNodesOf(element: HTMLElement): Generator<Text> {
  const walker = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof HTMLElement && node.dataset['notText'] !== undefined
        ? NodeFilter.FILTER_REJECT
        : node instanceof Text
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_SKIP,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
  }
}
