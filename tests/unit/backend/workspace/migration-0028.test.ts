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

test('plans that published reports told of are known to be out, how they stood then is not', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0027-zzz') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Lead x', 'education', 'then');
    insert into rubric values ('s', 'local', '1', 'd', '{}', 'then');
  `);
  for (const [id, number] of [
    ['h1', 1],
    ['h2', 2],
  ]) {
    raw.exec(`
      insert into half_term values ('${id}', '2026/27', ${number}, 'Autumn ${number}', '2026-0${number}-02', '2026-0${number}-18');
      insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
        values ('r-${id}', '${id}', 'random', '2026-0${number}-04', 's', 'open', 'then');
    `);
  }
  for (const [at, id] of ['d1', 'd2', 'd3', 'd4'].entries()) {
    raw.exec(`insert into document (id, cycle_id, stage, file_name, format, sha256, bytes, imported_at, imported_by)
      values ('${id}', null, null, 'plan.docx', 'docx', '${`${at}`.repeat(64)}', 9, 'then', 'x')`);
  }
  report(
    'told',
    'publishable',
    [
      ['r-h1', 'd1'],
      ['r-h2', 'd2'],
      ['r-h1', 'gone'],
    ],
    '[["h1"]]',
  );
  report('inside', 'internal', [['r-h1', 'd2']], '[]');
  report('withdrawn', 'publishable', [['r-h1', 'd3']], '[["h1"]]', `'then'`);
  report(
    'exported',
    'publishable',
    [
      ['r-h1', 'd4'],
      ['r-h1', 'd1'],
    ],
    '[["h1"]]',
    `'then'`,
    '2a',
  );
  // Frozen later, it sorts before the one that told of d1 first.
  report('again', 'publishable', [['r-h1', 'd1']], '[["h1"]]', 'null', '3');
  raw.exec(`insert into event (sequence, at, person_id, action, subject_id, detail, previous_hash, hash)
    values (1, 'then', 'x', 'reports.exportFrozen', 'exported', '{}', '', '${DIGEST}')`);
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0028-zzz') });
  const rows = () =>
    raw.prepare('select round_id, document_id, told_by, plan from told_plan order by document_id').all();
  expect(rows()).toEqual([
    { round_id: 'r-h1', document_id: 'd1', told_by: 'told', plan: null },
    { round_id: 'r-h1', document_id: 'd4', told_by: 'exported', plan: null },
  ]);
  expect(() => raw.exec(`update told_plan set plan = 'x'`)).toThrow('CHECK');
  raw.exec(`delete from document where id = 'd1'`);
  expect(rows()).toHaveLength(1);
  await db.destroy();

  function report(id: string, edition: string, plans: string[][], periods: string, withdrawn = 'null', at = '2'): void {
    const held = plans.map(([roundId, documentId]) => ({ roundId, documentId, agencies: [] }));
    raw.exec(`insert into report_snapshot (id, half_term_id, edition, threshold, model, counts, rubrics, plans, digest,
        content_digest, frozen_at, frozen_by, withdrawn_at, withdrawn_by, withdrawn_reason)
      values ('${id}', 'h1', '${edition}', 5, '{"periods":${periods}}', '[]', '[]', '${JSON.stringify(held)}', '${DIGEST}',
        '${DIGEST}', '${at}', 'x', ${withdrawn}, ${withdrawn === 'null' ? 'null' : `'x'`}, ${withdrawn === 'null' ? `''` : `'Wrong'`})`);
  }
});
