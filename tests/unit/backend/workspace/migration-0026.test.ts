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

test('an earlier file keeps its actions, and each service is said to be one agency’s', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0025-zzz') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Lead x', 'education', 'then');
    insert into action (id, kind, level, words, service, owner_name, state, created_at, created_by)
      values ('a', 'change', 'service', 'Give baselines.', 'Educational psychology', 'Somebody', 'open', 'then', 'x');
  `);
  const rows = () => raw.prepare<[], object>('select * from action').all();
  const before = rows();
  expect(before).toHaveLength(1);
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0026-service-agencies') });
  expect(rows()).toEqual(before);
  const say = (agency: string) =>
    raw.exec(`insert into service_agency values ('educational psychology', '${agency}', 'now', 'x')`);
  say('education');
  expect(() => say('health')).toThrow(/UNIQUE/);
  expect(() => raw.exec(`insert into service_agency values ('', 'health', 'now', 'x')`)).toThrow(/CHECK/);
  expect(() => raw.exec(`insert into service_agency values ('therapy', 'health', 'now', 'nobody')`)).toThrow(/FOREIGN/);
  await db.destroy();
});
