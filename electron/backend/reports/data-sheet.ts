import type { Row, Sheet } from 'write-excel-file/node';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { HIDDEN } from '../../../shared/domain/report/count-table.ts';
import type { DataCell, DataTable } from '../../../shared/domain/report/data-table.ts';
import { DAY, HEAD, heightOf, noteOf, PERCENT, TOP, WHOLE, frameOf } from './workbook-look.ts';

type Cell = Row[number];

/** Letters that a column of words may take, one of dates, and one of numbers; a column's edges take some too. */
const WIDEST_WORDS = 40;
const NARROWEST_WORDS = 14;
const DATE_WIDTH = 19;
const NUMBER_WIDTH = 11;
const PADDING = 3;
const EDGES = 1;

/** A table of measures or actions as a sheet: real dates and numbers, words that wrap, `note` where a count is hidden. */
export function dataSheet({ columns, rows }: DataTable, name: string, note: string): Sheet<Buffer> {
  const cellsOf = (at: number) => rows.flatMap(({ cells }) => cells[at] ?? []);
  const widths = columns.map(({ label }, at) => widthOf(cellsOf(at), label));
  const headHeight = Math.max(...columns.map(({ label }, at) => heightOf([label], (widths[at] ?? 0) - PADDING)));
  const isHidden = rows.some(({ cells }) => cells.some((cell) => cell?.kind === 'count' && cell.count.n === null));
  return {
    ...frameOf(name, widths),
    data: [
      columns.map(({ label }, at) => ({
        value: label,
        ...HEAD,
        height: headHeight,
        ...(isNumbers(cellsOf(at)) ? RIGHT : LEFT),
      })),
      ...rows.map(({ cells }): Row => {
        const height = Math.max(
          ...cells.map((cell, at) => heightOf([cell?.kind === 'text' ? cell.text : ''], (widths[at] ?? 0) - EDGES)),
        );
        return cells.map((cell) => cellOf(cell, height));
      }),
      ...(isHidden ? [[], noteOf(note, widths)] : []),
    ],
  };
}

function widthOf(cells: readonly DataCell[], label: string): number {
  if (isNumbers(cells)) return Math.max(NUMBER_WIDTH, ...label.split(' ').map(({ length }) => length + PADDING));
  if (cells.some(({ kind }) => kind === 'date')) return DATE_WIDTH;
  const letters = cells.map((cell) => (cell.kind === 'text' ? cell.text.length : 0));
  return Math.min(WIDEST_WORDS, Math.max(NARROWEST_WORDS, ...letters.map((each) => each + PADDING)));
}

/** Neither words nor dates are in it, which stand on the left; a column without anything is taken for one of numbers. */
function isNumbers(cells: readonly DataCell[]): boolean {
  return cells.every(({ kind }) => kind !== 'text' && kind !== 'date');
}

const RIGHT = { align: 'right' } as const;
/** Off the numbers that stand on the right of the column before. */
const LEFT = { align: 'left', indent: 1 } as const;

function cellOf(cell: DataCell | null, height: number): Cell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return { value: cell.text, wrap: true, height, ...LEFT, ...TOP };
    case 'date':
      return { value: new Date(`${cell.on}T00:00:00Z`), type: Date, format: DAY, ...LEFT, ...TOP };
    case 'number':
      return { value: cell.number, type: Number, ...TOP };
    case 'percent':
      return { value: cell.percent / 100, type: Number, format: PERCENT, ...TOP };
    case 'count':
      return cell.count.n === null
        ? { value: HIDDEN, ...RIGHT, ...TOP }
        : { value: cell.count.n, type: Number, format: WHOLE, ...TOP };
    default:
      return assertNever(cell);
  }
}
