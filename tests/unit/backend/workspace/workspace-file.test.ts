import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { firstBrokenEvent, recordEvent } from '../../../../electron/backend/trail/trail.ts';
import { createWorkspace } from '../../../../electron/backend/workspace/create-workspace.ts';
import { migrate } from '../../../../electron/backend/workspace/migrate.ts';
import { MIGRATIONS } from '../../../../electron/backend/workspace/migrations/index.ts';
import { openWorkspaceFile } from '../../../../electron/backend/workspace/open-workspace.ts';
import { verifyWorkspace } from '../../../../electron/backend/workspace/verify-workspace.ts';
import { decryptSqlcipher4 } from '../../../support/sqlcipher-reader.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE, WORKSPACE_INPUT } from '../../../support/workspace-input.ts';

vi.unmock('../../../../electron/backend/workspace/cipher.ts');

const NOW = new Date('2026-11-09T10:00:00Z');

async function newWorkspace() {
  const folder = tempFolder();
  const file = path.join(folder, 'fernmoor.goldthread');
  const workspace = await createWorkspace(file, path.join(folder, '.making.goldthread'), WORKSPACE_INPUT, NOW);
  return { folder, file, workspace };
}

describe('a workspace file', () => {
  test('opens with its passphrase, and holds what it was made with', async () => {
    const { file, workspace } = await newWorkspace();
    await workspace.close();
    const again = await openWorkspaceFile(file, PASSPHRASE, NOW);
    const { name } = await again.db.selectFrom('partnership').select('name').executeTakeFirstOrThrow();
    expect(name).toBe(WORKSPACE_INPUT.partnershipName);
    expect(verifyWorkspace(again.raw)).toMatchObject({ isSound: true });
    await again.close();
  });

  test('refuses a wrong passphrase and stays as it was', async () => {
    const { file, workspace } = await newWorkspace();
    await workspace.close();
    const before = readFileSync(file);
    await expect(openWorkspaceFile(file, `${PASSPHRASE} `, NOW)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('takes the same passphrase however its accents were typed', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'w.goldthread');
    const composed = 'caf\u00e9 under seven elder trees';
    const workspace = await createWorkspace(
      file,
      path.join(folder, '.m'),
      { ...WORKSPACE_INPUT, passphrase: composed },
      NOW,
    );
    await workspace.close();
    const again = await openWorkspaceFile(file, composed.normalize('NFD'), NOW);
    expect(again.isOpen).toBe(true);
    await again.close();
  });

  test('has a salt of its own, whatever its passphrase', async () => {
    const files = [await newWorkspace(), await newWorkspace()];
    await Promise.all(files.map(({ workspace }) => workspace.close()));
    const salts = files.map(({ file }) => readFileSync(file).subarray(0, 16).toString('hex'));
    expect(new Set(salts).size).toBe(2);
  });

  test('is never made over one that is there', async () => {
    const { folder, file, workspace } = await newWorkspace();
    await workspace.close();
    const before = readFileSync(file);
    const second = createWorkspace(file, path.join(folder, '.other'), WORKSPACE_INPUT, NOW);
    await expect(second).rejects.toMatchObject({ code: 'WORKSPACE_EXISTS' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test("is SQLCipher 4's own format: node:crypto decrypts it and node:sqlite opens it", async () => {
    const { folder, file, workspace } = await newWorkspace();
    await workspace.close();
    const image = path.join(folder, 'plain.db');
    writeFileSync(image, decryptSqlcipher4(readFileSync(file), PASSPHRASE));
    const plain = new DatabaseSync(image, { readOnly: true });
    expect(plain.prepare('select name from partnership').get()).toEqual({ name: WORKSPACE_INPUT.partnershipName });
    expect(plain.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    plain.close();
  });

  test('holds no plain text, neither in the file nor in its log', async () => {
    const { file, workspace } = await newWorkspace();
    const secret = 'Bartholomew Quickthorn';
    await workspace.db.transaction().execute(async (trx) => {
      await trx.updateTable('partnership').set({ name: secret }).execute();
    });
    const parts = [file, `${file}-wal`].filter((part) => existsSync(part)).map((part) => readFileSync(part));
    expect(parts).toHaveLength(2);
    for (const part of parts) {
      expect(part.includes(Buffer.from(secret))).toBe(false);
      expect(part.includes(Buffer.from('SQLite format 3'))).toBe(false);
      expect(part.includes(Buffer.from('create table'))).toBe(false);
    }
    await workspace.close();
  });

  test('changes its passphrase for good, and the old one no longer opens it', async () => {
    const { file, workspace } = await newWorkspace();
    const next = 'quiet lanterns over nine marshes';
    expect(await workspace.hasPassphrase(PASSPHRASE)).toBe(true);
    await workspace.changePassphrase(next);
    await workspace.db.updateTable('partnership').set({ area_code: 'X' }).execute();
    await workspace.close();
    await expect(openWorkspaceFile(file, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    const again = await openWorkspaceFile(file, next, NOW);
    expect(verifyWorkspace(again.raw).isSound).toBe(true);
    await again.close();
    expect(() => decryptSqlcipher4(readFileSync(file), next)).not.toThrow();
  });

  test('that is damaged is refused in words, or found by verify', async () => {
    const { file, workspace } = await newWorkspace();
    await workspace.close();
    const bytes = readFileSync(file);
    bytes.fill(0x55, 3 * 4096 + 100, 3 * 4096 + 140);
    writeFileSync(file, bytes);
    const outcome = await openWorkspaceFile(file, PASSPHRASE, NOW).then(
      async (opened) => {
        const { isSound } = verifyWorkspace(opened.raw);
        await opened.close();
        return isSound ? 'sound' : 'unsound';
      },
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    expect(['WORKSPACE_DAMAGED', 'WRONG_PASSPHRASE', 'unsound']).toContain(outcome);
  });

  test('that is a plain SQLite file or too short is refused as damaged', async () => {
    const folder = tempFolder();
    const plain = path.join(folder, 'plain.goldthread');
    const database = new DatabaseSync(plain);
    database.exec('create table t (x text) strict');
    database.close();
    const short = path.join(folder, 'short.goldthread');
    writeFileSync(short, 'abc');
    await expect(openWorkspaceFile(plain, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    await expect(openWorkspaceFile(short, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });
});

describe('migrations', () => {
  test('refuse a file from a later version, untouched', async () => {
    const { file, workspace } = await newWorkspace();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(workspace.db);
    await workspace.close();
    const before = readFileSync(file);
    await expect(openWorkspaceFile(file, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'WORKSPACE_NEWER' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('keep an encrypted copy before the first one runs, and are all or nothing', async () => {
    const { folder, file, workspace } = await newWorkspace();
    const failing = {
      ...MIGRATIONS,
      '9001-good': {
        up: async (db: typeof workspace.db) => void (await sql`create table extra (x text) strict`.execute(db)),
      },
      '9002-bad': { up: async (db: typeof workspace.db) => void (await sql`create table broken (`.execute(db)) },
    };
    const run = migrate(workspace.db, workspace.raw, { path: file, now: NOW, migrations: failing });
    await expect(run).rejects.toThrow('incomplete input');
    const { n } = workspace.raw
      .prepare<[], { n: number }>("select count(*) as n from sqlite_master where name = 'extra'")
      .get() ?? { n: -1 };
    expect(n).toBe(0);
    const copy = readdirSync(folder).find((name) =>
      name.includes(`.before-version-${Object.keys(MIGRATIONS).length + 1}-`),
    );
    expect(copy).toBeDefined();
    await workspace.close();
    const opened = await openWorkspaceFile(path.join(folder, copy ?? ''), PASSPHRASE, NOW);
    expect(verifyWorkspace(opened.raw).isSound).toBe(true);
    await opened.close();
  });

  test('a kept file of the first version opens', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'v1.goldthread');
    copyFileSync(path.resolve('tests/support/workspaces/version-1.goldthread'), file);
    const opened = await openWorkspaceFile(file, PASSPHRASE, NOW);
    expect(verifyWorkspace(opened.raw).isSound).toBe(true);
    expect(await opened.db.selectFrom('person').select('name').executeTakeFirst()).toEqual({ name: 'Ottoline Sedge' });
    await opened.close();
  });
});

describe('the trail', () => {
  test('refuses every change to what was written', async () => {
    const { workspace } = await newWorkspace();
    await expect(sql`update event set action = 'x'`.execute(workspace.db)).rejects.toThrow('append-only');
    await expect(sql`delete from event`.execute(workspace.db)).rejects.toThrow('append-only');
    await workspace.close();
  });

  test('shows where it was tampered with behind its back', async () => {
    const { workspace } = await newWorkspace();
    await workspace.db.transaction().execute(async (trx) => {
      for (const action of ['one', 'two', 'three']) {
        await recordEvent(trx, { at: NOW.toISOString(), personId: null, action, subjectId: null });
      }
    });
    expect(firstBrokenEvent(workspace.raw)).toBeNull();
    workspace.raw.exec('drop trigger event_is_append_only_update');
    workspace.raw.exec("update event set action = 'forged' where sequence = 3");
    expect(firstBrokenEvent(workspace.raw)).toBe(3);
    const trail = verifyWorkspace(workspace.raw).checks.find((check) => check.id === 'trail');
    expect(trail).toMatchObject({ isSound: false, detail: 'the chain breaks at entry 3' });
    await workspace.close();
  });

  test('shows an entry that was taken out', async () => {
    const { workspace } = await newWorkspace();
    await workspace.db.transaction().execute(async (trx) => {
      for (const action of ['one', 'two', 'three']) {
        await recordEvent(trx, { at: NOW.toISOString(), personId: null, action, subjectId: null });
      }
    });
    workspace.raw.exec('drop trigger event_is_append_only_delete');
    workspace.raw.exec('delete from event where sequence = 2');
    expect(firstBrokenEvent(workspace.raw)).toBe(3);
    await workspace.close();
  });
});
