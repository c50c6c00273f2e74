import type { ReportTable as PrintTable } from '../paper-blocks.ts';
import { countText, type CountTable } from './count-table.ts';
import type { ReportBlock } from './report-model.ts';
import { percentText, rangeText } from './report-words.ts';
import { hasPercentages, shareOfRow } from './shown-shares.ts';
import { PADDING, textWidths } from './text-widths.ts';

/** Tables of the report as they are printed: what stands in their cells, and how wide their columns are. */

/** Letters of a line: more than of words, since headings are set smaller than what stands under them. */
const LETTERS_OF_COUNTS = 100;
/** Letters that row labels keep, however many columns there are. */
const LEAST_FOR_LABELS = 34;
/** And so many where there are very many: they are broken into lines sooner than a heading's word. */
const FEWEST_FOR_LABELS = 16;
const TIGHT_PADDING = 3;
const NARROWEST_COUNT = 7;
const SHARE_WIDTH = 0.2;

/** Letters that a column of counts needs for its heading to stand in so many lines, and for a count. */
function countLetters(label: string, lines: number): number {
  const word = Math.max(...label.split(/\s+/).map(({ length }) => length));
  return Math.max(NARROWEST_COUNT, word + TIGHT_PADDING, Math.ceil(label.length / lines) + TIGHT_PADDING);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** A label column as wide as its words need, the counts alike, and the share at the end. */
export function printCounts(table: CountTable): PrintTable {
  const { share, columns } = table;
  const hasShare = share !== null && hasPercentages(table);
  const shareWidth = hasShare ? SHARE_WIDTH : 0;
  const longest = Math.max(table.rowHead.length, ...table.rows.map(({ label }) => label.length));
  const least = Math.min(longest + PADDING, LEAST_FOR_LABELS);
  const room = (1 - shareWidth) * LETTERS_OF_COUNTS - least;
  const twoLines = columns.map(({ label }) => countLetters(label, 2));
  const threeLines = columns.map(({ label }) => countLetters(label, 3));
  const letters =
    [twoLines, threeLines].find((widths) => total(widths) <= room) ??
    columns.map(({ label }) => countLetters(label, label.length));
  const most = (1 - shareWidth) * LETTERS_OF_COUNTS - FEWEST_FOR_LABELS;
  const forCounts = Math.min(total(letters), Math.max(room, most)) / LETTERS_OF_COUNTS;
  const labelWidth = 1 - shareWidth - forCounts;
  return {
    kind: 'table',
    id: table.id,
    caption: table.caption,
    columns: [
      { heading: table.rowHead, width: labelWidth, isNumber: false },
      ...columns.map(({ label }, at) => ({
        heading: label,
        width: (forCounts * (letters[at] ?? 0)) / total(letters),
        isNumber: true,
      })),
      ...(hasShare ? [{ heading: `${share.label} (likely range)`, width: shareWidth, isNumber: true }] : []),
    ],
    rows: table.rows.map((row) => [
      row.label,
      ...row.counts.map(countText),
      ...(hasShare ? [shareCell(table, row)] : []),
    ]),
    totals: trailingTotals(table),
  };
}

function shareCell(table: CountTable, row: CountTable['rows'][number]): string {
  const share = shareOfRow(table, row);
  if (share === null || share.percent === null) return '–';
  return `${percentText(share)} (${rangeText(share)})`;
}

function trailingTotals({ rows }: CountTable): number {
  const last = rows.findLastIndex(({ isTotal }) => !isTotal);
  return last === -1 ? 0 : rows.length - 1 - last;
}

/** Words in columns. */
export function printText(block: Extract<ReportBlock, { kind: 'text_table' }>): PrintTable {
  const widths = textWidths(block.columns, block.rows);
  return {
    kind: 'table',
    id: block.id,
    caption: block.caption,
    columns: block.columns.map((heading, at) => ({
      heading,
      width: (widths[at] ?? 0) / total(widths),
      isNumber: false,
    })),
    rows: block.rows,
    totals: 0,
  };
}
