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
const NAME = '0015-masking';
const DIGEST = 'a'.repeat(64);

function migrationsWhere(holds: (name: string) => boolean) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => holds(name)));
}

test('documents keep their rows; masks and ticks go with what they are of, and what cannot be is refused', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: migrationsWhere((name) => name < NAME) });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Lead X', 'education', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by) values
      ('d', 'c', 'draft', 'a.docx', 'docx', '${'b'.repeat(64)}', 9, 'then', 'x'),
      ('f', 'c', 'final', 'b.docx', 'docx', '${'c'.repeat(64)}', 9, 'then', 'x');
  `);
  const rows = (table: string) => raw.prepare<[], object>(`select * from ${table} order by 1`).all();
  const kept = [rows('document'), rows('plan')];
  await migrate(db, raw, { path: file, now: NOW, migrations: migrationsWhere((name) => name <= NAME) });
  expect([rows('document'), rows('plan')]).toEqual(kept);

  const edit = `insert into mask_edit (id, plan_id, sequence, kind, words, mask_kind, document_id, block, start_at, end_at,
    person_id, at) values`;
  const check = `insert into mask_check (document_id, person_id, at, digest, text_digest, known_digest, identities, masks) values`;
  raw.exec(`${edit} ('1', 'p', 1, 'mask', 'Old Mill', 'place', null, null, null, null, 'x', 'now'),
    ('2', 'p', 2, 'show_here', 'May', null, 'd', 'b1', 0, 3, 'x', 'now')`);
  raw.exec(
    `${check} ('d', 'x', 'now', '${DIGEST}', 't', 'k', '[]', '[]'), ('f', 'x', 'now', '${DIGEST}', 't', 'k', '[]', '[]')`,
  );
  for (const [, statement] of [
    ['a mask of no kind', `${edit} ('3', 'p', 3, 'mask', 'A', null, null, null, null, null, 'x', 'now')`],
    ['a place without its document', `${edit} ('3', 'p', 3, 'show_here', 'A', null, null, 'b', 0, 1, 'x', 'now')`],
    ['a digest that is none', `${check} ('d', 'x', 'now', 'short', 't', 'k', '[]', '[]')`],
    ['masks that are no list', `${check} ('d', 'x', 'now', '${DIGEST}', 't', 'k', '[]', 'no')`],
  ] as const) {
    expect(() => raw.exec(statement)).toThrow('CHECK');
  }
  expect(() => raw.exec(`${edit} ('3', 'p', 2, 'show', 'A', null, null, null, null, null, 'x', 'now')`)).toThrow(
    'UNIQUE',
  );

  raw.exec(`delete from document where id = 'd'`);
  expect(rows('mask_edit')).toMatchObject([{ id: '1' }]);
  expect(rows('mask_check')).toMatchObject([{ document_id: 'f' }]);
  raw.exec(`delete from plan where id = 'p'`);
  expect([rows('mask_edit'), rows('mask_check')]).toEqual([[], []]);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
