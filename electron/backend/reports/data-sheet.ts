import type { Row, Sheet } from 'write-excel-file/node';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { HIDDEN } from '../../../shared/domain/report/count-table.ts';
import type { DataCell, DataTable } from '../../../shared/domain/report/data-table.ts';
import { DAY, HEAD, heightOf, PERCENT, TOP, WHOLE } from './workbook-look.ts';

type Cell = Row[number];

/** Letters that a column of words may take, and that one of dates or numbers does; a column's edges take some too. */
const WIDEST_WORDS = 46;
const VALUE_WIDTH = 18;
const PADDING = 2;

/** A table of measures or actions as a sheet: real dates and numbers, words that wrap, `note` where a count is hidden. */
export function dataSheet({ columns, rows }: DataTable, name: string, note: string): Sheet<Buffer> {
  const longest = columns.map((_, at) => Math.max(0, ...rows.map(({ cells }) => lettersOf(cells[at] ?? null))));
  const isWords = longest.map((letters) => letters > 0);
  const widths = longest.map((letters) => Math.min(WIDEST_WORDS, Math.max(VALUE_WIDTH, letters + PADDING)));
  const isHidden = rows.some(({ cells }) => cells.some((cell) => cell?.kind === 'count' && cell.count.n === null));
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [
      columns.map(({ label }, at) => ({ value: label, ...HEAD, ...(isWords[at] === true ? {} : RIGHT) })),
      ...rows.map(({ cells }): Row => {
        const height = Math.max(
          ...cells.map((cell, at) => heightOf([cell?.kind === 'text' ? cell.text : ''], widths[at] ?? VALUE_WIDTH)),
        );
        return cells.map((cell) => cellOf(cell, height));
      }),
      ...(isHidden ? [[], [{ value: note, wrap: true }]] : []),
    ],
  };
}

/** None where a cell holds no words. */
function lettersOf(cell: DataCell | null): number {
  return cell?.kind === 'text' ? cell.text.length : 0;
}

const RIGHT = { align: 'right' } as const;

function cellOf(cell: DataCell | null, height: number): Cell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return { value: cell.text, wrap: true, height, ...TOP };
    case 'date':
      return { value: new Date(`${cell.on}T00:00:00Z`), type: Date, format: DAY, ...RIGHT, ...TOP };
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
