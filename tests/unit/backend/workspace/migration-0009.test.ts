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

test('an earlier file keeps its rows and gets actions, whose rules the file itself holds', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0008-moderation') });
  raw.exec(`
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
    insert into rubric values ('r', 'local', '1', '${HASH}', '{}', 'then');
    insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
      values ('n', 'h', 'random', '2026-12-04', 'r', 'open', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
    insert into person (id, name, agency, created_at) values ('x', 'Auditor x', 'health', 'then');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('d', 'c', 'final', 'plan.docx', 'docx', '${HASH}', 9, 'then', 'x');
    insert into audit (id, document_id, round_id, rubric_id, auditor_id, level, is_calibration, state, developmental,
      started_at) values ('a', 'd', 'n', 'r', 'x', 'multi_agency', 0, 'open', '[]', 'then');
  `);
  const tables = ['plan', 'cycle', 'document', 'audit', 'person', 'round'];
  const rows = () => tables.map((table) => raw.prepare<[], object>(`select * from ${table} order by 1`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0009-actions') });
  expect(rows()).toEqual(before);

  const add = (id: string, fields: string, values: string) =>
    raw.exec(`insert into action (id, words, created_at, created_by, ${fields})
      values ('${id}', 'Quantify the therapy.', 'now', 'x', ${values})`);
  add('1', 'kind, level, plan_id, state', `'change', 'plan', 'p', 'open'`);
  expect(() => add('2', 'kind, level, state', `'change', 'plan', 'open'`)).toThrow('CHECK');
  expect(() => add('3', 'kind, level, state', `'re_audit', 'system', 'open'`)).toThrow('CHECK');
  expect(() => add('4', 'kind, level, state', `'change', 'system', 'done'`)).toThrow('CHECK');
  expect(() => raw.exec(`update action set state = 'done', settled_at = 'now', settled_by = 'x'`)).toThrow('CHECK');

  raw.exec(`insert into action_answer values ('1', 'a', 'partly', '', 'now')`);
  raw.exec(`update audit set state = 'submitted', submitted_at = 'now', frozen = '{}' where id = 'a'`);
  expect(() => raw.exec(`update action_answer set answer = 'answered'`)).toThrow('the audit is submitted');
  expect(() => raw.exec(`delete from action_answer`)).toThrow('the audit is submitted');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
