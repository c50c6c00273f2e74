import { z } from 'zod';
import { type CountTable, countIn, countSchema } from './count-table.ts';

/**
 * What a table of words holds as data: dates, promised values, words, and the counts of readings. Paper prints the
 * words; the workbook and the CSV hold these cells, each of its own type.
 */

const cellSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** ISO date. */
  z.strictObject({ kind: z.literal('date'), on: z.string() }),
  /** What was promised or entered, and not counted here. */
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  /** Per cent, at full precision. */
  z.strictObject({ kind: z.literal('percent'), percent: z.number() }),
  /** The same count as under its key in a table of counts: hidden here where it is hidden there. */
  z.strictObject({ kind: z.literal('count'), count: countSchema }),
]);
export type DataCell = z.infer<typeof cellSchema>;

export const dataTableSchema = z.strictObject({
  columns: z.array(z.strictObject({ id: z.string().min(1), label: z.string() })).min(1),
  rows: z.array(
    z.strictObject({
      /** Its own in the table. */
      id: z.string().min(1),
      /** As many as columns; null where there is nothing to hold. */
      cells: z.array(cellSchema.nullable()),
    }),
  ),
});
export type DataTable = z.infer<typeof dataTableSchema>;

/** Words; nothing where there are none. */
export function textCell(text: string): DataCell | null {
  return text === '' ? null : { kind: 'text', text };
}

export function dateCell(on: string | null): DataCell | null {
  return on === null ? null : { kind: 'date', on };
}

/** A milestone or a target, by the unit of its measure. */
export function valueCell(unit: 'percent' | 'count', value: number | null): DataCell | null {
  if (value === null) return null;
  return unit === 'percent' ? { kind: 'percent', percent: value } : { kind: 'number', number: value };
}

/** A count as a shown table has it; nothing where it has no such row or column. */
export function countCell(table: CountTable | null, rowId: string | null, column: string): DataCell | null {
  const row = table?.rows.find(({ id }) => id === rowId);
  const count = table === null || row === undefined ? undefined : countIn(table, row, column);
  return count === undefined ? null : { kind: 'count', count };
}
