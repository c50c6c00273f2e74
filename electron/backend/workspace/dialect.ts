import { SqliteAdapter, SqliteDialect } from 'kysely';

/**
 * Kysely's own adapter says that SQLite has no transactional DDL, and so runs migrations without a transaction, which
 * leaves half of one behind when it fails. SQLite has it, so this one says so: all pending migrations or none.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class WorkspaceDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}
