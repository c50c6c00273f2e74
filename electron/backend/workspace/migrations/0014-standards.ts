import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Versions of the quality standards with their dates, and drafts of the next. Frozen once released. */
export const migration0014: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // The version that a workspace begins with has no row here, and holds from the beginning.
  `create table rubric_version (
     rubric_id text primary key references rubric (id), effective_from text not null,
     note text not null check (note <> ''), based_on text not null references rubric (id),
     published_at text not null, published_by text not null references person (id)
   ) strict`,
  `create index rubric_version_by_date on rubric_version (effective_from)`,
  `create trigger rubric_version_is_immutable before update on rubric_version
   begin select raise(abort, 'a rubric version never changes'); end`,
  `create trigger rubric_version_is_kept before delete on rubric_version
   begin select raise(abort, 'a rubric version is kept'); end`,
  `create trigger rubric_is_kept before delete on rubric
   begin select raise(abort, 'a rubric version is kept'); end`,
  `create table rubric_draft (
     id text primary key, based_on text not null references rubric (id), revision integer not null check (revision > 0),
     content text not null check (json_valid(content)), effective_from text, note text not null default '',
     begun_at text not null, begun_by text not null references person (id),
     saved_at text not null, saved_by text not null references person (id)
   ) strict`,
];
