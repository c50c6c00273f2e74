import type { AdviceFile } from '../../../shared/contract/advice.ts';
import { isBeforeFinal } from '../../../shared/domain/advice/advice-log.ts';
import { insertAction } from '../actions/insert-action.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { type DraftInHand, type OfDraft, ownCheck, refuseSent } from './draft-in-hand.ts';

/** What the officer asks to be put right in a draft before its final: written, sent, and answered. */
export function correctionCommands({ change, today }: DraftInHand) {
  return {
    saveCorrection(
      caller: Caller,
      {
        checkId,
        correction,
        ...of
      }: OfDraft & { checkId: string; correction: { wording: string; dueOn: string } | null },
    ): Promise<AdviceFile> {
      return change(caller, of, 'advice.saveCorrection', async (trx, { finalDue }) => {
        const check = await ownCheck(trx, of, checkId);
        await refuseSent(trx, checkId);
        await trx.deleteFrom('advice_correction').where('check_id', '=', checkId).execute();
        if (correction === null) return { checkId, dueOn: null };
        if (check.finding === 'faithful') {
          throw new Refusal(
            'FAITHFUL',
            'The plan says what the advice says: there is nothing to correct.',
            'Change the finding first.',
          );
        }
        if (!isBeforeFinal(correction.dueOn, finalDue, today())) {
          throw new Refusal('AFTER_FINAL', 'A correction is due before the final is.', 'Choose an earlier day.');
        }
        const { wording, dueOn } = correction;
        await trx
          .insertInto('advice_correction')
          .values({ ...UNSENT, check_id: checkId, wording, due_on: dueOn })
          .execute();
        return { checkId, dueOn };
      });
    },

    /** Each correction that was not sent becomes an action on the plan, owned by the officer. */
    sendCorrections(caller: Caller, of: OfDraft): Promise<AdviceFile> {
      return change(caller, of, 'advice.sendCorrections', async (trx, draft, at) => {
        const unsent = await trx
          .selectFrom('advice_correction')
          .innerJoin('advice_check', 'advice_check.id', 'advice_correction.check_id')
          .innerJoin('advice_request', 'advice_request.id', 'advice_check.request_id')
          .select(['advice_correction.check_id as checkId', 'wording', 'due_on as dueOn'])
          .where('advice_correction.sent_at', 'is', null)
          .where('advice_check.document_id', '=', of.documentId)
          .where('advice_request.agency', '=', of.agency)
          .orderBy('advice_correction.due_on')
          .orderBy('advice_check.at')
          .execute();
        if (unsent.length === 0) {
          throw new Refusal(
            'NOTHING_TO_SEND',
            'There is no correction that was not sent.',
            'Ask for a correction on a finding first.',
          );
        }
        for (const { checkId, wording, dueOn } of unsent) {
          // From here on it is followed like any other action: the audit of the final asks whether it was answered.
          const actionId = await insertAction(trx, {
            kind: 'change',
            level: 'plan',
            plan_id: draft.planId,
            cycle_id: draft.cycleId,
            document_id: of.documentId,
            round_id: null,
            criterion_id: null,
            words: wording,
            service: '',
            owner_id: caller.id,
            owner_name: '',
            due_on: dueOn,
            before_grade: null,
            created_at: at,
            created_by: caller.id,
          });
          await trx
            .updateTable('advice_correction')
            .set({ sent_at: at, sent_by: caller.id, action_id: actionId })
            .where('check_id', '=', checkId)
            .execute();
        }
        return { corrections: unsent.length };
      });
    },

    answerCorrection(
      caller: Caller,
      { checkId, answer, ...of }: OfDraft & { checkId: string; answer: string | null },
    ): Promise<AdviceFile> {
      return change(caller, of, 'advice.answerCorrection', async (trx, _draft, at) => {
        await ownCheck(trx, of, checkId);
        const { numUpdatedRows } = await trx
          .updateTable('advice_correction')
          .set({
            answer: answer ?? '',
            answered_at: answer === null ? null : at,
            answered_by: answer === null ? null : caller.id,
          })
          .where('check_id', '=', checkId)
          .where('sent_at', 'is not', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) {
          throw new Refusal(
            'NOT_SENT',
            'This correction was not sent yet.',
            'Send the corrections of the draft first.',
          );
        }
        return { checkId, isAnswered: answer !== null };
      });
    },
  };
}

const UNSENT = { action_id: null, sent_at: null, sent_by: null, answered_at: null, answered_by: null };
