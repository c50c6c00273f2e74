import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Refusal } from '../refusal.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { RawDatabase } from './cipher.ts';
import type { WorkspaceTables } from './schema.ts';

/**
 * Brings a workspace to this version's form, all pending migrations in one transaction. Before the first of them runs
 * on a file that holds anything, an encrypted copy of it is kept beside it.
 *
 * Throws Refusal WORKSPACE_NEWER, leaving the file untouched, where a later version has changed it.
 */
export async function migrate(
  db: Kysely<WorkspaceTables>,
  raw: RawDatabase,
  options: { path: string; now: Date; migrations?: Record<string, Migration> },
): Promise<void> {
  const migrations = options.migrations ?? MIGRATIONS;
  const done = migrationsDone(raw);
  if (done.some((name) => !(name in migrations))) {
    throw new Refusal(
      'WORKSPACE_NEWER',
      'This workspace was made by a later version of Goldthread.',
      'Install the latest version and open it again. Nothing was changed.',
    );
  }
  if (done.length === Object.keys(migrations).length) return;
  if (done.length > 0) keepCopy(raw, options.path, done.length, options.now);

  raw.pragma('foreign_keys=OFF');
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  raw.pragma('foreign_keys=ON');
  if (error) throw error;
  const broken = raw.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new Error('A migration left rows that point nowhere.');
}

function migrationsDone(raw: RawDatabase): string[] {
  const table = raw.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (!table) return [];
  return raw
    .prepare<[], { name: string }>('select name from kysely_migration order by name')
    .all()
    .map((row) => row.name);
}

/** VACUUM INTO gives a consistent copy under the same key; `backup()` cannot copy an encrypted database. */
function keepCopy(raw: RawDatabase, path: string, version: number, now: Date): void {
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  raw.prepare('vacuum into ?').run(`${path}.before-version-${version + 1}-${stamp}`);
}
