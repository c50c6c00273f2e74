import { describe, expect, test } from 'vitest';
import { chartWords, wrapLabel } from '../../../../shared/charts/chart-frame.ts';
import { distributionChart } from '../../../../shared/charts/distribution-chart.ts';
import { gradePatterns, paletteOf } from '../../../../shared/charts/grade-marks.ts';
import { standardsChart, weakestFirst } from '../../../../shared/charts/standards-chart.ts';
import { svg, svgToString, type SvgNode } from '../../../../shared/charts/svg-tree.ts';
import { answers, auditedDocument, reportOn, variedDocuments } from '../domain/report-fixture.ts';

const model = reportOn(variedDocuments());
const [large, small] = model.populations;
if (large === undefined || small === undefined) throw new Error('The fixture has lost its populations.');
const goodOrBetterLabel = model.goodOrBetterLabel;

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

describe('the distribution chart', () => {
  const chart = distributionChart(
    { title: 'Overall grades', distribution: large.distribution, noun: 'plans', goodOrBetterLabel },
    { idPrefix: 'overall' },
  );

  test('has the length of each bar in proportion to its count', () => {
    const [outstanding, good, requiresImprovement] = bars(chart).map((bar) => Number(bar.attrs['width']));
    expect(bars(chart)).toHaveLength(3);
    expect(large.distribution.grades.map((entry) => entry.share.n)).toEqual([3, 3, 6, 0]);
    expect(good).toBe(outstanding);
    expect(requiresImprovement).toBe(2 * (outstanding ?? 0));
  });

  test('says its numbers as text and in its description', () => {
    expect(texts(chart)).toEqual(
      expect.arrayContaining(['Outstanding', '3 (25%, 9–53%)', '6 (50%, 25–75%)', '0 (0%, 0–24%)', 'all 12 plans']),
    );
    expect(chartWords(chart)).toEqual({
      title: 'Overall grades',
      description:
        'Bar chart of the grades of 12 plans: Outstanding 3 (25%, 9–53%); Good 3 (25%, 9–53%); Requires improvement 6 (50%, 25–75%); Inadequate 0 (0%, 0–24%). Good or better: 50% (6 of 12; likely range 25–75%).',
    });
  });

  test('has counts alone, and no range line, under ten plans', () => {
    const few = distributionChart(
      { title: 'Overall grades', distribution: small.distribution, noun: 'plans', goodOrBetterLabel },
      { idPrefix: 'few' },
    );
    expect(svgToString(few)).not.toContain('%');
    expect(texts(few)).toEqual(expect.arrayContaining(['0', '1', '3', 'all 4 plans']));
  });

  test('of no plans draws no bar and says so', () => {
    const none = { ...large.distribution, total: 0, grades: large.distribution.grades.slice(3) };
    const chart = distributionChart(
      { title: 'Overall grades', distribution: none, noun: 'plans', goodOrBetterLabel },
      { idPrefix: 'none' },
    );
    expect(bars(chart)).toEqual([]);
    expect(chartWords(chart).description).toBe('Bar chart without bars: no plans graded.');
  });
});

describe('the standards chart', () => {
  const data = {
    title: 'By standard',
    standards: large.standards,
    total: large.total,
    noun: 'plans',
    goodOrBetterLabel,
  };

  test('puts the standards least often good or better first, and those that did not apply last', () => {
    const order = weakestFirst(large.standards).map((row) => row.distribution.goodOrBetter.n);
    expect(order.slice(0, 4)).toEqual([7, 9, 10, 11]);
    expect(weakestFirst(large.standards).at(-1)?.distribution.total).toBe(0);
    const labels = texts(standardsChart(data, { idPrefix: 's' }));
    expect(labels.indexOf('Provision (F)')).toBeLessThan(labels.indexOf('Golden thread'));
    expect(labels).toContain('7 of 12');
    expect(labels.filter((text) => text === 'did not apply')).toHaveLength(2);
  });

  test('splits every full bar into parts that fill it', () => {
    const rows = new Map<number, number>();
    for (const bar of bars(standardsChart(data, { idPrefix: 's' }))) {
      const y = Number(bar.attrs['y']);
      rows.set(y, (rows.get(y) ?? 0) + Number(bar.attrs['width']));
    }
    const lengths = [...rows.values()].filter((length) => length > 20);
    expect(lengths).toHaveLength(11);
    for (const length of lengths) expect(length).toBeCloseTo(lengths[0] ?? 0, 0);
  });

  test('names each grade in words beside its pattern', () => {
    expect(texts(standardsChart(data, { idPrefix: 's' })).slice(0, 4)).toEqual([
      'Outstanding',
      'Good',
      'Requires improvement',
      'Inadequate',
    ]);
  });

  test('keeps numbers and labels readable in the dark: no ink of the light palette is left', () => {
    const dark = svgToString(standardsChart(data, { idPrefix: 's', palette: 'dark' }));
    const light = paletteOf('light');
    for (const colour of [light.paper, light.ink, light.quietInk, ...light.tones.map((tone) => tone.ground)]) {
      expect(dark).not.toContain(`"${colour}"`);
    }
  });
});

test('every id in a chart begins with its prefix, so that charts can share a page', () => {
  const chart = distributionChart(
    { title: 'x', distribution: large.distribution, noun: 'plans', goodOrBetterLabel },
    { idPrefix: 'only-here' },
  );
  const ids = nodes(chart).flatMap((node) => node.attrs['id'] ?? []);
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

test('a chart of a lone plan speaks in the singular', () => {
  const [population] = reportOn([auditedDocument('a', [answers('met')])]).populations;
  if (population === undefined) throw new Error('No population');
  const chart = distributionChart(
    { title: 'x', distribution: population.distribution, noun: 'plans', goodOrBetterLabel },
    { idPrefix: 'x' },
  );
  expect(chartWords(chart).description).toContain('of the grades of 1 plan: Outstanding 1;');
  expect(texts(chart)).toContain('the one plan');
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
