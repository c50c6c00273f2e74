import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { isKeptTogether, type ReportTable } from '../../../shared/domain/paper-blocks.ts';
import { COLOURS, TEXT_WIDTH } from './docx-look.ts';

interface CellLook {
  width: number;
  isBold?: boolean;
  isNumber?: boolean;
  ground?: string;
  ink?: string;
  /** Half points; the style's own where left out. */
  size?: number;
  /** Stays on the page of the row below. */
  keepNext?: boolean;
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
/** Half points: small enough for a grade's longest word in a narrow column. */
const HEADER_SIZE = 18;

/** A table with its header row repeated on every page and no row split; short ones stay on one page. */
export function reportTable(table: ReportTable): Table {
  const widths = columnWidths(table.columns.map((column) => column.width));
  const isKept = isKeptTogether(table);
  const last = table.rows.length - 1;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, at) =>
      bodyCell(column.heading, {
        width: widths[at] ?? 0,
        isBold: true,
        isNumber: column.isNumber,
        ground: COLOURS.headerGround,
        ink: COLOURS.headerInk,
        size: HEADER_SIZE,
        keepNext: true,
      }),
    ),
  });
  const firstTotal = table.rows.length - table.totals;
  const rows = table.rows.map((cells, row) => {
    const isTotal = row >= firstTotal;
    const ground = isTotal ? COLOURS.totals : row % 2 === 1 ? COLOURS.zebra : undefined;
    return new TableRow({
      cantSplit: true,
      children: table.columns.map((column, at) =>
        bodyCell(cells[at] ?? '', {
          width: widths[at] ?? 0,
          isNumber: column.isNumber,
          isBold: isTotal,
          // Of a longer one neither the first row stands alone under its head, nor the last on a page of its own.
          keepNext: row < last && (isKept || row === 0 || row === last - 1),
          ...(ground === undefined ? {} : { ground }),
        }),
      ),
    });
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 70, right: 70, top: 16, bottom: 16 },
    borders: {
      top: LINE,
      bottom: LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: LINE,
      insideVertical: NO_LINE,
    },
    rows: [head, ...rows],
  });
}

/** Rows without lines or header, for pairs of label and value. */
export function plainTable(widths: number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 90, top: 10, bottom: 10 },
    borders: {
      top: NO_LINE,
      bottom: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: NO_LINE,
      insideVertical: NO_LINE,
    },
    rows,
  });
}

export function bodyCell(text: string, look: CellLook): TableCell {
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    ...(look.ground === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: look.ground, color: 'auto' } }),
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext: look.keepNext ?? false,
        alignment: look.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [
          new TextRun({
            text,
            bold: look.isBold ?? false,
            ...(look.ink === undefined ? {} : { color: look.ink }),
            ...(look.size === undefined ? {} : { size: look.size }),
          }),
        ],
      }),
    ],
  });
}

/** Whole widths that add up to the width of the text exactly. */
function columnWidths(shares: readonly number[]): number[] {
  const widths = shares.map((share) => Math.floor(share * TEXT_WIDTH));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === 0 ? width + rest : width));
}
