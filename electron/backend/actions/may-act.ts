import { type Kysely } from 'kysely';
import type { NewAction } from '../../../shared/contract/actions.ts';
import { areAnswersOpen } from '../../../shared/domain/blindness.ts';
import { selectLiveAudits } from '../assignments/assignments-queries.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

/** Who may do what with actions, beyond what the contract's roles say. */

type Db = Kysely<WorkspaceTables>;

/**
 * An action tells what its author thinks of a plan, so none is made before all who are asked to audit the plan have
 * submitted. A designated officer checks drafts against the advice, not through an audit, and may act before that, but
 * not on a plan that they are auditing themselves. Who is an auditor alone acts on what they audited.
 *
 * Throws Refusal ANSWERS_CLOSED or NOT_YOUR_PLAN.
 */
export async function refuseTooEarly(db: Db, caller: Caller, input: NewAction, planId: string | null): Promise<void> {
  const gradings = planId === null ? [] : await gradingsOf(db, planId);
  const live = [];
  for (const grading of gradings)
    live.push({ ...grading, audits: await selectLiveAudits(db, grading.roundId, grading.documentId) });
  const closed = live.filter(({ audits }) => !areAnswersOpen(audits));
  const isAsked = closed.some(({ audits }) => audits.some(({ auditorId }) => auditorId === caller.id));
  const isOfficer = caller.roles.includes('designated_officer') && input.roundId === null && !isAsked;
  if (closed.length > 0 && !isOfficer) throw answersClosed();
  const isFound = live.some(({ roundId, documentId }) => roundId === input.roundId && documentId === input.documentId);
  if (input.roundId !== null && !isFound) throw answersClosed();
  if (caller.roles.some((role) => role === 'qa_lead' || role === 'chair' || role === 'designated_officer')) return;
  if (!live.some(({ audits }) => audits.some(({ auditorId }) => auditorId === caller.id))) {
    throw new Refusal(
      'NOT_YOUR_PLAN',
      'You did not audit this plan.',
      'Ask the QA lead or the chair to put the action down.',
    );
  }
}

/** Its author, the QA lead and the chair change what an action says. */
export function mayEdit(caller: Caller, action: Pick<Row<'action'>, 'created_by' | 'state'>): boolean {
  const isLead = caller.roles.some((role) => role === 'qa_lead' || role === 'chair');
  return action.state === 'open' && (isLead || action.created_by === caller.id);
}

/** Its owner and the QA lead say that it is done, or drop it. */
export function maySettle(caller: Caller, action: Pick<Row<'action'>, 'owner_id'>): boolean {
  return caller.roles.includes('qa_lead') || action.owner_id === caller.id;
}

export function notYours(): Refusal {
  return new Refusal('NOT_YOURS', 'This action is not yours to change.', 'Ask its owner or the QA lead.');
}

function answersClosed(): Refusal {
  return new Refusal(
    'ANSWERS_CLOSED',
    'Not all auditors of this plan have submitted.',
    'Wait for the others: an action would tell them what you found.',
  );
}

/** The plan's documents in the rounds in which somebody is asked to audit them. */
function gradingsOf(db: Db, planId: string) {
  return db
    .selectFrom('assignment')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select(['assignment.round_id as roundId', 'assignment.document_id as documentId'])
    .distinct()
    .where('cycle.plan_id', '=', planId)
    .where('assignment.state', '=', 'assigned')
    .where('assignment.is_calibration', '=', 0)
    .execute();
}
