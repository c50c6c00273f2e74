import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What each document's audits and moderation come to, worked out once. A row is only a copy: whatever it rests on takes
 * it away by changing, and it is made anew when figures are next asked for. Frozen once released.
 */
export const migration0021: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

/** Tables whose rows name a round and a document, and on which a result rests. */
const RESTS_ON = ['audit', 'assignment', 'moderation', 'calibration'];

const STATEMENTS = [
  `create table result (
     round_id text not null references round (id), document_id text not null references document (id) on delete cascade,
     rubric_id text not null references rubric (id),
     standing text not null
       check (standing in ('agreed', 'overridden', 'one_auditor', 'lower_of_several', 'joined')),
     agencies text not null check (json_valid(agencies)), grade_alone text, overall_grade text,
     standards text not null, developmental text not null, criteria text not null, causes text not null,
     primary key (round_id, document_id)
   ) strict`,
  `create index result_by_document on result (document_id)`,
  ...RESTS_ON.flatMap((table) =>
    ['insert', 'update', 'delete'].map((change) => {
      const row = change === 'insert' ? 'new' : 'old';
      return `create trigger ${table}_${change}_unsettles after ${change} on ${table}
        begin delete from result where round_id = ${row}.round_id and document_id = ${row}.document_id; end`;
    }),
  ),
  ...['insert', 'delete'].map((change) => {
    const row = change === 'insert' ? 'new' : 'old';
    return `create trigger moderation_decision_${change}_unsettles after ${change} on moderation_decision
      begin delete from result where (round_id, document_id) in
        (select round_id, document_id from moderation where id = ${row}.moderation_id); end`;
  }),
  // An auditor who moves to another agency is counted where they now are.
  `create trigger person_agency_unsettles after update of agency on person
   begin delete from result where document_id in (select document_id from audit where auditor_id = old.id); end`,
];
