import { describe, expect, test } from 'vitest';
import { chartWords, wrapLabel } from '../../../../shared/charts/chart-frame.ts';
import { gradesChart } from '../../../../shared/charts/grades-chart.ts';
import { gradePatterns, paletteOf } from '../../../../shared/charts/grade-marks.ts';
import { heatChart } from '../../../../shared/charts/heat-chart.ts';
import { sharesChart } from '../../../../shared/charts/shares-chart.ts';
import { svg, svgToString, type SvgNode } from '../../../../shared/charts/svg-tree.ts';
import type { CountTable } from '../../../../shared/domain/report/count-table.ts';

const overall = tableOf([
  [3, 3, 6, 0],
  [2, 5, 4, 1],
]);

describe('a tree as markup', () => {
  test('escapes text and attributes', () => {
    const node = svg('text', { 'aria-label': '"a" & <b>' }, ['1 < 2 & “3”', svg('tspan', {}, ["it's"])]);
    expect(svgToString(node)).toBe(
      '<text aria-label="&quot;a&quot; &amp; &lt;b&gt;">1 &lt; 2 &amp; “3”<tspan>it&#39;s</tspan></text>',
    );
  });

  test('drops what XML cannot hold and keeps what it can', () => {
    expect(svgToString(svg('text', {}, ['a\u0000b\u001fc\ud800d😀\n']))).toBe('<text>abcd😀\n</text>');
  });

  test.each([
    ['a style', svg('rect', { style: 'fill:red' })],
    ['an event handler', svg('rect', { onclick: 'x()' })],
    ['a broken attribute name', svg('rect', { 'a b': 1 })],
    ['a broken element name', svg('g><script', {})],
  ])('refuses %s', (_, node) => {
    expect(() => svgToString(node)).toThrow(/^Not an SVG/);
  });
});

describe('the chart of grades', () => {
  const chart = gradesChart('Overall grades', overall, 4, { idPrefix: 'overall' });

  test('has a bar for each row, split into grades as long as their counts', () => {
    const widths = bars(chart).map((bar) => Number(bar.attrs['width']));
    expect(overall.rows.map(({ counts }) => counts.slice(0, 4).map(({ n }) => n))).toEqual([
      [3, 3, 6, 0],
      [2, 5, 4, 1],
    ]);
    expect(widths).toHaveLength(7);
    const unit = (widths[0] ?? 0) / 3;
    for (const [at, n] of [3, 3, 6, 2, 5, 4, 1].entries()) expect(widths[at]).toBeCloseTo(n * unit, 1);
  });

  test('never fills its width with a plan or two', () => {
    const widths = (rows: number[][]) =>
      bars(gradesChart('Overall grades', tableOf(rows), 4, { idPrefix: 'few' })).map(({ attrs }) => attrs['width']);
    const [whole = 0] = widths([[10, 0, 0, 0]]).map(Number);
    expect(widths([[1, 0, 0, 0]])).toEqual([whole / 10]);
    expect(widths([[0, 2, 0, 0]])).toEqual([whole / 5]);
    expect(widths([[40, 0, 0, 0]])).toEqual([whole]);
    const one = svgToString(gradesChart('Overall grades', tableOf([[1, 0, 0, 0]]), 4, { idPrefix: 'few' }));
    expect(one).toContain('; good or better 1 of 1 plan.');
    expect(one).not.toMatch(/share/i);
  });

  test('says its numbers as text and in its description', () => {
    expect(texts(chart)).toEqual(expect.arrayContaining(['Outstanding', 'Inadequate', '6 of 12, 50%', '7 of 12, 58%']));
    expect(chartWords(chart)).toEqual({
      title: 'Overall grades',
      description:
        'Stacked bar chart of plans by grade. 2026/27 Aut 1: Outstanding 3, Good 3, Requires improvement 6, Inadequate 0; share good or better 50% (6 of 12; likely range 25–75%). 2026/27 Aut 2: Outstanding 2, Good 5, Requires improvement 4, Inadequate 1; share good or better 58% (7 of 12; likely range 32–81%).',
    });
  });

  test('draws no bar for a row with a hidden count, and says that it is hidden', () => {
    const hidden = gradesChart('Overall grades', hide(overall, 1, 0), 4, { idPrefix: 'hidden' });
    expect(bars(hidden)).toHaveLength(3);
    expect(texts(hidden)).toContain('hidden (c)');
    expect(chartWords(hidden).description).toContain('2026/27 Aut 2: Outstanding c, Good 5');
  });

  test('keeps numbers and labels readable in the dark: no ink of the light palette is left', () => {
    const dark = svgToString(gradesChart('x', overall, 4, { idPrefix: 's', palette: 'dark' }));
    const light = paletteOf('light');
    for (const colour of [light.paper, light.ink, light.quietInk, ...light.tones.map((tone) => tone.ground)]) {
      expect(dark).not.toContain(`"${colour}"`);
    }
  });
});

describe('the chart of shares', () => {
  test('puts the smallest share first, with its range from ten on', () => {
    const chart = sharesChart('Shares', overall, { idPrefix: 'shares' });
    const labels = texts(chart);
    expect(labels.indexOf('2026/27 Aut 1')).toBeLessThan(labels.indexOf('2026/27 Aut 2'));
    expect(labels).toEqual(expect.arrayContaining(['6 of 12, 50%', '7 of 12, 58%']));
    expect(nodes(chart).filter(({ tag, attrs }) => tag === 'path' && attrs['stroke-width'] === 1.5)).toHaveLength(2);
  });

  test('has counts alone, and no range, under ten', () => {
    const few = tableOf([[1, 0, 2, 0]]);
    const markup = svgToString(sharesChart('Shares', few, { idPrefix: 'few' }));
    expect(markup).not.toContain('%');
    expect(markup).toContain('1 of 3');
    expect(markup).not.toContain('stroke-width="1.5"');
    // No scale from none to all, and nothing as long as a share.
    expect(markup).not.toMatch(/>(none|half|all)</);
  });

  test('draws a square for each of fewer than ten, away from the bars and in no order of shares', () => {
    const mixed = tableOf([
      [1, 1, 0, 0],
      [3, 3, 6, 0],
      [0, 0, 2, 0],
      [1, 8, 1, 2],
    ]);
    const chart = sharesChart('Shares', mixed, { idPrefix: 'mixed' });
    const rows = nodes(chart).filter(({ attrs }) => attrs['data-row'] !== undefined);
    const drawn = rows.map((row) => nodes(row).filter(({ tag }) => tag === 'rect'));
    const widths = drawn.map((own) => own.map(({ attrs }) => attrs['width']));
    // Two bars, the smaller first; then the two of two and the none of two.
    expect(widths).toEqual([[160], [240], [12, 12], [12, 12]]);
    const fills = drawn.map((own) => new Set(own.map(({ attrs }) => attrs['fill'])).size);
    expect(fills).toEqual([1, 1, 1, 1]);
    expect(drawn[2]?.[0]?.attrs['fill']).not.toBe(drawn[3]?.[0]?.attrs['fill']);
    expect(texts(chart)).toEqual(
      expect.arrayContaining([
        '2 of 2',
        '0 of 2',
        'Fewer than ten plans: a square for each, filled for those good or better.',
      ]),
    );
    expect(chartWords(chart).description).toMatch(
      /smallest share first.*50%.*75%.*Without a share: .*2 of 2 plans.*0 of 2 plans/,
    );
  });

  test('gives of much that was found in few plans its number alone', () => {
    const found = { ...overall, share: overall.share === null ? null : { ...overall.share, isOfFewPlans: true } };
    const chart = sharesChart('Shares', found, { idPrefix: 'found' });
    expect(rects(chart)).toEqual([]);
    expect(texts(chart)).toEqual(expect.arrayContaining(['6 of 12', 'too few plans for a share']));
  });

  test('tells what is hidden from what there is nothing of', () => {
    const none = tableOf([
      [0, 0, 0, 0],
      [1, 2, 3, 4],
    ]);
    const chart = sharesChart('Shares', hide(none, 1, 5), { idPrefix: 'none' });
    expect(rects(chart)).toEqual([]);
    expect(texts(chart)).toEqual(expect.arrayContaining(['nothing to count', 'hidden (c)']));
  });
});

describe('the map', () => {
  test('is darker where there are more, and writes every number in its cell', () => {
    const chart = heatChart('Map', overall, { idPrefix: 'map' });
    expect(rects(chart).map((cell) => cell.attrs['fill-opacity'])).toEqual([0.6, 0.6, 1, 0, 0.4, 1, 0.8, 0.2]);
    expect(texts(chart).filter((text) => /^\d+$/.test(text))).toEqual(['3', '3', '6', '0', '2', '5', '4', '1']);
  });

  test('is pale where there are few, though they are the most', () => {
    const chart = heatChart('Map', tableOf([[0, 1, 2, 0]]), { idPrefix: 'few' });
    expect(rects(chart).map((cell) => cell.attrs['fill-opacity'])).toEqual([0, 0.2, 0.4, 0]);
  });

  test('writes the sign of what is hidden, and leaves its cell empty', () => {
    const chart = heatChart('Map', hide(overall, 0, 2), { idPrefix: 'map' });
    expect(rects(chart)[2]?.attrs).toMatchObject({ 'fill-opacity': 0, 'stroke-dasharray': '3 2' });
    expect(texts(chart)).toContain('c');
    expect(chartWords(chart).description).toContain('Requires improvement c');
  });
});

test('every id in a chart begins with its prefix, so that charts can share a page', () => {
  const ids = nodes(gradesChart('x', overall, 4, { idPrefix: 'only-here' })).flatMap((node) => node.attrs['id'] ?? []);
  expect(ids.length).toBeGreaterThan(4);
  for (const id of ids) expect(String(id)).toMatch(/^only-here-/);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([2, 3, 4, 5, 6])('a scale of %i grades has as many different patterns', (count) => {
  for (const name of ['light', 'dark'] as const) {
    const patterns = gradePatterns(count, paletteOf(name), 'p').children;
    const marks = patterns.map((pattern) => (typeof pattern === 'string' ? pattern : withoutColours(pattern)));
    expect(new Set(marks).size).toBe(count);
  }
});

test('a long label is wrapped, and cut with an ellipsis where it does not fit', () => {
  expect(wrapLabel('Co-production and plain language', 18, 2)).toEqual(['Co-production and', 'plain language']);
  expect(wrapLabel('one two three four five six', 8, 2)).toEqual(['one two', 'three…']);
  expect(wrapLabel('', 8, 2)).toEqual([]);
});

/** The marks of a pattern as markup, colours and ids taken out. */
function withoutColours(pattern: SvgNode): string {
  return svgToString({ ...pattern, attrs: {} }).replaceAll(/#[0-9a-f]{6}/g, 'colour');
}

function nodes(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodes(child)))];
}

/** The bars of a chart, without its key and its patterns. */
function rects(chart: SvgNode): SvgNode[] {
  return nodes(chart).filter(({ tag }) => tag === 'rect');
}

function bars(chart: SvgNode): SvgNode[] {
  return nodes(chart).filter(
    (node) => node.tag === 'rect' && String(node.attrs['fill']).startsWith('url(') && node.attrs['height'] !== 16,
  );
}

function texts(chart: SvgNode): string[] {
  return nodes(chart).flatMap((node) =>
    node.tag === 'text' ? [node.children.filter((child) => typeof child === 'string').join('')] : [],
  );
}

/** A table of grades by half-term, one row for each list of four counts. */
function tableOf(rows: readonly (readonly number[])[]): CountTable {
  const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'];
  return {
    id: 'overall',
    caption: 'Overall grades',
    noun: 'plans',
    rowHead: 'Half-term',
    columns: [
      ...grades.map((label) => ({ id: label, label, isTotal: false })),
      { id: 'total', label: 'All graded', isTotal: true },
      { id: 'good', label: 'Good or better', isTotal: true },
    ],
    rows: rows.map((counts, at) => ({
      id: `row-${at}`,
      label: `2026/27 Aut ${at + 1}`,
      isTotal: false,
      counts: [...counts, counts.reduce((sum, n) => sum + n, 0), (counts[0] ?? 0) + (counts[1] ?? 0)].map(
        (n, column) => ({
          key: `${at}/${column}`,
          n,
        }),
      ),
    })),
    share: { label: 'Share good or better', n: 'good', of: 'total' },
  };
}

/** The same with one count hidden. */
function hide(table: CountTable, row: number, column: number): CountTable {
  return {
    ...table,
    rows: table.rows.map((own, at) =>
      at === row
        ? { ...own, counts: own.counts.map((count, place) => (place === column ? { ...count, n: null } : count)) }
        : own,
    ),
  };
}
