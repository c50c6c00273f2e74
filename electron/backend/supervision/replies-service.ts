import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Reply } from '../../../shared/contract/supervision.ts';
import { insertAction } from '../actions/insert-action.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { createTellCheck } from '../audits/open-answers.ts';
import { createSettled, selectGradedVersions } from './settled-results.ts';
import { settledBy } from './sheet.ts';
import { selectReplies, tellable } from './supervision-queries.ts';
import { caseworkerFor } from './who-may.ts';

/** What a plan that is to be looked at again is put down as; it tells nobody who asked. */
const LOOK_AGAIN = 'Audit this plan again.';

/** A caseworker's right of reply, and the chair's answers. */
export function createReplies({ db, clock, rubrics }: { db: WorkspaceDb; clock: Clock; rubrics: RubricService }) {
  async function get(replyId: string): Promise<Reply> {
    const [reply] = await selectReplies(db, { replyId });
    if (!reply) throw notFound('reply');
    return reply;
  }

  return {
    /** Throws Refusal NOT_YOUR_TEAM, NOT_SETTLED or ASKED_ALREADY. */
    async reply(
      caller: Caller,
      input: {
        caseworkerId: string;
        kind: Reply['kind'];
        about: { roundId: string; documentId: string } | null;
        words: string;
      },
    ): Promise<Reply> {
      const { caseworker } = await caseworkerFor(db, caller, input.caseworkerId);
      const at = clock().toISOString();
      const { about, kind, words } = input;
      if (about !== null) await refuseUnsettled(caller, caseworker.id, about, at);
      const id = randomUUID();
      await db.transaction().execute(async (trx) => {
        if (kind === 'second_look' && about !== null) await refuseAskedAlready(trx, caseworker.id, about);
        await trx
          .insertInto('supervision_reply')
          .values({
            id,
            caseworker_id: caseworker.id,
            kind,
            round_id: about?.roundId ?? null,
            document_id: about?.documentId ?? null,
            words,
            entered_by: caller.id,
            entered_at: at,
            outcome: null,
            answered_by: null,
            answered_at: null,
            answer: '',
          })
          .execute();
        if (about !== null) {
          await recordAnswersShown(trx, [about], at);
          await recordAnswersSeen(trx, caller.id, [about], at);
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'supervision.reply',
          subjectId: id,
          detail: {
            caseworkerId: caseworker.id,
            kind,
            roundId: about?.roundId ?? null,
            documentId: about?.documentId ?? null,
            isEnteredFor: caller.id !== caseworker.id,
            words: digestOf(words),
          },
        });
      });
      return get(id);
    },

    /** Second looks that wait, comments that wait, each the earliest first; then what is answered, latest first. */
    async replies(caller: Caller): Promise<Reply[]> {
      const all = await tellable(await selectReplies(db, {}), createTellCheck(db, caller.id));
      await recordAnswersSeen(
        db,
        caller.id,
        all.flatMap(({ about }) => about ?? []),
        clock().toISOString(),
      );
      const waiting = all.filter(({ state }) => state === 'waiting').toReversed();
      return [
        ...waiting.filter(({ kind }) => kind === 'second_look'),
        ...waiting.filter(({ kind }) => kind === 'comment'),
        ...all.filter(({ state }) => state === 'answered'),
      ];
    },

    /**
     * A plan that is to be looked at again is owed a re-audit, and comes along with the next sample. Throws Refusal ANSWERED
     * or WRONG_OUTCOME.
     */
    async answerReply(
      caller: Caller,
      input: { replyId: string; outcome: 'noted' | 'look_again' | 'stands'; words: string },
    ): Promise<Reply> {
      const reply = await get(input.replyId);
      const at = clock().toISOString();
      if ((reply.kind === 'comment') !== (input.outcome === 'noted')) {
        throw new Refusal(
          'WRONG_OUTCOME',
          'That does not answer this reply.',
          'A comment is noted; where a second look was asked for, say whether there is one.',
        );
      }
      const isAgain = input.outcome === 'look_again';
      if (isAgain && reply.about === null) throw notFound('plan');
      const before = isAgain && reply.about !== null ? await gradeOf(caller, reply.about) : null;
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('supervision_reply')
          .set({ outcome: input.outcome, answer: input.words, answered_by: caller.id, answered_at: at })
          .where('id', '=', reply.id)
          .where('answered_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) {
          throw new Refusal('ANSWERED', 'This reply is answered.', 'The caseworker can reply again.');
        }
        const actionId =
          isAgain && reply.about !== null ? await oweReAudit(trx, caller, { ...reply.about, before }, at) : null;
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'supervision.answerReply',
          subjectId: reply.id,
          detail: { outcome: input.outcome, actionId, words: digestOf(input.words) },
        });
      });
      return get(reply.id);
    },
  };

  /** The grade that stands before the re-audit, in words. */
  async function gradeOf(caller: Caller, about: { roundId: string; documentId: string }): Promise<string | null> {
    const [version] = await selectGradedVersions(db, { roundId: about.roundId, documentId: about.documentId });
    const settled = version === undefined ? undefined : await createSettled(db, rubrics, caller.id).resultOf(version);
    return settled === undefined || settled.grade === null ? null : gradeLabel(settled.rubric, settled.grade);
  }

  async function refuseUnsettled(
    caller: Caller,
    caseworkerId: string,
    about: { roundId: string; documentId: string },
    at: string,
  ): Promise<void> {
    const settled = await settledBy(db, rubrics, caller, { writerId: caseworkerId, today: englishDay(at) });
    if (settled.some(({ roundId, documentId }) => roundId === about.roundId && documentId === about.documentId)) return;
    throw new Refusal(
      'NOT_SETTLED',
      'This plan has no settled result that you may see.',
      'Reply on one of the plans of the sheet.',
    );
  }
}

async function refuseAskedAlready(
  trx: Transaction<WorkspaceTables>,
  caseworkerId: string,
  about: { roundId: string; documentId: string },
): Promise<void> {
  const asked = await trx
    .selectFrom('supervision_reply')
    .select('id')
    .where('caseworker_id', '=', caseworkerId)
    .where('kind', '=', 'second_look')
    .where('round_id', '=', about.roundId)
    .where('document_id', '=', about.documentId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (asked) {
    throw new Refusal(
      'ASKED_ALREADY',
      'A second look at this plan has been asked for already.',
      'It waits for the chair; a comment can be added to it.',
    );
  }
}

/** Owes the plan a re-audit, unless one is owed; gives the action's id, or null where there was one. */
async function oweReAudit(
  trx: Transaction<WorkspaceTables>,
  caller: Caller,
  { roundId, documentId, before }: { roundId: string; documentId: string; before: string | null },
  at: string,
): Promise<string | null> {
  const cycle = await trx
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select(['cycle.id as id', 'cycle.plan_id as planId'])
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  if (!cycle) throw notFound('plan');
  const owed = await trx
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 're_audit')
    .where('state', '=', 'open')
    .where('plan_id', '=', cycle.planId)
    .executeTakeFirst();
  if (owed) return null;
  return insertAction(trx, {
    kind: 're_audit',
    level: 'plan',
    plan_id: cycle.planId,
    cycle_id: cycle.id,
    document_id: documentId,
    round_id: roundId,
    criterion_id: null,
    words: LOOK_AGAIN,
    service: '',
    owner_id: caller.id,
    owner_name: '',
    due_on: null,
    before_grade: before,
    created_at: at,
    created_by: caller.id,
  });
}
