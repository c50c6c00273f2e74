/** A table as it was read: text in cells, dates as ISO text, every row as long as it is. */
export interface SheetFile {
  format: 'csv' | 'xlsx';
  /** Every sheet of a workbook in its order; one for CSV. */
  sheets: { name: string; isHidden: boolean }[];
  /** The sheet that was read. */
  sheet: string;
  rows: string[][];
}

/** More rows than the largest council has plans; more columns than any export has. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 200;
/** What Excel itself holds in a cell. */
export const LONGEST_CELL = 32_767;

const SAY_AGAIN = 'Ask for it to be sent again, or save it again in the program that made it.';

const SAID = {
  NOT_A_TABLE: {
    code: 'UNSUPPORTED_FORMAT',
    message: 'The file is neither a CSV file nor an Excel workbook.',
    advice: 'Save the register as .xlsx or as CSV and choose that file.',
  },
  LEGACY_EXCEL: {
    code: 'UNSUPPORTED_FORMAT',
    message: 'The file is an old Excel workbook (.xls).',
    advice: 'Open it in Excel, choose Save As, and save it as .xlsx or as CSV.',
  },
  EMPTY: { code: 'EMPTY_FILE', message: 'The table is empty.', advice: SAY_AGAIN },
  TOO_LARGE: {
    code: 'TOO_LARGE',
    message: 'The file is larger than any register should be.',
    advice: 'Check that it is the register; leave out pictures and other sheets.',
  },
  TOO_MANY_ROWS: {
    code: 'TOO_LARGE',
    message: 'The table has more than 100,000 rows.',
    advice: 'Split it, and import one part after the other.',
  },
  TOO_MANY_COLUMNS: {
    code: 'TOO_LARGE',
    message: 'The table has more than 200 columns.',
    advice: 'Leave out the columns that the register does not need.',
  },
  DAMAGED: { code: 'DAMAGED_FILE', message: 'The file is damaged and cannot be read as a table.', advice: SAY_AGAIN },
  NO_SHEET: { code: 'DAMAGED_FILE', message: 'The workbook has no such sheet.', advice: SAY_AGAIN },
} as const;

export interface SheetRefusal {
  code: string;
  message: string;
  advice: string;
}

/** A table that cannot be read, with what to do about it. */
export class SheetError extends Error {
  readonly refusal: SheetRefusal;

  constructor(what: keyof typeof SAID) {
    super(SAID[what].message);
    this.refusal = SAID[what];
  }
}

/** What reading a table comes to: crosses the worker's border as it is. */
export type SheetAnswer = { kind: 'read'; file: SheetFile } | { kind: 'refused'; refusal: SheetRefusal };
