import { coarseKindOf, leaveOut, worthOf } from './coarse-kinds.ts';
import { type CoarseTable, type Coarsening } from './coarsening.ts';
import type { CountedTables, CountTable, Subset, Sum } from './count-table.ts';

/** A report's tables as a publishable edition has them, before any count is hidden. */
export interface Coarsened {
  counted: CountedTables;
  /** Tables that it does not have, by id: too little is counted in them, they are the panel's own matter, or their period is held back. */
  leftOut: ReadonlyMap<string, 'too_few' | 'for_panel' | 'held_back'>;
  /** Ids of tables whose rows or columns are others than the panel's own. */
  changed: ReadonlySet<string>;
}

/** A share of a whole of so many times the threshold can have two sides of which neither has to be hidden. */
const TIMES_THRESHOLD = 2;

/** Under this a population is told of by its total and how many were good or better, and no more; 10 as a rule. */
export function fewestInDetail(threshold: number): number {
  return TIMES_THRESHOLD * threshold;
}

/**
 * Takes small things together, and leaves out what would be mostly holes, before anything is hidden (field brief §16.4:
 * merge categories). Of few plans each further column is a hole, and each hole takes others with it: good or better
 * rather than four grades of each standard, not fully met rather than two answers, groups of a few plans as others, one
 * row of actions. Populations under `fewestInDetail` keep their total and their good or better alone. What is left can
 * be hidden cell by cell, and its main figures survive.
 *
 * @param heldBack begins the keys of a period of which nothing is told
 */
export function coarsen(counted: CountedTables, threshold: number, heldBack: string | null = null): Coarsened {
  const coarsening = coarseningOf(counted, threshold);
  const leftOut = new Map<string, 'too_few' | 'for_panel' | 'held_back'>();
  const changed = new Set<string>();
  const tables: CountTable[] = [];
  const sums: Sum[] = [...counted.sums];
  const subsets: Subset[] = [...(counted.subsets ?? [])];
  const bounds: Bounds = {};
  for (const given of counted.tables) {
    const table = heldBack === null ? given : withoutPeriod(given, heldBack);
    const coarse = coarseKindOf(table);
    if (table.rows.length === 0) {
      leftOut.set(table.id, 'held_back');
      continue;
    }
    const made: CoarseTable | null = coarse(table, coarsening);
    if (made === null || made.table.rows.length === 0) {
      leftOut.set(table.id, coarse === leaveOut ? 'for_panel' : 'too_few');
      continue;
    }
    if (made.table !== table) changed.add(table.id);
    tables.push(made.table);
    sums.push(...(made.sums ?? []));
    subsets.push(...(made.subsets ?? []));
    if (made.fewest !== undefined) Object.assign(bounds, notUnder(made.table, made.fewest));
  }
  return {
    counted: {
      ...counted,
      tables,
      sums,
      subsets: [...subsets, ...settledOfSeveral(tables)],
      bounds: { ...bounds, ...sizesOf(counted, leftOut, threshold) },
      worth: Object.fromEntries(tables.map((table) => [table.id, worthOf(table)])),
    },
    leftOut,
    changed,
  };
}

/** What the panel agreed was graded by several auditors: what it has not settled yet is left of these. */
function settledOfSeveral(tables: readonly CountTable[]): Subset[] {
  const agreed = tables.find(({ id }) => id === 'standing')?.rows.find(({ id }) => id === 'by-panel')?.counts[0];
  const several = tables.find(({ id }) => id.startsWith('agreement-'))?.rows[0]?.counts.at(-1);
  if (agreed === undefined || several === undefined || (agreed.n ?? 0) > (several.n ?? 0)) return [];
  return [{ n: agreed.key, of: several.key }];
}

/** Without rows of which a count is of the period: rounds and how far auditors agreed are of no other. */
function withoutPeriod(table: CountTable, period: string): CountTable {
  const isOf = (key: string) => key.split('/').slice(0, 2).includes(period) || key.startsWith('round/');
  return { ...table, rows: table.rows.filter(({ counts }) => !counts.some(({ key }) => isOf(key))) };
}

type Bounds = Record<string, { low: number; high: number | null }>;

function notUnder({ rows }: CountTable, fewest: number): Bounds {
  const counts = rows.flatMap((row) => row.counts).filter(({ n }) => (n ?? 0) > 0);
  return Object.fromEntries(counts.map(({ key }) => [key, { low: fewest, high: null }]));
}

/** That a population is told of in detail, or is not, tells of its size. */
function sizesOf({ tables }: CountedTables, leftOut: Coarsened['leftOut'], threshold: number): Bounds {
  const fewest = fewestInDetail(threshold);
  return Object.fromEntries(
    tables.flatMap(({ id, rows }) => {
      const key = rows[0]?.counts[0]?.key;
      if (!id.startsWith('standards-') || key === undefined) return [];
      const total = `${key.split('/', 3).join('/')}/total`;
      return [[total, leftOut.has(id) ? { low: 1, high: fewest - 1 } : { low: fewest, high: null }]];
    }),
  );
}

function coarseningOf({ tables, sums }: CountedTables, threshold: number): Coarsening {
  const totals = new Map<string, number>();
  for (const { key, n } of tables.flatMap(({ rows }) => rows.flatMap(({ counts }) => counts))) {
    const [halfTerm, series, rubric, name, ...rest] = key.split('/');
    if (name === 'total' && rest.length === 0) totals.set([halfTerm, series, rubric].join('/'), n ?? 0);
  }
  return {
    threshold,
    totalOf: (parts) => sums.find((sum) => sum.parts.toSorted().join(' ') === parts.toSorted().join(' '))?.total,
    isInDetail: (population) => (totals.get(population) ?? 0) >= fewestInDetail(threshold),
  };
}
