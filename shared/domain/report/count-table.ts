import { z } from 'zod';

/**
 * Every figure of a report stands in a table of counts. Sentences, charts, the workbook and the CSV are made from these
 * tables alone, so that no form can say what another does not, and what is hidden in a table is hidden everywhere.
 */

/** One count. Where two tables hold the same quantity, it has the same key in both. */
export const countSchema = z.strictObject({
  /** Names the quantity, not its place: 'final-new/overall/good'. */
  key: z.string().min(1),
  /** Null where the edition hides it. */
  n: z.int().min(0).nullable(),
});
export type Count = z.infer<typeof countSchema>;

const headSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string(),
  /** A total is the sum of others in its line, or stands for them all. */
  isTotal: z.boolean(),
});
export type TableHead = z.infer<typeof headSchema>;

export const countTableSchema = z.strictObject({
  /** Unique in the report; letters, digits and hyphens. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  caption: z.string(),
  /** What is counted, in the plural: 'plans'. */
  noun: z.string(),
  /** Heads the column of row labels. */
  rowHead: z.string(),
  columns: z.array(headSchema).min(1),
  rows: z.array(
    headSchema.extend({
      /** As many as columns. */
      counts: z.array(countSchema),
    }),
  ),
  /** Which two columns make the share that stands at the end of each row; null where none does. */
  share: z
    .strictObject({
      label: z.string(),
      n: z.string(),
      of: z.string(),
      /** True where what is counted, though it be many, comes from fewer than ten plans: no percentages then. */
      isOfFewPlans: z.boolean().optional(),
    })
    .nullable(),
});
export type CountTable = z.infer<typeof countTableSchema>;
export type CountRow = CountTable['rows'][number];

/** A total and the counts that add up to it: what a reader could work a hidden count out from. */
export interface Sum {
  total: string;
  parts: readonly string[];
}

/** A count of some of those that another counts: what is left of the other is a count as well, though nobody shows it. */
export interface Subset {
  n: string;
  of: string;
}

/** Tables with every sum that holds among their counts. */
export interface CountedTables {
  tables: readonly CountTable[];
  sums: readonly Sum[];
  /** Beside the shares of the tables, which are known from them. */
  subsets?: readonly Subset[];
  /** Counts that stand in sums alone, where they do not follow from the tables: they are bounded as well. */
  unshown?: readonly Count[];
  /** What a reader knows of counts since they are in a table at all, by key; null where there is no upper end. */
  bounds?: Readonly<Record<string, { low: number; high: number | null }>>;
  /** By table id, 0 where it is not named: where one of two counts must be hidden, that of the table worth less. */
  worth?: Readonly<Record<string, number>>;
}

/** What stands for a hidden count, in every form of the report (field brief §16.4: never a blank or 0). */
export const HIDDEN = 'c';

/** A count as it is read: its number, or the sign of a hidden one. */
export function countText(count: Pick<Count, 'n'>): string {
  return count.n === null ? HIDDEN : String(count.n);
}

/** Every count of the tables by its key. Throws where one key has two values: the tables then contradict each other. */
export function countsByKey(tables: readonly CountTable[]): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const { key, n } of tables.flatMap(({ rows }) => rows.flatMap(({ counts }) => counts))) {
    const known = found.get(key);
    if (known !== undefined && known !== n) throw new Error(`Two values for the count ${key}: ${known} and ${n}.`);
    found.set(key, n);
  }
  return found;
}

/** The count in a row's column; undefined where the table has no such column. */
export function countIn(table: CountTable, row: CountRow, column: string): Count | undefined {
  return row.counts[table.columns.findIndex(({ id }) => id === column)];
}
