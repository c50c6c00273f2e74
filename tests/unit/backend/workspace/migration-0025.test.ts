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

test('an earlier file keeps its rows, and whatever tells whom a plan is about takes its copy away by changing', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0024-zzz') });
  raw.exec(`
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then'), ('q', 'FM-2', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then'),
      ('k', 'q', 1, 'new', 'then');
    insert into person (id, name, agency, created_at) values ('x', 'Auditor x', 'health', 'then');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('d', 'c', 'final', 'plan.docx', 'docx', '${HASH}', 9, 'then', 'x');
    insert into document_model (document_id, reader_version, model, summary) values ('d', 1, '{}', '{}');
  `);
  const tables = ['plan', 'cycle', 'document', 'document_model'];
  const rows = () => tables.map((table) => raw.prepare<[], object>(`select * from ${table} order by 1`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0025-mask-identities') });
  expect(rows()).toEqual(before);

  const read = () =>
    raw.exec(
      `insert or ignore into mask_identity (plan_id, identities, shown) values ('p', '[]', '[]'), ('q', '[]', '[]')`,
    );
  const kept = () => raw.prepare<[], { plan_id: string }>('select plan_id from mask_identity order by 1').all();
  const changes = [
    `update plan set name = 'Amara Fieldgate' where id = 'p'`,
    `update cycle set setting = 'Riverbank Primary School' where id = 'c'`,
    `insert into cycle (id, plan_id, sequence, plan_type, created_at, is_current) values ('e', 'p', 2, 'reviewed', 'then', 0)`,
    `update document_model set model = '{"blocks":[]}' where document_id = 'd'`,
    `insert into relabel (id, document_id, sequence, blocks, section, person_id, at)
       values ('r', 'd', 1, '["b1"]', 'A', 'x', 'now')`,
    `insert into mask_edit (id, plan_id, sequence, kind, words, person_id, at)
       values ('m', 'p', 1, 'show', 'Reading', 'x', 'now')`,
    `delete from mask_edit where id = 'm'`,
    `insert into mask_check (document_id, person_id, at, digest, text_digest, known_digest, identities, masks)
       values ('d', 'x', 'now', '${HASH}', '${HASH}', '${HASH}', '[]', '[]')`,
    `delete from document where id = 'd'`,
  ];
  for (const change of changes) {
    read();
    expect(kept()).toHaveLength(2);
    raw.exec(change);
    expect({ change, kept: kept() }).toEqual({ change, kept: [{ plan_id: 'q' }] });
  }
  read();
  raw.exec(`update plan set primary_need = 'Hearing' where id = 'p'`);
  expect(kept()).toHaveLength(2);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
