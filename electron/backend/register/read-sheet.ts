import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { decryptOffice } from '../documents/decrypt-office.ts';
import { type SheetAnswer, SheetError, type SheetFile } from './sheet-file.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Larger than any register: 100,000 plans with forty columns. */
export const LARGEST_SHEET_BYTES = 50 * 1024 * 1024;

export interface SheetRequest {
  /** The sheet to read; the first that is not hidden where left out. */
  sheet?: string | undefined;
  password?: string | undefined;
}

/**
 * Reads a table from a CSV file or an Excel workbook (.xlsx, also with a password) on the calling thread; the application
 * goes through the parse pool instead. Content decides the format, never the name. Throws SheetError; DocumentError for a
 * workbook with a password.
 */
export function readSheet(bytes: Uint8Array, { sheet, password }: SheetRequest = {}): SheetFile {
  if (bytes.length === 0) throw new SheetError('EMPTY');
  if (bytes.length > LARGEST_SHEET_BYTES) throw new SheetError('TOO_LARGE');
  if (startsWith(bytes, ZIP)) return readXlsx(bytes, sheet);
  if (startsWith(bytes, OLE)) {
    if (!holdsUtf16(bytes, 'EncryptedPackage')) throw new SheetError('LEGACY_EXCEL');
    return readXlsx(decryptOffice(bytes, password), sheet);
  }
  return readCsv(bytes);
}

/** `readSheet` with a refusal as a value, to cross from the worker; a password asked for is still thrown. */
export function sheetAnswer(bytes: Uint8Array, request: SheetRequest): SheetAnswer {
  try {
    return { kind: 'read', file: readSheet(bytes, request) };
  } catch (error) {
    if (error instanceof SheetError) return { kind: 'refused', refusal: error.refusal };
    throw error;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(text, 'utf16le'));
}
