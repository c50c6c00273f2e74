import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { deriveKey, newSalt, openEncrypted, type RawDatabase } from '../../../../electron/backend/workspace/cipher.ts';
import { WorkspaceDialect } from '../../../../electron/backend/workspace/dialect.ts';
import { migrate } from '../../../../electron/backend/workspace/migrate.ts';
import { migration0001 } from '../../../../electron/backend/workspace/migrations/0001-initial.ts';
import { migration0002 } from '../../../../electron/backend/workspace/migrations/0002-document-password.ts';
import { openWorkspaceFile } from '../../../../electron/backend/workspace/open-workspace.ts';
import type { WorkspaceTables } from '../../../../electron/backend/workspace/schema.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

const NOW = new Date('2026-11-09T10:00:00Z');
const FIRST = { '0001-initial': migration0001 };
const SECOND = { ...FIRST, '0002-document-password': migration0002 };

function rowsOf(raw: RawDatabase, table: string): unknown[] {
  return raw.prepare(`select * from ${table}`).all();
}

test('documents keep their bytes, and have no password', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: FIRST });
  raw.exec(`
    insert into person values ('p', 'Ottoline Sedge', 'education', '2026-11-02T09:00:00.000Z');
    insert into document values ('d', null, null, null, 'plan.pdf', 'pdf', 'abc', 3, '2026-11-02T10:00:00.000Z', 'p', null, null);
    insert into document_content values ('d', x'010203');
    insert into document_model values ('d', 1, '{}', '{}');
  `);
  const before = rowsOf(raw, 'document');
  await migrate(db, raw, { path: file, now: NOW, migrations: SECOND });
  expect(rowsOf(raw, 'document')).toEqual(before);
  expect(rowsOf(raw, 'document_content')).toEqual([
    { document_id: 'd', content: Buffer.from([1, 2, 3]), password: null },
  ]);
  raw.exec("update document_content set password = 'x'");
  expect(() => raw.exec("update document_content set password = ''")).toThrow('CHECK');
  raw.exec("delete from document where id = 'd'");
  expect(rowsOf(raw, 'document_content')).toEqual([]);
  await db.destroy();
});

test('a kept file of the second version opens, with the password that its document needs', async () => {
  const file = path.join(tempFolder(), 'v2.goldthread');
  copyFileSync(path.resolve('tests/support/workspaces/version-2.goldthread'), file);
  const opened = await openWorkspaceFile(file, PASSPHRASE, NOW);
  const row = await opened.db
    .selectFrom('document')
    .innerJoin('document_content', 'document_id', 'document.id')
    .select(['file_name', 'bytes', 'password', 'content'])
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ file_name: 'locked.docx', password: 'Amber Lantern 7' });
  expect(row.content.byteLength).toBe(row.bytes);
  await opened.close();
});
