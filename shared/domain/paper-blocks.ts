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

/** A table of so few rows is not broken over two pages. */
export const MOST_KEPT_TOGETHER = 16;

export interface ReportColumn {
  heading: string;
  /** Part of the table's width; the parts add up to 1. */
  width: number;
  isNumber: boolean;
}
