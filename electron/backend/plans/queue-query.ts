import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { EARLIEST_VERSION_FIRST } from '../documents/version-order.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

/** The standards that an assignment names, as its row holds them; null for all. */
export const standardsSchema = z
  .string()
  .nullable()
  .transform((text): unknown => (text === null ? null : JSON.parse(text)))
  .pipe(z.array(z.string()).nullable());

interface QueueRow {
  id: string;
  reference: string;
  initials: string;
  documentId: string;
  roundId: string;
  isAssigned: number;
  dueOn: string | null;
  standards: string | null;
}

/**
 * Documents in front of a person: of the round, only their own once somebody else than each auditor hands them out;
 * and what they are asked for in other rounds and have not handed in. What is due first stands first.
 */
export async function selectQueue(db: Kysely<WorkspaceTables>, personId: string, roundId: string): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    with own as (
      select assignment.* from assignment where assignment.auditor_id = ${personId} and assignment.state = 'assigned'),
    handed as (
      select 1 from assignment where round_id = ${roundId} and state = 'assigned' and is_calibration = 0
        and assigned_by <> auditor_id limit 1),
    wanted as (
      select round_document.round_id as round_id, round_document.document_id as document_id from round_document
      where round_document.round_id = ${roundId} and (exists (
        select 1 from own where own.round_id = ${roundId} and own.document_id = round_document.document_id)
        or (not exists (select 1 from handed) and not exists (
          select 1 from calibration where calibration.round_id = round_document.round_id
            and calibration.document_id = round_document.document_id)))
      union
      select own.round_id, own.document_id from own where own.round_id <> ${roundId} and not exists (
        select 1 from audit where audit.round_id = own.round_id and audit.document_id = own.document_id
          and audit.auditor_id = ${personId} and audit.state = 'submitted'))
    select plan.id as id, plan.reference as reference, plan.initials as initials, document.id as "documentId",
      wanted.round_id as "roundId", own.id is not null as "isAssigned", own.due_on as "dueOn",
      own.standards as standards
    from wanted join document on document.id = wanted.document_id join cycle on cycle.id = document.cycle_id
      join plan on plan.id = cycle.plan_id
      left join own on own.round_id = wanted.round_id and own.document_id = wanted.document_id
    order by own.due_on is null, own.due_on, plan.reference_key, ${EARLIEST_VERSION_FIRST}`.execute(db);
  return rows;
}
