import { added, addUp, at, beside, labelOf, less } from './coarse-cells.ts';
import { coarseGroups } from './coarse-groups.ts';
import { changed, moves, standing } from './coarse-moderation.ts';
import type { CoarseTable, Coarsening } from './coarsening.ts';
import type { Count, CountTable, Sum } from './count-table.ts';
import { part, whole } from './table-heads.ts';

/** What tables of each kind become in a publishable edition. */

/** Null where the table is left out. */
type Coarsen = (table: CountTable, coarsening: Coarsening) => CoarseTable | null;

/** What a board reads first is hidden last. */
const WORTH = { most: 4, much: 3, some: 2, little: 1 } as const;

/** By what their ids begin with; the first that fits. */
const KINDS: readonly (readonly [begins: string, coarsen: Coarsen, worth?: keyof typeof WORTH])[] = [
  ['overall-', overall, 'most'],
  ['trend-', asItIs, 'most'],
  ['grades-now', goodOrBetterAlone, 'most'],
  ['measure-', asItIs, 'much'],
  ['standards-', inDetail(standards), 'some'],
  ['developmental-', leaveOut],
  ['agencies-', inDetail(asItIs)],
  ['missed-', inDetail(criteria), 'little'],
  ['met-', inDetail(criteria), 'little'],
  ['training-', inDetail(criteria)],
  ['pfa-', inDetail(criteria)],
  ['causes-', inDetail(asItIs), 'little'],
  ['make-up-few', leaveOut],
  ['make-up-', inDetail(coarseGroups), 'little'],
  ['ages-', inDetail(coarseGroups)],
  ['left-out', leaveOut],
  ['rounds', rounds],
  ['standing', standing],
  ['changed', changed],
  ['re-audits', (table) => moves(table, ['better', 'Better'], ['worse', 'Worse'])],
  ['disputed-', leaveOut],
  ['actions-by-level', (table) => allOf(withoutFlows(table), 'All actions')],
  ['escalations', (table) => allOf(table, 'All kinds')],
  ['advice', advice],
];

export function coarseKindOf({ id }: CountTable): Coarsen {
  if (id.endsWith('-together')) return leaveOut;
  return kindOf(id)?.[1] ?? asItIs;
}

/** Higher for tables whose counts are to be hidden last. */
export function worthOf({ id }: CountTable): number {
  const worth = kindOf(id)?.[2];
  return worth === undefined ? 0 : WORTH[worth];
}

function kindOf(id: string) {
  return KINDS.find(([begins]) => id.startsWith(begins));
}

function asItIs(table: CountTable): CoarseTable {
  return { table };
}

/** For what the panel needs and the public does not. */
export function leaveOut(): null {
  return null;
}

/** Leaves a table out whose population is small. */
function inDetail(coarsen: Coarsen): Coarsen {
  return (table, coarsening) => {
    const key = table.rows[0]?.counts[0]?.key;
    if (key === undefined) return null;
    return coarsening.isInDetail(key.split('/', 3).join('/')) ? coarsen(table, coarsening) : null;
  };
}

/** Four grades where the newest population of the series bears them. */
function overall(table: CountTable, coarsening: Coarsening): CoarseTable {
  const newest = table.rows.at(-1);
  return newest !== undefined && coarsening.isInDetail(newest.id) ? { table } : goodOrBetterAlone(table);
}

function goodOrBetterAlone(table: CountTable): CoarseTable {
  const label = labelOf(table, 'good-or-better');
  return {
    table: {
      ...table,
      columns: [part('good-or-better', label), part('below', 'Below'), whole('total', 'All graded')],
      rows: table.rows.map((row) => {
        const good = at(table, row, 'good-or-better');
        const total = at(table, row, 'total');
        return { ...row, counts: [good, less(total, good, beside(good.key, 'below')), total] };
      }),
    },
  };
}

function standards(table: CountTable): CoarseTable {
  const label = labelOf(table, 'good-or-better');
  return {
    table: {
      ...table,
      columns: [
        part('good-or-better', label),
        part('below', 'Below'),
        part('not-applicable', labelOf(table, 'not-applicable')),
        whole('applied', labelOf(table, 'applied')),
      ],
      rows: table.rows.map((row) => {
        const good = at(table, row, 'good-or-better');
        const applied = at(table, row, 'applied');
        const below = less(applied, good, beside(good.key, 'below'));
        return { ...row, counts: [good, below, at(table, row, 'not-applicable'), applied] };
      }),
    },
  };
}

/** Criteria are named for being often met or often not: those of which a count is small are not among them. */
function criteria(table: CountTable, { threshold }: Coarsening): CoarseTable {
  const rows = table.rows.map((row) => {
    const met = at(table, row, 'met');
    const applied = at(table, row, 'applied');
    const wanting = less(applied, met, beside(met.key, 'wanting'));
    return { ...row, counts: [met, wanting, at(table, row, 'not-applicable'), applied] };
  });
  return {
    table: {
      ...table,
      columns: [
        part('met', labelOf(table, 'met')),
        part('wanting', 'Not fully met'),
        part('not-applicable', labelOf(table, 'not-applicable')),
        whole('applied', labelOf(table, 'applied')),
      ],
      rows: rows.filter(({ counts }) => counts.every(({ n }) => n === 0 || (n ?? 0) >= threshold)),
    },
    fewest: threshold,
  };
}

/** All rounds in one, and of what was graded only how much has no grade. */
function rounds(table: CountTable, { totalOf }: Coarsening): CoarseTable | null {
  const keys = table.rows.map((row) => at(table, row, 'graded').key);
  const key = totalOf(keys);
  if (key === undefined) return null;
  const graded = addUp(table, table.rows, 'graded', key);
  const without = addUp(table, table.rows, 'without-grade', `${key}/without-grade`);
  return {
    table: {
      ...table,
      columns: [part('without-grade', labelOf(table, 'without-grade')), whole('graded', labelOf(table, 'graded'))],
      rows: [{ id: 'all', label: 'All rounds', isTotal: true, counts: [without.count, graded.count] }],
    },
    sums: [graded.sum, without.sum],
    subsets: [{ n: without.count.key, of: graded.count.key }],
  };
}

/** What is open, without what came and went: from one edition to the next, these would tell what was open before. */
function withoutFlows(table: CountTable): CountTable {
  const isKept = table.columns.map(({ id }) => id !== 'new' && id !== 'closed');
  const kept = <T>(items: readonly T[]) => items.filter((_, place) => isKept[place]);
  return {
    ...table,
    columns: kept(table.columns),
    rows: table.rows.map((row) => ({ ...row, counts: kept(row.counts) })),
  };
}

/** One row for the whole table. */
function allOf(table: CountTable, label: string): CoarseTable | null {
  const own = table.rows.find(({ isTotal }) => isTotal);
  if (own !== undefined) return { table: { ...table, rows: [{ ...own, label }] } };
  const [first] = table.rows;
  if (first === undefined) return null;
  const columns = table.columns.map(({ id }, place) => {
    const segments = (first.counts[place]?.key ?? '').split('/');
    return addUp(table, table.rows, id, [...segments.slice(0, -2), 'all', ...segments.slice(-1)].join('/'));
  });
  return {
    table: { ...table, rows: [{ ...whole('all', label), counts: columns.map(({ count }) => count) }] },
    sums: [
      ...columns.map(({ sum }) => sum),
      ...totalsOfRow(
        table,
        columns.map(({ count }) => count),
      ),
    ],
  };
}

/** Only the last of the columns may be the total of the others. */
function totalsOfRow(table: CountTable, counts: readonly Count[]): Sum[] {
  const last = counts.at(-1);
  const isWhole = table.columns.every(({ isTotal }, place) => isTotal === (place === table.columns.length - 1));
  return last !== undefined && isWhole ? [{ total: last.key, parts: counts.slice(0, -1).map(({ key }) => key) }] : [];
}

/** Answered or not, rather than how; and how many in time. */
function advice(table: CountTable): CoarseTable {
  const columns = [
    part('answered', 'Answered'),
    part('unanswered', 'Not answered'),
    ...['asked', 'in-time', 'late', 'timed'].map((id) => table.columns.find((column) => column.id === id)),
  ].filter((column) => column !== undefined);
  const sums: Sum[] = [];
  const rows = table.rows.map((row) => {
    const begin = at(table, row, 'asked').key.split('/').slice(0, -1).join('/');
    const answered = added([at(table, row, 'received'), at(table, row, 'nil')], `${begin}/answered`);
    const unanswered = added([at(table, row, 'missing'), at(table, row, 'waiting')], `${begin}/unanswered`);
    const asked = at(table, row, 'asked');
    sums.push(answered.sum, unanswered.sum, {
      total: asked.key,
      parts: [answered.count.key, unanswered.count.key],
    });
    const others = ['in-time', 'late', 'timed'].map((id) => at(table, row, id));
    return { ...row, counts: [answered.count, unanswered.count, asked, ...others] };
  });
  return {
    table: { ...table, columns, rows },
    sums,
    subsets: rows.flatMap(({ counts }) => {
      const [answered, timed] = [counts[0], counts.at(-1)];
      return answered === undefined || timed === undefined || (timed.n ?? 0) > (answered.n ?? 0)
        ? []
        : [{ n: timed.key, of: answered.key }];
    }),
  };
}
