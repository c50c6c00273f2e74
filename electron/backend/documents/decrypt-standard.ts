import { decryptAes, hashOf, spinPassword, splitPackage, type OpenPackage } from './decrypt-parts.ts';
import { DocumentError } from './document-errors.ts';

/** AlgID → bytes of the key (MS-OFFCRYPTO 2.3.2). RC4, which it also allows, is never used for a Word package. */
const KEY_BYTES = new Map([
  [0x660e, 16],
  [0x660f, 24],
  [0x6610, 32],
]);
const SHA1_ID = 0x8004;
/** Fixed for this way of encryption (MS-OFFCRYPTO 2.3.4.7). */
const ROUNDS = 50_000;
const SHA1_BYTES = 20;
const HEADER_BYTES = 32;
const VERIFIER_BYTES = 72;

/**
 * Reads the header and verifier of standard encryption (AES in ECB with SHA-1: Office 2007; MS-OFFCRYPTO 2.3.4.5).
 * It has no check of integrity; a zip's own sums stand in for it. Throws DAMAGED_FILE or UNSUPPORTED_ENCRYPTION.
 */
export function openStandard(info: Buffer): OpenPackage {
  if (info.length < 4 + HEADER_BYTES) throw new DocumentError('DAMAGED_FILE');
  const headerBytes = info.readUInt32LE(0);
  const keyBytes = KEY_BYTES.get(info.readUInt32LE(4 + 8));
  const hashId = info.readUInt32LE(4 + 12);
  if (keyBytes === undefined || (hashId !== SHA1_ID && hashId !== 0)) throw new DocumentError('UNSUPPORTED_ENCRYPTION');
  const verifier = info.subarray(4 + headerBytes);
  if (headerBytes < HEADER_BYTES || verifier.length < VERIFIER_BYTES) throw new DocumentError('DAMAGED_FILE');
  const salt = verifier.subarray(4, 20);
  const encryptedVerifier = verifier.subarray(20, 36);
  const encryptedHash = verifier.subarray(40, 72);
  return (password, encrypted) => {
    const key = deriveKey(password, salt, keyBytes);
    const expected = decryptAes(key, null, encryptedHash).subarray(0, SHA1_BYTES);
    if (!hashOf('sha1', decryptAes(key, null, encryptedVerifier)).equals(expected)) {
      throw new DocumentError('WRONG_PASSWORD');
    }
    const { size, data } = splitPackage(encrypted);
    return decryptAes(key, null, data).subarray(0, size);
  };
}

/** MS-OFFCRYPTO 2.3.4.7, after CryptDeriveKey. */
function deriveKey(password: string, salt: Buffer, keyBytes: number): Buffer {
  const digest = hashOf('sha1', spinPassword('sha1', salt, password, ROUNDS), Buffer.alloc(4));
  const halves = [0x36, 0x5c].map((filler) => {
    const block = Buffer.alloc(64, filler);
    for (const [index, byte] of digest.entries()) block[index] = byte ^ filler;
    return hashOf('sha1', block);
  });
  return Buffer.concat(halves).subarray(0, keyBytes);
}
