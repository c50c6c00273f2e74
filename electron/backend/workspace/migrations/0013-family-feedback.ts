import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What families answer, and the scale that they are asked on. Frozen once released. */
export const migration0013: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table family_scale (
     id text primary key, place integer not null, label text not null check (label <> ''),
     is_satisfied integer not null check (is_satisfied in (0, 1))
   ) strict`,
  `insert into family_scale (id, place, label, is_satisfied) values
     ('very_satisfied', 1, 'Very satisfied', 1), ('satisfied', 2, 'Satisfied', 1),
     ('neither', 3, 'Neither satisfied nor dissatisfied', 0), ('dissatisfied', 4, 'Dissatisfied', 0),
     ('very_dissatisfied', 5, 'Very dissatisfied', 0)`,
  `create table family_import (
     id text primary key, sha256 text not null check (length(sha256) = 64), answers integer not null check (answers > 0),
     person_id text not null references person (id), at text not null, undone_at text
   ) strict`,
  `create table family_answer (
     id text primary key, plan_id text not null references plan (id) on delete cascade,
     answered_on text not null check (answered_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
     respondent text not null check (respondent in ('parent_carer', 'young_person', 'other', 'not_said')),
     answer text not null references family_scale (id), words text not null default '',
     import_id text references family_import (id), added_at text not null,
     added_by text not null references person (id), unique (plan_id, answered_on, respondent, answer, words)
   ) strict`,
  `create index family_answer_by_day on family_answer (answered_on)`,
  `create index family_answer_by_import on family_answer (import_id)`,
];
