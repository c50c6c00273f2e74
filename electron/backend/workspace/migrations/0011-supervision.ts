import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was agreed in supervision, what caseworkers reply, and who opened whose sheet. Frozen once released. */
export const migration0011: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const DAY = `'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

const STATEMENTS = [
  `create table sheet_opening (
     id text primary key, caseworker_id text not null references person (id),
     opened_by text not null references person (id), kind text not null check (kind in ('opened', 'exported')),
     at text not null
   ) strict`,
  `create index sheet_opening_by_caseworker on sheet_opening (caseworker_id, at)`,
  `create trigger sheet_opening_is_kept before update on sheet_opening
   begin select raise(abort, 'who opened a sheet is kept as it was'); end`,
  `create table supervision_note (
     id text primary key, caseworker_id text not null references person (id),
     manager_id text not null references person (id), held_on text not null check (held_on glob ${DAY}),
     words text not null default '', look_again_on text check (look_again_on glob ${DAY}),
     written_at text not null, changed_at text,
     check (caseworker_id <> manager_id), check (look_again_on is null or look_again_on >= held_on)
   ) strict`,
  `create index supervision_note_by_caseworker on supervision_note (caseworker_id, held_on)`,
  `create table supervision_point (
     id text primary key, note_id text not null references supervision_note (id) on delete cascade,
     place integer not null, words text not null check (words <> ''), done_at text,
     done_by text references person (id), unique (note_id, place), check ((done_at is null) = (done_by is null))
   ) strict`,
  `create table supervision_reply (
     id text primary key, caseworker_id text not null references person (id),
     kind text not null check (kind in ('comment', 'second_look')), round_id text references round (id),
     document_id text references document (id) on delete set null, words text not null check (words <> ''),
     entered_by text not null references person (id), entered_at text not null,
     outcome text check (outcome in ('noted', 'look_again', 'stands')), answer text not null default '',
     answered_by text references person (id), answered_at text,
     check ((answered_at is null) = (answered_by is null)), check ((answered_at is null) = (outcome is null)),
     check (answered_at is null or answer <> ''), check (kind = 'second_look' or outcome is null or outcome = 'noted'),
     check (kind = 'comment' or outcome is null or outcome <> 'noted')
   ) strict`,
  `create index supervision_reply_by_caseworker on supervision_reply (caseworker_id, entered_at)`,
  `create index supervision_reply_waiting on supervision_reply (entered_at) where answered_at is null`,
  `create index supervision_reply_by_document on supervision_reply (document_id)`,
  `create trigger supervision_reply_words_are_kept before update of caseworker_id, kind, words, entered_by, entered_at
   on supervision_reply begin select raise(abort, 'a reply stands as it was given'); end`,
  `create trigger supervision_answer_is_kept before update of outcome, answer, answered_by, answered_at
   on supervision_reply when old.answered_at is not null
   begin select raise(abort, 'an answer stands as it was given'); end`,
];
