import type { CountTable, Subset, Sum } from './count-table.ts';

/** What small things of a table are taken together by. */
export interface Coarsening {
  threshold: number;
  /** By the beginning of its keys: half-term, series and version of the standards. */
  isInDetail: (population: string) => boolean;
  /** The count that these add up to, where the report has one. */
  totalOf: (parts: readonly string[]) => string | undefined;
}

export interface CoarseTable {
  table: CountTable;
  sums?: readonly Sum[];
  subsets?: readonly Subset[];
  /** Nothing in it but 0 is smaller, or it would not be there. */
  fewest?: number;
}
