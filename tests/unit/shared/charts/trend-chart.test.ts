import { describe, expect, test } from 'vitest';
import { chartWords } from '../../../../shared/charts/chart-frame.ts';
import { svgToString } from '../../../../shared/charts/svg-tree.ts';
import { trendChart } from '../../../../shared/charts/trend-chart.ts';
import type { TrendMarks } from '../../../../shared/charts/trend-points.ts';
import type { CountTable } from '../../../../shared/domain/report/count-table.ts';

type Row = readonly [id: string, label: string, n: number | null, of: number | null];

function tableOf(rows: readonly Row[]): CountTable {
  const head = (id: string, label: string) => ({ id, label, isTotal: false });
  return {
    id: 'measure',
    caption: 'New plans good or better',
    noun: 'plans',
    rowHead: 'Reading',
    columns: [head('n', 'Good or better'), head('of', 'All')],
    rows: rows.map(([id, label, n, of]) => ({
      ...head(id, label),
      counts: [
        { key: `${id}/n`, n },
        { key: `${id}/of`, n: of },
      ],
    })),
    share: { label: 'Share', n: 'n', of: 'of' },
  };
}

const MARKS: TrendMarks = {
  dates: ['2026-05-12', '2026-07-07', '2026-10-13', '2026-12-08'],
  milestones: [
    { on: '2026-06-30', percent: 50, label: '50% by 30 June 2026' },
    { on: '2026-10-31', percent: 60, label: '60% by 31 October 2026' },
  ],
  breaksBefore: [],
};
const ROWS: Row[] = [
  ['a', '2025/26 Sum 1', 8, 20],
  ['b', '2025/26 Sum 2', 9, 20],
  ['c', '2026/27 Aut 1', 10, 20],
  ['d', '2026/27 Aut 2', 12, 20],
];

function drawn(rows: readonly Row[], marks: Partial<TrendMarks> = {}) {
  const chart = trendChart('A measure', tableOf(rows), { ...MARKS, ...marks }, { idPrefix: 't' });
  const markup = svgToString(chart);
  return {
    ...chartWords(chart),
    texts: [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text),
    joints: markup.match(/ L[\d.]+ [\d.]+" stroke="#1b2330"/g)?.length ?? 0,
    dots: markup.match(/<circle/g)?.length ?? 0,
    squares: markup.match(/<rect[^>]*width="10"/g)?.length ?? 0,
    ranges: markup.match(/fill-opacity="0.22"/g)?.length ?? 0,
  };
}

describe('trend chart', () => {
  test('joins its points, labels the latest and the milestone that it answers to, and says it all in words', () => {
    const chart = drawn(ROWS);
    // The key has a point of its own.
    expect(chart).toMatchObject({ joints: 3, dots: 5, ranges: 4, squares: 0, title: 'A measure' });
    expect(chart.texts).toEqual(
      expect.arrayContaining(['60% (12 of 20)', 'milestone 60%', 'Oct 26', '50%', 'Jun 26', '2026/27', 'Aut 2']),
    );
    expect(chart.description).toBe(
      'Line chart of readings. 2025/26 Sum 1: 40% (8 of 20), likely range 22–61%; 2025/26 Sum 2: 45% (9 of 20), likely range 26–66%; 2026/27 Aut 1: 50% (10 of 20), likely range 30–70%; 2026/27 Aut 2: 60% (12 of 20), likely range 39–78%. Milestones: 50% by 30 June 2026; 60% by 31 October 2026.',
    );
  });

  test('leaves a gap where a reading is hidden or too small, and puts its sign or its counts on the axis', () => {
    const chart = drawn([
      ['a', '2025/26 Sum 1', 8, 20],
      ['b', '2025/26 Sum 2', null, 12],
      ['c', '2026/27 Aut 1', 4, 7],
      ['d', '2026/27 Aut 2', 12, 20],
    ]);
    expect(chart).toMatchObject({ joints: 0, dots: 3, ranges: 2 });
    expect(chart.texts).toEqual(expect.arrayContaining(['c', '4 of 7']));
    expect(chart.texts.join(' ')).not.toContain('57%');
    expect(chart.description).toContain('2025/26 Sum 2: hidden (c); 2026/27 Aut 1: 4 of 7;');
  });

  test('lets no earlier reading pass for the latest, which has no point', () => {
    const { texts } = drawn([...ROWS.slice(0, 3), ['d', '2026/27 Aut 2', 5, 8]]);
    expect(texts).toEqual(expect.arrayContaining(['5 of 8', 'milestone 60%']));
    expect(texts).not.toContain('50% (10 of 20)');
  });

  test('breaks the line where the standards changed', () => {
    const chart = drawn(ROWS, { breaksBefore: ['c'] });
    expect(chart).toMatchObject({ joints: 2 });
    expect(chart.texts).toContain('standards changed');
    expect(chart.description).toContain('here the standards changed; 2026/27 Aut 1');
  });

  test('marks what was entered by hand, with counts and without', () => {
    const chart = drawn([['by-hand/x', '12 May 2026 (entered by hand)', 6, 20], ...ROWS.slice(1)], {
      percentsAlone: [{ on: '2025-10-31', percent: 28 }],
    });
    expect(chart).toMatchObject({ squares: 3, dots: 4, ranges: 4, joints: 4 });
    expect(chart.texts).toEqual(expect.arrayContaining(['entered by hand', 'Oct 25', 'by hand']));
    expect(chart.description).toContain('31 October 2025 (entered by hand): 28%, counts not known');
  });

  test('draws milestones alone, one reading alone, and numbers of things', () => {
    expect(drawn([]).description).toMatch(/^Line chart without readings of plans\. Milestones: 50%/);
    expect(drawn(ROWS.slice(0, 1), { milestones: [] })).toMatchObject({ dots: 2, joints: 0 });
    const counts = { ...tableOf(ROWS.map(([id, name, n]) => [id, name, (n ?? 0) * 4, 0])), share: null };
    const markup = svgToString(trendChart('Appeals', counts, MARKS, { idPrefix: 't', palette: 'dark' }));
    expect(markup).toContain('>48<');
    expect(markup).not.toMatch(/\d%</);
  });

  test('a range that reaches 0 or 100 stays inside the chart', () => {
    const numbers = [
      ...svgToString(trendChart('A', tableOf([['a', '2025/26 Sum 1', 20, 20]]), MARKS, { idPrefix: 't' })).matchAll(
        /(?:x|y|cx|cy)="(-?[\d.]+)"/g,
      ),
    ].map(([, number]) => Number(number));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(720);
  });
});

test('counts on the axis that stand near one another are set on lines of their own', () => {
  const few: Row[] = [
    ['a', '2025/26 Sum 1', 3, 8],
    ['b', '2025/26 Sum 2', 4, 9],
    ['c', '2026/27 Aut 1', 3, 4],
  ];
  const near = trendChart(
    'A measure',
    tableOf(few),
    { ...MARKS, dates: ['2026-05-12', '2026-10-08', '2026-10-13'] },
    { idPrefix: 't' },
  );
  const lines = ['3 of 8', '4 of 9', '3 of 4'].map(
    (words) => new RegExp(`<text[^>]* y="(\\d+)"[^>]*>${words}<`).exec(svgToString(near))?.[1],
  );
  expect(lines[0]).toBe(lines[1]);
  expect(Number(lines[2])).toBeLessThan(Number(lines[1]));
});
