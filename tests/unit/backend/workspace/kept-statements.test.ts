import path from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, onTestFinished, test } from 'vitest';
import { keepStatements } from '../../../../electron/backend/workspace/kept-statements.ts';
import { tempFolder } from '../../../support/temp-folder.ts';

test('a text is prepared once, and gives what the table holds now', () => {
  const database = openDatabase();
  const select = 'select * from plan where reference = ?';
  const first = database.prepare(select);
  expect(first.all(['FM-1'])).toEqual([{ reference: 'FM-1' }]);
  database.prepare('insert into plan values (?)').run(['FM-2']);
  expect(database.prepare(select)).toBe(first);
  expect(first.all(['FM-2'])).toEqual([{ reference: 'FM-2' }]);
});

test('a column that came later is given too', () => {
  const database = openDatabase();
  const select = 'select * from plan';
  expect(database.prepare(select).all([])).toEqual([{ reference: 'FM-1' }]);
  database.prepare("alter table plan add column initials text default 'AB'").run([]);
  expect(database.prepare(select).all([])).toEqual([{ reference: 'FM-1', initials: 'AB' }]);
});

test('of very many texts the oldest go, and still answer when asked again', () => {
  const database = openDatabase();
  const select = 'select * from plan';
  const first = database.prepare(select);
  for (let at = 0; at < 1000; at += 1) database.prepare(`select ${at} as n`).all([]);
  expect(database.prepare(select)).not.toBe(first);
  expect(database.prepare(select).all([])).toEqual(first.all([]));
});

test('one that is still running is not run again from within itself', () => {
  const database = openDatabase();
  database.prepare('insert into plan values (?)').run(['FM-2']);
  const select = 'select * from plan';
  for (const row of database.prepare(select).iterate([])) {
    expect(row).toHaveProperty('reference');
    expect(database.prepare(select).all([])).toHaveLength(2);
  }
});

function openDatabase() {
  const raw = new Database(path.join(tempFolder(), 'kept.db'));
  const database = keepStatements(raw);
  onTestFinished(() => database.close());
  raw.exec("create table plan (reference text); insert into plan values ('FM-1')");
  return database;
}
