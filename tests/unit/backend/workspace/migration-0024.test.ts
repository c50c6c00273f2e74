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

function upTo(last: string) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
}

test('an earlier file keeps its rows; what was given out stays known, and an example without words is no example', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0023-zzz') });
  raw.exec(`insert into person (id, name, agency, created_at) values ('a', 'A', 'health', '1')`);
  const people = () => raw.prepare('select * from person').all();
  const before = people();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0024-outlets') });
  expect(people()).toEqual(before);

  const digest = 'd'.repeat(64);
  const given = (kind: string, counts: string) =>
    raw.exec(`insert into outlet_given values ('${digest}', '${kind}', '${counts}', '2', 'a')`);
  expect(() => given('report', '[]')).toThrow('CHECK');
  expect(() => given('figures', 'none')).toThrow('CHECK');
  given('figures', '[["2026-27.2/final-new/1b2c3d4e/total",12]]');
  expect(() => raw.exec('delete from outlet_given')).toThrow('stays known');
  expect(() => raw.exec(`update outlet_given set counts = '[]'`)).toThrow('stays as it was');

  raw.exec('pragma foreign_keys = off');
  const example = (words: string) =>
    raw.exec(`insert into outlet_example values ('e', 'p', 'd', 'S01.C1', '[child] reads', '${words}', '2', 'a')`);
  expect(() => example('')).toThrow('CHECK');
  example('[child] reads');
  expect(() => example('again')).toThrow('UNIQUE');
});
