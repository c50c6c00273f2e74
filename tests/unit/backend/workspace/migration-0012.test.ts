import path from 'node:path';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { deriveKey, newSalt, openEncrypted } from '../../../../electron/backend/workspace/cipher.ts';
import { WorkspaceDialect } from '../../../../electron/backend/workspace/dialect.ts';
import { migrate } from '../../../../electron/backend/workspace/migrate.ts';
import { MIGRATIONS } from '../../../../electron/backend/workspace/migrations/index.ts';
import type { WorkspaceTables } from '../../../../electron/backend/workspace/schema.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

const NOW = new Date('2026-11-09T10:00:00Z');
const LINK = `insert into thread_link
  (id, document_id, person_id, round_id, from_part, to_part, from_anchor, to_anchor, verdict, at) values`;

/** Those up to a migration, itself included or not. */
function migrationsUpTo(last: string, isIncluded: boolean) {
  return Object.fromEntries(
    Object.entries(MIGRATIONS).filter(([name]) => name < last || (isIncluded && name === last)),
  );
}

test('documents keep their rows, what cannot be is refused, and links go with their document', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: migrationsUpTo('0012-golden-thread', false) });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Auditor X', 'health', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('d', 'c', 'draft', 'plan.docx', 'docx', '${'a'.repeat(64)}', 9, 'then', 'x');
  `);
  const rows = () => raw.prepare<[], object>('select * from document').all();
  const kept = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: migrationsUpTo('0012-golden-thread', true) });
  expect(rows()).toEqual(kept);

  raw.exec(`${LINK} ('k', 'd', 'x', null, 'need', 'provision', '{}', '{}', 'drawn', 'now')`);
  for (const values of [
    `'l', 'd', 'x', null, 'provision', 'need', '{}', '{}', 'drawn', 'now'`,
    `'l', 'd', 'x', null, 'aspiration', 'provision', '{}', '{}', 'drawn', 'now'`,
    `'l', 'd', 'x', null, 'outcome', 'outcome', '{}', '{}', 'drawn', 'now'`,
    `'l', 'd', 'x', null, 'need', 'outcome', 'words', '{}', 'drawn', 'now'`,
    `'l', 'd', 'x', null, 'need', 'outcome', '{}', '{}', 'guessed', 'now'`,
  ]) {
    expect(() => raw.exec(`${LINK} (${values})`)).toThrow('CHECK');
  }
  expect(() => raw.exec(`${LINK} ('l', 'd', 'nobody', null, 'need', 'outcome', '{}', '{}', 'drawn', 'now')`)).toThrow(
    'FOREIGN KEY',
  );
  raw.exec(`delete from plan where id = 'p'`);
  expect(raw.prepare('select * from thread_link').all()).toEqual([]);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
