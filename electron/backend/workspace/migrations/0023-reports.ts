import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What people add to a half-term's report, and reports as they were frozen. A frozen report is never changed and never
 * lost: it can only be withdrawn, once, with a reason. Frozen once released.
 */
export const migration0023: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table report_words (
     half_term_id text not null references half_term (id) on delete cascade,
     edition text not null check (edition in ('internal', 'publishable')), slot text not null,
     words text not null check (words <> ''), saved_at text not null, saved_by text not null references person (id),
     primary key (half_term_id, edition, slot)
   ) strict`,
  // The plan's own words stay where they are: only what is left of them after masking is kept here.
  `create table report_excerpt (
     id text primary key, half_term_id text not null references half_term (id) on delete cascade,
     evidence_id text not null, plan_id text not null references plan (id) on delete cascade,
     document_id text not null references document (id) on delete cascade,
     criterion_id text not null, is_good integer not null check (is_good in (0, 1)),
     masked text not null, words text not null check (words <> ''),
     chosen_at text not null, chosen_by text not null references person (id),
     ticked_at text, ticked_by text references person (id),
     unique (half_term_id, evidence_id), check ((ticked_at is null) = (ticked_by is null))
   ) strict`,
  `create index report_excerpt_by_plan on report_excerpt (plan_id)`,
  `create index report_excerpt_by_document on report_excerpt (document_id)`,
  `create trigger report_excerpt_is_read_anew after update of words on report_excerpt
     when new.words <> old.words and new.ticked_at is not null and new.ticked_at is old.ticked_at
   begin select raise(abort, 'words that were changed must be read again'); end`,
  `create table report_snapshot (
     id text primary key, half_term_id text not null, edition text not null check (edition in ('internal', 'publishable')),
     threshold integer not null, model text not null check (json_valid(model)),
     counts text not null check (json_valid(counts)), rubrics text not null check (json_valid(rubrics)),
     plans text not null check (json_valid(plans)), digest text not null check (length(digest) = 64),
     content_digest text not null check (length(content_digest) = 64),
     frozen_at text not null, frozen_by text not null references person (id),
     withdrawn_at text, withdrawn_by text references person (id), withdrawn_reason text not null default '',
     check ((withdrawn_at is null) = (withdrawn_by is null)), check ((withdrawn_at is null) = (withdrawn_reason = ''))
   ) strict`,
  `create index report_snapshot_by_half_term on report_snapshot (half_term_id, edition, frozen_at)`,
  `create trigger report_snapshot_is_kept before delete on report_snapshot
   begin select raise(abort, 'frozen reports are withdrawn, not deleted'); end`,
  `create trigger report_snapshot_stands
   before update of id, half_term_id, edition, threshold, model, counts, rubrics, plans, digest, content_digest, frozen_at, frozen_by
     on report_snapshot
   begin select raise(abort, 'frozen reports are withdrawn, not changed'); end`,
  `create trigger report_snapshot_is_withdrawn_once before update on report_snapshot when old.withdrawn_at is not null
   begin select raise(abort, 'this report was withdrawn already'); end`,
];
