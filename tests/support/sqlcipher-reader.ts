import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

/**
 * SQLCipher 4's published page format, read with node:crypto alone: the independent check that a workspace is what we
 * say it is. 4096-byte pages; the last 80 bytes of each are the IV (16) and an HMAC-SHA512 (64) over ciphertext, IV and
 * little-endian page number; the first 16 bytes of the file are the salt in place of SQLite's magic.
 */
const PAGE = 4096;
const RESERVE = 80;
const SALT = 16;
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/** Decrypts a whole file to a plain SQLite image in rollback-journal mode. Throws where a page's seal is broken. */
export function decryptSqlcipher4(file: Buffer, passphrase: string): Buffer {
  const salt = file.subarray(0, SALT);
  const key = pbkdf2Sync(passphrase, salt, 256_000, 32, 'sha512');
  const hmacKey = pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
  const plain = Buffer.alloc(file.length);
  for (let number = 1; number * PAGE <= file.length; number += 1) {
    const page = file.subarray((number - 1) * PAGE, number * PAGE);
    const start = number === 1 ? SALT : 0;
    const body = page.subarray(start, PAGE - RESERVE);
    const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16);
    const seal = page.subarray(PAGE - RESERVE + 16, PAGE);
    const pageNumber = Buffer.alloc(4);
    pageNumber.writeUInt32LE(number);
    const expected = createHmac('sha512', hmacKey).update(body).update(iv).update(pageNumber).digest();
    if (!timingSafeEqual(expected, seal)) throw new Error(`The seal of page ${number} is broken.`);
    const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    Buffer.concat([cipher.update(body), cipher.final()]).copy(plain, (number - 1) * PAGE + start);
  }
  MAGIC.copy(plain, 0);
  // The log lies outside this image, so the header must not ask for one.
  plain[18] = 1;
  plain[19] = 1;
  return plain;
}
