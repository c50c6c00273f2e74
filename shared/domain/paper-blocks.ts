import type { SvgNode } from '../charts/svg-tree.ts';
/**
 * The report in reading order, for any form: the Word paper, the HTML page and the preview on screen all walk this list,
 * so that no form can say something that another does not.
 */
export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2; id: string; text: string; startsPage: boolean }
  | { kind: 'paragraph'; text: string }
  | { kind: 'bullets'; items: string[] }
  | ReportTable
  | { kind: 'figure'; id: string; caption: string; chart: SvgNode; note?: string };

export interface ReportTable {
  kind: 'table';
  id: string;
  caption: string;
  columns: ReportColumn[];
  /** As many cells as columns; the first cell heads its row. */
  rows: string[][];
  /** So many rows at the end are totals. */
  totals: number;
  /** Stands under it: what a sign in it means. */
  note?: string;
}

/** A table of so few lines is not broken over two pages; a longer one that was kept whole would leave half a page bare. */
const MOST_LINES_KEPT_TOGETHER = 16;
/** Letters that a table has room for in a line, over its whole width. */
const LETTERS_IN_LINE = 105;

/** Whether a table stays on one page. */
export function isKeptTogether({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): boolean {
  const lines = rows.map((cells) =>
    Math.max(
      1,
      ...cells.map((cell, at) => Math.ceil(cell.length / Math.max(1, LETTERS_IN_LINE * (columns[at]?.width ?? 1)))),
    ),
  );
  return lines.reduce((sum, own) => sum + own, 0) <= MOST_LINES_KEPT_TOGETHER;
}

export interface ReportColumn {
  heading: string;
  /** Part of the table's width; the parts add up to 1. */
  width: number;
  isNumber: boolean;
}
