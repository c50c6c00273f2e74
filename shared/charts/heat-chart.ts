import { countIn, countText, type CountRow, type CountTable, HIDDEN } from '../domain/report/count-table.ts';
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

const LABEL_WIDTH = 210;
const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 44;
/** So many steps of darkness can be told apart on paper. */
const STEPS = 5;
const FIRST_WHITE = 4;
const HEAT_TONE = 0;

/**
 * A table as a map: the darker a cell, the more there are in it, against the most in any, or five; every number is
 * written in it.
 * Totals are left to the table beside it.
 */
export function heatChart(title: string, table: CountTable, options: ChartOptions): SvgNode {
  const palette = paletteOf(options.palette ?? 'light');
  const columns = table.columns.filter(({ isTotal }) => !isTotal);
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const width = (CHART_WIDTH - LABEL_WIDTH) / Math.max(1, columns.length);
  // One or two of anything are never the darkest.
  const most = Math.max(STEPS, ...rows.flatMap((row) => columns.map(({ id }) => countIn(table, row, id)?.n ?? 0)));
  return chartFrame(
    {
      title,
      description: `Map of ${table.noun}: rows by columns, darker where there are more. ${rows.map((row) => rowWords(row)).join('. ')}.`,
      height: HEAD_HEIGHT + rows.length * ROW_HEIGHT + 4,
      children: [
        ...columns.flatMap((column, at) =>
          wrapLabel(column.label, Math.floor(width / 7), 2).map((line, lineAt, lines) =>
            label(
              line,
              { x: LABEL_WIDTH + (at + 0.5) * width, y: HEAD_HEIGHT - 10 - (lines.length - 1 - lineAt) * 15 },
              palette,
              {
                'text-anchor': 'middle',
                'font-size': SMALL_TEXT_SIZE,
              },
            ),
          ),
        ),
        ...rows.map((row, at) => rowGroup(row.id, rowOf(row, HEAD_HEIGHT + at * ROW_HEIGHT))),
      ],
    },
    options,
  );

  function rowOf(row: CountRow, top: number): SvgNode[] {
    const middle = top + ROW_HEIGHT / 2;
    const [name = ''] = wrapLabel(row.label, 30, 1);
    return [
      label(name, { x: LABEL_WIDTH - 10, y: middle + 5 }, palette, {
        'text-anchor': 'end',
        'font-size': SMALL_TEXT_SIZE,
      }),
      ...columns.flatMap(({ id }, at) => {
        const found = countIn(table, row, id);
        const step = found?.n === null || found === undefined ? null : Math.ceil((found.n / most) * STEPS);
        const x = LABEL_WIDTH + at * width;
        return [
          svg('rect', {
            x: x + 1,
            y: top + 1,
            width: width - 2,
            height: ROW_HEIGHT - 2,
            fill: palette.tones[HEAT_TONE]?.ground ?? palette.ink,
            'fill-opacity': step === null ? 0 : step / STEPS,
            stroke: palette.rule,
            'stroke-width': 0.75,
            ...(step === null ? { 'stroke-dasharray': '3 2' } : {}),
          }),
          label(found === undefined ? HIDDEN : countText(found), { x: x + width / 2, y: middle + 5 }, palette, {
            'text-anchor': 'middle',
            fill: inkOn(step, palette),
          }),
        ];
      }),
    ];
  }

  function rowWords(row: CountRow): string {
    const said = columns.map(({ id, label: name }) => {
      const found = countIn(table, row, id);
      return `${name} ${found === undefined ? HIDDEN : countText(found)}`;
    });
    return `${row.label}: ${said.join(', ')}`;
  }
}

/** White from the step on at which ink would no longer stand out 4.5 to 1. */
function inkOn(step: number | null, palette: Palette): string {
  return step !== null && step >= FIRST_WHITE ? '#ffffff' : palette.ink;
}
