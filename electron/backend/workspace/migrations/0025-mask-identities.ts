import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Whom each plan is about, read once from all that is filed of it. A row is only a copy: whatever it rests on takes it
 * away by changing, and it is made anew when words are next masked. Frozen once released.
 */
export const migration0025: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

/** Forgets the plan whose id the expression gives. */
const forget = (name: string, when: string, table: string, planId: string): string =>
  `create trigger ${name}_unmasks after ${when} on ${table}
   begin delete from mask_identity where plan_id = ${planId}; end`;

const planOfCycle = (cycle: string) => `(select plan_id from cycle where id = ${cycle})`;
const planOfDocument = (document: string) =>
  `(select cycle.plan_id from document join cycle on cycle.id = document.cycle_id where document.id = ${document})`;

const STATEMENTS = [
  // Numbered on, so that the last number and how many there are tell whether any has changed.
  `create table mask_identity (
     sequence integer primary key autoincrement, plan_id text not null unique references plan (id) on delete cascade,
     identities text not null check (json_valid(identities)), shown text not null check (json_valid(shown))
   ) strict`,
  forget('plan_names', 'update of name, initials, date_of_birth, reference', 'plan', 'old.id'),
  forget('cycle_insert', 'insert', 'cycle', 'new.plan_id'),
  forget('cycle_setting', 'update of setting, plan_id', 'cycle', 'old.plan_id'),
  forget('cycle_delete', 'delete', 'cycle', 'old.plan_id'),
  forget('document_insert', 'insert', 'document', planOfCycle('new.cycle_id')),
  forget('document_filed_from', 'update of cycle_id', 'document', planOfCycle('old.cycle_id')),
  forget('document_filed_to', 'update of cycle_id', 'document', planOfCycle('new.cycle_id')),
  forget('document_delete', 'delete', 'document', planOfCycle('old.cycle_id')),
  forget('document_model_insert', 'insert', 'document_model', planOfDocument('new.document_id')),
  forget('document_model_update', 'update', 'document_model', planOfDocument('new.document_id')),
  forget('relabel_insert', 'insert', 'relabel', planOfDocument('new.document_id')),
  forget('relabel_delete', 'delete', 'relabel', planOfDocument('old.document_id')),
  forget('mask_edit_insert', 'insert', 'mask_edit', 'new.plan_id'),
  forget('mask_edit_update', 'update', 'mask_edit', 'new.plan_id'),
  forget('mask_edit_delete', 'delete', 'mask_edit', 'old.plan_id'),
  forget('mask_check_insert', 'insert', 'mask_check', planOfDocument('new.document_id')),
  forget('mask_check_update', 'update', 'mask_check', planOfDocument('new.document_id')),
  forget('mask_check_delete', 'delete', 'mask_check', planOfDocument('old.document_id')),
];
