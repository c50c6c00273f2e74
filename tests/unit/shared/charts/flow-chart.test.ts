import { expect, test } from 'vitest';
import { chartWords } from '../../../../shared/charts/chart-frame.ts';
import { flowChart } from '../../../../shared/charts/flow-chart.ts';
import { type SvgNode, svgToString } from '../../../../shared/charts/svg-tree.ts';
import { movementTables } from '../../../../shared/domain/insight/insight-movement.ts';
import type { CountTable } from '../../../../shared/domain/report/count-table.ts';
import { RUBRIC } from '../domain/report/settled-plans.ts';

const TABLE = movementTables('key', RUBRIC, { pairs: [], alone: 0 }).tables[0];
const FLOWS: Record<string, number> = {
  'good outstanding': 3,
  'good good': 4,
  'outstanding good': 1,
  'inadequate good': 2,
};

test('says every flow in words, and draws each as a band as wide as its plans', () => {
  const chart = flowChart('From draft to final', tableOf(FLOWS), { idPrefix: 'flow' });
  expect(chartWords(chart).description).toBe(
    'Picture of plans from the draft’s grade to the final’s. from Outstanding to Good: 1; from Good to Outstanding: 3; from Good to Good: 4; from Inadequate to Good: 2.',
  );
  expect(texts(chart)).toEqual(
    expect.arrayContaining(['Good: 7', 'Outstanding: 1', 'Outstanding: 3', 'Inadequate: 2']),
  );
  expect(texts(chart)).toEqual(expect.arrayContaining(['higher as a final', 'the same', 'lower as a final']));
  const heights = [...svgToString(chart).matchAll(/V([\d.]+) C.*?Z/g)];
  expect(heights).toHaveLength(4);
  // What is lower is told from what is higher without any colour.
  expect(svgToString(chart).match(/stroke-dasharray/g)).toHaveLength(2);
});

test('of one plan it draws a small band, and of ten the whole height', () => {
  const barOf = (flows: Record<string, number>) => {
    const [bar] = /<rect[^>]* height="([\d.]+)" fill="url/
      .exec(svgToString(flowChart('From draft to final', tableOf(flows), { idPrefix: 'flow' })))
      ?.slice(1) ?? [''];
    return Number(bar);
  };
  expect(barOf({ 'good good': 10 })).toBe(10 * barOf({ 'good good': 1 }));
  expect(barOf({ 'good good': 80 })).toBe(barOf({ 'good good': 10 }));
});

test('draws nothing where a count is hidden, and says so', () => {
  const chart = flowChart('From draft to final', tableOf({ ...FLOWS, 'good good': null }), { idPrefix: 'flow' });
  expect(texts(chart)).toContain('hidden (c)');
  expect(svgToString(chart)).not.toContain('>3<');
  expect(chartWords(chart).description).not.toContain('3');
});

test('an empty table is an empty picture', () => {
  expect(chartWords(flowChart('Nothing', tableOf({}), { idPrefix: 'flow' })).description).toContain('Picture of plans');
});

function tableOf(flows: Record<string, number | null>): CountTable {
  if (TABLE === undefined) throw new Error('There is no table to fill.');
  return {
    ...TABLE,
    rows: TABLE.rows.map((row) => ({
      ...row,
      counts: row.counts.map((count, at) => {
        const n = flows[`${row.id} ${TABLE.columns[at]?.id ?? ''}`];
        return { ...count, n: n === undefined ? 0 : n };
      }),
    })),
  };
}

function texts(node: SvgNode): string[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [child] : texts(child)));
}
