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
const TABLES = ['advice_request', 'advice_suggestion', 'advice_check', 'advice_correction', 'advice_checked'];

function before(last: string) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < last));
}

function upTo(last: string) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
}

/** A plan with its draft and the advice that was written for it, which is filed as no version of the plan. */
async function withDraftAndAdvice() {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: before('0010-advice') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Officer X', 'health', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by) values
      ('d', 'c', 'draft', 'plan.docx', 'docx', '${'a'.repeat(64)}', 9, 'then', 'x'),
      ('a', null, null, 'advice.docx', 'docx', '${'b'.repeat(64)}', 9, 'then', 'x');
  `);
  return { file, raw, db };
}

const REQUEST = `insert into advice_request (id, cycle_id, agency, service, asked_on, received_on, is_nil, document_id,
  added_at, added_by) values`;
const CHECK = `insert into advice_check (id, document_id, request_id, advice_words, plan_anchor, finding, person_id, at)
  values`;

test('documents and cycles keep their rows, and what cannot be is refused', async () => {
  const { file, raw, db } = await withDraftAndAdvice();
  const rows = (table: string) => raw.prepare<[], object>(`select * from ${table} order by 1`).all();
  const kept = { document: rows('document'), cycle: rows('cycle') };
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0010-advice') });
  expect({ document: rows('document'), cycle: rows('cycle') }).toEqual(kept);

  raw.exec(`${REQUEST} ('r', 'c', 'health', 'Therapies', '2026-01-06', '2026-02-10', 0, 'a', 'now', 'x')`);
  for (const [, statement] of [
    ['a nil return without a day', `${REQUEST} ('n', 'c', 'health', 'T', null, null, 1, null, 'now', 'x')`],
    ['no service', `${REQUEST} ('n', 'c', 'health', '', null, null, 0, null, 'now', 'x')`],
    ['half a day', `${REQUEST} ('n', 'c', 'health', 'T', '2026-01', null, 0, null, 'now', 'x')`],
    ['weakened in no passage', `${CHECK} ('k', 'd', 'r', 'Daily.', null, 'weakened', 'x', 'now')`],
    ['no such finding', `${CHECK} ('k', 'd', 'r', 'Daily.', '{}', 'fine', 'x', 'now')`],
  ] as const) {
    expect(() => raw.exec(statement)).toThrow('CHECK');
  }
  raw.exec(`${CHECK} ('k', 'd', 'r', 'Daily.', null, 'missing', 'x', 'now')`);
  raw.exec(`insert into advice_correction (check_id, wording, due_on) values ('k', 'Say how often.', '2026-03-02')`);
  expect(() =>
    raw.exec(`update advice_correction set answered_at = 'now', answered_by = 'x', answer = 'Done'`),
  ).toThrow('CHECK');
  raw.exec(`update advice_correction set sent_at = 'now', sent_by = 'x'`);
  raw.exec(`update advice_correction set answered_at = 'now', answered_by = 'x', answer = 'Done'`);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});

test('with the plan goes its log, and the advice that no other plan rests on', async () => {
  const { file, raw, db } = await withDraftAndAdvice();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0010-advice') });
  raw.exec(`
    insert into plan (id, reference, created_at) values ('q', 'FM-2', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('e', 'q', 1, 'new', 'then');
    ${REQUEST} ('r', 'c', 'health', 'Therapies', null, null, 0, 'a', 'now', 'x'),
      ('s', 'e', 'health', 'Therapies', null, null, 0, 'a', 'now', 'x');
    ${CHECK} ('k', 'd', 'r', 'Daily.', null, 'missing', 'x', 'now');
    insert into advice_correction (check_id, wording, due_on) values ('k', 'Say how often.', '2026-03-02');
    insert into advice_suggestion values ('c', 'key', 'x', 'now');
    insert into advice_checked values ('d', 'health', 'x', 'now');
    delete from plan where id = 'p';
  `);
  const ids = () => raw.prepare<[], { id: string }>('select id from document').all();
  expect(ids()).toEqual([{ id: 'a' }]);
  raw.exec(`delete from plan where id = 'q'`);
  expect(ids()).toEqual([]);
  for (const table of TABLES) expect(raw.prepare(`select * from ${table}`).all()).toEqual([]);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
