import { added, addUp, at, upperFirst } from './coarse-cells.ts';
import type { CoarseTable } from './coarsening.ts';
import type { CountRow, CountTable } from './count-table.ts';
import { part, whole } from './table-heads.ts';

/** What tables on moderation and re-audits become in a publishable edition. */

/** Under moderation, the key of the plan versions that the panel agreed. */
const AGREED = 'standing/by-panel';

/** Agreed by the panel, or not. */
export function standing(table: CountTable): CoarseTable | null {
  const all = table.rows.find(({ isTotal }) => isTotal);
  const [column] = table.columns;
  const total = all?.counts[0];
  if (all === undefined || column === undefined || total === undefined) return null;
  const begin = total.key.slice(0, total.key.lastIndexOf('/'));
  const isAgreed = ({ id }: CountRow) => id === 'agreed' || id === 'overridden';
  const parts = [
    { id: 'by-panel', label: 'Agreed by the panel', rows: table.rows.filter((row) => isAgreed(row)) },
    {
      id: 'not-moderated',
      label: 'Not moderated',
      rows: table.rows.filter((row) => !row.isTotal && !isAgreed(row)),
    },
  ].map(({ rows, ...row }) => ({ row, ...addUp(table, rows, column.id, `${begin}/standing/${row.id}`) }));
  return {
    table: {
      ...table,
      rows: [...parts.map(({ row, count }) => ({ ...row, isTotal: false, counts: [count] })), all],
    },
    sums: [...parts.map(({ sum }) => sum), { total: total.key, parts: parts.map(({ count }) => count.key) }],
  };
}

/** What moderation changed: all of it was agreed by the panel, so that what is left of the agreed tells of it too. */
export function changed(table: CountTable): CoarseTable | null {
  const made = moves(table, ['raised', 'Raised'], ['lowered', 'Lowered']);
  const all = made?.table.rows.find(({ isTotal }) => isTotal)?.counts[0];
  if (made === null || all === undefined) return made;
  const moderation = all.key.split('/').slice(0, -2).join('/');
  return { ...made, subsets: [{ n: all.key, of: `${moderation}/${AGREED}` }] };
}

/** A table of grades before (rows) and after (columns), from the best, as how many went which way. */
export function moves(
  table: CountTable,
  up: readonly [id: string, label: string],
  down: readonly [id: string, label: string],
): CoarseTable | null {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const order = rows.map(({ id }) => id);
  const first = rows[0]?.counts[0]?.key;
  if (first === undefined) return null;
  const begin = first.split('/').slice(0, -2).join('/');
  const ways = [
    { id: up[0], label: up[1], holds: (from: number, to: number) => to < from },
    { id: 'same', label: 'The same', holds: (from: number, to: number) => to === from },
    { id: down[0], label: down[1], holds: (from: number, to: number) => to > from },
  ].map(({ id, label, holds }) => {
    const counts = rows.flatMap((row, from) =>
      order.flatMap((grade, to) => (holds(from, to) ? [at(table, row, grade)] : [])),
    );
    return { id, label, ...added(counts, `${begin}/${id}`) };
  });
  const all = added(
    ways.map(({ count }) => count),
    `${begin}/moved-or-same`,
  );
  return {
    table: {
      ...table,
      caption: table.caption.replaceAll(/ \((?:rows|columns)\)/g, ''),
      rowHead: 'The later grade is',
      columns: [part('number', upperFirst(table.noun))],
      rows: [
        ...ways.map(({ id, label, count }) => ({ ...part(id, label), counts: [count] })),
        { ...whole('all', 'All'), counts: [all.count] },
      ],
    },
    sums: [...ways.map(({ sum }) => sum), all.sum],
  };
}
