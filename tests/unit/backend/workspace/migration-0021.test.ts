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

test('an earlier file keeps its rows, and whatever a result rests on takes it away by changing', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0018-zzz') });
  raw.exec(`
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
    insert into rubric (id, rubric_key, version, digest, content, created_at) values ('r', 'local', '1', '${HASH}', '{}', 'then');
    insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
      values ('n', 'h', 'random', '2026-12-04', 'r', 'open', 'then');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', 'then');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', 'then');
    insert into person (id, name, agency, created_at) values ('x', 'Auditor x', 'health', 'then'),
      ('y', 'Auditor y', 'health', 'then');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('d', 'c', 'final', 'plan.docx', 'docx', '${HASH}', 9, 'then', 'x');
    insert into audit (id, document_id, round_id, rubric_id, auditor_id, level, is_calibration, state, developmental,
      started_at) values ('a', 'd', 'n', 'r', 'x', 'multi_agency', 0, 'open', '[]', 'then');
    insert into moderation (id, round_id, document_id, state, begun_at, begun_by)
      values ('m', 'n', 'd', 'open', 'then', 'x');
  `);
  const tables = ['plan', 'cycle', 'document', 'audit', 'person', 'round', 'moderation'];
  const rows = () => tables.map((table) => raw.prepare<[], object>(`select * from ${table} order by 1`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0021-results') });
  expect(rows()).toEqual(before);

  const settle = () =>
    raw.exec(`insert or ignore into result (round_id, document_id, rubric_id, standing, agencies, overall_grade,
      standards, developmental, criteria, causes) values ('n', 'd', 'r', 'one_auditor', '["health"]', 'good',
      '1', '-', 'm', '00')`);
  const isSettled = () => raw.prepare<[], object>('select 1 from result').all().length === 1;
  const changes = [
    `update audit set state = 'submitted', submitted_at = 'now', frozen = '{}' where id = 'a'`,
    `insert into assignment (id, round_id, document_id, auditor_id, state, assigned_at, assigned_by)
       values ('s', 'n', 'd', 'y', 'assigned', 'now', 'x')`,
    `update assignment set state = 'withdrawn', ended_at = 'now' where id = 's'`,
    `insert into moderation_decision (id, moderation_id, sequence, kind, subject, value, reason, person_id, at)
       values ('1', 'm', 1, 'answer', 'S01.C1', '"met"', 'Seen.', 'x', 'now')`,
    `update moderation set state = 'agreed', frozen = '{}', agreed_at = 'now', agreed_by = 'x' where id = 'm'`,
    `update person set agency = 'social_care' where id = 'x'`,
    `insert into calibration (round_id, document_id, named_at, named_by) values ('n', 'd', 'now', 'x')`,
    `delete from calibration where document_id = 'd'`,
  ];
  const unsettling = changes.filter((change) => {
    settle();
    expect(isSettled()).toBe(true);
    raw.exec(change);
    return !isSettled();
  });
  expect(unsettling).toEqual(changes);
  settle();
  raw.exec(`update person set name = 'Another name' where id = 'x'`);
  expect(isSettled()).toBe(true);
  expect(() => raw.exec(`update result set standing = 'guessed'`)).toThrow('CHECK');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  await db.destroy();
});
