import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who has looked at what auditors found in a document, and so can no longer audit it alone. Frozen once released. */
export const migration0017: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table answers_seen (
     round_id text not null references round (id), document_id text not null references document (id) on delete cascade,
     person_id text not null references person (id), at text not null, primary key (round_id, document_id, person_id)
   ) strict`,
  `create index answers_seen_by_document on answers_seen (document_id)`,
  `create index answers_seen_by_person on answers_seen (person_id, round_id)`,
  `create trigger answers_seen_is_kept before update on answers_seen
   begin select raise(abort, 'answers are first seen once'); end`,
  // What was done before this was kept tells of some: whoever began or decided in moderation, or exported the report.
  `insert into answers_seen (round_id, document_id, person_id, at)
   select round_id, document_id, person_id, min(at) from (
     select round_id, document_id, begun_by as person_id, begun_at as at from moderation
     union all select moderation.round_id, moderation.document_id, moderation_decision.person_id, moderation_decision.at
       from moderation_decision join moderation on moderation.id = moderation_decision.moderation_id
     union all select audit.round_id, audit.document_id, event.person_id, event.at
       from event join audit on audit.round_id = event.subject_id and audit.submitted_at <= event.at
       where event.action = 'reports.export' and event.person_id in (select id from person))
   where person_id is not null group by round_id, document_id, person_id`,
];
