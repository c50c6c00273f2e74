import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A PIN that was reset with the passphrase, to be told to its person. Frozen once released. */
export const migration0018: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table pin_reset (
     person_id text primary key references person (id), at text not null, by_person_id text references person (id)
   ) strict`,
];
