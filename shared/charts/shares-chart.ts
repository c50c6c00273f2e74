import { type CountRow, type CountTable, HIDDEN } from '../domain/report/count-table.ts';
import { FEWEST_FOR_PERCENTAGE } from '../domain/percentages.ts';
import type { Share } from '../domain/report/report-words.ts';
import { shareOfRow, withoutShareWord } from '../domain/report/shown-shares.ts';
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
const KEY_HEIGHT = 24;
const BAR_TONE = 1;
/** One of those that are counted, where fewer than ten bear no share; nine of them end well before a bar's half. */
const SQUARE = 12;
const SQUARE_GAP = 4;

/**
 * A bar for each row's share, the smallest first, with a thin line over it for the likely range. Under them, away from
 * their scale, rows that bear no share: one of fewer than ten has a square for each that is counted, in the table's order,
 * since one of two is no half; then those whose counts are hidden, and those with nothing to count, which say so.
 */
export function sharesChart(title: string, table: CountTable, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const bars = smallestFirst(table, rows);
  const others = withoutShare(table, rows);
  const width = CHART_WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const end = TOP + bars.length * ROW_HEIGHT;
  const below = bars.length === 0 ? TOP : end + SCALE_HEIGHT;
  const bottom = below + others.length * ROW_HEIGHT;
  const hasSquares = others.some((row) => squaresOf(table, row) !== null);
  const across = (share: number) => round(LABEL_WIDTH + share * width);
  return chartFrame(
    {
      title,
      description: describe(table, bars, others),
      height: bottom + (hasSquares ? KEY_HEIGHT : 0),
      children: [
        ...(bars.length === 0 ? [] : scale()),
        ...bars.map((row, at) => rowGroup(row.id, rowOf(row, TOP + at * ROW_HEIGHT + ROW_HEIGHT / 2))),
        ...others.map((row, at) => rowGroup(row.id, rowOf(row, below + at * ROW_HEIGHT + ROW_HEIGHT / 2))),
        ...(hasSquares ? [small(squaresWords(table), LABEL_WIDTH, bottom + 16)] : []),
      ],
    },
    options,
  );

  function scale(): SvgNode[] {
    return [
      svg('path', { d: `M${LABEL_WIDTH} ${TOP} V${end} H${LABEL_WIDTH + width}`, stroke: palette.rule, fill: 'none' }),
      ...[0, 0.5, 1].map((share) =>
        small(share === 0 ? 'none' : share === 1 ? 'all' : 'half', across(share), end + 18, 'middle'),
      ),
    ];
  }

  function small(text: string, x: number, y: number, anchor = 'start'): SvgNode {
    const look = { 'text-anchor': anchor, 'font-size': SMALL_TEXT_SIZE, fill: palette.quietInk };
    return label(text, { x, y }, palette, look);
  }

  function rowOf(row: CountRow, middle: number): SvgNode[] {
    const lines = wrapLabel(row.label, 32, 2);
    const names = lines.map((line, at) =>
      label(line, { x: LABEL_WIDTH - 12, y: middle + 5 + (at - (lines.length - 1) / 2) * 15 }, palette, {
        'text-anchor': 'end',
        'font-size': SMALL_TEXT_SIZE,
      }),
    );
    const share = shareOfRow(table, row);
    if (share === null) {
      const said = label(nothingWords(table, row), { x: LABEL_WIDTH + 6, y: middle + 5 }, palette, {
        fill: palette.quietInk,
      });
      return [...names, said];
    }
    const of = `${share.n} of ${share.of}`;
    const value = share.percent === null ? of : `${of}, ${Math.round(share.percent)}%`;
    return [
      ...names,
      ...(share.percent === null ? squares(squaresOf(table, row), middle) : bar(share, middle)),
      label(value, { x: CHART_WIDTH - 4, y: middle + 5 }, palette, { 'text-anchor': 'end' }),
    ];
  }

  function bar({ n, of, range }: Share, middle: number): SvgNode[] {
    return [
      ...(n === 0 ? [] : [box(LABEL_WIDTH, middle, round((n / of) * width), BAR_HEIGHT, true)]),
      ...(range === null ? [] : rangeLine(across(range.low / 100), across(range.high / 100), middle, palette)),
    ];
  }

  /** Of many things found in few plans, their number alone. */
  function squares(counts: Squares | null, middle: number): SvgNode[] {
    if (counts === null) return [small('too few plans for a share', LABEL_WIDTH + 6, middle + 5)];
    return Array.from({ length: counts.of }, (_, at) =>
      box(LABEL_WIDTH + 6 + at * (SQUARE + SQUARE_GAP), middle, SQUARE, SQUARE, at < counts.n),
    );
  }

  function box(x: number, middle: number, boxWidth: number, height: number, isFilled: boolean): SvgNode {
    return svg('rect', {
      x,
      y: middle - height / 2,
      width: boxWidth,
      height,
      fill: isFilled ? (palette.tones[BAR_TONE]?.ground ?? palette.ink) : palette.paper,
      stroke: palette.outline,
    });
  }
}

interface Squares {
  n: number;
  of: number;
}

/** A square for each where so few are counted that no share is given of them; else null. */
function squaresOf(table: CountTable, row: CountRow): Squares | null {
  const share = shareOfRow(table, row);
  return share === null || share.percent !== null || share.of >= FEWEST_FOR_PERCENTAGE ? null : share;
}

/** 'Fewer than ten plans: a square for each, filled for those good or better.' */
function squaresWords({ noun, share }: CountTable): string {
  const what = withoutShareWord(share?.label ?? '');
  const which = what === '' || what.startsWith('of ') ? 'that the row counts' : what;
  return `Fewer than ten ${noun}: a square for each, filled for those ${which}.`;
}

function bearsShare(table: CountTable, row: CountRow): boolean {
  return (shareOfRow(table, row)?.percent ?? null) !== null;
}

function smallestFirst(table: CountTable, rows: readonly CountRow[]): CountRow[] {
  const of = (row: CountRow): number => {
    const share = shareOfRow(table, row);
    return share === null ? 0 : share.n / share.of;
  };
  return rows.filter((row) => bearsShare(table, row)).toSorted((a, b) => of(a) - of(b));
}

/** In the table's order, since few plans bear no ranking; then those that are hidden; then those with nothing to count. */
function withoutShare(table: CountTable, rows: readonly CountRow[]): CountRow[] {
  const place = (row: CountRow): number => {
    if (shareOfRow(table, row) !== null) return 0;
    return nothingWords(table, row).startsWith('hidden') ? 1 : 2;
  };
  return rows.filter((row) => !bearsShare(table, row)).toSorted((a, b) => place(a) - place(b));
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

function describe(table: CountTable, bars: readonly CountRow[], others: readonly CountRow[]): string {
  const said = (rows: readonly CountRow[]) =>
    rows.map((row) => `${row.label}: ${shareOfRow(table, row)?.words ?? nothingWords(table, row)}`).join('. ');
  return [
    ...(bars.length === 0 ? [] : [`Bar chart, the smallest share first. ${said(bars)}.`]),
    ...(others.length === 0 ? [] : [`${bars.length === 0 ? 'Counts' : 'Without a share'}: ${said(others)}.`]),
  ].join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
