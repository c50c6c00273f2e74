import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * How many plans of the register were left out when a sample was drawn, by reason. Of what was drawn before, nobody can
 * say: the register has changed since, so these stay null. Frozen once released.
 */
export const migration0027: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(COLUMN).execute(db);
  },
};

const COLUMN = `alter table sample add column left_out text check (left_out is null or json_type(left_out) is 'array')`;
