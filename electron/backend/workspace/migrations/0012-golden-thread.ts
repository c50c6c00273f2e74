import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Links of the golden thread that people drew or confirmed, and those that they refused. Frozen once released. */
export const migration0012: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // Of one version of a plan. The round is that in which its author was asked to audit the version: until all who were
  // asked have submitted, nobody else sees it.
  `create table thread_link (
     id text primary key, document_id text not null references document (id) on delete cascade,
     person_id text not null references person (id), round_id text references round (id) on delete cascade,
     from_part text not null check (from_part in ('aspiration', 'need', 'outcome')),
     to_part text not null check (to_part in ('outcome', 'provision')),
     from_anchor text not null check (json_valid(from_anchor)), to_anchor text not null check (json_valid(to_anchor)),
     verdict text not null check (verdict in ('drawn', 'confirmed', 'refused')), at text not null,
     check (from_part <> to_part), check (from_part <> 'aspiration' or to_part = 'outcome')
   ) strict`,
  `create index thread_link_by_document on thread_link (document_id)`,
];
