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
  /** It opens the next of a page's columns of running text: the one before may have broken off in a sentence. */
  opensColumn?: boolean;
}

export type PageElement = PageTable | PageText;
