import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What should change after an audit, and what the next version's auditors say of it. Frozen once released. */
export const migration0009: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table action (
     id text primary key, kind text not null check (kind in ('change', 're_audit')),
     level text not null check (level in ('plan', 'service', 'system')),
     plan_id text references plan (id) on delete cascade, cycle_id text references cycle (id) on delete set null,
     document_id text references document (id) on delete set null, round_id text references round (id),
     criterion_id text, words text not null check (words <> ''), service text not null default '',
     owner_id text references person (id), owner_name text not null default '', due_on text,
     state text not null check (state in ('open', 'done', 'dropped')), before_grade text,
     created_at text not null, created_by text not null references person (id),
     evidence text not null default '', evidence_anchor text check (evidence_anchor is null or json_valid(evidence_anchor)),
     evidence_document_id text references document (id) on delete set null,
     settled_at text, settled_by text references person (id),
     check (level <> 'plan' or plan_id is not null), check (kind <> 're_audit' or level = 'plan'),
     check ((state = 'open') = (settled_at is null)), check ((settled_at is null) = (settled_by is null)),
     check (state = 'open' or evidence <> '')
   ) strict`,
  `create index action_by_plan on action (plan_id)`,
  `create index action_by_state on action (state, due_on)`,
  `create index action_by_owner on action (owner_id) where state = 'open'`,
  `create index action_by_document on action (document_id)`,
  `create index action_by_evidence_document on action (evidence_document_id)`,
  `create table action_answer (
     action_id text not null references action (id) on delete cascade,
     audit_id text not null references audit (id) on delete cascade,
     answer text check (answer in ('answered', 'partly', 'not_answered')), comment text not null default '',
     saved_at text not null, primary key (action_id, audit_id)
   ) strict`,
  `create index action_answer_by_audit on action_answer (audit_id)`,
  ...['insert', 'update', 'delete'].map(
    (change) => `create trigger submitted_action_answer_is_locked_${change} before ${change} on action_answer
   when (select state from audit where id = ${change === 'insert' ? 'new' : 'old'}.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  ),
];
