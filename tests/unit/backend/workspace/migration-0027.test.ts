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

test('an earlier draw stays as it was, and nobody says who was left out of it', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0026-zzz') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('x', 'Lead x', 'education', 'then');
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
    insert into rubric values ('s', 'local', '1', 'd', '{}', 'then');
    insert into round (id, half_term_id, kind, panel_date, rubric_id, state, created_at)
      values ('r', 'h', 'random', '2026-12-04', 's', 'open', 'then');
    insert into sample (round_id, method, strata_by, allocation, filter, seed, size, frame_digest, drawn_at, drawn_by)
      values ('r', 'random', '[]', 'proportional', '{}', 7, 1, 'd', 'then', 'x');
  `);
  const before = raw.prepare<[], object>('select * from sample').all();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0027-zzz') });
  const after = raw.prepare<[], object>('select * from sample').all();
  expect(after).toEqual(before.map((row) => ({ ...row, left_out: null })));
  const keep = (leftOut: string) => raw.prepare('update sample set left_out = ?').run(leftOut);
  keep('[{"reason":"team","count":3}]');
  expect(() => keep('{}')).toThrow(/CHECK/);
  await db.destroy();
});
