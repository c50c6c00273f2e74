import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paletteOf } from '../../../../../shared/charts/grade-marks.ts';
import type { SvgNode } from '../../../../../shared/charts/svg-tree.ts';
import { countAdvice } from '../../../../../shared/domain/advice/advice-gaps.ts';
import { suggestHalfTerms } from '../../../../../shared/domain/half-term.ts';
import { countInsight } from '../../../../../shared/domain/insight/count-insight.ts';
import { INSIGHT_PARTS, insightBlocks } from '../../../../../shared/domain/insight/insight-blocks.ts';
import { NO_INSIGHT_FILTER, selectPlans } from '../../../../../shared/domain/insight/insight-filter.ts';
import { draftsAndFinals } from '../../../../../shared/domain/insight/insight-movement.ts';
import type { CountTable } from '../../../../../shared/domain/report/count-table.ts';
import { drawChart } from '../../../../../shared/domain/report/print-report.ts';
import type { ReportBlock } from '../../../../../shared/domain/report/report-model.ts';
import { hasPercentages, shareOfRow } from '../../../../../shared/domain/report/shown-shares.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { RUBRIC, RUBRIC_ID, settledPlans } from '../report/settled-plans.ts';

/** Under ten plans counts, and no shares: neither written nor drawn, in any part (field brief §16.3). */

const CALENDAR = [2025, 2026].flatMap((year) => suggestHalfTerms(year));
const PAPER = paletteOf('light').paper;
const RUBRICS = new Map([[RUBRIC_ID, { rubric: RUBRIC, digest: '' }]]);

test('of fewer than ten plans no part writes a percentage or draws a share', () => {
  let drawn = 0;
  fc.assert(
    fc.property(settledPlans(9, 1), (plans) => {
      for (const { blocks } of partsOf(plans)) {
        // The rule itself says 95%, of the range.
        expect(JSON.stringify(blocks.filter(({ kind }) => kind === 'sentences'))).not.toMatch(/\d+%/);
        const tables = tablesOf(blocks);
        expect(tables.filter(hasPercentages).map(({ id }) => id)).toEqual([]);
        for (const { block, table } of chartsOf(blocks, tables)) {
          const picture = drawChart(block, table, block.caption, 'light');
          expect([block.id, textsOf(picture).filter((text) => /%|^(none|half|all)$/.test(text))]).toEqual([
            block.id,
            [],
          ]);
          drawn += 1;
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(drawn).toBeGreaterThan(100);
});

test('among many plans a row of fewer than ten has a square for each, and a longer bar is a share of ten or more', () => {
  const seen = { squares: 0, bars: 0 };
  fc.assert(
    fc.property(settledPlans(60, 20), (plans) => {
      for (const { blocks } of partsOf(plans)) {
        const tables = tablesOf(blocks);
        for (const { block, table } of chartsOf(blocks, tables)) {
          if (block.chart !== 'shares') continue;
          const picture = drawChart(block, table, block.caption, 'light');
          for (const row of table.rows.filter(({ isTotal }) => !isTotal)) {
            const share = shareOfRow(table, row);
            const kind = share === null ? 'nothing' : share.percent !== null ? 'bar' : 'counts';
            const wanted =
              share === null || (kind === 'counts' && share.of >= 10)
                ? { boxes: 0, filled: 0 }
                : kind === 'bar'
                  ? { boxes: Math.min(1, share.n), filled: Math.min(1, share.n) }
                  : { boxes: share.of, filled: share.n };
            const boxes = boxesOf(picture, row.id);
            expect([block.id, row.id, boxes.length, boxes.filter(({ fill }) => fill !== PAPER).length]).toEqual([
              block.id,
              row.id,
              wanted.boxes,
              wanted.filled,
            ]);
            expect(boxes.every(({ width }) => kind === 'bar' || width === 12)).toBe(true);
            if (wanted.boxes > 0) seen[kind === 'bar' ? 'bars' : 'squares'] += 1;
          }
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(Math.min(seen.squares, seen.bars)).toBeGreaterThan(50);
});

test('many requests for advice on few plans bear no share, and on many plans they do', () => {
  const [few, many] = [4, 12].map((number) => {
    const [sample = []] = fc.sample(settledPlans(1, 1), { numRuns: 1, seed: 5 });
    const plans = Array.from({ length: number }, (_, at) =>
      sample.map((plan) => ({ ...plan, documentId: `d${at}`, planId: `p${at}` })),
    ).flat();
    return partsOf(plans)
      .flatMap(({ blocks }) => tablesOf(blocks))
      .find(({ id }) => id === 'advice');
  });
  expect([few, many].map((table) => table !== undefined && hasPercentages(table))).toEqual([false, true]);
  expect(few?.rows).toEqual(many?.rows.map((row) => ({ ...row, counts: few?.rows[0]?.counts })));
});

/** Every part of the screen, with forty requests for advice that were answered in time. */
function partsOf(plans: readonly SettledPlan[]): { blocks: ReportBlock[] }[] {
  const selection = selectPlans(plans, CALENDAR, RUBRICS, { ...NO_INSIGHT_FILTER, from: '2025-26/6', to: '2026-27/2' });
  const requests = Array.from({ length: 40 }, () => ({
    agency: 'health' as const,
    service: 'Therapy',
    profession: '',
    roundIds: [],
    state: 'received' as const,
    isOnTime: true,
    unanswered: [],
    findings: [],
  }));
  const counted = countInsight(selection, plans, RUBRICS, CALENDAR, {
    today: '2026-12-10',
    asAt: '2026-12-10',
    advice: [{ agency: 'health', label: 'Health', counts: countAdvice(requests) }],
    agreement: [],
    measures: null,
    movement: draftsAndFinals(
      selection.plans,
      plans,
      new Map(plans.map(({ documentId, planId }) => [documentId, planId])),
    ),
  });
  if (counted === null) throw new Error('Nothing was chosen.');
  return INSIGHT_PARTS.map((part) => ({ blocks: insightBlocks(part, counted, selection) }));
}

function tablesOf(blocks: readonly ReportBlock[]): CountTable[] {
  return blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : []));
}

function chartsOf(blocks: readonly ReportBlock[], tables: readonly CountTable[]) {
  return blocks.flatMap((block) => {
    const table = block.kind === 'chart' ? tables.find(({ id }) => id === block.tableId) : undefined;
    return block.kind === 'chart' && table !== undefined && table.rows.length > 0 ? [{ block, table }] : [];
  });
}

function boxesOf(picture: SvgNode, rowId: string): { width: number; fill: string }[] {
  return nodesOf(picture)
    .filter(({ attrs }) => attrs['data-row'] === rowId)
    .flatMap((row) => nodesOf(row).filter(({ tag }) => tag === 'rect'))
    .map(({ attrs }) => ({ width: Number(attrs['width']), fill: String(attrs['fill']) }));
}

function nodesOf(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))];
}

function textsOf(node: SvgNode): string[] {
  return nodesOf(node).flatMap(({ tag, children }) =>
    tag === 'text' || tag === 'desc' ? children.filter((child) => typeof child === 'string') : [],
  );
}
