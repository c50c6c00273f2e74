import { countsByKey, type CountedTables, type CountTable, type Subset, type Sum } from './count-table.ts';

/**
 * The counts of a report with every relation between them that a reader knows: the sums, and what is left of a share's
 * whole (39 of 40 says 1). A count can only be other than it is together with others, so that all relations still hold.
 */
export interface CountSystem {
  /** In the order of their keys, so that nothing depends on the order of tables. */
  counts: readonly CountNode[];
  relations: readonly Relation[];
  byKey: ReadonlyMap<string, CountNode>;
}

export interface CountNode {
  key: string;
  /** Stands in a table, is what is left of a share's whole, or is named by sums alone. */
  origin: 'table' | 'rest' | 'sum';
  /** Null where it is hidden already and follows from nothing: then no bounds are held against it. */
  n: number | null;
  /** What a reader may assume it to be at least and at most. */
  low: number;
  high: number;
  /** Known of it whatever is hidden: never under this. */
  floor: number;
  /** A reader is not told it: hidden, or in no table. */
  isOpen: boolean;
  /** An earlier edition gave this very number away. */
  isOut: boolean;
  /** An earlier edition hides it. */
  isToldHidden: boolean;
  /** Ahead of 0 for totals: the number of sums that it is the total of. */
  totalOf: number;
  /** Of all tables that show it, the most that one is worth. */
  worth: number;
  members: { relation: Relation; sign: 1 | -1 }[];
  /** Of a rest: the share that it completes. */
  share: { n: CountNode; of: CountNode } | null;
}

/** Counts that add up to nothing when each is taken with its sign: a total less its parts. */
export interface Relation {
  /** A share, what is left, and their whole; else a sum. */
  isShare: boolean;
  members: { count: CountNode; sign: 1 | -1 }[];
}

/**
 * Builds the system: counts of tables closed unless they come hidden, all others open, and without bounds as yet. Throws
 * where a sum does not hold or a share is larger than its whole: nothing can be said of tables that contradict themselves.
 *
 * @param isApart keys that must not be joined to others though no table shows them
 */
export function countSystem(
  { tables, sums, subsets = [], unshown = [], bounds = {}, worth = {} }: CountedTables,
  isApart: (key: string) => boolean,
): CountSystem {
  const byKey = new Map<string, CountNode>();
  for (const [key, n] of [...countsByKey(tables)].toSorted(([a], [b]) => byCode(a, b))) {
    byKey.set(key, { ...newNode(key, 'table', n), isOpen: n === null });
  }
  const relations: Relation[] = [];
  const values = new Map(unshown.map(({ key, n }) => [key, n]));
  const isTold = (key: string) => byKey.has(key) || values.has(key) || isApart(key);
  for (const sum of joinedUnshown(telling(distinct(sums), isTold), isTold)) {
    relations.push(relate(nodeOf(sum.total), sum.parts.map(nodeOf), false));
  }
  const rests = sharesOf(tables, subsets).map(({ n, of }) => {
    const share = { n: nodeOf(n), of: nodeOf(of) };
    const rest: CountNode = { ...newNode(`${of} less ${n}`, 'rest', null), share };
    relations.push(relate(share.of, [share.n, rest], true));
    return rest;
  });
  settle(relations);
  for (const key of totalKeys(tables)) {
    const count = nodeOf(key);
    count.totalOf = Math.max(1, count.totalOf);
  }
  for (const [key, { low, high }] of Object.entries(bounds)) {
    const count = byKey.get(key);
    if (count === undefined) continue;
    count.floor = low;
    count.high = high ?? count.high;
  }
  for (const { id, rows } of tables) {
    for (const { key } of rows.flatMap(({ counts }) => counts)) {
      const count = nodeOf(key);
      count.worth = Math.max(count.worth, worth[id] ?? 0);
    }
  }
  return { counts: [...byKey.values(), ...rests], relations, byKey };

  function nodeOf(key: string): CountNode {
    const found = byKey.get(key) ?? newNode(key, 'sum', values.get(key) ?? null);
    byKey.set(key, found);
    return found;
  }
}

function newNode(key: string, origin: CountNode['origin'], n: number | null): CountNode {
  const high = Number.POSITIVE_INFINITY;
  return {
    key,
    origin,
    n,
    low: 0,
    high,
    floor: 0,
    isOpen: true,
    isOut: false,
    isToldHidden: false,
    totalOf: 0,
    worth: 0,
    members: [],
    share: null,
  };
}

function relate(total: CountNode, parts: readonly CountNode[], isShare: boolean): Relation {
  const relation: Relation = { isShare, members: [] };
  for (const [at, count] of [total, ...parts].entries()) {
    const sign = at === 0 ? 1 : -1;
    relation.members.push({ count, sign });
    count.members.push({ relation, sign });
  }
  if (!isShare) total.totalOf += 1;
  return relation;
}

/** Gives every count the value that follows from the others, and checks the relations whose counts are all known. */
function settle(relations: readonly Relation[]): void {
  const waiting = [...relations];
  for (let relation = waiting.pop(); relation !== undefined; relation = waiting.pop()) {
    const unknown = relation.members.filter(({ count }) => count.n === null);
    const [only] = unknown;
    const left = relation.members.reduce((sum, { count, sign }) => sum + sign * (count.n ?? 0), 0);
    if (only === undefined) {
      if (left !== 0) throw new Error(`The counts contradict each other: ${keysOf(relation)}.`);
    } else if (unknown.length === 1) {
      const n = only.sign > 0 ? -left : left;
      if (n < 0) throw new Error(`The counts leave less than nothing: ${keysOf(relation)}.`);
      only.count.n = n;
      waiting.push(...only.count.members.map((member) => member.relation));
    }
  }
}

function keysOf({ members }: Relation): string {
  return members.map(({ count }) => count.key).join(', ');
}

/**
 * Sums that tell something: not those of which the total, or every part, is told nowhere and stands in no other sum.
 * Without them others may tell nothing either.
 */
export function telling(sums: readonly Sum[], isTold: (key: string) => boolean): readonly Sum[] {
  let left = sums;
  for (;;) {
    const uses = new Map<string, number>();
    for (const { total, parts } of left) for (const key of [total, ...parts]) uses.set(key, (uses.get(key) ?? 0) + 1);
    const isLoose = (key: string) => !isTold(key) && uses.get(key) === 1;
    const next = left.filter(({ total, parts }) => !isLoose(total) && !parts.every(isLoose));
    if (next.length === left.length) return left;
    left = next;
  }
}

/**
 * Counts that are told nowhere and are parts of the very same sums become one: a reader could learn no more than what
 * they are together, and together they have a value that follows from the rest.
 */
function joinedUnshown(sums: readonly Sum[], isTold: (key: string) => boolean): Sum[] {
  const places = new Map<string, number[]>();
  for (const [at, { parts }] of sums.entries()) {
    for (const key of parts) {
      const own = places.get(key);
      if (own === undefined) places.set(key, [at]);
      else own.push(at);
    }
  }
  const totals = new Set(sums.map(({ total }) => total));
  const first = new Map<string, string>();
  const isJoined = new Set<string>();
  for (const [key, own] of places) {
    if (isTold(key) || totals.has(key)) continue;
    const place = own.join(' ');
    if (first.has(place)) isJoined.add(key);
    else first.set(place, key);
  }
  return sums.map(({ total, parts }) => ({ total, parts: parts.filter((key) => !isJoined.has(key)) }));
}

function distinct(sums: readonly Sum[]): Sum[] {
  const found = new Map(sums.map((sum) => [[sum.total, ...sum.parts.toSorted(byCode)].join('\n'), sum]));
  return [...found].toSorted(([a], [b]) => byCode(a, b)).map(([, sum]) => sum);
}

/** Every pair of counts that makes a share or of which one is within the other, once. */
function sharesOf(tables: readonly CountTable[], subsets: readonly Subset[]): Subset[] {
  const found = new Map(subsets.map(({ n, of }) => [`${of}\n${n}`, { n, of }]));
  for (const { columns, rows, share } of tables) {
    const n = columns.findIndex(({ id }) => id === share?.n);
    const of = columns.findIndex(({ id }) => id === share?.of);
    for (const { counts } of rows) {
      const pair = { n: counts[n]?.key, of: counts[of]?.key };
      if (pair.n !== undefined && pair.of !== undefined && pair.n !== pair.of) {
        found.set(`${pair.of}\n${pair.n}`, { n: pair.n, of: pair.of });
      }
    }
  }
  return [...found].toSorted(([a], [b]) => byCode(a, b)).map(([, pair]) => pair);
}

function totalKeys(tables: readonly CountTable[]): string[] {
  return tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) =>
      row.counts.filter((_, at) => row.isTotal || columns[at]?.isTotal === true).map(({ key }) => key),
    ),
  );
}

function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
