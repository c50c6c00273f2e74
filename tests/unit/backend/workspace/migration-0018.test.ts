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
const OWN = '0018-pin-reset';

function named(keep: (name: string) => boolean) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => keep(name)));
}

test('people keep their PINs, and one reset of each waits to be told', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name < OWN) });
  raw.exec(`insert into person (id, name, agency, created_at, pin) values
    ('a', 'A', 'health', '1', 'scrypt$1'), ('b', 'B', 'education', '1', null)`);
  const people = () => raw.prepare('select * from person order by id').all();
  const before = people();
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name <= OWN) });
  expect(people()).toEqual(before);
  raw.exec(`insert into pin_reset (person_id, at, by_person_id) values ('a', '2', null), ('b', '3', 'a')`);
  expect(() => raw.exec(`insert into pin_reset (person_id, at) values ('a', '4')`)).toThrow('UNIQUE');
  expect(() => raw.exec(`insert into pin_reset (person_id, at) values ('z', '4')`)).toThrow('FOREIGN KEY');
});
