import type { Database } from 'better-sqlite3-multiple-ciphers';
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import { keepStatements } from './kept-statements.ts';

/**
 * Kysely's own adapter says that SQLite has no transactional DDL, and so runs migrations without a transaction, which
 * leaves half of one behind when it fails. SQLite has it, so this one says so: all pending migrations or none.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class WorkspaceDriver extends SqliteDriver {
  readonly #database: Database;

  constructor(database: Database) {
    super({ database: keepStatements(database) });
    this.#database = database;
  }

  /**
   * Every transaction of ours writes. Begun as a reader it could not become a writer once another process (a command
   * beside the window) had written: SQLite then refuses at once, without waiting for its turn.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk or a damaged page ends a transaction by itself; rolling back once more would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

export class WorkspaceDialect extends SqliteDialect {
  readonly #database: Database;

  constructor(database: Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new WorkspaceDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}
