import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A hint that a person has set aside for a plan, with the reason. */
export const migration0003: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table dismissed_hint (
           plan_id text not null references plan (id) on delete cascade, hint_id text not null,
           reason text not null check (reason <> ''), person_id text not null references person (id), at text not null,
           primary key (plan_id, hint_id)
         ) strict`,
      )
      .execute(db);
  },
};
