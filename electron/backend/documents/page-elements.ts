import type { Paragraph } from './pdf-paragraphs.ts';

/** A cell's paragraphs and place. */
export interface PageCell {
  column: number;
  columnSpan: number;
  rowSpan: number;
  paragraphs: Paragraph[];
  /** Tables drawn inside the cell, each with the number of paragraphs that stand above it. */
  inner?: { after: number; table: PageTable }[];
}

/** A table, or the part of one that stands on a page. */
export interface PageTable {
  kind: 'table';
  /** Where columns begin and end, left to right, in points. */
  columns: number[];
  rows: PageCell[][];
}

interface PageText {
  kind: 'text';
  paragraphs: Paragraph[];
}

export type PageElement = PageTable | PageText;
