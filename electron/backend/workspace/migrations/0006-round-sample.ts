import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who sits on a round, how its plans were drawn, and who audits what. Frozen once released. */
export const migration0006: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `alter table round add column grading_due text`,
  `create table round_member (
     round_id text not null references round (id), person_id text not null references person (id),
     attended integer check (attended in (0, 1)), primary key (round_id, person_id)
   ) strict`,
  `create index round_member_by_person on round_member (person_id)`,
  `create table sample (
     round_id text primary key references round (id), method text not null check (method in ('random', 'stratified')),
     strata_by text not null check (json_valid(strata_by)),
     allocation text not null check (allocation in ('proportional', 'equal')),
     filter text not null check (json_valid(filter)), seed integer not null check (seed >= 0),
     size integer not null check (size >= 0), frame_digest text not null, drawn_at text not null,
     drawn_by text not null references person (id)
   ) strict`,
  `create table sample_frame (
     round_id text not null references sample (round_id) on delete cascade, reference text not null,
     plan_id text references plan (id) on delete set null, stratum text not null, place integer not null,
     is_sampled integer not null check (is_sampled in (0, 1)), primary key (round_id, reference)
   ) strict, without rowid`,
  `create index sample_frame_by_plan on sample_frame (plan_id)`,
  `create table round_plan (
     round_id text not null references round (id), plan_id text not null references plan (id) on delete cascade,
     origin text not null check (origin in ('sampled', 'swapped_in', 'picked', 're_audit')),
     state text not null check (state in ('in', 'swapped_out', 'taken_out')), reason text not null default '',
     replaces text references plan (id) on delete set null, changed_at text not null,
     changed_by text not null references person (id), primary key (round_id, plan_id)
   ) strict`,
  `create index round_plan_by_plan on round_plan (plan_id)`,
  `create table assignment (
     id text primary key, round_id text not null references round (id),
     document_id text not null references document (id) on delete cascade,
     auditor_id text not null references person (id), standards text check (standards is null or json_valid(standards)),
     due_on text, state text not null check (state in ('assigned', 'moved', 'withdrawn')),
     is_calibration integer not null default 0 check (is_calibration in (0, 1)), reason text not null default '',
     assigned_at text not null, assigned_by text not null references person (id), ended_at text,
     check ((state = 'assigned') = (ended_at is null))
   ) strict`,
  `create unique index live_assignment on assignment (round_id, document_id, auditor_id) where state = 'assigned'`,
  `create index assignment_by_auditor on assignment (auditor_id, round_id)`,
  `create index assignment_by_document on assignment (document_id)`,
  `insert into assignment (id, round_id, document_id, auditor_id, state, is_calibration, assigned_at, assigned_by)
     select id, round_id, document_id, auditor_id, 'assigned', is_calibration, started_at, auditor_id from audit`,
];
