import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The register: what a panel samples and reports by, the statutory dates of each cycle with lawful exceptions, who had a
 * part in it, and what came in from other tools. Frozen once released.
 */
export const migration0005: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    const plans = await sql<{ id: string; reference: string }>`select id, reference from plan`.execute(db);
    for (const { id, reference } of plans.rows) {
      await sql`update plan set reference_key = ${referenceKey(reference)} where id = ${id}`.execute(db);
    }
  },
};

/** Sorts 'W-9' before 'W-10': each number is written with as many digits as any has. */
function referenceKey(reference: string): string {
  return reference.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(15, '0'));
}

const STATEMENTS = [
  `alter table plan add column reference_key text not null default ''`,
  `alter table plan add column team text`,
  `alter table plan add column is_looked_after integer check (is_looked_after in (0, 1))`,
  `alter table plan add column is_known_to_social_care integer check (is_known_to_social_care in (0, 1))`,
  `create index plan_by_reference_key on plan (reference_key)`,
  `alter table cycle add column setting_type text`,
  `alter table cycle add column is_current integer not null default 1 check (is_current in (0, 1))`,
  `update cycle set is_current = 0 where exists (
     select 1 from cycle later where later.plan_id = cycle.plan_id and later.sequence > cycle.sequence)`,
  `create unique index current_cycle_of_plan on cycle (plan_id) where is_current = 1`,
  `create table cycle_date (
     cycle_id text not null references cycle (id) on delete cascade, kind text not null check (kind <> ''),
     date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), primary key (cycle_id, kind)
   ) strict`,
  `create table cycle_exception (
     cycle_id text not null references cycle (id) on delete cascade, kind text not null check (kind <> ''),
     primary key (cycle_id, kind)
   ) strict`,
  `create table cycle_person (
     cycle_id text not null references cycle (id) on delete cascade, person_id text not null references person (id),
     part text not null check (part in ('wrote', 'supervised', 'advised', 'signed_off')),
     primary key (cycle_id, person_id, part)
   ) strict`,
  `create index cycle_person_by_person on cycle_person (person_id)`,
  `create table cycle_standing (
     cycle_id text primary key references cycle (id) on delete cascade, final_due text, final_done text,
     is_excepted integer not null check (is_excepted in (0, 1))
   ) strict`,
  `create table register_import (
     id text primary key, kind text not null check (kind in ('register', 'results')), sha256 text not null,
     person_id text not null references person (id), at text not null, added integer not null,
     updated integer not null, skipped integer not null, undone_at text
   ) strict`,
  `create table register_import_row (
     import_id text not null references register_import (id) on delete cascade,
     plan_id text not null references plan (id) on delete cascade,
     before text check (before is null or json_valid(before)), after_digest text not null,
     primary key (import_id, plan_id)
   ) strict`,
  `create index register_import_row_by_plan on register_import_row (plan_id)`,
  `create table register_import_person (
     import_id text not null references register_import (id) on delete cascade,
     person_id text not null references person (id) on delete cascade, primary key (import_id, person_id)
   ) strict`,
  `create index register_import_person_by_person on register_import_person (person_id)`,
  `create table imported_result (
     id text primary key, plan_id text not null references plan (id) on delete cascade,
     import_id text not null references register_import (id) on delete cascade, graded_on text,
     overall text, grades text not null check (json_valid(grades))
   ) strict`,
  `create index imported_result_by_plan on imported_result (plan_id)`,
  `create index imported_result_by_import on imported_result (import_id)`,
];
