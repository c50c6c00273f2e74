import type { Coarsening, CoarseTable } from './coarsening.ts';
import { type Count, countIn, type CountRow, type CountTable, type Sum } from './count-table.ts';

const OTHERS = 'Others and not known';

/**
 * How many plans fall into each group, and no more: neither how each group was graded, nor any group smaller than the
 * threshold. The small are taken together as others, with what is not known and, where those are too few still, with the
 * smallest of the large; a division of which then only one group is left is dropped. So nothing here has to be hidden.
 */
export function coarseGroups(table: CountTable, { threshold }: Coarsening): CoarseTable | null {
  const whole = table.rows.find(({ isTotal }) => isTotal);
  if (whole === undefined) return null;
  const total = totalOf(table, whole);
  const sums: Sum[] = [];
  const rows = [...Map.groupBy(groupsOf(table), ({ begin }) => begin).entries()].flatMap(([begin, groups]) => {
    const kept = keptOf(groups, threshold);
    const others = groups.filter((group) => !kept.includes(group) && (group.total.n ?? 0) > 0);
    if (kept.length + Math.min(1, others.length) < 2) return [];
    const rest: Count = {
      key: `${begin}/others/total`,
      n: others.reduce((sum, group) => sum + (group.total.n ?? 0), 0),
    };
    const last = groups.at(-1)?.row;
    const made = kept.map(({ row, total: count }) => ({ ...row, counts: [count] }));
    if (others.length > 0 && last !== undefined) {
      made.push({ ...last, id: othersId(last), label: othersLabel(last), counts: [rest] });
      sums.push({ total: rest.key, parts: others.map((group) => group.total.key) });
    }
    sums.push({ total: total.key, parts: made.flatMap(({ counts }) => counts.map(({ key }) => key)) });
    return made;
  });
  if (rows.length === 0) return null;
  const column = table.columns.find(({ id }) => id === 'total');
  return {
    table: {
      ...table,
      columns: column === undefined ? [] : [column],
      rows: [...rows, { ...whole, counts: [total] }],
      share: null,
    },
    sums,
    fewest: threshold,
  };
}

interface Group {
  row: CountRow;
  total: Count;
  /** Of the division's keys: '…/by/need'. */
  begin: string;
}

function groupsOf(table: CountTable): Group[] {
  return table.rows
    .filter(({ isTotal }) => !isTotal)
    .map((row) => {
      const total = totalOf(table, row);
      return { row, total, begin: divisionIn(total.key) };
    });
}

/** '2026-27.2/final-new/…/by/need', whatever the value's own name holds. */
function divisionIn(key: string): string {
  return key.split('/').slice(0, 5).join('/');
}

/** The groups that are large enough, less the smallest of them as long as the others together are too few. */
function keptOf(groups: readonly Group[], threshold: number): Group[] {
  const size = ({ total }: Group) => total.n ?? 0;
  const isKnown = ({ row }: Group) => !/(^|\/)not[ -]known$/i.test(row.id);
  let kept = groups.filter((group) => isKnown(group) && size(group) >= threshold);
  for (;;) {
    const others = groups.filter((group) => !kept.includes(group)).reduce((sum, group) => sum + size(group), 0);
    if (others === 0 || others >= threshold || kept.length === 0) return kept;
    const [smallest] = kept.toSorted((a, b) => size(a) - size(b));
    kept = kept.filter((group) => group !== smallest);
  }
}

function totalOf(table: CountTable, row: CountRow): Count {
  const found = countIn(table, row, 'total');
  if (found === undefined) throw new Error(`The table ${table.id} has no totals.`);
  return found;
}

/** Rows of one table may be of several divisions, which then stand before the value: 'need/Autism', 'Need: Autism'. */
function othersId({ id }: CountRow): string {
  return id.includes('/') ? `${id.slice(0, id.indexOf('/'))}/others` : 'others';
}

function othersLabel({ label }: CountRow): string {
  return label.includes(': ') ? `${label.slice(0, label.indexOf(': '))}: ${OTHERS.toLowerCase()}` : OTHERS;
}
