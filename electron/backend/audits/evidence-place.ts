import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';

/** Whether a quote's words stand where its anchor says, in this document; spaces and line ends count as one space. */
export function anchorHolds(model: DocumentModel, sha256: string, anchor: Anchor): boolean {
  if (anchor.sha256 !== sha256) return false;
  if (anchor.kind === 'region') return model.pages.some((page) => page.number === anchor.page);
  const blocks = new Map(model.blocks.map((block) => [block.id, block.text]));
  const words: string[] = [];
  for (const span of anchor.spans) {
    const text = blocks.get(span.block);
    if (text === undefined || span.start >= span.end || span.end > text.length) return false;
    words.push(text.slice(span.start, span.end));
  }
  return plain(words.join(' ')) === plain(anchor.quote);
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
