import { type CountRow, type CountTable, HIDDEN } from '../domain/report/count-table.ts';
import { shareOfRow } from '../domain/report/shown-shares.ts';
import {
  chartFrame,
  CHART_WIDTH,
  label,
  rowGroup,
  SMALL_TEXT_SIZE,
  wrapLabel,
  type ChartOptions,
} from './chart-frame.ts';
import { type Palette, paletteOf } from './grade-marks.ts';
import { svg, type SvgNode } from './svg-tree.ts';

const LABEL_WIDTH = 250;
const VALUE_WIDTH = 150;
const ROW_HEIGHT = 34;
const BAR_HEIGHT = 18;
const TOP = 6;
const SCALE_HEIGHT = 28;
const BAR_TONE = 1;

/**
 * A bar for each row's share, the smallest first; a thin line over it shows the likely range from ten on. A row whose
 * counts are hidden has no bar and says so; one with nothing to count comes last.
 */
export function sharesChart(title: string, table: CountTable, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const rows = smallestFirst(table);
  const width = CHART_WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const bottom = TOP + rows.length * ROW_HEIGHT;
  const across = (share: number) => round(LABEL_WIDTH + share * width);
  return chartFrame(
    {
      title,
      description: describe(table, rows),
      height: bottom + SCALE_HEIGHT,
      children: [
        svg('path', {
          d: `M${LABEL_WIDTH} ${TOP} V${bottom} H${LABEL_WIDTH + width}`,
          stroke: palette.rule,
          fill: 'none',
        }),
        ...[0, 0.5, 1].map((share) =>
          label(share === 0 ? 'none' : share === 1 ? 'all' : 'half', { x: across(share), y: bottom + 18 }, palette, {
            'text-anchor': 'middle',
            'font-size': SMALL_TEXT_SIZE,
            fill: palette.quietInk,
          }),
        ),
        ...rows.map((row, at) => rowGroup(row.id, barOf(row, TOP + at * ROW_HEIGHT + ROW_HEIGHT / 2))),
      ],
    },
    options,
  );

  function barOf(row: CountRow, middle: number): SvgNode[] {
    const lines = wrapLabel(row.label, 32, 2);
    const names = lines.map((line, at) =>
      label(line, { x: LABEL_WIDTH - 12, y: middle + 5 + (at - (lines.length - 1) / 2) * 15 }, palette, {
        'text-anchor': 'end',
        'font-size': SMALL_TEXT_SIZE,
      }),
    );
    const share = shareOfRow(table, row);
    if (share === null) {
      return [
        ...names,
        label(nothingWords(table, row), { x: LABEL_WIDTH + 6, y: middle + 5 }, palette, { fill: palette.quietInk }),
      ];
    }
    const value =
      share.percent === null ? `${share.n} of ${share.of}` : `${share.n} of ${share.of}, ${Math.round(share.percent)}%`;
    return [
      ...names,
      ...(share.n === 0
        ? []
        : [
            svg('rect', {
              x: LABEL_WIDTH,
              y: middle - BAR_HEIGHT / 2,
              width: round((share.n / share.of) * width),
              height: BAR_HEIGHT,
              fill: palette.tones[BAR_TONE]?.ground ?? palette.ink,
              stroke: palette.outline,
            }),
          ]),
      ...(share.range === null
        ? []
        : rangeLine(across(share.range.low / 100), across(share.range.high / 100), middle, palette)),
      label(value, { x: CHART_WIDTH - 4, y: middle + 5 }, palette, { 'text-anchor': 'end' }),
    ];
  }
}

/** Rows by their share, the smallest first; then those whose share is hidden; then those with nothing to count. */
function smallestFirst(table: CountTable): CountRow[] {
  const place = (row: CountRow): number => {
    const share = shareOfRow(table, row);
    if (share !== null) return share.n / share.of;
    return nothingWords(table, row).startsWith('hidden') ? 2 : 3;
  };
  return table.rows.filter(({ isTotal }) => !isTotal).toSorted((a, b) => place(a) - place(b));
}

function nothingWords(table: CountTable, row: CountRow): string {
  const at = table.columns.findIndex(({ id }) => id === table.share?.of);
  return row.counts[at]?.n === 0 ? 'nothing to count' : `hidden (${HIDDEN})`;
}

function rangeLine(from: number, to: number, middle: number, palette: Palette): SvgNode[] {
  const d = `M${from} ${middle} H${to} M${from} ${middle - 5} V${middle + 5} M${to} ${middle - 5} V${middle + 5}`;
  return [
    svg('path', { d, stroke: palette.paper, 'stroke-width': 5, fill: 'none' }),
    svg('path', { d, stroke: palette.ink, 'stroke-width': 1.5, fill: 'none' }),
  ];
}

function describe(table: CountTable, rows: readonly CountRow[]): string {
  const said = rows.map((row) => {
    const share = shareOfRow(table, row);
    return `${row.label}: ${share === null ? nothingWords(table, row) : share.words}`;
  });
  return `Bar chart, the smallest share first. ${said.join('. ')}.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
