import { createDecipheriv, hash } from 'node:crypto';
import { DocumentError } from './document-errors.ts';

/** An encrypted package whose way of encryption is known; it tries one password on it. */
export type OpenPackage = (password: string, encrypted: Buffer) => Buffer;

/** The hash functions that Office encryption uses, by their names in node:crypto, with the bytes they give. */
export const HASH_BYTES = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
export type HashName = keyof typeof HASH_BYTES;

/** One hash over several parts. */
export function hashOf(name: HashName, ...parts: readonly Uint8Array[]): Buffer {
  return hash(name, Buffer.concat(parts), 'buffer');
}

/**
 * The password's hash after its many rounds (MS-OFFCRYPTO 2.3.4.7 and 2.3.4.11): salt and password once, then each
 * round over its number and the hash before.
 */
export function spinPassword(name: HashName, salt: Uint8Array, password: string, rounds: number): Buffer {
  let digest = hashOf(name, salt, Buffer.from(password, 'utf16le'));
  const round = Buffer.alloc(4 + digest.length);
  for (let count = 0; count < rounds; count += 1) {
    round.writeUInt32LE(count, 0);
    digest.copy(round, 4);
    digest = hash(name, round, 'buffer');
  }
  return digest;
}

/** AES without padding: CBC where there is a starting block, else ECB. Data that is no whole number of blocks is DAMAGED_FILE. */
export function decryptAes(key: Buffer, start: Buffer | null, data: Uint8Array): Buffer {
  if (data.length % 16 !== 0) throw new DocumentError('DAMAGED_FILE');
  const cipher = createDecipheriv(`aes-${key.length * 8}-${start === null ? 'ecb' : 'cbc'}`, key, start);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** The package's own size stands before it (MS-OFFCRYPTO 2.3.4.4); what is encrypted is rounded up to whole blocks. */
export function splitPackage(encrypted: Buffer): { size: number; data: Buffer } {
  if (encrypted.length < 8) throw new DocumentError('DAMAGED_FILE');
  const size = Number(encrypted.readBigUInt64LE(0));
  const data = encrypted.subarray(8);
  if (size === 0 || size > data.length) throw new DocumentError('DAMAGED_FILE');
  // Some writers leave the end of the last sector on.
  return { size, data: data.subarray(0, data.length - (data.length % 16)) };
}
