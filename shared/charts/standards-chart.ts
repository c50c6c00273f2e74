import type { StandardRow } from '../domain/report-model.ts';
import { counted } from '../domain/report-words.ts';
import {
  chartFrame,
  CHART_WIDTH,
  label,
  numberOnPattern,
  SMALL_TEXT_SIZE,
  wrapLabel,
  type ChartOptions,
} from './chart-frame.ts';
import { gradeFill, gradePatterns, paletteOf } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';

export interface StandardsChartData {
  /** "Grades by standard, final plans, new" */
  title: string;
  standards: readonly StandardRow[];
  /** Plans in the population: the length of a full bar. */
  total: number;
  noun: string;
  /** "Good or better" */
  goodOrBetterLabel: string;
}

const LABEL_WIDTH = 230;
const VALUE_WIDTH = 118;
const ROW_HEIGHT = 29;
/** A label of two lines needs this much. */
const TALL_ROW_HEIGHT = 40;
const BAR_HEIGHT = 20;
const KEY_HEIGHT = 30;
const HEADING_HEIGHT = 26;
/** Under this width a number would spill over its segment; the table below the chart holds it anyway. */
const NARROWEST_NUMBERED = 18;

/**
 * A bar for each standard, split into its grades from best to lowest, with those least often good or better on top. Bars
 * are as long as the number of plans graded on the standard, so a short bar means that it did not apply to some.
 */
export function standardsChart(data: StandardsChartData, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const rows = weakestFirst(data.standards);
  const grades = rows[0]?.distribution.grades ?? [];
  const barWidth = CHART_WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const unit = data.total === 0 ? 0 : barWidth / data.total;
  const key = gradeKey();
  const placed = placeBars(key.height + HEADING_HEIGHT);

  return chartFrame(
    {
      title: data.title,
      description: describeStandards(data),
      height: placed.bottom + 6,
      children: [
        gradePatterns(grades.length, palette, options.idPrefix),
        ...key.nodes,
        label(data.goodOrBetterLabel, { x: CHART_WIDTH - 4, y: key.height + 14 }, palette, {
          'text-anchor': 'end',
          'font-size': SMALL_TEXT_SIZE,
          fill: palette.quietInk,
        }),
        ...placed.bars,
      ],
    },
    options,
  );

  function placeBars(top: number): { bars: SvgNode[]; bottom: number } {
    const bars: SvgNode[] = [];
    let bottom = top;
    for (const row of rows) {
      const lines = wrapLabel(row.shortTitle, 29, 2);
      const height = lines.length > 1 ? TALL_ROW_HEIGHT : ROW_HEIGHT;
      bars.push(...barOf(row, lines, bottom + height / 2));
      bottom += height;
    }
    return { bars, bottom };
  }

  function barOf(row: StandardRow, lines: readonly string[], middle: number): SvgNode[] {
    const drawn = lines.map((line, at) =>
      label(line, { x: LABEL_WIDTH - 12, y: middle + 5 + (at - (lines.length - 1) / 2) * 16 }, palette, {
        'text-anchor': 'end',
      }),
    );
    let x = LABEL_WIDTH;
    const numbers: SvgNode[] = [];
    for (const [index, entry] of row.distribution.grades.entries()) {
      const width = entry.share.n * unit;
      if (width === 0) continue;
      drawn.push(
        svg('rect', {
          x: round(x),
          y: middle - BAR_HEIGHT / 2,
          width: round(width),
          height: BAR_HEIGHT,
          ...gradeFill(index, palette, options.idPrefix),
        }),
      );
      if (width >= NARROWEST_NUMBERED) {
        numbers.push(numberOnPattern(String(entry.share.n), { x: round(x + width / 2), y: middle + 5 }, palette));
      }
      x += width;
    }
    const { goodOrBetter } = row.distribution;
    const value = row.distribution.total === 0 ? 'did not apply' : `${goodOrBetter.n} of ${goodOrBetter.of}`;
    return [
      ...drawn,
      ...numbers,
      label(value, { x: CHART_WIDTH - 4, y: middle + 5 }, palette, { 'text-anchor': 'end' }),
    ];
  }

  function gradeKey(): { nodes: SvgNode[]; height: number } {
    const nodes: SvgNode[] = [];
    let x = 0;
    let line = 0;
    for (const [index, entry] of grades.entries()) {
      const width = 26 + entry.label.length * 7.6 + 22;
      if (x > 0 && x + width > CHART_WIDTH) {
        x = 0;
        line += 1;
      }
      const y = line * KEY_HEIGHT;
      nodes.push(
        svg('rect', {
          x: x + 1,
          y: y + 5,
          width: 18,
          height: 16,
          ...gradeFill(index, palette, options.idPrefix),
        }),
        label(entry.label, { x: x + 26, y: y + 18 }, palette),
      );
      x += width;
    }
    return { nodes, height: (line + 1) * KEY_HEIGHT };
  }
}

/** Standards by how seldom they are good or better; those that applied to no plan come last; ties keep the rubric's order. */
export function weakestFirst(standards: readonly StandardRow[]): StandardRow[] {
  const share = (row: StandardRow) =>
    row.distribution.total === 0 ? 2 : row.distribution.goodOrBetter.n / row.distribution.total;
  return standards.toSorted((a, b) => share(a) - share(b));
}

/** The same figures in sentences, weakest standard first. */
function describeStandards(data: StandardsChartData): string {
  const rows = weakestFirst(data.standards).map((row) => {
    if (row.distribution.total === 0) return `${row.shortTitle}: did not apply to any`;
    const counts = row.distribution.grades
      .filter((entry) => entry.share.n > 0)
      .map((entry) => `${entry.label} ${entry.share.n}`);
    return `${row.shortTitle}: ${counts.join(', ')}`;
  });
  return `Stacked bar chart of the grades of ${counted(data.total, data.noun)} by standard, least often ${data.goodOrBetterLabel} first. ${rows.join('. ')}.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
