import type { CountedTables } from '../../shared/domain/report/count-table.ts';

/**
 * A reader who solves for hidden counts. Shares nothing with the suppression that it is set on: exact elimination of the
 * linear relations, bounds drawn ever narrower, and, where few counts hang together, a search through whole numbers.
 */
export interface Attack {
  published: CountedTables;
  /** Numbers of earlier editions that still hold. */
  still: ReadonlyMap<string, number>;
  /** Keys that earlier editions hide and that this one does not have. */
  hiddenBefore: ReadonlySet<string>;
  atLeast(key: string): number;
  atMost(key: string): number;
  /** Counts hanging together up to which whole numbers are searched. */
  searchUpTo: number;
}

export interface Found {
  /** What was worked out, by key; rests of shares as 'of less n'. */
  workedOut: ReadonlyMap<string, number>;
  /** How many hidden counts there were, and for how many a second solution was at hand. */
  hidden: number;
  cleared: number;
}

/** Coefficients by count, which with the constant add up to 0. */
interface Row {
  terms: Map<string, number>;
  constant: number;
}

type Bounds = Map<string, { low: number; high: number }>;

const MOST_BRANCHES = 400;

export function attack(given: Attack): Found {
  const { constants, rests } = readTables(given);
  const rows = rowsOf(given.published, constants, rests);
  const targets = new Set<string>();
  for (const { key, n } of countsOf(given.published)) if (n === null && !constants.has(key)) targets.add(key);
  for (const { n, of } of rests) if (!constants.has(n) || !constants.has(of)) targets.add(restKey(n, of));

  for (const key of given.hiddenBefore) if (!constants.has(key)) targets.add(key);

  const workedOut = new Map<string, number>();
  let cleared = 0;
  for (const component of componentsOf(rows)) {
    const bounds: Bounds = new Map();
    const keys = new Set(component.flatMap(({ terms }) => [...terms.keys()]));
    for (const key of keys) bounds.set(key, { low: given.atLeast(key), high: given.atMost(key) });
    const all = [...component, ...eliminate(component)];
    if (!narrow(all, bounds)) throw new Error('The published counts have no solution at all.');
    const open = [...keys].filter((key) => targets.has(key));
    for (const key of open) {
      const { low, high } = boundsOf(bounds, key);
      if (low === high) workedOut.set(key, low);
    }
    if (keys.size <= given.searchUpTo) cleared += search(all, bounds, open, workedOut);
  }
  return { workedOut, hidden: targets.size, cleared };
}

export function restKey(n: string, of: string): string {
  return `${of} less ${n}`;
}

/** Every pair that makes a share. */
export function sharesOf({ tables }: CountedTables): { n: string; of: string }[] {
  return tables.flatMap(({ share, columns, rows }) => {
    const [n, of] = [share?.n, share?.of].map((id) => columns.findIndex((column) => column.id === id));
    return rows.flatMap(({ counts }) => {
      const pair = { n: counts[n ?? -1]?.key, of: counts[of ?? -1]?.key };
      return pair.n === undefined || pair.of === undefined ? [] : [{ n: pair.n, of: pair.of }];
    });
  });
}

function readTables({ published, still }: Attack): {
  constants: Map<string, number>;
  rests: { n: string; of: string }[];
} {
  const constants = new Map(still);
  for (const { key, n } of countsOf(published)) if (n !== null) constants.set(key, n);
  return { constants, rests: sharesOf(published).filter(({ n, of }) => !constants.has(n) || !constants.has(of)) };
}

function rowsOf(
  { sums }: CountedTables,
  constants: ReadonlyMap<string, number>,
  rests: readonly { n: string; of: string }[],
): Row[] {
  const all = [...sums, ...rests.map(({ n, of }) => ({ total: of, parts: [n, restKey(n, of)] }))];
  return all
    .map(({ total, parts }) => {
      const row: Row = { terms: new Map(), constant: 0 };
      for (const [key, sign] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
        const value = constants.get(key);
        if (value === undefined) row.terms.set(key, (row.terms.get(key) ?? 0) + sign);
        else row.constant += sign * value;
      }
      return row;
    })
    .filter(({ terms }) => terms.size > 0);
}

function componentsOf(rows: readonly Row[]): Row[][] {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of row.terms.keys()) {
      const own = byKey.get(key);
      if (own === undefined) byKey.set(key, [row]);
      else own.push(row);
    }
  }
  const seen = new Set<Row>();
  const components: Row[][] = [];
  for (const start of rows) {
    if (seen.has(start)) continue;
    const component = new Set([start]);
    const keys = new Set<string>();
    for (const row of component) {
      seen.add(row);
      for (const key of row.terms.keys()) {
        if (keys.has(key)) continue;
        keys.add(key);
        for (const other of byKey.get(key) ?? []) component.add(other);
      }
    }
    components.push([...component]);
  }
  return components;
}

/** Reduced rows in whole numbers: what a count is by all others that are not given by it. */
function eliminate(rows: readonly Row[]): Row[] {
  const reduced: { pivot: string; row: Row }[] = [];
  for (const given of rows) {
    let row = given;
    for (const { pivot, row: other } of reduced) row = without(row, pivot, other);
    const [pivot] = row.terms.keys();
    if (pivot === undefined) continue;
    for (const entry of reduced) entry.row = without(entry.row, pivot, row);
    reduced.push({ pivot, row });
  }
  return reduced.map(({ row }) => row);
}

function without(row: Row, pivot: string, other: Row): Row {
  const own = row.terms.get(pivot);
  const its = other.terms.get(pivot);
  if (own === undefined || its === undefined) return row;
  const terms = new Map<string, number>();
  for (const [key, value] of row.terms) terms.set(key, value * its);
  for (const [key, value] of other.terms) terms.set(key, (terms.get(key) ?? 0) - value * own);
  let constant = row.constant * its - other.constant * own;
  let divisor = Math.abs(constant);
  for (const [key, value] of terms) {
    if (!Number.isSafeInteger(value)) throw new Error('Out of the range of whole numbers.');
    if (value === 0) terms.delete(key);
    else divisor = commonDivisor(divisor, Math.abs(value));
  }
  if (divisor > 1) {
    for (const [key, value] of terms) terms.set(key, value / divisor);
    constant /= divisor;
  }
  return { terms, constant };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Draws bounds narrower until nothing gives; false where there is no solution. */
function narrow(rows: readonly Row[], bounds: Bounds): boolean {
  for (let isNews = true, rounds = 0; isNews && rounds < 60; rounds += 1) {
    isNews = false;
    for (const row of rows) {
      const step = narrowRow(row, bounds);
      if (step === 'none') return false;
      if (step === 'news') isNews = true;
    }
  }
  return true;
}

function narrowRow({ terms, constant }: Row, bounds: Bounds): 'none' | 'news' | 'same' {
  // The least and the most that the terms add up to, without their unbounded ones, which are counted.
  const sum = { least: constant, most: constant, downless: 0, upless: 0 };
  for (const [key, factor] of terms) {
    const { low, high } = boundsOf(bounds, key);
    const [least, most] = factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low];
    if (least === -Infinity) sum.downless += 1;
    else sum.least += least;
    if (most === Infinity) sum.upless += 1;
    else sum.most += most;
  }
  let news: 'news' | 'same' = 'same';
  for (const [key, factor] of terms) {
    const { low, high } = boundsOf(bounds, key);
    const [least, most] = factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low];
    // The others add up to between `from` and `to`; this term is what is missing to 0.
    const from = sum.downless - (least === -Infinity ? 1 : 0) > 0 ? -Infinity : sum.least - finite(least);
    const to = sum.upless - (most === Infinity ? 1 : 0) > 0 ? Infinity : sum.most - finite(most);
    const [a, b] = factor > 0 ? [-to / factor, -from / factor] : [-from / factor, -to / factor];
    const next = { low: Math.max(low, Math.ceil(a - 1e-9)), high: Math.min(high, Math.floor(b + 1e-9)) };
    if (next.low > next.high) return 'none';
    if (next.low !== low || next.high !== high) {
      bounds.set(key, next);
      // The sums are those of the old bounds, which is only less sharp; the next round makes up for it.
      news = 'news';
    }
  }
  return news;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function boundsOf(bounds: Bounds, key: string): { low: number; high: number } {
  const found = bounds.get(key);
  if (found === undefined) throw new Error(`No bounds for ${key}.`);
  return found;
}

/** Looks for two solutions that differ, count by count; gives for how many they were found. */
function search(
  rows: readonly Row[],
  bounds: Bounds,
  targets: readonly string[],
  workedOut: Map<string, number>,
): number {
  const first = solve(rows, bounds);
  if (first === 'none') throw new Error('The published counts have no whole-number solution.');
  if (first === 'gave up') return 0;
  const cleared = new Set<string>();
  for (const key of targets) {
    if (cleared.has(key) || workedOut.has(key)) continue;
    const value = first.get(key) ?? 0;
    const { low, high } = boundsOf(bounds, key);
    const others = [
      { low: value + 1, high },
      { low, high: value - 1 },
    ].filter((range) => range.low <= range.high);
    let isOnly = true;
    for (const range of others) {
      const other = solve(rows, new Map([...bounds, [key, range]]));
      if (other === 'none') continue;
      isOnly = false;
      if (other === 'gave up') continue;
      for (const each of targets) if (other.get(each) !== first.get(each)) cleared.add(each);
      break;
    }
    if (isOnly) workedOut.set(key, value);
  }
  return cleared.size;
}

function solve(rows: readonly Row[], start: Bounds): Map<string, number> | 'none' | 'gave up' {
  let branches = 0;
  return branch(new Map(start));

  function branch(bounds: Bounds): Map<string, number> | 'none' | 'gave up' {
    branches += 1;
    if (branches > MOST_BRANCHES) return 'gave up';
    if (!narrow(rows, bounds)) return 'none';
    let pick: string | null = null;
    let width = Infinity;
    for (const [key, { low, high }] of bounds) {
      if (high > low && (pick === null || high - low < width)) {
        pick = key;
        width = high - low;
      }
    }
    if (pick === null) return new Map([...bounds].map(([key, { low }]) => [key, low]));
    const { low, high } = boundsOf(bounds, pick);
    const there = branch(new Map([...bounds, [pick, { low, high: low }]]));
    if (there !== 'none') return there;
    return branch(new Map([...bounds, [pick, { low: low + 1, high }]]));
  }
}

function countsOf({ tables }: CountedTables): { key: string; n: number | null }[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ counts }) => counts));
}
