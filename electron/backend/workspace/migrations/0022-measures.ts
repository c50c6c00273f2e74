import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Measures of the partnership with their milestones, and readings that were entered by hand. A reading is never lost:
 * what was wrong is withdrawn and stays in the file. Frozen once released.
 */
export const migration0022: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table measure (
     id text primary key, name text not null, unit text not null check (unit in ('percent', 'count')),
     better text not null check (better in ('higher', 'lower')),
     counted text not null check (json_valid(counted)), plans text not null check (plans in ('all', 'new', 'amended')),
     stage text not null check (stage in ('final', 'draft')),
     round_kind text not null check (round_kind in ('random', 'thematic', 'risk_based')), theme text not null,
     target real check (target >= 0), tolerance real not null check (tolerance >= 0), source text not null,
     owner_id text references person (id), owner_name text not null default '', note text not null,
     revision integer not null default 1, created_at text not null, created_by text not null references person (id),
     retired_at text, retired_by text references person (id),
     check ((retired_at is null) = (retired_by is null)), check (target <= 100 or unit = 'count')
   ) strict`,
  `create unique index measure_by_name on measure (lower(name)) where retired_at is null`,
  `create trigger measure_is_kept before delete on measure
   begin select raise(abort, 'measures are retired, not deleted'); end`,
  `create table measure_milestone (
     measure_id text not null references measure (id), on_date text not null, value real not null check (value >= 0),
     primary key (measure_id, on_date)
   ) strict`,
  `create table measure_reading (
     id text primary key, measure_id text not null references measure (id), on_date text not null,
     n integer check (n >= 0), of_n integer check (of_n > 0 and n <= of_n),
     percent real check (percent between 0 and 100), note text not null,
     entered_at text not null, entered_by text not null references person (id),
     withdrawn_at text, withdrawn_by text references person (id),
     check ((n is null) <> (percent is null)), check (of_n is null or n is not null),
     check ((withdrawn_at is null) = (withdrawn_by is null))
   ) strict`,
  `create unique index measure_reading_by_date on measure_reading (measure_id, on_date) where withdrawn_at is null`,
  `create trigger measure_reading_is_kept before delete on measure_reading
   begin select raise(abort, 'readings are withdrawn, not deleted'); end`,
  `create trigger measure_reading_stands
   before update of id, measure_id, on_date, n, of_n, percent, note, entered_at, entered_by on measure_reading
   begin select raise(abort, 'readings are withdrawn, not changed'); end`,
];
