import { type Kysely } from 'kysely';
import type { NewAction } from '../../../shared/contract/actions.ts';
import { areAnswersOpen } from '../../../shared/domain/rounds/blindness.ts';
import { selectLiveAudits } from '../assignments/assignments-queries.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

/** Who may do what with actions, beyond what the contract's roles say. */

type Db = Kysely<WorkspaceTables>;

/**
 * An action tells what its author thinks of a plan. From a finding it is made once all who graded that version have
 * submitted, so that it can be asked of the next version while that is graded; without one, once nobody is at any version
 * of the plan. A designated officer checks drafts against the advice, not through an audit, and may act before that, but
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
  const isOfficer = caller.roles.includes('designated_officer') && !isAsked;
  const finding = live.find(({ roundId, documentId }) => roundId === input.roundId && documentId === input.documentId);
  if (input.roundId === null) {
    if (closed.length > 0 && !isOfficer) throw answersClosed();
  } else if (finding === undefined || !areAnswersOpen(finding.audits)) throw answersClosed();
  if (caller.roles.some((role) => role === 'qa_lead' || role === 'chair' || role === 'designated_officer')) return;
  if (!live.some(({ audits }) => audits.some(({ auditorId }) => auditorId === caller.id))) {
    throw new Refusal(
      'NOT_YOUR_PLAN',
      'You did not audit this plan.',
      'Ask the QA lead or the chair to put the action down.',
    );
  }
}

/** The latest round in which a version was graded by all who were asked: where a finding on it comes from; null where none was. */
export async function foundIn(db: Db, documentId: string | null): Promise<string | null> {
  if (documentId === null) return null;
  const rounds = await db
    .selectFrom('assignment')
    .innerJoin('round', 'round.id', 'assignment.round_id')
    .select('round.id as roundId')
    .distinct()
    .where('assignment.document_id', '=', documentId)
    .where('assignment.state', '=', 'assigned')
    .where('assignment.is_calibration', '=', 0)
    .orderBy('round.panel_date', 'desc')
    .execute();
  for (const { roundId } of rounds) {
    if (areAnswersOpen(await selectLiveAudits(db, roundId, documentId))) return roundId;
  }
  return null;
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
