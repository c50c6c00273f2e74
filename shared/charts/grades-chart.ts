import { countIn, countText, type CountRow, type CountTable, HIDDEN } from '../domain/report/count-table.ts';
import { FEWEST_FOR_PERCENTAGE } from '../domain/percentages.ts';
import type { Share } from '../domain/report/report-words.ts';
import { hasPercentages, shareOfRow, withoutShareWord } from '../domain/report/shown-shares.ts';
import {
  chartFrame,
  CHART_WIDTH,
  label,
  numberOnPattern,
  rowGroup,
  SMALL_TEXT_SIZE,
  wrapLabel,
  type ChartOptions,
} from './chart-frame.ts';
import { gradeFill, gradePatterns, paletteOf } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';

const LABEL_WIDTH = 150;
const LABEL_LETTERS = 19;
/** For kinds of plans with the theme that they were chosen for. */
const WIDE_LABEL_WIDTH = 250;
const WIDE_LABEL_LETTERS = 32;
const LABEL_LINES = 2;
const VALUE_WIDTH = 150;
const ROW_HEIGHT = 38;
const BAR_HEIGHT = 24;
const KEY_HEIGHT = 30;
const HEADING_HEIGHT = 24;
/** Under this width a number would spill over its segment; the table beside the chart holds it anyway. */
const NARROWEST_NUMBERED = 18;

/**
 * A bar for each row of a table of grades, split into its grades from best to lowest and as long as what was graded in
 * it: the longest takes the whole width from ten on, so that one plan never fills it. A row with a hidden count has no
 * bar, and says so.
 */
export function gradesChart(title: string, table: CountTable, grades: number, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const columns = table.columns.slice(0, grades);
  const longest = Math.max(FEWEST_FOR_PERCENTAGE, ...table.rows.map((row) => sumOf(row, grades) ?? 0));
  const isWordy = table.rows.some(({ label: name }) => name.length > LABEL_LINES * LABEL_LETTERS);
  const labelWidth = isWordy ? WIDE_LABEL_WIDTH : LABEL_WIDTH;
  const unit = (CHART_WIDTH - labelWidth - VALUE_WIDTH) / longest;
  const key = gradeKey();
  const top = key.height + HEADING_HEIGHT;
  return chartFrame(
    {
      title,
      description: describe(table, grades),
      height: top + table.rows.length * ROW_HEIGHT + 6,
      children: [
        gradePatterns(grades, palette, options.idPrefix),
        ...key.nodes,
        label(headOf(table), { x: CHART_WIDTH - 4, y: key.height + 12 }, palette, {
          'text-anchor': 'end',
          'font-size': SMALL_TEXT_SIZE,
          fill: palette.quietInk,
        }),
        ...table.rows.map((row, at) => rowGroup(row.id, barOf(row, top + at * ROW_HEIGHT + ROW_HEIGHT / 2))),
      ],
    },
    options,
  );

  function barOf(row: CountRow, middle: number): SvgNode[] {
    const lines = wrapLabel(row.label, isWordy ? WIDE_LABEL_LETTERS : LABEL_LETTERS, LABEL_LINES);
    const names = lines.map((line, at) =>
      label(line, { x: labelWidth - 12, y: middle + 5 + (at - (lines.length - 1) / 2) * 16 }, palette, {
        'text-anchor': 'end',
      }),
    );
    const share = shareOfRow(table, row);
    const value =
      share === null
        ? ''
        : share.percent === null
          ? `${share.n} of ${share.of}`
          : `${share.n} of ${share.of}, ${Math.round(share.percent)}%`;
    const values = [label(value, { x: CHART_WIDTH - 4, y: middle + 5 }, palette, { 'text-anchor': 'end' })];
    if (sumOf(row, grades) === null) {
      return [
        ...names,
        label(`hidden (${HIDDEN})`, { x: labelWidth, y: middle + 5 }, palette, { fill: palette.quietInk }),
        ...values,
      ];
    }
    let x = labelWidth;
    const bars: SvgNode[] = [];
    const numbers: SvgNode[] = [];
    for (const [index, { n }] of row.counts.slice(0, grades).entries()) {
      const width = (n ?? 0) * unit;
      if (width === 0) continue;
      bars.push(
        svg('rect', {
          x: round(x),
          y: middle - BAR_HEIGHT / 2,
          width: round(width),
          height: BAR_HEIGHT,
          ...gradeFill(index, palette, options.idPrefix),
        }),
      );
      if (width >= NARROWEST_NUMBERED)
        numbers.push(numberOnPattern(String(n), { x: round(x + width / 2), y: middle + 5 }, palette));
      x += width;
    }
    return [...names, ...bars, ...numbers, ...values];
  }

  function gradeKey(): { nodes: SvgNode[]; height: number } {
    const nodes: SvgNode[] = [];
    let x = 0;
    let line = 0;
    for (const [index, column] of columns.entries()) {
      const width = 26 + column.label.length * 7.6 + 22;
      if (x > 0 && x + width > CHART_WIDTH) {
        x = 0;
        line += 1;
      }
      const y = line * KEY_HEIGHT;
      nodes.push(
        svg('rect', { x: x + 1, y: y + 5, width: 18, height: 16, ...gradeFill(index, palette, options.idPrefix) }),
        label(column.label, { x: x + 26, y: y + 18 }, palette),
      );
      x += width;
    }
    return { nodes, height: (line + 1) * KEY_HEIGHT };
  }
}

/** Over the counts on the right: a share only where one is given. */
function headOf(table: CountTable): string {
  const words = table.share?.label ?? '';
  if (hasPercentages(table)) return words;
  const what = withoutShareWord(words);
  return what.slice(0, 1).toUpperCase() + what.slice(1);
}

function nameOf({ share }: CountTable, { percent }: Share): string {
  const words = share?.label ?? '';
  return percent === null ? withoutShareWord(words) : words;
}

/** All of a row's grades together; null where one is hidden. */
function sumOf(row: CountRow, grades: number): number | null {
  return row.counts
    .slice(0, grades)
    .reduce<number | null>((sum, { n }) => (sum === null || n === null ? null : sum + n), 0);
}

function describe(table: CountTable, grades: number): string {
  const rows = table.rows.map((row) => {
    const said = table.columns.slice(0, grades).map(({ id, label: name }) => {
      const found = countIn(table, row, id);
      return `${name} ${found === undefined ? 0 : countText(found)}`;
    });
    const share = shareOfRow(table, row);
    return `${row.label}: ${said.join(', ')}${share === null ? '' : `; ${nameOf(table, share).toLowerCase()} ${share.words}`}`;
  });
  return `Stacked bar chart of ${table.noun} by grade. ${rows.join('. ')}.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
