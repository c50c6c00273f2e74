import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Keeps with a document's bytes the password that opens them. Frozen once released. */
export const migration0002: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`alter table document_content add column password text check (password is null or password <> '')`)
      .execute(db);
  },
};
