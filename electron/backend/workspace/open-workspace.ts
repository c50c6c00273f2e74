import { existsSync, rmSync } from 'node:fs';
import { Kysely } from 'kysely';
import { Refusal } from '../refusal.ts';
import { refusalOfSystem } from '../system-errors.ts';
import { deriveKey, type FileKey, openEncrypted, type RawDatabase, rekey, saltOfFile, saltOfKey } from './cipher.ts';
import { WorkspaceDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { WorkspaceTables } from './schema.ts';

export type WorkspaceDb = Kysely<WorkspaceTables>;

/** An unlocked workspace: one encrypted file and its one connection. */
export interface OpenWorkspace {
  readonly path: string;
  readonly db: WorkspaceDb;
  readonly raw: RawDatabase;
  readonly isOpen: boolean;
  /** Whether this is the passphrase that the file is open with. */
  hasPassphrase(passphrase: string): Promise<boolean>;
  /** Encrypts the whole file under a new passphrase. */
  changePassphrase(passphrase: string): Promise<void>;
  /** Whether each change is on the disk before it is answered: false for a file that is thrown away if it breaks. */
  setDurable(isDurable: boolean): void;
  /** Folds the write-ahead log into the file and forgets the key. */
  close(): Promise<void>;
}

/** Makes a new, empty workspace file under a new key. Throws Refusal WORKSPACE_EXISTS where the path is taken. */
export async function createWorkspaceFile(path: string, key: FileKey, now: Date): Promise<OpenWorkspace> {
  if (existsSync(path)) {
    throw new Refusal(
      'WORKSPACE_EXISTS',
      'There is a workspace of that name already.',
      'Open that one, or give the partnership another name.',
    );
  }
  try {
    return await openWithKey(path, key, { mustExist: false, now });
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    throw error;
  }
}

/**
 * Opens a workspace file.
 * Throws Refusal WRONG_PASSPHRASE, WORKSPACE_DAMAGED, WORKSPACE_NEWER, CANNOT_WRITE or NOT_FOUND.
 */
export async function openWorkspaceFile(path: string, passphrase: string, now: Date): Promise<OpenWorkspace> {
  if (!existsSync(path)) {
    throw new Refusal('NOT_FOUND', 'The workspace file is no longer there.', 'Look for it where it was last kept.');
  }
  try {
    const salt = saltOfFile(path);
    if (!salt) throw damaged();
    return await reopenWorkspaceFile(path, await deriveKey(passphrase, salt), now);
  } catch (error) {
    throw inWords(error);
  }
}

/** Opens a workspace file with the key that it was made with. Throws as `openWorkspaceFile` does. */
export async function reopenWorkspaceFile(path: string, key: FileKey, now: Date): Promise<OpenWorkspace> {
  try {
    return await openWithKey(path, key, { mustExist: true, now });
  } catch (error) {
    throw inWords(error);
  }
}

async function openWithKey(
  path: string,
  initialKey: FileKey,
  options: { mustExist: boolean; now: Date },
): Promise<OpenWorkspace> {
  let key: FileKey | null = initialKey;
  const raw = openEncrypted(path, initialKey, options);
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  try {
    await migrate(db, raw, { path, now: options.now });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const currentKey = (): FileKey => {
    if (key === null)
      throw new Refusal('WORKSPACE_LOCKED', 'The workspace is locked.', 'Unlock it with its passphrase.');
    return key;
  };
  return {
    path,
    db,
    raw,
    get isOpen() {
      return key !== null;
    },
    async hasPassphrase(passphrase) {
      return (await deriveKey(passphrase, saltOfKey(currentKey()))) === currentKey();
    },
    async changePassphrase(passphrase) {
      const next = await deriveKey(passphrase, saltOfKey(currentKey()));
      await db.connection().execute(async () => rekey(raw, next));
      key = next;
    },
    setDurable(isDurable) {
      raw.pragma(`synchronous = ${isDurable ? 'FULL' : 'OFF'}`);
    },
    async close() {
      if (key === null) return;
      key = null;
      // Once it has the connection for itself, so that what is being written is written whole.
      await db.connection().execute(async () => shut(raw));
      await db.destroy();
    },
  };
}

function shut(raw: RawDatabase): void {
  try {
    // An earlier page must not be left in a log under an older key.
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk, or one that is gone: the log keeps what was written, and the next opening folds it in.
  } finally {
    raw.close();
  }
}

function inWords(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') {
    return new Refusal(
      'WRONG_PASSPHRASE',
      'That is not the passphrase of this workspace.',
      'Try again, with an eye on capitals and spaces. A lost passphrase cannot be recovered.',
    );
  }
  return refusalOfSystem(error) ?? error;
}

function damaged(): Refusal {
  return new Refusal(
    'WORKSPACE_DAMAGED',
    'The workspace file is damaged.',
    'Keep the file as it is, and open your latest copy of it.',
  );
}
