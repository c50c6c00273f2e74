import path from 'node:path';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { recordAnswersShown } from '../../../../electron/backend/audits/answers-shown.ts';
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

/** Two people asked to audit one document; `x` has submitted, `y` is at it. `x` and `z` set the same plan's hints aside. */
async function withTwoAuditors() {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0006-round-sample') });
  raw.exec(`
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
    insert into rubric values ('r', 'local', '1', '${HASH}', '{}', 'then');
    insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
      values ('n', 'h', 'random', '2026-12-04', 'r', 'open', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
  `);
  for (const id of ['x', 'y', 'z']) {
    raw.exec(`insert into person (id, name, agency, created_at) values ('${id}', 'Auditor ${id}', 'health', 'then')`);
  }
  raw.exec(`
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('d', 'c', 'draft', 'plan.docx', 'docx', '${HASH}', 9, 'then', 'x');
    insert into audit values ('ax', 'd', 'n', 'r', 'x', 'multi_agency', 0, 'open', '[]', 'then', null, null);
    insert into audit values ('ay', 'd', 'n', 'r', 'y', 'multi_agency', 0, 'open', '[]', 'then', null, null);
    insert into answer values ('ax', 'S01.1', 'partly', 'Not in her words.', '[]', 'then');
    insert into evidence values ('e', 'ax', 'S01.1', '{}', 'then');
    insert into audit_fact values ('ax', 'ncYear', '4');
    update audit set state = 'submitted', submitted_at = 'now', frozen = '{"grading":1}' where id = 'ax';
    insert into assignment (id, round_id, document_id, auditor_id, state, assigned_at, assigned_by) values
      ('sx', 'n', 'd', 'x', 'assigned', 'then', 'z'), ('sy', 'n', 'd', 'y', 'assigned', 'then', 'z');
    insert into dismissed_hint values ('p', 'h1', 'The advice says so.', 'x', 'then');
    insert into dismissed_hint values ('p', 'h2', 'Seen.', 'z', 'then');
  `);
  return { file, raw, db };
}

test('audits, answers and dismissed hints keep their rows and get what grading alone asks for', async () => {
  const { file, raw, db } = await withTwoAuditors();
  const rows = (table: string) => raw.prepare<[], object>(`select * from ${table} order by 1, 2`).all();
  const before = { audit: rows('audit'), answer: rows('answer'), evidence: rows('evidence'), fact: rows('audit_fact') };
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0007-grading-alone') });
  expect(rows('audit')).toEqual(before.audit.map((row) => ({ ...row, active_seconds: 0 })));
  expect(rows('answer')).toEqual(before.answer.map((row) => ({ ...row, root_cause: null })));
  expect(rows('evidence')).toEqual(before.evidence);
  expect(rows('audit_fact')).toEqual(before.fact);
  const kept = { plan_id: 'p', at: 'then' };
  expect(rows('dismissed_hint')).toEqual([
    { ...kept, hint_id: 'h1', reason: 'The advice says so.', person_id: 'x', round_id: 'n', document_id: 'd' },
    { ...kept, hint_id: 'h2', reason: 'Seen.', person_id: 'z', round_id: null, document_id: null },
  ]);
  raw.exec(
    `insert into dismissed_hint (plan_id, hint_id, reason, person_id, at) values ('p', 'h1', 'So do I.', 'y', '')`,
  );
  expect(() => raw.exec(`insert into answer values ('ay', 'S01.1', 'partly', '', '[]', 'now', 'luck')`)).toThrow(
    'CHECK',
  );
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});

test('what was submitted stays as it was, unless it is reopened, kept, before anybody was shown an answer', async () => {
  const { file, raw, db } = await withTwoAuditors();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0007-grading-alone') });
  const run = (statement: string) => () => raw.exec(statement);
  for (const statement of [
    `update audit set frozen = '{}' where id = 'ax'`,
    `update audit set developmental = '["S01"]' where id = 'ax'`,
    `update answer set root_cause = 'writing' where audit_id = 'ax'`,
    `delete from answer where audit_id = 'ax'`,
    `update evidence set anchor = '[]'`,
    `delete from evidence`,
    `insert into audit_fact values ('ax', 'planType', '"new"')`,
    `update audit_fact set value = '5'`,
    `delete from audit_fact`,
  ]) {
    expect(run(statement)).toThrow('the audit is submitted');
  }

  const reopen = `update audit set state = 'open', submitted_at = null, frozen = null where id = 'ax'`;
  expect(run(reopen)).toThrow('cannot be reopened');
  const submission = (id: string, frozen: string) =>
    `insert into audit_submission values ('${id}', 'ax', ${id}, 'now', '${frozen}', '{}', '[]', 'later', 'x', 'A slip.')`;
  raw.exec(submission('1', '{}'));
  expect(run(reopen)).toThrow('cannot be reopened');
  raw.exec(submission('2', '{"grading":1}'));
  expect(run(`update audit_submission set reason = 'Another.'`)).toThrow('never changes');
  raw.exec(reopen);
  raw.exec(`update audit set state = 'submitted', submitted_at = 'now', frozen = '{"grading":1}' where id = 'ax'`);

  const show = () =>
    db.transaction().execute((trx) => recordAnswersShown(trx, [{ roundId: 'n', documentId: 'd' }], 'first'));
  await expect(show()).rejects.toThrow('not all auditors have submitted');
  raw.exec(`update audit set state = 'submitted', submitted_at = 'now', frozen = '{}' where id = 'ay'`);
  await show();
  await db.transaction().execute((trx) => recordAnswersShown(trx, [{ roundId: 'n', documentId: 'd' }], 'second'));
  expect(raw.prepare('select at from answers_shown').all()).toEqual([{ at: 'first' }]);
  expect(run(`update answers_shown set at = 'second'`)).toThrow('first shown once');
  expect(run(reopen)).toThrow('cannot be reopened');

  raw.exec(`delete from plan where id = 'p'`);
  for (const table of ['audit', 'audit_submission', 'answers_shown', 'dismissed_hint']) {
    expect(raw.prepare(`select * from ${table}`).all()).toEqual([]);
  }
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
