import path from 'node:path';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { createKeptDigests, madeFromOf } from '../../../../electron/backend/hints/kept-digests.ts';
import { deriveKey, newSalt, openEncrypted } from '../../../../electron/backend/workspace/cipher.ts';
import { WorkspaceDialect } from '../../../../electron/backend/workspace/dialect.ts';
import { migrate } from '../../../../electron/backend/workspace/migrate.ts';
import { MIGRATIONS } from '../../../../electron/backend/workspace/migrations/index.ts';
import type { WorkspaceTables } from '../../../../electron/backend/workspace/schema.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

const NOW = new Date('2026-11-09T10:00:00Z');
const OWN = '0016-passage-digests';

function named(keep: (name: string) => boolean) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => keep(name)));
}

async function withDocument() {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name < OWN) });
  raw.exec(`insert into person (id, name, agency, created_at) values ('x', 'X', 'health', '1');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by) values
      ('d', null, null, 'plan.docx', 'docx', '${'a'.repeat(64)}', 9, '1', 'x')`);
  const documents = () => raw.prepare('select * from document').all();
  const before = documents();
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name <= OWN) });
  expect(documents()).toEqual(before);
  return { raw, kept: createKeptDigests(db) };
}

test('digests come back as they were kept, and go with their document', async () => {
  const { raw, kept } = await withDocument();
  const salt = await kept.salt();
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(await (await withDocument()).kept.salt()).not.toBe(salt);
  const digests = { template: 281_474_976_710_655, sentences: Float64Array.of(0, 1, 281_474_976_710_655) };
  await kept.keep('d', 'first', { ...digests, sentences: Float64Array.of(5) });
  await kept.keep('d', 'second', digests);
  expect(await kept.all()).toEqual(new Map([['d', { madeFrom: 'second', ...digests }]]));
  await expect(kept.keep('gone', 'first', digests)).rejects.toThrow('FOREIGN KEY');
  raw.exec(`delete from document`);
  expect(await kept.all()).toEqual(new Map());
});

test('what digests were made from shows neither a name nor what was corrected', () => {
  const made = madeFromOf('sha256\n7\nB block-4', 'Amara Fieldgate', 'salt');
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(madeFromOf('sha256\n7\nB block-4', null, 'salt')).not.toBe(made);
  expect(madeFromOf('sha256\n7', 'Amara Fieldgate', 'salt')).not.toBe(made);
});
