import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsByKey,
  type CountedTables,
  type CountTable,
  type Sum,
} from '../../../../../shared/domain/report/count-table.ts';
import type { SuppressionOptions } from '../../../../../shared/domain/report/primary-suppression.ts';
import { disclosures, suppress } from '../../../../../shared/domain/report/suppression.ts';
import { randomWorkspaces } from './random-workspaces.ts';

const RULE: SuppressionOptions = { threshold: 5, hideZero: false, known: new Map(), knownHidden: new Set() };

describe('small counts', () => {
  test('are hidden from 1 to one under the threshold; 0 is shown unless it is chosen to be hidden', () => {
    const row = lines({ row: [0, 4, 5, 20] });
    expect(shown(row)).toEqual({ row: '0 c 5 20' });
    expect(shown(row, { threshold: 3 })).toEqual({ row: '0 4 5 20' });
    expect(shown(row, { hideZero: true })).toEqual({ row: 'c c 5 20' });
  });

  test('are hidden in a total of all', () => {
    expect(shown(withTotals({ one: [1, 2] }))).toEqual({ one: 'c c c' });
    expect(shown(withTotals({ one: [4, 0] }))).toEqual({ one: 'c c c' });
  });

  test('that are left of a share are hidden: 39 of 40 says 1', () => {
    expect(shown(withTotals({ one: [39] }, { share: true, below: false }))).toEqual({ one: 'c 40' });
    expect(shown(withTotals({ one: [35] }, { share: true, below: false }))).toEqual({ one: '35 40' });
  });

  test('are hidden with the next smallest of their line, and not with a total', () => {
    expect(shown(withTotals({ row: [2, 30, 9, 7] }))).toEqual({ row: 'c 30 9 c 48' });
  });

  test('that could only be 1 each take another with them: zeros being shown, [c c 5] of 7 says 1 and 1', () => {
    expect(shown(withTotals({ row: [1, 1, 5] }))).toEqual({ row: 'c c c 7' });
    expect(shown(withTotals({ row: [1, 2, 5] }))).toEqual({ row: 'c c 5 8' });
  });

  test('of a threshold out of range are refused', () => {
    expect(() => suppress(lines({ row: [1] }), { ...RULE, threshold: 2 })).toThrow(RangeError);
    expect(() => suppress(lines({ row: [1] }), { ...RULE, threshold: 21 })).toThrow(RangeError);
  });
});

describe('what could be worked out', () => {
  test('over rows and columns takes four cells of a table', () => {
    const table = square([
      [2, 20, 30],
      [10, 40, 50],
      [60, 70, 80],
    ]);
    expect(shown(table)).toEqual({
      'row-0': 'c c 30 52',
      'row-1': 'c c 50 100',
      'row-2': '60 70 80 210',
      all: '72 130 160 362',
    });
  });

  test('in a table of two by two takes all four', () => {
    const table = square([
      [3, 17],
      [12, 28],
    ]);
    expect(shown(table)).toEqual({ 'row-0': 'c c 20', 'row-1': 'c c 40', all: '15 45 60' });
  });

  test('over sub-totals takes one more in each', () => {
    const table = lines({ north: [3, 12, 15], south: [20, 30, 50], all: [65] });
    const sums = [
      { total: 'north/2', parts: ['north/0', 'north/1'] },
      { total: 'south/2', parts: ['south/0', 'south/1'] },
      { total: 'all/0', parts: ['north/2', 'south/2'] },
    ];
    expect(shown({ ...table, sums })).toEqual({ north: 'c c 15', south: '20 30 50', all: '65' });
  });

  test('over two tables that share a count takes one more in the other', () => {
    const a = lines({ a: [3, 40] }, 'a');
    const b = lines({ b: [12, 25, 40] }, 'b');
    // 43 = 3 + 40 in one table, and 40 = 12 + 25 + 3 in the other.
    const counted: CountedTables = {
      tables: [...a.tables, ...b.tables],
      sums: [
        { total: 'whole', parts: ['a/0', 'a/1'] },
        { total: 'b/2', parts: ['b/0', 'b/1', 'a/0'] },
      ],
    };
    expect(shown(counted)).toEqual({ a: 'c 40', b: 'c 25 40' });
  });

  test('through a count that no table shows is hidden too', () => {
    const counted: CountedTables = {
      ...lines({ a: [3, 9], b: [12] }),
      sums: [
        { total: 'b/0', parts: ['unshown'] },
        { total: 'unshown', parts: ['a/0', 'a/1'] },
      ],
    };
    expect(shown(counted)).toEqual({ a: 'c c', b: '12' });
  });
});

describe('what no table says of itself', () => {
  test('what is left of a whole in another table is hidden, where that is small', () => {
    const counted = lines({ several: [39], graded: [40] });
    expect(shown(counted)).toEqual({ several: '39', graded: '40' });
    expect(shown({ ...counted, subsets: [{ n: 'several/0', of: 'graded/0' }] })).toEqual({
      several: 'c',
      graded: '40',
    });
  });

  test('a small count that only the difference of two others gives is hidden with one of them', () => {
    const counted = lines({ all: [21], older: [18] });
    const sums = [{ total: 'all/0', parts: ['older/0', 'younger'] }];
    expect(shown({ ...counted, sums })).toEqual({ all: '21', older: 'c' });
    const enough = { ...lines({ all: [24], older: [18] }), sums };
    expect(shown(enough)).toEqual({ all: '24', older: '18' });
  });

  test('counts of tables worth less are hidden first', () => {
    const counted: CountedTables = {
      tables: [...lines({ one: [3], two: [12] }, 'little').tables, ...lines({ three: [9], all: [24] }, 'much').tables],
      sums: [{ total: 'all/0', parts: ['one/0', 'two/0', 'three/0'] }],
    };
    expect(shown(counted)).toMatchObject({ two: '12', three: 'c' });
    expect(shown({ ...counted, worth: { much: 1 } })).toMatchObject({ two: 'c', three: '9' });
  });

  test('that a count is in a table at all, since it is large enough, is reckoned with', () => {
    const counted = withTotals({ row: [2, 9, 20] });
    expect(shown(counted)).toEqual({ row: 'c c 20 31' });
    // If both are at least what they are, [c c 20], adding up to 31, says 2 and 9.
    const bounds = { 'row/0': { low: 2, high: null }, 'row/1': { low: 9, high: null } };
    expect(shown({ ...counted, bounds })).toEqual({ row: 'c 9 c 31' });
  });

  test('a count that stands in sums alone is bounded by what it is', () => {
    const counted = { ...lines({ met: [1], short: [6] }), sums: [{ total: 'all', parts: ['met/0', 'short/0'] }] };
    const sums = [...counted.sums, { total: 'plans', parts: ['all', 'other'] }];
    expect(shown({ ...counted, sums })).toEqual({ met: 'c', short: '6' });
    const unshown = [
      { key: 'plans', n: 7 },
      { key: 'other', n: 0 },
    ];
    const bounds = { plans: { low: 7, high: 7 } };
    expect(shown({ ...counted, sums, unshown, bounds })).toEqual({ met: 'c', short: 'c' });
  });
});

describe('a group that is not told of', () => {
  test('is not told of by a zero either: 0 c c says that all of them are below', () => {
    const counted = square([
      [0, 3],
      [9, 12],
    ]);
    expect(shown(counted)).toMatchObject({ 'row-0': 'c c c' });
    expect(shown(lines({ one: [0, 3] }))).toEqual({ one: '0 c' });
  });

  test('is not told of by a zero of a column, nor by what is left of a share', () => {
    const column = square([
      [0, 9],
      [2, 12],
    ]);
    expect(shown(column)['row-0']).toMatch(/^c c 9$|^c 9 c$|^c c c$/);
    const share = withTotals({ one: [0] }, { share: true, below: false });
    expect(shown(share)).toEqual({ one: '0 40' });
    const few = { ...lines({ several: [0], graded: [3] }), subsets: [{ n: 'several/0', of: 'graded/0' }] };
    expect(shown(few)).toEqual({ several: 'c', graded: 'c' });
  });

  test('is told of where it is within a group that is: none of 13 was outstanding, so none of three', () => {
    const counted = lines({ grades: [0, 3, 10, 13], better: [3] });
    const sums = [
      { total: 'grades/3', parts: ['grades/0', 'grades/1', 'grades/2'] },
      { total: 'better/0', parts: ['grades/0', 'grades/1'] },
      { total: 'grades/3', parts: ['better/0', 'grades/2'] },
    ];
    expect(shown({ ...counted, sums })).toEqual({ grades: '0 c c 13', better: 'c' });
    expect(
      shown({ ...lines({ grades: [0, 13, 13] }), sums: [{ total: 'grades/2', parts: ['grades/0', 'grades/1'] }] }),
    ).toEqual({
      grades: '0 13 13',
    });
  });

  test('stays hidden with its zeros where a total is hidden for others', () => {
    const counted = lines({ one: [0, 6, 6], left: [2], all: [8] });
    const sums = [
      { total: 'one/2', parts: ['one/0', 'one/1'] },
      { total: 'all/0', parts: ['one/2', 'left/0'] },
    ];
    const known = new Map([['all/0', 8]]);
    expect(shown({ ...counted, sums }, { known })).toEqual({ one: 'c c c', left: 'c', all: '8' });
  });

  test('is named where tables give it away', () => {
    const counted = square([
      [0, 3],
      [9, 12],
    ]);
    const published = suppress(counted, RULE);
    expect(disclosures(counted, published, RULE)).toEqual([]);
    const given = showing(published, 'row-0/0', 0);
    expect(disclosures(counted, given, RULE)).toContainEqual({ key: 'row-0/0', how: 'shown', isOutAlready: false });
  });
});

describe('an earlier edition', () => {
  test('keeps hidden what it hid', () => {
    const counted = withTotals({ row: [8, 9, 10] });
    expect(shown(counted, { knownHidden: new Set(['row/0']) })).toEqual({ row: 'c c 10 27' });
  });

  test('makes counts useless to hide that it shows: others are hidden for them', () => {
    const counted = withTotals({ row: [3, 6, 20] });
    expect(shown(counted)).toEqual({ row: 'c c 20 29' });
    expect(shown(counted, { known: new Map([['row/1', 6]]) })).toEqual({ row: 'c 6 c 29' });
  });

  test('must not differ by a small number: that of the plans added since', () => {
    const counted = withTotals({ row: [12, 30, 20] });
    const known = new Map([
      ['row/0', 10],
      ['row/1', 20],
      ['row/2', 12],
      ['row/total', 42],
    ]);
    expect(shown(counted, { known })).toEqual({ row: 'c 30 c 62' });
  });

  test('that gave a small count away is named, but does not stand in the way', () => {
    const counted = withTotals({ row: [3, 20] });
    const known = new Map([
      ['row/1', 20],
      ['row/total', 23],
    ]);
    const rule = { ...RULE, known };
    const published = suppress(counted, rule);
    expect(disclosures(counted, published, rule)).toEqual([{ key: 'row/0', how: 'worked_out', isOutAlready: true }]);
  });
});

describe('tables that are about to be published', () => {
  test('are found out where they give something away', () => {
    const counted = withTotals({ row: [3, 20, 30] });
    expect(disclosures(counted, counted, RULE)).toEqual([{ key: 'row/0', how: 'shown', isOutAlready: false }]);
    const hidden = lines({ row: [3, 20, 30, 53] });
    const primary = replace(hidden, 'row/0');
    expect(disclosures(counted, primary, RULE)).toEqual([{ key: 'row/0', how: 'worked_out', isOutAlready: false }]);
    expect(disclosures(counted, suppress(counted, RULE), RULE)).toEqual([]);
  });

  test('that contradict themselves are refused', () => {
    const counted = withTotals({ row: [3, 20] });
    const sums = [{ total: 'row/total', parts: ['row/0'] }];
    expect(() => suppress({ ...counted, sums }, RULE)).toThrow('contradict');
  });
});

describe('suppression', () => {
  test('again hides no more, never shows what was hidden, and does not depend on the order of tables', () => {
    fc.assert(
      fc.property(randomWorkspaces, ({ now, threshold, hideZero }) => {
        const rule = { ...RULE, threshold, hideZero };
        const once = suppress(now, rule);
        expect(hiddenIn(suppress(once, rule))).toEqual(hiddenIn(once));
        const turned = { tables: now.tables.toReversed(), sums: now.sums.toReversed() };
        expect(hiddenIn(suppress(turned, rule))).toEqual(hiddenIn(once));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  test('hides every small count, shows every other as it is, and hides little more than it must', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 6,
        }),
        (cells) => {
          const counted = square(cells);
          const truth = countsByKey(counted.tables);
          const published = countsByKey(suppress(counted, RULE).tables);
          const small = [...truth].filter(([, n]) => n !== null && n > 0 && n < RULE.threshold);
          expect([...published].filter(([key, n]) => n !== null && n !== truth.get(key))).toEqual([]);
          for (const [key] of small) expect(published.get(key)).toBeNull();
          // Each small cell needs at most its rectangle: three more.
          expect(hiddenIn(suppress(counted, RULE)).length).toBeLessThanOrEqual(4 * small.length + 2);
        },
      ),
    );
  });
});

/** Tables of one row each, with the keys 'row/0', 'row/1' …, and no sums. */
function lines(rows: Record<string, readonly number[]>, id = 'table'): CountedTables {
  const width = Math.max(...Object.values(rows).map(({ length }) => length));
  return {
    tables: [
      {
        ...plain(id, width),
        rows: Object.entries(rows).map(([row, counts]) => ({
          ...head(row),
          counts: counts.map((n, at) => ({ key: `${row}/${at}`, n })),
        })),
      },
    ],
    sums: [],
  };
}

/** Rows that end in their total; with a share, in their total of 40, of which the first is shown. */
function withTotals(rows: Record<string, readonly number[]>, of?: { share: boolean; below: boolean }): CountedTables {
  const width = Math.max(...Object.values(rows).map(({ length }) => length)) + 1;
  const sums: Sum[] = [];
  const table = plain('totals', width);
  return {
    tables: [
      {
        ...table,
        columns: table.columns.map((column, at) => ({ ...column, isTotal: at === width - 1 })),
        rows: Object.entries(rows).map(([row, parts]) => {
          const counts = parts.map((n, at) => ({ key: `${row}/${at}`, n }));
          const total = of === undefined ? parts.reduce((sum, n) => sum + n, 0) : 40;
          if (of === undefined) sums.push({ total: `${row}/total`, parts: counts.map(({ key }) => key) });
          return { ...head(row), counts: [...counts, { key: `${row}/total`, n: total }] };
        }),
        share: of === undefined ? null : { label: 'Share', n: '0', of: String(width - 1) },
      },
    ],
    sums,
  };
}

/** A table with totals of rows and of columns. */
function square(cells: readonly (readonly number[])[]): CountedTables {
  const rows = cells.map((row, at) => ({ id: `row-${at}`, values: [...row, add(row)] }));
  const width = rows[0]?.values.length ?? 1;
  const totals = Array.from({ length: width }, (_, column) => add(rows.map(({ values }) => values[column] ?? 0)));
  const keys = Array.from({ length: width }, (_, column) => column);
  const table = plain('square', width);
  return {
    tables: [
      {
        ...table,
        columns: table.columns.map((column, at) => ({ ...column, isTotal: at === width - 1 })),
        rows: [...rows, { id: 'all', values: totals }].map(({ id, values }) => ({
          ...head(id),
          isTotal: id === 'all',
          counts: values.map((n, column) => ({ key: `${id}/${column}`, n })),
        })),
      },
    ],
    sums: [
      ...[...rows, { id: 'all' }].map(({ id }) => ({
        total: `${id}/${width - 1}`,
        parts: keys.slice(0, -1).map((column) => `${id}/${column}`),
      })),
      ...keys.map((column) => ({ total: `all/${column}`, parts: rows.map(({ id }) => `${id}/${column}`) })),
    ],
  };
}

function plain(id: string, width: number): CountTable {
  return {
    id,
    caption: '',
    noun: 'plans',
    rowHead: '',
    columns: Array.from({ length: width }, (_, at) => head(String(at))),
    rows: [],
    share: null,
  };
}

function head(id: string): { id: string; label: string; isTotal: boolean } {
  return { id, label: id, isTotal: false };
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

function shown(counted: CountedTables, options: Partial<SuppressionOptions> = {}): Record<string, string> {
  const { tables } = suppress(counted, { ...RULE, ...options });
  return Object.fromEntries(
    tables.flatMap(({ rows }) => rows.map(({ id, counts }) => [id, counts.map(({ n }) => n ?? 'c').join(' ')])),
  );
}

function hiddenIn({ tables }: CountedTables): string[] {
  return [...countsByKey(tables)].flatMap(([key, n]) => (n === null ? [key] : [])).toSorted();
}

function showing(counted: CountedTables, shownKey: string, as: number): CountedTables {
  const tables = counted.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      counts: row.counts.map(({ key, n }) => ({ key, n: key === shownKey ? as : n })),
    })),
  }));
  return { ...counted, tables };
}

function replace(counted: CountedTables, hidden: string): CountedTables {
  const tables = counted.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      counts: row.counts.map(({ key, n }) => ({
        key: key.replace('row/3', 'row/total'),
        n: key === hidden ? null : n,
      })),
    })),
  }));
  return { ...counted, tables };
}
