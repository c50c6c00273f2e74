import { readCompoundFile } from './cfb-reader.ts';
import { openAgile } from './decrypt-agile.ts';
import type { OpenPackage } from './decrypt-parts.ts';
import { openStandard } from './decrypt-standard.ts';
import { DocumentError } from './document-errors.ts';

/** Flags of the way of encryption (MS-OFFCRYPTO 2.3.1): the package's key is not made from a password. */
const EXTERNAL_FLAG = 0x10;

/**
 * Decrypts a password-protected Office file (ECMA-376 agile or standard encryption, MS-OFFCRYPTO 2.3.4) and gives the
 * package inside. The given bytes stay as they are.
 * Throws a DocumentError: LEGACY_WORD or UNSUPPORTED_FORMAT (a compound file of another kind), UNSUPPORTED_ENCRYPTION
 * (rights management, or a way that no Office since 2007 writes), PASSWORD_NEEDED, WRONG_PASSWORD or DAMAGED_FILE.
 */
export function decryptOffice(bytes: Uint8Array, password: string | undefined): Uint8Array {
  const file = readCompoundFile(bytes);
  if (!file.has('EncryptedPackage')) {
    throw new DocumentError(file.has('WordDocument') ? 'LEGACY_WORD' : 'UNSUPPORTED_FORMAT');
  }
  const info = file.read('EncryptionInfo');
  // Rights-managed files hold their licence elsewhere and have no EncryptionInfo (MS-OFFCRYPTO 2.2).
  if (info === undefined) throw new DocumentError('UNSUPPORTED_ENCRYPTION');
  const open = readInfo(info);
  if (password === undefined || password === '') throw new DocumentError('PASSWORD_NEEDED');
  const encrypted = file.read('EncryptedPackage');
  if (encrypted === undefined) throw new DocumentError('DAMAGED_FILE');
  return new Uint8Array(open(password, encrypted));
}

function readInfo(info: Buffer): OpenPackage {
  if (info.length < 8) throw new DocumentError('DAMAGED_FILE');
  const major = info.readUInt16LE(0);
  const minor = info.readUInt16LE(2);
  if (major === 4 && minor === 4) return openAgile(info.subarray(8));
  const isExternal = (info.readUInt32LE(4) & EXTERNAL_FLAG) !== 0;
  if (major >= 2 && major <= 4 && minor === 2 && !isExternal) return openStandard(info.subarray(8));
  throw new DocumentError('UNSUPPORTED_ENCRYPTION');
}
