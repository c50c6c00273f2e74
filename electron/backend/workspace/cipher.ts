import { pbkdf2, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import Database from 'better-sqlite3-multiple-ciphers';

/**
 * The file is in SQLCipher 4's own format: AES-256-CBC pages of 4096 bytes, each with an HMAC-SHA512, the key derived
 * from the passphrase by PBKDF2-HMAC-SHA512 with the file's first 16 bytes as salt (SQLCipher design, "Database
 * Encryption Features"). So any SQLCipher 4 opens it with the passphrase.
 */
const KDF_ITERATIONS = 256_000;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const BUSY_TIMEOUT_MS = 5_000;

const derive = promisify(pbkdf2);

/** The key of a file: 64 hexadecimal digits of key and 32 of salt. Never stored, never logged. */
export type FileKey = string;

export type RawDatabase = Database.Database;

/** Derives the key from a passphrase; about 0.2 s, off the main thread. The passphrase is normalised (NFC) first. */
export async function deriveKey(passphrase: string, salt: Uint8Array): Promise<FileKey> {
  const key = await derive(passphrase.normalize('NFC'), salt, KDF_ITERATIONS, KEY_BYTES, 'sha512');
  return key.toString('hex') + Buffer.from(salt).toString('hex');
}

export function newSalt(): Uint8Array {
  return randomBytes(SALT_BYTES);
}

export function saltOfKey(key: FileKey): Uint8Array {
  return Buffer.from(key.slice(KEY_BYTES * 2), 'hex');
}

/** Reads a file's salt; null where it is no file, too short to be a workspace, or a plain SQLite file. */
export function saltOfFile(path: string): Uint8Array | null {
  if (!statSync(path).isFile()) return null;
  const salt = Buffer.alloc(SALT_BYTES);
  const descriptor = openSync(path, 'r');
  try {
    if (readSync(descriptor, salt, 0, SALT_BYTES, 0) < SALT_BYTES) return null;
  } finally {
    closeSync(descriptor);
  }
  return salt.toString('latin1').startsWith('SQLite format 3') ? null : salt;
}

/** Pages kept decrypted: a register of 50,000 plans takes 40 MB, and each page read again is decrypted again. */
const CACHE_KIB = 64 * 1024;

/**
 * Opens a connection with its key and the pragmas that every connection needs.
 * Throws SqliteError SQLITE_NOTADB where the key is wrong, SQLITE_CORRUPT where the file is damaged.
 */
export function openEncrypted(path: string, key: FileKey, options: { mustExist: boolean }): RawDatabase {
  assertKey(key);
  const raw = new Database(path, { fileMustExist: options.mustExist, timeout: BUSY_TIMEOUT_MS });
  try {
    raw.pragma("cipher='sqlcipher'");
    raw.pragma('legacy=4');
    raw.pragma(`key="x'${key}'"`);
    raw.prepare('select count(*) from sqlite_master').get();
    raw.pragma('journal_mode=WAL');
    raw.pragma('synchronous=FULL');
    raw.pragma('foreign_keys=ON');
    raw.pragma('temp_store=MEMORY');
    raw.pragma(`cache_size=-${CACHE_KIB}`);
    raw.pragma('secure_delete=ON');
  } catch (error) {
    raw.close();
    throw error;
  }
  return raw;
}

/** Re-encrypts every page under a new key, which must carry the file's own salt (`rekey` keeps it). */
export function rekey(raw: RawDatabase, key: FileKey): void {
  assertKey(key);
  raw.pragma(`rekey="x'${key}'"`);
}

function assertKey(key: FileKey): void {
  if (!/^[0-9a-f]{96}$/.test(key)) throw new TypeError('A file key is 96 hexadecimal digits.');
}
