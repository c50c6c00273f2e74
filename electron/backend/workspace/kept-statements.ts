import type { Database, Statement } from 'better-sqlite3-multiple-ciphers';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than the texts that the screens ask by turns; lists of ids make ever new ones, and the oldest go. */
const MOST_KEPT = 400;
/** Begun with any other word a statement may change the tables, and with them what others give. */
const LEAVES_TABLES = /^\s*(?:select|with|insert|update|delete|begin|commit|rollback|savepoint|release)\b/i;

/**
 * A database as Kysely takes it, which prepares each text once: of a call's time against the file, the preparing was
 * two fifths. SQLite itself prepares a statement anew where the tables changed beneath it; what better-sqlite3 keeps
 * of its columns does not, so that statements which change tables let go of all.
 */
export function keepStatements(database: Database): SqliteDatabase {
  const kept = new Map<string, Statement<[ReadonlyArray<unknown>]>>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare(sql): SqliteStatement {
      if (!LEAVES_TABLES.test(sql)) {
        kept.clear();
        return database.prepare<[ReadonlyArray<unknown>]>(sql);
      }
      const statement = kept.get(sql) ?? database.prepare<[ReadonlyArray<unknown>]>(sql);
      // A running one cannot be run again from within itself.
      if (statement.busy) return database.prepare<[ReadonlyArray<unknown>]>(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
