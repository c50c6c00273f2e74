import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Whose agency a service is that actions name and the advice log does not know, as a person said: what is asked of it then
 * stands in the feedback to that agency. Frozen once released.
 */
export const migration0026: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(TABLE).execute(db);
  },
};

// By its name in small letters with single spaces: one service however it was typed.
const TABLE = `create table service_agency (
   service text primary key check (service <> ''), agency text not null check (agency <> ''),
   said_at text not null, said_by text not null references person (id)
 ) strict`;
