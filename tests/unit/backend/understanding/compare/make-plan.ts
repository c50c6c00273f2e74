import { understand } from '../../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel } from '../../../../../shared/domain/document-model.ts';

/** A paragraph; a heading of the section (level 2) or below it (3); an item with its marker; a row of cells; or a block's own parts. */
export type Line =
  | string
  | { heading: string; level: 2 | 3 }
  | { item: string; marker: string }
  | { row: readonly string[]; isHeader?: boolean }
  | { text: string; revisions: NonNullable<Block['revisions']> };

export function section(title: string): Line {
  return { heading: title, level: 2 };
}

/** A plan understood from its lines, as a Word document would be; rows that follow one another are one table. */
export function makePlan(...lines: Line[]): DocumentModel {
  const blocks: Block[] = [];
  let table = 0;
  let row = 0;
  const add = (block: Omit<Block, 'id' | 'page' | 'runs'>): void => {
    blocks.push({ id: `b${blocks.length + 1}`, page: null, runs: [], ...block });
  };
  for (const [index, line] of lines.entries()) {
    if (typeof line === 'string') add({ kind: 'paragraph', text: line });
    else if ('heading' in line) add({ kind: 'heading', level: line.level, text: line.heading });
    else if ('item' in line) add({ kind: 'list_item', level: 1, text: line.item, marker: line.marker });
    else if ('revisions' in line) add({ kind: 'paragraph', ...line });
    else {
      const before = lines[index - 1];
      const isNew = typeof before !== 'object' || !('row' in before);
      table += isNew ? 1 : 0;
      row = isNew ? 0 : row + 1;
      for (const [column, text] of line.row.entries()) {
        const cell = { table: `t${table}`, row, column, rowSpan: 1, columnSpan: 1, isHeader: line.isHeader ?? false };
        if (text !== '') add({ kind: 'paragraph', text, cell });
      }
    }
  }
  return understand({ format: 'docx', readerVersion: 1, pages: [], blocks, warnings: [] });
}
