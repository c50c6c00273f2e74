import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { COVER } from './section-ids.ts';

/** The words of each section (the cover not among them), block by block, without list markers. */
export function sectionTexts(model: DocumentModel): Record<string, string> {
  const texts = new Map(model.blocks.map((block) => [block.id, block.text]));
  return Object.fromEntries(
    model.sections
      .filter((section) => section.id !== COVER)
      .map((section) => [
        section.id,
        section.blocks
          .map((id) => texts.get(id) ?? '')
          .filter((text) => text !== '')
          .join('\n'),
      ]),
  );
}
