import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { WorkspaceTables } from './schema.ts';

type Table = keyof WorkspaceTables;

/**
 * Whether any row of any table points at this one, but for the tables in `except`. Read from SQLite's own list of foreign
 * keys, so that a table which comes later is asked too.
 */
export async function hasReferences(
  db: Kysely<WorkspaceTables>,
  table: Table,
  id: string,
  except: readonly Table[] = [],
): Promise<boolean> {
  for (const { from, column } of await foreignKeysTo(db, table)) {
    if (except.some((name) => name === from)) continue;
    const found = await sql<{ found: number }>`
      select exists (select 1 from ${sql.table(from)} where ${sql.ref(column)} = ${id}) as found`.execute(db);
    if (found.rows[0]?.found === 1) return true;
  }
  return false;
}

async function foreignKeysTo(
  db: Kysely<WorkspaceTables>,
  table: Table,
): Promise<readonly { from: string; column: string }[]> {
  const { rows } = await sql<{ from: string; column: string }>`
    select m.name as "from", k."from" as "column" from sqlite_master m join pragma_foreign_key_list(m.name) k
    where m.type = 'table' and k."table" = ${table} order by m.name`.execute(db);
  return rows;
}

/** Whether any row of any table points at one of many rows, which `ids` names as `(select …)`. */
export async function hasReferencesAmong(
  db: Kysely<WorkspaceTables>,
  table: Table,
  ids: RawBuilder<unknown>,
  except: readonly Table[] = [],
): Promise<boolean> {
  for (const { from, column } of await foreignKeysTo(db, table)) {
    if (except.some((name) => name === from)) continue;
    const found = await sql<{ found: number }>`
      select exists (select 1 from ${sql.table(from)} where ${sql.ref(column)} in ${ids}) as found`.execute(db);
    if (found.rows[0]?.found === 1) return true;
  }
  return false;
}
