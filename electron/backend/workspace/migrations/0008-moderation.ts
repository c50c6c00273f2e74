import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the panel agrees, how its agreements were drawn, calibration. Frozen once released. */
export const migration0008: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table moderation (
     id text primary key, round_id text not null references round (id),
     document_id text not null references document (id) on delete cascade,
     state text not null check (state in ('open', 'agreed')), begun_at text not null,
     begun_by text not null references person (id), agreed_at text, agreed_by text references person (id),
     frozen text check (frozen is null or json_valid(frozen)), unique (round_id, document_id),
     check ((state = 'agreed') = (frozen is not null)), check ((frozen is null) = (agreed_at is null)),
     check ((agreed_at is null) = (agreed_by is null))
   ) strict`,
  `create index moderation_by_document on moderation (document_id)`,
  // Every decision is kept; of each subject the last one counts, and an empty value takes back.
  `create table moderation_decision (
     id text primary key, moderation_id text not null references moderation (id) on delete cascade,
     sequence integer not null, kind text not null check (kind in ('answer', 'fact', 'override', 'dissent', 'taken_back')),
     subject text not null, value text check (value is null or json_valid(value)), reason text not null,
     person_id text not null references person (id), at text not null, unique (moderation_id, sequence)
   ) strict`,
  `create trigger moderation_decision_is_kept before update on moderation_decision
   begin select raise(abort, 'a decision never changes'); end`,
  `create trigger agreed_moderation_is_locked before insert on moderation_decision
   when (select state from moderation where id = new.moderation_id) = 'agreed'
   begin select raise(abort, 'the document is agreed'); end`,
  `create table agreement_draw (
     id text primary key, round_id text not null references round (id), seed integer not null check (seed >= 0),
     percent real not null check (percent between 0 and 100), drawn_at text not null,
     drawn_by text not null references person (id)
   ) strict`,
  `create index agreement_draw_by_round on agreement_draw (round_id)`,
  `create table agreement_draw_plan (
     draw_id text not null references agreement_draw (id) on delete cascade,
     document_id text not null references document (id) on delete cascade, place integer not null,
     is_drawn integer not null check (is_drawn in (0, 1)), primary key (draw_id, document_id)
   ) strict`,
  `create index agreement_draw_plan_by_document on agreement_draw_plan (document_id)`,
  `create table calibration (
     round_id text not null references round (id), document_id text not null references document (id) on delete cascade,
     named_at text not null, named_by text not null references person (id), primary key (round_id, document_id)
   ) strict`,
  `create index calibration_by_document on calibration (document_id)`,
  `create table calibration_note (
     id text primary key, rubric_id text not null references rubric (id), criterion_id text not null,
     round_id text not null references round (id), document_id text references document (id) on delete set null,
     note text not null check (note <> ''), person_id text not null references person (id), at text not null,
     removed_at text
   ) strict`,
  `create index calibration_note_by_rubric on calibration_note (rubric_id) where removed_at is null`,
];
