import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** People who take turns at one machine: teams, PINs, and who no longer takes part. Frozen once released. */
export const migration0004: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `alter table person add column team text not null default ''`,
  `alter table person add column is_active integer not null default 1 check (is_active in (0, 1))`,
  `alter table person add column signs_in integer not null default 1 check (signs_in in (0, 1))`,
  `alter table person add column pin text check (pin is null or pin like 'scrypt$%')`,
  `alter table person add column wrong_pins integer not null default 0 check (wrong_pins >= 0)`,
  `alter table person add column last_wrong_pin_at text`,
];
