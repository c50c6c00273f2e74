import type { Block, DocumentModel } from '../../../../shared/domain/document-model.ts';

export const SHA = 'a'.repeat(64);

/** A block with the least that a block needs. */
export function block(id: string, text: string, more: Partial<Block> = {}): Block {
  return { id, kind: 'paragraph', text, page: null, runs: [], ...more };
}

export function model(blocks: Block[], more: Partial<DocumentModel> = {}): DocumentModel {
  return {
    format: 'docx',
    readerVersion: 1,
    pages: [],
    blocks,
    warnings: [],
    characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
    sections: [],
    outcomes: [],
    provisions: [],
    advice: [],
    keyDates: {},
    cover: { name: null, authority: null, reference: null, setting: null, ncYear: null, stage: null },
    ...more,
  };
}
