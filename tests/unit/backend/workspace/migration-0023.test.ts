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
const DIGEST = 'a'.repeat(64);

function upTo(last: string) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
}

test('an earlier file keeps its rows, and a frozen report can only be withdrawn, once', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0022-zzz') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('a', 'A', 'health', '1');
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
  `);
  const rows = () => ['person', 'half_term'].map((table) => raw.prepare(`select * from ${table}`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0023-reports') });
  expect(rows()).toEqual(before);

  raw.exec(`insert into report_words values ('h', 'internal', 'summary', 'Well done.', '1', 'a')`);
  expect(() => raw.exec(`insert into report_words values ('h', 'internal', 'grades', '', '1', 'a')`)).toThrow('CHECK');
  expect(() => raw.exec(`insert into report_words values ('h', 'secret', 'grades', 'x', '1', 'a')`)).toThrow('CHECK');

  raw.exec(`insert into report_snapshot (id, half_term_id, edition, threshold, model, counts, rubrics, plans, digest,
      content_digest, frozen_at, frozen_by)
    values ('s', 'h', 'publishable', 5, '{}', '[]', '[]', '[]', '${DIGEST}', '${DIGEST}', '2', 'a')`);
  for (const change of [`model = '[]'`, `counts = '[1]'`, `digest = '${'b'.repeat(64)}'`, `frozen_at = '3'`]) {
    expect(() => raw.exec(`update report_snapshot set ${change}`)).toThrow('withdrawn, not changed');
  }
  expect(() => raw.exec('delete from report_snapshot')).toThrow('withdrawn, not deleted');
  const withdraw = (reason: string) =>
    `update report_snapshot set withdrawn_at = '4', withdrawn_by = 'a', withdrawn_reason = '${reason}'`;
  expect(() => raw.exec(withdraw(''))).toThrow('CHECK');
  raw.exec(withdraw('Wrong round'));
  expect(() => raw.exec(withdraw('Another reason'))).toThrow('withdrawn already');
});

test('a tick falls with the words that were ticked', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0023-reports') });
  raw.pragma('foreign_keys = off');
  raw.exec(
    `insert into report_excerpt values ('e', 'h', 'v', 'p', 'd', 'S01.C1', 1, 'One two', 'One two', '1', 'a', '2', 'a')`,
  );
  expect(() => raw.exec(`update report_excerpt set words = 'One'`)).toThrow('read again');
  raw.exec(`update report_excerpt set words = 'One', ticked_at = null, ticked_by = null`);
  raw.exec(`update report_excerpt set words = 'two', ticked_at = '3', ticked_by = 'a'`);
  expect(raw.prepare('select words, ticked_at from report_excerpt').all()).toEqual([{ words: 'two', ticked_at: '3' }]);
});
