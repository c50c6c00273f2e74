/** Begins the ids of rows that were entered by hand. */
export const BY_HAND = 'by-hand/';

/** True for a row that was entered by hand, wherever its table has come to. */
export function isByHandRow(rowId: string): boolean {
  return rowId.startsWith(BY_HAND);
}
