import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What an auditor keeps beside the answers, submissions that were reopened, when answers were shown, flags. Frozen once released. */
export const migration0007: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table answers_shown (
     round_id text not null references round (id), document_id text not null references document (id) on delete cascade,
     at text not null, primary key (round_id, document_id)
   ) strict`,
  `create index answers_shown_by_document on answers_shown (document_id)`,
  `create trigger answers_are_shown_when_all_submitted before insert on answers_shown
   when not exists (select 1 from assignment
       where round_id = new.round_id and document_id = new.document_id and state = 'assigned')
     or exists (select 1 from assignment left join audit on audit.round_id = assignment.round_id
         and audit.document_id = assignment.document_id and audit.auditor_id = assignment.auditor_id
       where assignment.round_id = new.round_id and assignment.document_id = new.document_id
         and assignment.state = 'assigned' and audit.state is not 'submitted')
   begin select raise(abort, 'not all auditors have submitted'); end`,
  `create trigger answers_shown_is_kept before update on answers_shown
   begin select raise(abort, 'answers are first shown once'); end`,

  `alter table audit add column active_seconds integer not null default 0 check (active_seconds >= 0)`,
  `alter table answer add column root_cause text check (root_cause in ('advice_missing', 'advice_vague',
     'advice_weakened', 'writing', 'template', 'process', 'family_not_reached', 'not_known'))`,

  `create table audit_submission (
     id text primary key, audit_id text not null references audit (id) on delete cascade, sequence integer not null,
     submitted_at text not null, frozen text not null check (json_valid(frozen)),
     answers text not null check (json_valid(answers)), developmental text not null check (json_valid(developmental)),
     reopened_at text not null, reopened_by text not null references person (id),
     reason text not null check (reason <> ''), unique (audit_id, sequence)
   ) strict`,
  `create trigger audit_submission_is_kept before update on audit_submission
   begin select raise(abort, 'an earlier submission never changes'); end`,
  `create trigger submitted_audit_is_locked before update on audit
   when old.state = 'submitted' and new.state = 'submitted' and (
     new.frozen is not old.frozen or new.submitted_at is not old.submitted_at or
     new.developmental is not old.developmental or new.rubric_id is not old.rubric_id or
     new.document_id is not old.document_id or new.round_id is not old.round_id or
     new.auditor_id is not old.auditor_id)
   begin select raise(abort, 'the audit is submitted'); end`,
  `create trigger audit_is_reopened_before_answers_are_shown before update on audit
   when old.state = 'submitted' and new.state = 'open' and (
     exists (select 1 from answers_shown where round_id = old.round_id and document_id = old.document_id) or
     not exists (select 1 from audit_submission
       where audit_id = old.id and submitted_at = old.submitted_at and frozen = old.frozen))
   begin select raise(abort, 'the audit cannot be reopened'); end`,
  `create trigger submitted_answer_is_locked_delete before delete on answer
   when (select state from audit where id = old.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  `create trigger submitted_evidence_is_locked_update before update on evidence
   when (select state from audit where id = old.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  ...['insert', 'update', 'delete'].map(
    (change) => `create trigger submitted_fact_is_locked_${change} before ${change} on audit_fact
   when (select state from audit where id = ${change === 'insert' ? 'new' : 'old'}.audit_id) = 'submitted'
   begin select raise(abort, 'the audit is submitted'); end`,
  ),

  `create table audit_note (
     audit_id text not null references audit (id) on delete cascade, standard_id text not null default '',
     note text not null check (note <> ''), saved_at text not null, primary key (audit_id, standard_id)
   ) strict`,
  `create table comment_phrase (
     id text primary key, criterion_id text not null, words text not null check (words <> ''),
     person_id text not null references person (id), is_shared integer not null check (is_shared in (0, 1)),
     added_at text not null, round_id text references round (id),
     document_id text references document (id) on delete set null
   ) strict`,
  `create index comment_phrase_by_criterion on comment_phrase (criterion_id)`,
  `create index comment_phrase_by_document on comment_phrase (document_id)`,

  // Each auditor sets hints aside alone; a dismissal of before belongs to the audit that its person had of the plan last.
  `create table dismissal (
     plan_id text not null references plan (id) on delete cascade, hint_id text not null,
     reason text not null check (reason <> ''), person_id text not null references person (id), at text not null,
     round_id text references round (id), document_id text references document (id) on delete set null,
     primary key (plan_id, hint_id, person_id)
   ) strict`,
  `insert into dismissal (plan_id, hint_id, reason, person_id, at, round_id, document_id)
   select hint.plan_id, hint.hint_id, hint.reason, hint.person_id, hint.at, latest.round_id, latest.document_id
   from dismissed_hint as hint left join audit as latest on latest.id = (
     select audit.id from audit join document on document.id = audit.document_id join cycle on cycle.id = document.cycle_id
     where cycle.plan_id = hint.plan_id and audit.auditor_id = hint.person_id
     order by audit.started_at desc, audit.id limit 1)`,
  `drop table dismissed_hint`,
  `alter table dismissal rename to dismissed_hint`,
  `create index dismissed_hint_by_document on dismissed_hint (document_id)`,

  `create table flag (
     id text primary key, round_id text not null references round (id),
     document_id text not null references document (id) on delete cascade,
     kind text not null check (kind in ('safeguarding', 'another_childs_data', 'unlawful_plan', 'other')),
     words text not null check (words <> ''), raised_by text not null references person (id), raised_at text not null,
     owner_id text not null references person (id),
     acknowledged_at text, acknowledged_by text references person (id), acknowledged_words text not null default '',
     officer_told_at text, officer_told_by text references person (id),
     resolved_at text, resolved_by text references person (id), resolution text not null default '',
     check ((acknowledged_at is null) = (acknowledged_by is null)),
     check ((officer_told_at is null) = (officer_told_by is null)),
     check ((resolved_at is null) = (resolved_by is null)), check ((resolved_at is null) = (resolution = ''))
   ) strict`,
  `create index flag_by_document on flag (document_id)`,
  `create index open_flag on flag (raised_at) where resolved_at is null`,
];
