import type { Row, Sheet } from 'write-excel-file/node';

/** How workbooks look: the report's, and those for others. Widths in letters, heights in points. */

export const HEAD = { fontWeight: 'bold', backgroundColor: '#15304b', textColor: '#ffffff', wrap: true } as const;
/** Named, since a cell with a style of its own would else fall back on a serif. */
export const FONT = { fontFamily: 'Calibri', fontSize: 11 };
/** A column of row labels, and one of numbers. */
export const LABEL_WIDTH = 46;
export const NUMBER_WIDTH = 13;
/** Counts stand beside the first line of a long label. */
export const TOP = { alignVertical: 'top' } as const;
/** A cell that leads to another sheet. */
export const LINK = { textColor: '#0b4f8a', textDecoration: { underline: true } } as const;
/** Formats of counts, of shares, and of days as people write them. */
export const WHOLE = '0';
export const PERCENT = '0.0%';
export const DAY = 'd mmmm yyyy';
const LINE_POINTS = 15;

/** A sheet of this name and with columns so wide, whose headings and row labels stay where they are. */
export function frameOf(name: string, widths: readonly number[]): Omit<Sheet<Buffer>, 'data'> {
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: widths.map((width) => ({ width })),
  };
}

/** A row of headings, tall enough for the longest, those of numbers on the right. */
export function headOf(heads: readonly string[]): Row {
  const height = heightOf(heads, NUMBER_WIDTH);
  return heads.map((value, at) => ({ value, ...HEAD, height, ...(at === 0 ? {} : { align: 'right' as const }) }));
}

/** What stands under a table, over its whole width; `widths`: of its columns, in letters. */
export function noteOf(note: string, widths: readonly number[]): Row {
  const height = heightOf(
    [note],
    widths.reduce((sum, width) => sum + width, 0),
  );
  return [{ value: note, wrap: true, columnSpan: widths.length, height, ...TOP }, ...widths.slice(1).map(() => null)];
}

/** Points that the longest of some texts needs in a column so many letters wide: not every program finds it out. */
export function heightOf(texts: readonly string[], width: number): number {
  const lines = texts.map((text) => {
    let [line, used] = [1, 0];
    for (const { length } of text.split(' ')) {
      const next = used === 0 ? length : used + 1 + length;
      if (next > width && used > 0) [line, used] = [line + 1, length];
      else used = next;
    }
    return line;
  });
  return LINE_POINTS * Math.max(...lines);
}
