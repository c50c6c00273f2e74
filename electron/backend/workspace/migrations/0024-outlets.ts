import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Examples of good that a person has read and ticked, so that they may be shown to services: what the masking rules left
 * of a quote, what the person made of it, who ticked it and when. And every count that was given out with small counts hidden, so that
 * nothing given out later gives them away. Frozen once released.
 */
export const migration0024: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // The plan's own words stay with the evidence.
  `create table outlet_example (
     evidence_id text primary key references evidence (id) on delete cascade,
     plan_id text not null references plan (id) on delete cascade,
     document_id text not null references document (id) on delete cascade,
     criterion_id text not null, masked text not null, words text not null check (words <> ''),
     ticked_at text not null, ticked_by text not null references person (id)
   ) strict`,
  `create index outlet_example_by_plan on outlet_example (plan_id)`,
  `create index outlet_example_by_document on outlet_example (document_id)`,
  `create table outlet_given (
     digest text primary key check (length(digest) = 64), kind text not null check (kind in ('feedback', 'figures', 'scorecard')),
     counts text not null check (json_valid(counts)), given_at text not null, given_by text not null references person (id)
   ) strict`,
  `create trigger outlet_given_is_kept before delete on outlet_given
   begin select raise(abort, 'what was given out stays known'); end`,
  `create trigger outlet_given_stands before update on outlet_given
   begin select raise(abort, 'what was given out stays as it was'); end`,
];
