import path from 'node:path';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { deriveKey, newSalt, openEncrypted } from '../../../../electron/backend/workspace/cipher.ts';
import { WorkspaceDialect } from '../../../../electron/backend/workspace/dialect.ts';
import { migrate } from '../../../../electron/backend/workspace/migrate.ts';
import { MIGRATIONS } from '../../../../electron/backend/workspace/migrations/index.ts';
import type { WorkspaceTables } from '../../../../electron/backend/workspace/schema.ts';
import { referenceKey } from '../../../../shared/domain/register/reference-key.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { PASSPHRASE } from '../../../support/workspace-input.ts';

const NOW = new Date('2026-11-09T10:00:00Z');

function upTo(last: string) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
}

test('plans keep their rows, get their sort key and one current cycle, and can hold dates, exceptions and people', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0004-people-pins') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Ottoline Sedge', 'education', 'now');
    insert into plan values ('p', 'FM-9', 'AB', 'Amara Brook', '2015-03-04', 'Hearing impairment', 'North', 'now');
    insert into plan values ('q', 'fm-10/2', '', null, null, null, null, 'now');
    insert into cycle values ('c1', 'p', 1, 'new', 4, 'Alder School', 'then');
    insert into cycle values ('c2', 'p', 2, 'reviewed', 5, 'Alder School', 'now');
    insert into cycle values ('c3', 'q', 1, 'new', null, null, 'now');
  `);
  const plans = raw.prepare('select * from plan order by id').all();
  const cycles = raw.prepare('select * from cycle order by id').all();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0005-register') });

  const fresh = { team: null, is_looked_after: null, is_known_to_social_care: null };
  expect(raw.prepare('select * from plan order by id').all()).toEqual(
    plans.map((plan) => Object.assign({}, plan, fresh, { reference_key: expect.any(String) })),
  );
  const keys = raw.prepare<[], { reference: string; reference_key: string }>('select * from plan').all();
  expect(keys.map(({ reference_key: key }) => key)).toEqual(keys.map(({ reference }) => referenceKey(reference)));
  expect(raw.prepare('select * from cycle order by id').all()).toEqual(
    cycles.map((cycle, at) => Object.assign({}, cycle, { setting_type: null, is_current: at === 0 ? 0 : 1 })),
  );

  const insert = (what: string) => () => raw.exec(`insert into ${what}`);
  expect(
    insert("cycle (id, plan_id, sequence, plan_type, created_at) values ('c4', 'q', 2, 'reviewed', 'now')"),
  ).toThrow('UNIQUE');
  raw.exec("insert into cycle_date values ('c1', 'requestReceived', '2026-01-06')");
  expect(insert("cycle_date values ('c1', 'draftSent', 'January')")).toThrow('CHECK');
  raw.exec("insert into cycle_exception values ('c1', 'away')");
  raw.exec("insert into cycle_person values ('c1', 'x', 'wrote')");
  expect(insert("cycle_person values ('c1', 'x', 'read')")).toThrow('CHECK');
  expect(insert("cycle_person values ('c1', 'nobody', 'wrote')")).toThrow('FOREIGN KEY');
  raw.exec("delete from plan where id = 'p'");
  for (const table of ['cycle_date', 'cycle_exception', 'cycle_person']) {
    expect(raw.prepare(`select * from ${table}`).all()).toEqual([]);
  }
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
