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

test('an earlier file keeps its rows and gets supervision, whose rules the file itself holds', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0010-advice') });
  raw.exec(`
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
    insert into rubric values ('r', 'local', '1', '${'a'.repeat(64)}', '{}', 'then');
    insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
      values ('n', 'h', 'random', '2026-12-04', 'r', 'open', 'then');
    insert into person (id, name, agency, created_at) values ('m', 'Manager M', 'education', 'then'),
      ('w', 'Writer W', 'education', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
    insert into cycle_person values ('c', 'w', 'wrote');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('d', 'c', 'final', 'plan.docx', 'docx', '${'b'.repeat(64)}', 9, 'then', 'm');
  `);
  const tables = ['person', 'plan', 'cycle', 'cycle_person', 'document', 'round'];
  const rows = () => tables.map((table) => raw.prepare<[], object>(`select * from ${table} order by 1`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0011-supervision') });
  expect(rows()).toEqual(before);

  const note = (id: string, manager: string, again: string) =>
    raw.exec(`insert into supervision_note (id, caseworker_id, manager_id, held_on, look_again_on, written_at)
      values ('${id}', 'w', '${manager}', '2026-11-09', ${again}, 'now')`);
  note('1', 'm', `'2026-12-07'`);
  expect(() => note('2', 'w', 'null')).toThrow('CHECK');
  expect(() => note('3', 'm', `'2026-11-08'`)).toThrow('CHECK');
  expect(() => note('4', 'm', `'soon'`)).toThrow('CHECK');
  raw.exec(`insert into supervision_point (id, note_id, place, words) values ('a', '1', 0, 'Say how often.')`);
  expect(() => raw.exec(`update supervision_point set done_at = 'now'`)).toThrow('CHECK');

  const reply = (id: string, fields: string, values: string) =>
    raw.exec(`insert into supervision_reply (id, caseworker_id, words, entered_by, entered_at, ${fields})
      values ('${id}', 'w', 'It says so.', 'w', 'now', ${values})`);
  reply('x', 'kind, round_id, document_id', `'second_look', 'n', 'd'`);
  expect(() => reply('y', 'kind, outcome', `'comment', 'noted'`)).toThrow('CHECK');
  expect(() => raw.exec(`update supervision_reply set words = 'It does not.'`)).toThrow('a reply stands');
  const answer = (outcome: string) =>
    raw.exec(`update supervision_reply set outcome = '${outcome}', answer = 'Yes.', answered_by = 'm',
      answered_at = 'now'`);
  expect(() => answer('noted')).toThrow('CHECK');
  answer('look_again');
  expect(() => answer('stands')).toThrow('an answer stands');

  raw.exec(`insert into sheet_opening values ('o', 'w', 'm', 'opened', 'now')`);
  expect(() => raw.exec(`update sheet_opening set opened_by = 'w'`)).toThrow('is kept');
  // With its plan goes what a reply was about; what was said stays with the caseworker.
  raw.exec(`delete from plan where id = 'p'`);
  expect(raw.prepare('select document_id, words from supervision_reply').all()).toEqual([
    { document_id: null, words: 'It says so.' },
  ]);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
