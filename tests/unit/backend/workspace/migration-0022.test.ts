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

test('an earlier file keeps its rows, and measures and readings are kept whatever is tried', async () => {
  const file = path.join(tempFolder(), 'w.goldthread');
  const raw = openEncrypted(file, await deriveKey(PASSPHRASE, newSalt()), { mustExist: false });
  const db = new Kysely<WorkspaceTables>({ dialect: new WorkspaceDialect(raw) });
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0021-zzz') });
  raw.exec(`
    insert into person (id, name, agency, created_at) values ('a', 'A', 'health', '1');
    insert into half_term values ('h', '2026/27', 2, 'Autumn 2', '2026-11-02', '2026-12-18');
  `);
  const rows = () => ['person', 'half_term'].map((table) => raw.prepare(`select * from ${table}`).all());
  const before = rows();
  await migrate(db, raw, { path: file, now: NOW, migrations: upTo('0022-measures') });
  expect(rows()).toEqual(before);

  const measure = (id: string, name: string, rest = '') =>
    `insert into measure (id, name, unit, better, counted, plans, stage, round_kind, theme, target, tolerance, source,
       note, created_at, created_by${rest === '' ? '' : ', retired_at, retired_by'})
     values ('${id}', '${name}', 'percent', 'higher', '{"kind":"good_or_better"}', 'all', 'final', 'random', '', 75, 5,
       'Plan', '', '1', 'a'${rest})`;
  const reading = (id: string, on: string, n: string, of: string, percent: string) =>
    `insert into measure_reading (id, measure_id, on_date, n, of_n, percent, note, entered_at, entered_by)
     values ('${id}', 'm', '${on}', ${n}, ${of}, ${percent}, '', '2', 'a')`;
  raw.exec(measure('m', 'Good plans'));
  raw.exec(reading('r', '2025-10-31', '12', '20', 'null'));
  raw.exec(reading('s', '2024-10-31', 'null', 'null', '38'));
  raw.exec(`insert into measure_milestone values ('m', '2026-07-31', 70)`);

  expect(() => raw.exec(measure('n', 'GOOD plans'))).toThrow('UNIQUE');
  raw.exec(measure('o', 'Good plans', `, '3', 'a'`));
  expect(() => raw.exec(`delete from measure where id = 'o'`)).toThrow('retired, not deleted');
  expect(() => raw.exec(`update measure set target = 101 where id = 'm'`)).toThrow('CHECK');
  expect(() => raw.exec(`insert into measure_milestone values ('m', '2026-07-31', 75)`)).toThrow('UNIQUE');
  expect(() => raw.exec(reading('t', '2025-10-31', '1', '2', 'null'))).toThrow('UNIQUE');
  expect(() => raw.exec(reading('t', '2025-11-30', '3', '2', 'null'))).toThrow('CHECK');
  expect(() => raw.exec(reading('t', '2025-11-30', '1', '2', '50'))).toThrow('CHECK');
  expect(() => raw.exec(reading('t', '2025-11-30', 'null', 'null', 'null'))).toThrow('CHECK');
  expect(() => raw.exec(`update measure_reading set n = 13 where id = 'r'`)).toThrow('withdrawn, not changed');
  expect(() => raw.exec(`delete from measure_reading where id = 'r'`)).toThrow('withdrawn, not deleted');
  raw.exec(`update measure_reading set withdrawn_at = '4', withdrawn_by = 'a' where id = 'r'`);
  raw.exec(reading('u', '2025-10-31', '13', '20', 'null'));
});
