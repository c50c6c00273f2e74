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
const OWN = '0013-family-feedback';

function named(keep: (name: string) => boolean) {
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => keep(name)));
}

test('plans keep their rows, the usual scale is there, and what cannot be is refused', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name < OWN) });
  raw.exec(`insert into person (id, name, agency, created_at) values ('x', 'X', 'health', '1');
    insert into plan (id, reference, created_at) values ('p', 'FM-1', '1');`);
  const plans = () => raw.prepare('select * from plan').all();
  const before = plans();
  await migrate(db, raw, { path: file, now: NOW, migrations: named((name) => name <= OWN) });
  expect(plans()).toEqual(before);
  const scale = raw
    .prepare<[], { id: string }>('select id from family_scale where is_satisfied = 1 order by place')
    .all();
  expect(scale.map(({ id }) => id)).toEqual(['very_satisfied', 'satisfied']);

  const ADD = `insert into family_answer (id, plan_id, answered_on, respondent, answer, words, added_at, added_by) values`;
  raw.exec(`${ADD} ('a', 'p', '2026-11-01', 'parent_carer', 'satisfied', '', '1', 'x')`);
  for (const [values, problem] of [
    [`('b', 'p', '2026-11-01', 'parent_carer', 'satisfied', '', '1', 'x')`, 'UNIQUE'],
    [`('b', 'p', 'last week', 'parent_carer', 'satisfied', '', '1', 'x')`, 'CHECK'],
    [`('b', 'p', '2026-11-01', 'neighbour', 'satisfied', '', '1', 'x')`, 'CHECK'],
    [`('b', 'p', '2026-11-01', 'other', 'delighted', '', '1', 'x')`, 'FOREIGN KEY'],
  ] as const) {
    expect(() => raw.exec(`${ADD} ${values}`)).toThrow(problem);
  }
  raw.exec(`delete from plan`);
  expect(raw.prepare('select id from family_answer').all()).toEqual([]);
});
