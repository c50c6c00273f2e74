import type { Block, DocumentModel, ReadDocument } from '../../../../shared/domain/document-model.ts';

/** A line of a plan as a test writes it: '# Heading', '## Sub-heading', '- item', '1. item', or a paragraph. */
export function readLines(...lines: string[]): ReadDocument {
  return readBlocks(lines.map(lineToBlock));
}

/** A plan from blocks; ids are given in order. */
export function readBlocks(blocks: readonly Omit<Block, 'id'>[]): ReadDocument {
  return {
    format: 'docx',
    readerVersion: 1,
    pages: [],
    blocks: blocks.map((block, index) => ({ id: `b${index + 1}`, ...block })),
    warnings: [],
  };
}

export function lineToBlock(line: string): Omit<Block, 'id'> {
  const heading = /^(#{1,3}) (.*)$/.exec(line);
  if (heading?.[2] !== undefined) {
    const level = heading[1]?.length ?? 1;
    return {
      kind: 'heading',
      level,
      text: heading[2],
      page: null,
      fontSize: 16 - 2 * level,
      runs: boldRun(heading[2]),
    };
  }
  const item = /^(-|\d+\.|[A-K]\d+\.|\([a-c]\)) (.*)$/.exec(line);
  if (item?.[1] !== undefined && item[2] !== undefined) {
    return {
      kind: 'list_item',
      level: 1,
      marker: item[1] === '-' ? '•' : item[1],
      text: item[2],
      page: null,
      fontSize: 11,
      runs: plainRun(item[2]),
    };
  }
  return paragraph(line);
}

export function paragraph(text: string, more: Partial<Omit<Block, 'id'>> = {}): Omit<Block, 'id'> {
  return { kind: 'paragraph', text, page: null, fontSize: 11, runs: plainRun(text), ...more };
}

/** The cells of a table, each a text or the texts of its paragraphs; the first row is the head if `hasHead`. */
export function tableBlocks(
  table: string,
  rows: readonly (readonly (string | readonly string[])[])[],
  hasHead = false,
): Omit<Block, 'id'>[] {
  return rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) =>
      (typeof cell === 'string' ? [cell] : cell)
        .filter((text) => text !== '')
        .map((text) => ({
          ...paragraph(text),
          cell: { table, row: rowIndex, column, rowSpan: 1, columnSpan: 1, isHeader: hasHead && rowIndex === 0 },
        })),
    ),
  );
}

/** The texts of a section's blocks. */
export function textsOf(model: DocumentModel, id: string): string[] | null {
  const section = model.sections.find((each) => each.id === id);
  if (section === undefined) return null;
  const texts = new Map(model.blocks.map((block) => [block.id, block.text]));
  return section.blocks.map((block) => texts.get(block) ?? '');
}

function boldRun(text: string): Block['runs'] {
  return [{ start: 0, end: text.length, bold: true }];
}

function plainRun(text: string): Block['runs'] {
  return text === '' ? [] : [{ start: 0, end: text.length }];
}
