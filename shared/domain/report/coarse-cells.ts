import { type Count, countIn, type CountRow, type CountTable, type Sum } from './count-table.ts';

/** Counts, columns and rows that take the place of finer ones. */

/** The counts of a column, added up to one of this key. */
export function addUp(
  table: CountTable,
  rows: readonly CountRow[],
  column: string,
  key: string,
): { count: Count; sum: Sum } {
  return added(
    rows.map((row) => at(table, row, column)),
    key,
  );
}

export function added(counts: readonly Count[], key: string): { count: Count; sum: Sum } {
  return {
    count: { key, n: counts.reduce((sum, { n }) => sum + (n ?? 0), 0) },
    sum: { total: key, parts: counts.map((count) => count.key) },
  };
}

/** What is left of a total. */
export function less(total: Count, n: Count, key: string): Count {
  return { key, n: (total.n ?? 0) - (n.n ?? 0) };
}

/** Throws where the table has no such column. */
export function at(table: CountTable, row: CountRow, column: string): Count {
  const found = countIn(table, row, column);
  if (found === undefined) throw new Error(`The table ${table.id} has no column ${column}.`);
  return found;
}

export function labelOf({ columns }: CountTable, column: string): string {
  return columns.find(({ id }) => id === column)?.label ?? '';
}

/** The key of another column of the same row. */
export function beside(key: string, column: string): string {
  return `${key.slice(0, key.lastIndexOf('/'))}/${column}`;
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
