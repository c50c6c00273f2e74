import type { Anchor, DocumentModel, Span } from '../../shared/domain/document-model.ts';
import { blocksById } from './flowing-text.ts';

/** Where a quote stands: "Section F, page 4". */
export function anchorInWords(model: DocumentModel, anchor: Anchor): string {
  return anchor.kind === 'region' ? `Page ${anchor.page}` : spansInWords(model, anchor.spans);
}

/** Where words begin: "Section F, page 4"; without a page in Word, empty where neither is known. */
export function spansInWords(model: DocumentModel, spans: readonly Span[]): string {
  const first = spans[0]?.block ?? '';
  const section = model.sections.find(({ blocks, headings }) => blocks.includes(first) || headings.includes(first));
  const page = blocksById(model).get(first)?.page ?? null;
  const parts = [section === undefined ? '' : sectionInWords(section.id), page === null ? '' : `page ${page}`];
  return parts.filter((part) => part !== '').join(', ');
}

export function sectionInWords(section: string): string {
  return section === 'cover' ? 'Front page' : `Section ${section}`;
}
