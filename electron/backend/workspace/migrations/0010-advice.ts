import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Advice that was asked for, how drafts stand to it, and the corrections asked for. Frozen once released. */
export const migration0010: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const DAY = `glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

const STATEMENTS = [
  `create table advice_request (
     id text primary key, cycle_id text not null references cycle (id) on delete cascade,
     agency text not null check (agency <> ''), service text not null check (service <> ''),
     profession text not null default '', asked_on text check (asked_on ${DAY}),
     received_on text check (received_on ${DAY}), is_nil integer not null default 0 check (is_nil in (0, 1)),
     form text not null default '', answers_needs integer check (answers_needs in (0, 1)),
     answers_provision integer check (answers_provision in (0, 1)),
     answers_outcomes integer check (answers_outcomes in (0, 1)),
     document_id text references document (id) on delete set null, note text not null default '',
     added_at text not null, added_by text not null references person (id),
     check (is_nil = 0 or received_on is not null)
   ) strict`,
  `create index advice_request_by_cycle on advice_request (cycle_id)`,
  `create index advice_request_by_document on advice_request (document_id)`,
  // Advice that belongs to no other request goes with its plan, so that nothing of a child is left behind.
  `create trigger advice_goes_with_its_request after delete on advice_request when old.document_id is not null
   begin delete from document where id = old.document_id and cycle_id is null
     and not exists (select 1 from advice_request where document_id = old.document_id); end`,
  // Suggestions that a person has confirmed or set aside.
  `create table advice_suggestion (
     cycle_id text not null references cycle (id) on delete cascade, key text not null,
     person_id text not null references person (id), at text not null, primary key (cycle_id, key)
   ) strict`,
  `create table advice_check (
     id text primary key, document_id text not null references document (id) on delete cascade,
     request_id text not null references advice_request (id) on delete cascade,
     advice_words text not null check (advice_words <> ''),
     advice_anchor text check (advice_anchor is null or json_valid(advice_anchor)),
     plan_anchor text check (plan_anchor is null or json_valid(plan_anchor)), plan_section text not null default '',
     finding text not null check (finding in ('faithful', 'weakened', 'missing', 'misplaced')),
     comment text not null default '', person_id text not null references person (id), at text not null,
     check (finding = 'missing' or plan_anchor is not null)
   ) strict`,
  `create index advice_check_by_document on advice_check (document_id)`,
  `create index advice_check_by_request on advice_check (request_id)`,
  `create table advice_correction (
     check_id text primary key references advice_check (id) on delete cascade, wording text not null check (wording <> ''),
     due_on text not null check (due_on ${DAY}), action_id text, sent_at text, sent_by text references person (id),
     answered_at text, answered_by text references person (id), answer text not null default '',
     check ((sent_at is null) = (sent_by is null)), check ((answered_at is null) = (answered_by is null)),
     check (answered_at is null or sent_at is not null), check ((answered_at is null) = (answer = ''))
   ) strict`,
  // By agency: the DCO's check says nothing of the DSCO's.
  `create table advice_checked (
     document_id text not null references document (id) on delete cascade, agency text not null check (agency <> ''),
     person_id text not null references person (id), at text not null, primary key (document_id, agency)
   ) strict`,
];
