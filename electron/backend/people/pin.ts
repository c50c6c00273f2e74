import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** RFC 7914. 32 MB and about 60 ms a try: short enough to wait for, long enough to make a list of all PINs dear. */
const COST = 2 ** 15;
const BLOCK_SIZE = 8;
const MEMORY_BYTES = 2 * 128 * COST * BLOCK_SIZE;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** The salted hash of a PIN as it is stored: `scrypt$<salt>$<key>`, both in hex. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return `scrypt$${salt.toString('hex')}$${(await keyOf(pin, salt)).toString('hex')}`;
}

/** Whether a PIN is the one behind a stored hash, in a time that tells nothing of how nearly. */
export async function isPin(pin: string, stored: string): Promise<boolean> {
  const [kind, salt, key] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  return timingSafeEqual(await keyOf(pin, Buffer.from(salt, 'hex')), Buffer.from(key, 'hex'));
}

function keyOf(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, { cost: COST, blockSize: BLOCK_SIZE, maxmem: MEMORY_BYTES }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
