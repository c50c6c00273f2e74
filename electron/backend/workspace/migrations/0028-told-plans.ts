import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Half-terms of which an export told, and plan versions as they stood when figures of them were first given out: what is
 * given out later counts them as the same again, whatever has come of them since. Of what was published before this was
 * kept, nobody can say how it stood then: `plan` is null until the next publication keeps it. Frozen once released.
 */
export const migration0028: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // Of reports their periods say it.
  `create table told_half_term (half_term_id text primary key, told_by text not null) strict`,
  `create table told_plan (
     round_id text not null references round (id),
     document_id text not null references document (id) on delete cascade,
     told_by text not null, plan text check (plan is null or json_valid(plan)),
     primary key (round_id, document_id)
   ) strict`,
  `create index told_plan_by_document on told_plan (document_id)`,
  // Plans of the half-terms that a published report tells of, by the first that told of them: to withdraw a later one
  // takes nothing back. One that was withdrawn before it was exported does not count.
  `insert into told_plan (round_id, document_id, told_by)
   select round_id, document_id, told_by from (
   select round.id as round_id, document.id as document_id, report_snapshot.id as told_by,
     row_number() over (partition by round.id, document.id order by report_snapshot.frozen_at, report_snapshot.id) as place
   from report_snapshot join json_each(report_snapshot.plans) held
     join round on round.id = held.value ->> 'roundId' join document on document.id = held.value ->> 'documentId'
   where report_snapshot.edition = 'publishable'
     and (report_snapshot.withdrawn_at is null or exists (select 1 from event
       where event.action = 'reports.exportFrozen' and event.subject_id = report_snapshot.id))
     and exists (select 1 from json_each(report_snapshot.model, '$.periods') period
       join json_each(period.value) half_term where half_term.value = round.half_term_id)
   ) where place = 1`,
];
