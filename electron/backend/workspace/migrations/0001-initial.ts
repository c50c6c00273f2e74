import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The first form of a workspace. Frozen once released: it holds its own SQL and imports nothing of ours. */
export const migration0001: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table partnership (
     id text primary key, name text not null, area_code text not null default '',
     idle_minutes integer not null default 10 check (idle_minutes between 1 and 240), created_at text not null
   ) strict`,
  `create table half_term (
     id text primary key, school_year text not null, number integer not null check (number between 1 and 6),
     label text not null, start text not null, "end" text not null, check (start < "end"), unique (school_year, number)
   ) strict`,
  `create table person (id text primary key, name text not null, agency text not null, created_at text not null) strict`,
  `create table person_role (
     person_id text not null references person (id), role text not null, primary key (person_id, role)
   ) strict`,
  `create table rubric (
     id text primary key, rubric_key text not null, version text not null, digest text not null unique,
     content text not null check (json_valid(content)), created_at text not null
   ) strict`,
  `create trigger rubric_is_immutable before update on rubric
   begin select raise(abort, 'a rubric version never changes'); end`,
  `create table round (
     id text primary key, half_term_id text not null references half_term (id),
     kind text not null check (kind in ('random', 'thematic', 'risk_based')), theme text not null default '',
     panel_date text not null, rubric_id text not null references rubric (id),
     state text not null check (state in ('open', 'closed')), created_at text not null
   ) strict`,
  `create table plan (
     id text primary key, reference text not null unique collate nocase, initials text not null default '', name text,
     date_of_birth text, primary_need text, locality text, created_at text not null
   ) strict`,
  `create table cycle (
     id text primary key, plan_id text not null references plan (id) on delete cascade, sequence integer not null,
     plan_type text not null, nc_year integer, setting text, created_at text not null, unique (plan_id, sequence)
   ) strict`,
  `create table document (
     id text primary key, cycle_id text references cycle (id) on delete cascade, stage text, issued_on text,
     file_name text not null, format text not null check (format in ('pdf', 'docx')), sha256 text not null unique,
     bytes integer not null, imported_at text not null, imported_by text not null references person (id),
     sections_confirmed_at text, sections_confirmed_by text references person (id),
     check ((cycle_id is null) = (stage is null))
   ) strict`,
  `create index document_by_cycle on document (cycle_id)`,
  `create table document_content (
     document_id text primary key references document (id) on delete cascade, content blob not null
   ) strict`,
  `create table document_model (
     document_id text primary key references document (id) on delete cascade, reader_version integer not null,
     model text not null check (json_valid(model)), summary text not null check (json_valid(summary))
   ) strict`,
  `create table relabel (
     id text primary key, document_id text not null references document (id) on delete cascade,
     sequence integer not null, blocks text not null check (json_valid(blocks)), section text,
     person_id text not null references person (id), at text not null, unique (document_id, sequence)
   ) strict`,
  `create table round_document (
     round_id text not null references round (id), document_id text not null references document (id) on delete cascade,
     added_at text not null, primary key (round_id, document_id)
   ) strict`,
  `create index round_document_by_document on round_document (document_id)`,
  `create table audit (
     id text primary key, document_id text not null references document (id) on delete cascade,
     round_id text not null references round (id), rubric_id text not null references rubric (id),
     auditor_id text not null references person (id),
     level text not null check (level in ('draft_control', 'thematic', 'multi_agency', 'independent')),
     is_calibration integer not null default 0 check (is_calibration in (0, 1)),
     state text not null check (state in ('open', 'submitted')),
     developmental text not null default '[]' check (json_valid(developmental)),
     started_at text not null, submitted_at text, frozen text check (frozen is null or json_valid(frozen)),
     unique (document_id, round_id, auditor_id),
     check ((state = 'submitted') = (submitted_at is not null)), check ((state = 'submitted') = (frozen is not null))
   ) strict`,
  `create index audit_by_round on audit (round_id)`,
  `create table audit_fact (
     audit_id text not null references audit (id) on delete cascade, fact text not null,
     value text not null check (json_valid(value)), primary key (audit_id, fact)
   ) strict`,
  `create table answer (
     audit_id text not null references audit (id) on delete cascade, criterion_id text not null,
     response text check (response in ('met', 'partly', 'not_met', 'not_applicable')), comment text not null default '',
     absent_in text not null default '[]' check (json_valid(absent_in)), saved_at text not null,
     primary key (audit_id, criterion_id)
   ) strict`,
  `create table evidence (
     id text primary key, audit_id text not null references audit (id) on delete cascade, criterion_id text not null,
     anchor text not null check (json_valid(anchor)), added_at text not null
   ) strict`,
  `create index evidence_by_audit on evidence (audit_id)`,
  `create trigger submitted_answer_is_locked_insert before insert on answer
   when (select state from audit where id = new.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  `create trigger submitted_answer_is_locked_update before update on answer
   when (select state from audit where id = new.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  `create trigger submitted_evidence_is_locked_insert before insert on evidence
   when (select state from audit where id = new.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  `create trigger submitted_evidence_is_locked_delete before delete on evidence
   when (select state from audit where id = old.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  `create table event (
     sequence integer primary key check (sequence > 0), at text not null, person_id text, action text not null,
     subject_id text, detail text not null check (json_valid(detail)), previous_hash text not null,
     hash text not null unique
   ) strict`,
  `create trigger event_is_append_only_update before update on event
   begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger event_is_append_only_delete before delete on event
   begin select raise(abort, 'the trail is append-only'); end`,
];
