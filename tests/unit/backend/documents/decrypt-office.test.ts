import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCompoundFile } from '../../../../electron/backend/documents/cfb-reader.ts';
import { decryptOffice } from '../../../../electron/backend/documents/decrypt-office.ts';
import { DocumentError } from '../../../../electron/backend/documents/document-errors.ts';
import { readDocx } from '../../../../electron/backend/documents/read-docx.ts';

/** Made by two other programs: LibreOffice (standard encryption) and officecrypto-tool (agile encryption). */
const FILES = {
  standard: readFileSync(path.resolve('tests/support/files/encrypted-standard.docx')),
  agile: readFileSync(path.resolve('tests/support/files/encrypted-agile.docx')),
};
const PASSWORD = 'Amber Lantern 7';
/** Where the sector table's place, the directory's start and the first entry of the table stand (MS-CFB 2.2). */
const FIRST_TABLE_SECTOR = 0x4c;
const DIRECTORY_START = 0x30;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof DocumentError ? error.code : String(error);
  }
  return 'done';
}

/** The same file with the text of its description changed, in place and to the same length. */
function edited(file: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(file);
  const at = copy.indexOf(from, 0, 'latin1');
  expect(at).toBeGreaterThan(0);
  expect(to).toHaveLength(from.length);
  copy.write(to, at, 'latin1');
  return copy;
}

describe.each(Object.entries(FILES))('%s encryption', (_, file) => {
  test('opens with its password, and leaves the file as it was', () => {
    const before = Buffer.from(file);
    const { blocks } = readDocx(decryptOffice(file, PASSWORD));
    expect(blocks.map((block) => block.text)).toEqual(['Section A – My views', 'Wren likes the tide mill.']);
    expect(file.equals(before)).toBe(true);
  });

  test.each([
    [undefined, 'PASSWORD_NEEDED'],
    ['', 'PASSWORD_NEEDED'],
    ['amber lantern 7', 'WRONG_PASSWORD'],
    [`${PASSWORD} `, 'WRONG_PASSWORD'],
  ])('%j: %s', (password, code) => {
    expect(codeOf(() => decryptOffice(file, password))).toBe(code);
  });
});

test('a change to the encrypted package is found by its sum', () => {
  const file = Buffer.from(FILES.agile);
  const content = readCompoundFile(file).read('EncryptedPackage')?.subarray(1000, 1016) ?? Buffer.alloc(16);
  const at = file.indexOf(content);
  file.writeUInt8(file.readUInt8(at) ^ 1, at);
  expect(codeOf(() => decryptOffice(file, PASSWORD))).toBe('DAMAGED_FILE');
});

test('ways of encryption that are not known are named as such', () => {
  expect(codeOf(() => decryptOffice(edited(FILES.agile, '"AES"', '"RC2"'), PASSWORD))).toBe('UNSUPPORTED_ENCRYPTION');
  expect(codeOf(() => decryptOffice(edited(FILES.agile, 'spinCount', 'spunCount'), PASSWORD))).toBe(
    'UNSUPPORTED_ENCRYPTION',
  );
  const rightsManaged = Buffer.from(FILES.agile);
  const at = rightsManaged.indexOf(Buffer.from('EncryptionInfo', 'utf16le'));
  rightsManaged.write('X', at, 'utf16le');
  expect(codeOf(() => decryptOffice(rightsManaged, PASSWORD))).toBe('UNSUPPORTED_ENCRYPTION');
});

test('more rounds than the format allows are not begun', () => {
  const endless = edited(FILES.agile, 'spinCount="100000"', 'spinCount="9e99999"'.replace('9e99999', '9e9999'));
  expect(codeOf(() => decryptOffice(endless, PASSWORD))).toBe('DAMAGED_FILE');
});

describe('a hostile compound file', () => {
  test('whose chain goes round in a circle ends', () => {
    const file = Buffer.from(FILES.agile);
    const table = (file.readUInt32LE(FIRST_TABLE_SECTOR) + 1) * 512;
    const start = file.readUInt32LE(DIRECTORY_START);
    file.writeUInt32LE(start, table + start * 4);
    // The directory repeats itself up to the file's own length, and no further.
    expect(codeOf(() => decryptOffice(file, undefined))).toBe('PASSWORD_NEEDED');
  });

  test('whose directory names its own entries as their neighbours ends', () => {
    const file = Buffer.from(FILES.agile);
    const directory = (file.readUInt32LE(DIRECTORY_START) + 1) * 512;
    for (let entry = 0; entry < 4; entry += 1) {
      file.writeUInt32LE(1, directory + entry * 128 + 0x44);
      file.writeUInt32LE(entry, directory + entry * 128 + 0x48);
    }
    expect(codeOf(() => readCompoundFile(file))).toBe('done');
  });

  test('of any bytes at all gives its streams or DAMAGED_FILE, and never more bytes than it has', () => {
    const change = fc.record({ at: fc.nat(FILES.agile.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.array(fc.record({ at: fc.nat(511), byte: fc.constantFrom(0, 1, 2, 0xfe, 0xff) }), { maxLength: 8 }),
        fc.nat(FILES.agile.length),
        (changes, inHeader, cut) => {
          const file = Buffer.from(FILES.agile.subarray(0, FILES.agile.length - (cut % 2 === 0 ? 0 : cut)));
          for (const { at, byte } of [...changes, ...inHeader]) if (at < file.length) file.writeUInt8(byte, at);
          const code = codeOf(() => {
            const compound = readCompoundFile(file);
            for (const name of ['EncryptionInfo', 'EncryptedPackage']) {
              expect(compound.read(name)?.length ?? 0).toBeLessThanOrEqual(file.length);
            }
          });
          expect(['done', 'DAMAGED_FILE']).toContain(code);
        },
      ),
      { numRuns: 400 },
    );
  });
});
