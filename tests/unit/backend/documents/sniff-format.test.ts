import { expect, test } from 'vitest';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { sniffFormat } from '../../../../electron/backend/documents/sniff-format.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function answer(bytes: Uint8Array): string {
  try {
    return sniffFormat(bytes);
  } catch (error) {
    return error instanceof DocumentError ? error.code : 'not a DocumentError';
  }
}

function oleWith(stream: string): Uint8Array {
  return new Uint8Array([...OLE, ...new Uint8Array(600), ...Buffer.from(stream, 'utf16le')]);
}

test.each([
  ['a PDF', new TextEncoder().encode('%PDF-1.7\n'), 'pdf'],
  ['a PDF after other bytes', new TextEncoder().encode(`${'x'.repeat(900)}%PDF-1.4`), 'pdf'],
  ['a PDF too far in', new TextEncoder().encode(`${'x'.repeat(1100)}%PDF-1.4`), 'UNSUPPORTED_FORMAT'],
  ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'docx'],
  ['nothing', new Uint8Array(), 'EMPTY_FILE'],
  ['blanks', new Uint8Array(100), 'EMPTY_FILE'],
  ['an encrypted Office file', oleWith('EncryptedPackage'), 'encrypted office'],
  ['an old Word file', oleWith('WordDocument'), 'LEGACY_WORD'],
  ['another compound file', oleWith('Workbook'), 'UNSUPPORTED_FORMAT'],
  ['plain text', new TextEncoder().encode('Section A'), 'UNSUPPORTED_FORMAT'],
])('%s', (_, bytes, expected) => {
  expect(answer(bytes)).toBe(expected);
});
