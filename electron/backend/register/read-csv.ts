import { parse } from 'csv-parse/sync';
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, SheetError, type SheetFile } from './sheet-file.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads a CSV file: UTF-8, UTF-16 or Windows-1252 (what Excel saves where UTF-8 is not asked for), with whichever
 * delimiter splits its first lines most evenly. Throws SheetError.
 */
export function readCsv(bytes: Uint8Array): SheetFile {
  const text = decode(bytes);
  if (text.includes('\0')) throw new SheetError('NOT_A_TABLE');
  const rows: string[][] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_CELL * 16,
      on_record: (record: string[]) => {
        if (rows.length >= MOST_ROWS) throw new SheetError('TOO_MANY_ROWS');
        if (record.length > MOST_COLUMNS) throw new SheetError('TOO_MANY_COLUMNS');
        rows.push(record.map((cell) => cell.trim().slice(0, LONGEST_CELL)));
        return null;
      },
    });
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('DAMAGED');
  }
  if (rows.every((row) => row.every((cell) => cell === ''))) throw new SheetError('EMPTY');
  return { format: 'csv', sheets: [{ name: 'Table', isHidden: false }], sheet: 'Table', rows };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that stands in most of the first lines, and in each as often. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .slice(0, 10)
    .filter((line) => line.trim() !== '');
  const scored = DELIMITERS.map((sign) => {
    const counts = lines.map((line) => unquoted(line).split(sign).length - 1);
    const least = Math.min(...counts);
    return { sign, score: least > 0 ? least * 1000 + (counts[0] ?? 0) : (counts[0] ?? 0) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).sign;
}

function unquoted(line: string): string {
  return line.replaceAll(/"[^"]*"/g, '');
}
