import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Action, type ActionFilter, type ActionList, type NewAction } from '../../../shared/contract/actions.ts';
import type { DoneItem } from '../../../shared/domain/actions.ts';
import { quoteAnchor } from '../../../shared/domain/anchors.ts';
import { type DocumentModel } from '../../../shared/domain/document-model.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown, selectNotShown } from '../audits/answers-shown.ts';
import type { Graded } from '../audits/graded.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { seesMasked } from '../../../shared/contract/masked-view.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { type ActionRow, selectAction, selectActions } from './actions-queries.ts';
import { readerOf, toAction } from './action-view.ts';
import { createAskedActions } from './asked-service.ts';
import { insertAction } from './insert-action.ts';
import { selectLaterAnswers } from './later-answers.ts';
import { foundIn, mayEdit, maySettle, notYours, refuseTooEarly } from './may-act.ts';
import { createGrades } from './re-audits.ts';
import { createReAudits } from './re-audits-service.ts';

export type ActionsService = ReturnType<typeof createActionsService>;

type Trx = Transaction<WorkspaceTables>;
type ActionFields = Pick<NewAction, 'words' | 'service' | 'owner' | 'dueOn'>;

/** What should change after an audit, followed until it is done and the next version shows it. */
export function createActionsService({
  db,
  clock,
  rounds,
  rubrics,
  results,
  modelOf,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rounds: RoundsService;
  rubrics: RubricService;
  results: ResultsService;
  modelOf: (documentId: string) => Promise<DocumentModel>;
}) {
  const grades = createGrades({ db, results, rubrics });
  const today = (): string => englishDay(clock());

  /**
   * Actions as they are told; that later auditors' answers, or a later grade, were shown is kept. In passing, neither is
   * told.
   */
  async function told(caller: Caller, rows: readonly ActionRow[], isGlance = false): Promise<Action[]> {
    const { later, shown } = await selectLaterAnswers(db, rubrics, isGlance ? [] : rows);
    const actions: Action[] = [];
    const afterwards = await grades.after(isGlance ? [] : rows.filter(({ kind }) => kind === 're_audit'));
    for (const row of rows) {
      const after = afterwards.get(row.id);
      if (after !== undefined) shown.push(after.graded);
      actions.push(toAction(caller, row, { later: later.get(row.id) ?? null, after: after?.label ?? null }));
    }
    await keepShown(caller, shown);
    // The words of an action themselves tell what was found.
    const found = rows.flatMap(({ round_id: roundId, document_id: documentId }) =>
      roundId === null || documentId === null ? [] : [{ roundId, documentId }],
    );
    await recordAnswersSeen(db, caller.id, found, clock().toISOString());
    return actions;
  }

  async function keepShown(caller: Caller, shown: readonly Graded[]): Promise<void> {
    await recordAnswersSeen(db, caller.id, shown, clock().toISOString());
    const first = await selectNotShown(db, shown);
    if (first.length === 0) return;
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      await recordAnswersShown(trx, first, at);
    });
  }

  async function rowOf(caller: Caller, actionId: string): Promise<ActionRow> {
    const row = await selectAction(db, readerOf(caller), actionId);
    if (!row) throw notFound('action');
    return row;
  }

  async function get(caller: Caller, actionId: string): Promise<Action> {
    const [action] = await told(caller, [await rowOf(caller, actionId)]);
    if (!action) throw notFound('action');
    return action;
  }

  async function change(
    caller: Caller,
    name: string,
    actionId: string,
    write: (trx: Trx, at: string) => Promise<EventDetail>,
  ): Promise<Action> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const detail = await write(trx, at);
      await recordEvent(trx, { at, personId: caller.id, action: name, subjectId: actionId, detail });
    });
    return get(caller, actionId);
  }

  async function owned(trx: Trx, { words, service, owner, dueOn }: ActionFields) {
    if (owner.personId !== null) {
      const known = await trx.selectFrom('person').select('id').where('id', '=', owner.personId).executeTakeFirst();
      if (!known) throw notFound('person');
    }
    const owner_name = owner.personId === null ? owner.name : '';
    return { words, service, owner_id: owner.personId, owner_name, due_on: dueOn };
  }

  return {
    async list(
      caller: Caller,
      { filter, limit, isGlance = false }: { filter: ActionFilter; limit: number; isGlance?: boolean | undefined },
    ): Promise<ActionList> {
      // A service may be a school: whoever reads it masked would find it by guessing at its name.
      const isMasked = seesMasked(caller);
      const asked = isMasked ? { ...filter, service: null } : filter;
      const found = await selectActions(db, readerOf(caller), asked, today(), limit);
      const actions = await told(caller, found.rows, isGlance);
      return { today: today(), actions, matching: found.matching, services: isMasked ? [] : found.services };
    },

    /** Throws Refusal ANSWERS_CLOSED, NOT_YOUR_PLAN, NO_PLAN, NO_SUCH_CRITERION or OWED_ALREADY. */
    async create(caller: Caller, wanted: NewAction): Promise<Action> {
      const id = randomUUID();
      const input = { ...wanted, roundId: wanted.roundId ?? (await foundIn(db, wanted.documentId)) };
      const version = await versionOf(db, input);
      const planId = version?.planId ?? input.planId;
      if (planId !== null && version === null) await refuseUnknownPlan(db, planId);
      if (input.level === 'plan' && planId === null) {
        throw new Refusal('NO_PLAN', 'An action at plan level needs its plan.', 'Choose the plan, or another level.');
      }
      if (input.criterionId !== null) await refuseForeignCriterion(input.criterionId, input.roundId);
      const grade =
        input.kind === 're_audit' && input.roundId !== null && input.documentId !== null
          ? ((await grades.gradeOf({ roundId: input.roundId, documentId: input.documentId }))?.label ?? null)
          : null;
      return change(caller, 'actions.create', id, async (trx, at) => {
        await refuseTooEarly(trx, caller, input, planId);
        if (input.kind === 're_audit') await refuseOwed(trx, planId);
        await insertAction(trx, {
          id,
          kind: input.kind,
          level: input.kind === 're_audit' ? 'plan' : input.level,
          plan_id: input.level === 'plan' || input.kind === 're_audit' ? planId : null,
          cycle_id: version?.cycleId ?? null,
          document_id: input.documentId,
          round_id: input.roundId,
          criterion_id: input.criterionId,
          ...(await owned(trx, input)),
          before_grade: grade,
          created_at: at,
          created_by: caller.id,
        });
        // From here on everybody reads what was found, so nobody's answers to that version change any more.
        if (input.roundId !== null && input.documentId !== null) {
          await recordAnswersShown(trx, [{ roundId: input.roundId, documentId: input.documentId }], at);
        }
        const { kind, level, documentId, roundId, criterionId, dueOn } = input;
        return { kind, level, planId, documentId, roundId, criterionId, dueOn, words: digestOf(input.words) };
      });
    },

    /** Throws Refusal NOT_YOURS or SETTLED. */
    async update(caller: Caller, { actionId, ...fields }: ActionFields & { actionId: string }): Promise<Action> {
      const row = await rowOf(caller, actionId);
      if (row.state !== 'open') throw settled();
      if (!mayEdit(caller, row)) throw notYours();
      return change(caller, 'actions.update', actionId, async (trx) => {
        await trx
          .updateTable('action')
          .set(await owned(trx, fields))
          .where('id', '=', actionId)
          .execute();
        return { dueOn: fields.dueOn, ownerId: fields.owner.personId, words: digestOf(fields.words) };
      });
    },

    /** Throws Refusal NOT_YOURS, SETTLED or QUOTE_NOT_FOUND. */
    async settle(
      caller: Caller,
      input: {
        actionId: string;
        state: 'done' | 'dropped';
        evidence: string;
        quote: { documentId: string; text: string } | null;
      },
    ): Promise<Action> {
      const row = await rowOf(caller, input.actionId);
      if (!maySettle(caller, row)) throw notYours();
      if (row.state !== 'open') throw settled();
      const anchor = input.quote === null ? null : await anchorOf(row, input.quote);
      return change(caller, 'actions.settle', input.actionId, async (trx, at) => {
        await trx
          .updateTable('action')
          .set({
            state: input.state,
            evidence: input.evidence,
            evidence_anchor: anchor === null ? null : JSON.stringify(anchor),
            evidence_document_id: input.quote?.documentId ?? null,
            settled_at: at,
            settled_by: caller.id,
          })
          .where('id', '=', input.actionId)
          .execute();
        return { state: input.state, evidence: digestOf(input.evidence), documentId: input.quote?.documentId ?? null };
      });
    },

    /** Throws Refusal NOT_YOURS or NOT_SETTLED. */
    async reopen(caller: Caller, actionId: string): Promise<Action> {
      const row = await rowOf(caller, actionId);
      if (!maySettle(caller, row)) throw notYours();
      if (row.state === 'open') {
        throw new Refusal('NOT_SETTLED', 'This action is open.', 'It can be worked on as it is.');
      }
      return change(caller, 'actions.reopen', actionId, async (trx) => {
        const set = { state: 'open', settled_at: null, settled_by: null };
        await trx.updateTable('action').set(set).where('id', '=', actionId).execute();
        return { was: row.state };
      });
    },

    ...createAskedActions({ db, clock, rubrics }),
    ...createReAudits({ db, clock, rounds, grades, keepShown }),

    /** Done for services and the system since a round's panel met; where none is named, the one before this round. */
    async done(sinceRoundId: string | null): Promise<{ since: string | null; items: DoneItem[] }> {
      const since = await sinceOf(sinceRoundId);
      const rows = await db
        .selectFrom('action')
        .selectAll()
        .where('state', '=', 'done')
        .where('level', '<>', 'plan')
        .where('settled_at', '>=', since ?? '')
        .orderBy('settled_at')
        .execute();
      const items = rows.map((row) => ({
        level: row.level === 'service' ? ('service' as const) : ('system' as const),
        service: row.service,
        words: row.words,
        evidence: row.evidence,
        doneOn: (row.settled_at ?? '').slice(0, 10),
      }));
      return { since, items };
    },
  };

  async function refuseForeignCriterion(criterionId: string, roundId: string | null): Promise<void> {
    const { rubric } =
      roundId === null ? await rubrics.current() : await rubrics.get((await rounds.get(roundId)).rubricId);
    if (rubric.standards.some(({ criteria }) => criteria.some(({ id }) => id === criterionId))) return;
    throw new Refusal('NO_SUCH_CRITERION', 'The standards have no such criterion.', 'Choose another one.');
  }

  async function anchorOf(row: Row<'action'>, quote: { documentId: string; text: string }) {
    const document = await versionOf(db, { documentId: quote.documentId });
    if (document === null || (row.plan_id !== null && document.planId !== row.plan_id)) throw notFound('document');
    const anchor = quoteAnchor(await modelOf(quote.documentId), document.sha256, quote.text);
    if (anchor !== null) return anchor;
    throw new Refusal(
      'QUOTE_NOT_FOUND',
      'Those words are not in that version.',
      'Copy them from the document, or say in your own words what shows that it was done.',
    );
  }

  async function sinceOf(roundId: string | null): Promise<string | null> {
    if (roundId !== null) return (await rounds.get(roundId)).panelDate;
    const { panelDate } = await rounds.current();
    return (await rounds.list()).findLast((round) => round.panelDate < panelDate)?.panelDate ?? null;
  }
}

async function versionOf(
  db: WorkspaceDb,
  { documentId }: { documentId: string | null },
): Promise<{ planId: string; cycleId: string; sha256: string } | null> {
  if (documentId === null) return null;
  const row = await db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select(['cycle.plan_id as planId', 'cycle.id as cycleId', 'document.sha256 as sha256'])
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  if (!row) throw notFound('document');
  return row;
}

async function refuseUnknownPlan(db: WorkspaceDb, planId: string): Promise<void> {
  const known = await db.selectFrom('plan').select('id').where('id', '=', planId).executeTakeFirst();
  if (!known) throw notFound('plan');
}

async function refuseOwed(trx: Trx, planId: string | null): Promise<void> {
  const owed = await trx
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 're_audit')
    .where('state', '=', 'open')
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (owed) {
    throw new Refusal(
      'OWED_ALREADY',
      'A re-audit of this plan is owed already.',
      'It comes along when the next sample is drawn.',
    );
  }
}

function settled(): Refusal {
  return new Refusal('SETTLED', 'This action is settled.', 'Take that back first, if it is still to be worked on.');
}
