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
const HASH = 'a'.repeat(64);

function upTo(last: string) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
}

test('an earlier file keeps its standards, and its versions neither change nor go', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0013-zzz') });
  raw.exec(`
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
    insert into rubric (id, rubric_key, version, digest, content, created_at) values ('r', 'k', '1', '${HASH}', '{}', 'then');
    insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
      values ('n', 'h', 'random', '2026-12-04', 'r', 'open', 'then');
    insert into person (id, name, agency, created_at) values ('x', 'Auditor x', 'health', 'then');
  `);
  const rows = () =>
    ['rubric', 'round', 'person'].map((table) => raw.prepare<[], object>(`select * from ${table}`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0014-standards') });
  expect(rows()).toEqual(before);

  raw.exec(`insert into rubric_version values ('r', '2027-01-04', 'Weights.', 'r', 'now', 'x')`);
  expect(() => raw.exec(`update rubric_version set note = 'Other.'`)).toThrow('a rubric version never changes');
  expect(() => raw.exec(`delete from rubric_version`)).toThrow('a rubric version is kept');
  expect(() => raw.exec(`delete from rubric`)).toThrow('a rubric version is kept');
  raw.exec(`insert into rubric_draft values ('d', 'r', 1, '{}', null, '', 'now', 'x', 'now', 'x')`);
  expect(() => raw.exec(`update rubric_draft set revision = 0`)).toThrow('CHECK');
  expect(() => raw.exec(`update rubric_draft set content = '{'`)).toThrow('CHECK');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
