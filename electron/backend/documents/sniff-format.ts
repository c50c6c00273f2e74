import { DocumentError } from './document-errors.ts';

/** The kinds of file that can be read, told by content and never by name. */
export type DocumentFormat = 'pdf' | 'docx' | 'encrypted office';

/** Acrobat accepts the header anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13). */
const PDF_HEADER_WITHIN_BYTES = 1024;
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP_SIGNATURE = [0x50, 0x4b, 0x05, 0x06];

/**
 * Says what a file is from its bytes; a zip counts as Word here, and `openDocxPackage` looks for the document inside.
 * Throws a DocumentError: EMPTY_FILE, LEGACY_WORD or UNSUPPORTED_FORMAT.
 */
export function sniffFormat(bytes: Uint8Array): DocumentFormat {
  if (bytes.length === 0 || isBlank(bytes)) throw new DocumentError('EMPTY_FILE');
  if (startsWith(bytes, ZIP_SIGNATURE) || startsWith(bytes, EMPTY_ZIP_SIGNATURE)) return 'docx';
  if (findAscii(bytes, '%PDF-', PDF_HEADER_WITHIN_BYTES)) return 'pdf';
  if (startsWith(bytes, OLE_SIGNATURE)) {
    // Stream names of a compound file stand in its directory as UTF-16 (MS-CFB 2.6.1; MS-OFFCRYPTO 1.3.2).
    if (findUtf16(bytes, 'EncryptedPackage')) return 'encrypted office';
    if (findUtf16(bytes, 'WordDocument')) throw new DocumentError('LEGACY_WORD');
  }
  throw new DocumentError('UNSUPPORTED_FORMAT');
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length <= 4096 && bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function findAscii(bytes: Uint8Array, text: string, within: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, within)).includes(text, 0, 'latin1');
}

function findUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(text, 'utf16le'));
}
