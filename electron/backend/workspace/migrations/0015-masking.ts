import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What parent carer representatives do not read, as a person changed and ticked it. Frozen once released. */
export const migration0015: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const DIGEST = `check (length(digest) = 64 and digest not glob '*[^0-9a-f]*')`;

const STATEMENTS = [
  // Of a plan, for its versions speak of the same people; a place is of one document.
  `create table mask_edit (
     id text primary key, plan_id text not null references plan (id) on delete cascade,
     sequence integer not null check (sequence > 0), kind text not null check (kind in ('mask', 'show', 'show_here')),
     words text not null, mask_kind text, document_id text references document (id) on delete cascade,
     block text, start_at integer, end_at integer, person_id text not null references person (id), at text not null,
     unique (plan_id, sequence), check ((kind = 'mask') = (mask_kind is not null)),
     check ((kind = 'show_here') = (document_id is not null and block is not null and start_at is not null and end_at is not null))
   ) strict`,
  `create index mask_edit_by_document on mask_edit (document_id)`,
  // One tick for each document: the masks as they were read, which are what is shown.
  `create table mask_check (
     document_id text primary key references document (id) on delete cascade,
     person_id text not null references person (id), at text not null, digest text not null ${DIGEST},
     text_digest text not null, known_digest text not null,
     identities text not null check (json_valid(identities)), masks text not null check (json_valid(masks))
   ) strict`,
];
