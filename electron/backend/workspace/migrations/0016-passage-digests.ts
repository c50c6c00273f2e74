import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Digests of plans' sentences, so that what plans share is found without reading every plan again. Frozen once released. */
export const migration0016: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // A salt of this workspace's own: digests say nothing beside those of another workspace, or of a guessed sentence outside.
  `create table passage_salt (id integer primary key check (id = 1), salt text not null check (length(salt) = 32)) strict`,
  `insert into passage_salt (id, salt) values (1, lower(hex(randomblob(16))))`,
  `create table passage_digest (
     document_id text primary key references document (id) on delete cascade, made_from text not null,
     template integer not null, sentences blob not null check (length(sentences) % 8 = 0)
   ) strict`,
];
