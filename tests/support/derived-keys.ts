import { createHash } from 'node:crypto';

/** The salt of every workspace that tests make, but for those that look at salts. */
export const ONE_SALT = createHash('sha256').update('Goldthread’s tests').digest().subarray(0, 16);

const derived = new Map<string, Promise<string>>();

/** Derives a key the first time that its passphrase and salt come along; `derive` is the real way. */
export function derivedOnce(
  passphrase: string,
  salt: Uint8Array,
  derive: (passphrase: string, salt: Uint8Array) => Promise<string>,
): Promise<string> {
  const name = JSON.stringify([passphrase, Buffer.from(salt).toString('hex')]);
  const known = derived.get(name) ?? derive(passphrase, salt);
  derived.set(name, known);
  return known;
}
