import type { Cell, ParagraphNode, TableNode } from './layout.ts';
import {
  drawLine,
  lineHeight,
  newPage,
  PAGE,
  roomLeft,
  TEXT_WIDTH,
  wrap,
  type FontChoice,
  type Pen,
} from './pdf-page.ts';

const PADDING = 5;
const PARAGRAPH_GAP = 3;
const MARKER_WIDTH = 12;
/** A row is not begun in less room than this (points); it goes to the next page. */
const LEAST_ROOM = 40;

interface SetLine {
  readonly words: string;
  readonly marker: string | null;
  readonly indent: number;
  readonly font: FontChoice;
  readonly gapBefore: number;
}

interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly fill: string | null;
  readonly ink: string;
  readonly lines: readonly SetLine[];
}

/** Draws a ruled table; rows break across pages line by line, header rows are repeated. */
export function drawTable(pen: Pen, table: TableNode): void {
  const rows = table.rows.map((row) => setRow(pen, row, table.columns));
  const header = rows.slice(0, table.headerRows);
  for (const [index, row] of rows.entries()) {
    const isHeader = index < table.headerRows;
    const wanted = Math.min(heightOf(row), LEAST_ROOM) + (isHeader ? LEAST_ROOM : 0);
    if (roomLeft(pen) < wanted) startPage(pen, isHeader ? [] : header);
    drawRow(pen, row, isHeader ? [] : header);
  }
  pen.y += 10;
}

function startPage(pen: Pen, header: readonly SetCell[][]): void {
  newPage(pen);
  for (const row of header) drawRow(pen, row, []);
}

function setRow(pen: Pen, row: readonly Cell[], columns: readonly number[]): SetCell[] {
  const total = columns.reduce((sum, share) => sum + share, 0);
  let column = 0;
  let x: number = PAGE.margin;
  return row.map((cell) => {
    const span = cell.columnSpan ?? 1;
    const share = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    const width = (TEXT_WIDTH * share) / total;
    const { band, bandInk, tint, ink } = pen.theme;
    const set: SetCell = {
      x,
      width,
      fill: cell.fill === 'band' ? band : cell.fill === 'tint' ? tint : null,
      ink: cell.fill === 'band' ? bandInk : ink,
      lines: cell.paragraphs.flatMap((paragraph, index) => setLines(pen, paragraph, width - 2 * PADDING, index > 0)),
    };
    column += span;
    x += width;
    return set;
  });
}

function setLines(pen: Pen, paragraph: ParagraphNode, width: number, hasGap: boolean): SetLine[] {
  const font: FontChoice = {
    name: paragraph.bold === true ? 'bold' : paragraph.italic === true ? 'italic' : 'regular',
    points: pen.theme.bodyPoints - 0.5,
  };
  const indent = paragraph.marker === undefined ? 0 : MARKER_WIDTH;
  return wrap(pen, paragraph.text, font, width - indent).map((words, index) => ({
    words,
    marker: index === 0 ? (paragraph.marker ?? null) : null,
    indent,
    font,
    gapBefore: index === 0 && hasGap ? PARAGRAPH_GAP : 0,
  }));
}

function linesHeight(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + line.gapBefore + lineHeight(line.font), 0);
}

function heightOf(row: readonly SetCell[]): number {
  return (
    Math.max(lineHeight({ name: 'regular', points: 9 }), ...row.map((cell) => linesHeight(cell.lines))) + 2 * PADDING
  );
}

/** Draws as much of the row as the page holds, and the rest on the pages after it. */
function drawRow(pen: Pen, row: readonly SetCell[], header: readonly SetCell[][]): void {
  const room = roomLeft(pen);
  if (heightOf(row) <= room) {
    drawPiece(pen, row);
    return;
  }
  const pieces = row.map((cell) => splitAt(cell.lines, room - 2 * PADDING));
  drawPiece(
    pen,
    row.map((cell, index) => ({ ...cell, lines: pieces[index]?.[0] ?? [] })),
  );
  startPage(pen, header);
  drawRow(
    pen,
    row.map((cell, index) => ({ ...cell, lines: pieces[index]?.[1] ?? [] })),
    header,
  );
}

function splitAt(lines: readonly SetLine[], room: number): [SetLine[], SetLine[]] {
  let used = 0;
  const fits = lines.findIndex((line) => {
    used += line.gapBefore + lineHeight(line.font);
    return used > room;
  });
  return fits === -1 ? [[...lines], []] : [lines.slice(0, fits), lines.slice(fits)];
}

function drawPiece(pen: Pen, row: readonly SetCell[]): void {
  const height = heightOf(row);
  for (const cell of row) {
    if (cell.fill !== null) pen.pdf.rect(cell.x, pen.y, cell.width, height).fill(`#${cell.fill}`);
    pen.pdf.lineWidth(0.6).rect(cell.x, pen.y, cell.width, height).stroke(`#${pen.theme.rule}`);
    let y = pen.y + PADDING;
    for (const line of cell.lines) {
      y += line.gapBefore;
      const x = cell.x + PADDING;
      if (line.marker !== null) drawLine(pen, line.marker, line.font, x, y, cell.ink);
      drawLine(pen, line.words, line.font, x + line.indent, y, cell.ink);
      y += lineHeight(line.font);
    }
  }
  pen.y += height;
}
