import { createHmac } from 'node:crypto';
import {
  decryptAes,
  HASH_BYTES,
  type HashName,
  hashOf,
  spinPassword,
  splitPackage,
  type OpenPackage,
} from './decrypt-parts.ts';
import { DocumentError } from './document-errors.ts';
import { elements, parseXml } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

/** What each derived key or starting block is for (MS-OFFCRYPTO 2.3.4.11 to 2.3.4.14). */
const PURPOSE = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  packageKey: Buffer.from('146e0be7abacd0d6', 'hex'),
  integrityKey: Buffer.from('5fb2ad010cb9e1f6', 'hex'),
  integritySum: Buffer.from('a0677f02b22c8433', 'hex'),
};
/** Each 4,096 bytes are encrypted by themselves (MS-OFFCRYPTO 2.3.4.15). */
const SEGMENT_BYTES = 4096;
/** Keys and starting blocks that come out too short are filled up with this (MS-OFFCRYPTO 2.3.4.11 and 2.3.4.12). */
const FILLER = 0x36;
/** As large as the schema allows (MS-OFFCRYPTO 2.3.4.10). Office writes 100,000. */
const MAX_ROUNDS = 10_000_000;
const AES_BLOCK_BYTES = 16;

interface Cipher {
  salt: Buffer;
  keyBytes: number;
  hash: HashName;
}

/**
 * Reads the description of agile encryption (AES in CBC with SHA-512 in Office since 2010; MS-OFFCRYPTO 2.3.4.10).
 * Throws DAMAGED_FILE or UNSUPPORTED_ENCRYPTION (a certificate in place of a password, another cipher).
 */
export function openAgile(info: Buffer): OpenPackage {
  const root = parseXml(info.toString('utf8').replace(/\0+$/, ''));
  const keyData = find(root, 'keyData');
  const integrity = find(root, 'dataIntegrity');
  const passwordKey = passwordKeyOf(find(root, 'keyEncryptors'));
  if (keyData === undefined) throw new DocumentError('DAMAGED_FILE');
  if (passwordKey === undefined) throw new DocumentError('UNSUPPORTED_ENCRYPTION');
  const data = readCipher(keyData);
  const lock = readCipher(passwordKey);
  const rounds = Number(passwordKey.attributes['spinCount']);
  if (!Number.isInteger(rounds) || rounds < 0 || rounds > MAX_ROUNDS) throw new DocumentError('DAMAGED_FILE');
  return (password, encrypted) => {
    const digest = spinPassword(lock.hash, lock.salt, password, rounds);
    const unlock = (name: string, purpose: Buffer): Buffer =>
      decryptAes(
        fit(hashOf(lock.hash, digest, purpose), lock.keyBytes),
        fit(lock.salt, AES_BLOCK_BYTES),
        bytesOf(passwordKey, name),
      );
    const input = unlock('encryptedVerifierHashInput', PURPOSE.verifierInput).subarray(0, lock.salt.length);
    const expected = unlock('encryptedVerifierHashValue', PURPOSE.verifierHash).subarray(0, HASH_BYTES[lock.hash]);
    if (!hashOf(lock.hash, input).equals(expected)) throw new DocumentError('WRONG_PASSWORD');
    const key = unlock('encryptedKeyValue', PURPOSE.packageKey).subarray(0, data.keyBytes);
    if (key.length !== data.keyBytes) throw new DocumentError('DAMAGED_FILE');
    if (integrity !== undefined) checkIntegrity(integrity, data, key, encrypted);
    return decryptSegments(data, key, encrypted);
  };
}

/** The sum is over the encrypted stream as it stands, its size included (MS-OFFCRYPTO 2.3.4.14). */
function checkIntegrity(integrity: XmlNode, data: Cipher, key: Buffer, encrypted: Buffer): void {
  const open = (name: string, purpose: Buffer): Buffer =>
    decryptAes(key, startingBlock(data, purpose), bytesOf(integrity, name)).subarray(0, HASH_BYTES[data.hash]);
  const hmac = createHmac(data.hash, open('encryptedHmacKey', PURPOSE.integrityKey)).update(encrypted).digest();
  if (!hmac.equals(open('encryptedHmacValue', PURPOSE.integritySum))) throw new DocumentError('DAMAGED_FILE');
}

function decryptSegments(cipher: Cipher, key: Buffer, encrypted: Buffer): Buffer {
  const { size, data } = splitPackage(encrypted);
  const parts: Buffer[] = [];
  const number = Buffer.alloc(4);
  for (let segment = 0; segment * SEGMENT_BYTES < data.length; segment += 1) {
    number.writeUInt32LE(segment);
    const part = data.subarray(segment * SEGMENT_BYTES, (segment + 1) * SEGMENT_BYTES);
    parts.push(decryptAes(key, startingBlock(cipher, number), part));
  }
  return Buffer.concat(parts).subarray(0, size);
}

function startingBlock(cipher: Cipher, purpose: Buffer): Buffer {
  return fit(hashOf(cipher.hash, cipher.salt, purpose), AES_BLOCK_BYTES);
}

function fit(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, FILLER)]);
}

function readCipher(node: XmlNode): Cipher {
  const { cipherAlgorithm, cipherChaining, hashAlgorithm, keyBits } = node.attributes;
  const hash = (hashAlgorithm ?? '').toLowerCase().replace('-', '');
  const keyBytes = Number(keyBits) / 8;
  if (cipherAlgorithm !== 'AES' || cipherChaining !== 'ChainingModeCBC' || !isHashName(hash)) {
    throw new DocumentError('UNSUPPORTED_ENCRYPTION');
  }
  if (keyBytes !== 16 && keyBytes !== 24 && keyBytes !== 32) throw new DocumentError('UNSUPPORTED_ENCRYPTION');
  return { salt: bytesOf(node, 'saltValue'), keyBytes, hash };
}

function isHashName(name: string): name is HashName {
  return Object.hasOwn(HASH_BYTES, name);
}

function bytesOf(node: XmlNode, name: string): Buffer {
  const value = Buffer.from(node.attributes[name] ?? '', 'base64');
  if (value.length === 0) throw new DocumentError('DAMAGED_FILE');
  return value;
}

/** Of the encryptors (password, certificate) the one for a password, by the attribute that only it has. */
function passwordKeyOf(encryptors: XmlNode | undefined): XmlNode | undefined {
  for (const encryptor of elements(encryptors)) {
    const key = find(encryptor, 'encryptedKey');
    if (key?.attributes['spinCount'] !== undefined) return key;
  }
  return undefined;
}

/** A child by its name, whatever its prefix. */
function find(node: XmlNode, name: string): XmlNode | undefined {
  return elements(node).find((each) => each.name.slice(each.name.indexOf(':') + 1) === name);
}
