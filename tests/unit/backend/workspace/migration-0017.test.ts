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
const OWN = '0017-answers-seen';

function named(keep: (name: string) => boolean) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => keep(name)));
}

test('who began, decided or exported is known to have seen what was submitted by then', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name < OWN) });
  const audit = (id: string, document: string, submitted: string | null) => `insert into audit
    (id, document_id, round_id, rubric_id, auditor_id, level, is_calibration, state, developmental, started_at,
      submitted_at, frozen) values ('${id}', '${document}', 'r', 'std', 'a', 'multi_agency', 0,
      '${submitted === null ? 'open' : 'submitted'}', '[]', '1', ${submitted === null ? 'null' : `'${submitted}'`},
      ${submitted === null ? 'null' : "'{}'"});`;
  raw.exec(`
    insert into person (id, name, agency, created_at) values
      ('a', 'A', 'health', '1'), ('b', 'B', 'education', '1'), ('c', 'C', 'education', '1'), ('d', 'D', 'education', '1');
    insert into half_term (id, school_year, number, label, start, end) values ('h', '2026-27', 1, 'Autumn 1', '2026-09-01', '2026-10-23');
    insert into rubric (id, rubric_key, version, digest, content, created_at) values ('std', 'k', '1', 'x', '{}', '1');
    insert into round (id, half_term_id, kind, theme, panel_date, rubric_id, state, created_at) values
      ('r', 'h', 'random', '', '2026-10-20', 'std', 'open', '1');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', '1');
    insert into cycle (id, plan_id, sequence, plan_type, created_at) values ('c', 'p', 1, 'new', '1');
    insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by) values
      ('d1', 'c', 'draft', '1.docx', 'docx', '${'a'.repeat(64)}', 9, '1', 'a'),
      ('d2', 'c', 'final', '2.docx', 'docx', '${'b'.repeat(64)}', 9, '1', 'a');
    insert into assignment (id, round_id, document_id, auditor_id, state, reason, assigned_at, assigned_by) values
      ('s1', 'r', 'd1', 'a', 'assigned', '', '1', 'a'), ('s2', 'r', 'd2', 'a', 'assigned', '', '1', 'a');
    ${audit('u1', 'd1', '2')} ${audit('u2', 'd2', null)}
    insert into moderation (id, round_id, document_id, state, begun_at, begun_by) values ('m', 'r', 'd1', 'open', '3', 'b');
    insert into moderation_decision (id, moderation_id, sequence, kind, subject, value, reason, person_id, at) values
      ('e1', 'm', 1, 'override', '', null, '', 'c', '5'), ('e2', 'm', 2, 'override', '', null, '', 'c', '4');
    insert into event (at, person_id, action, subject_id, detail, previous_hash, hash) values
      ('6', 'd', 'reports.export', 'r', '{}', '', 'h1');
  `);
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name <= OWN) });
  const seen = () => raw.prepare('select * from answers_seen order by person_id').all();
  expect(seen()).toEqual([
    { round_id: 'r', document_id: 'd1', person_id: 'b', at: '3' },
    { round_id: 'r', document_id: 'd1', person_id: 'c', at: '4' },
    { round_id: 'r', document_id: 'd1', person_id: 'd', at: '6' },
  ]);
  expect(() => raw.exec(`update answers_seen set at = '9'`)).toThrow('first seen once');
  raw.exec(`delete from audit; delete from moderation; delete from document where id = 'd1'`);
  expect(seen()).toEqual([]);
});
