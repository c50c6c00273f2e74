import type { AskedAction } from '../../../shared/contract/actions.ts';
import type { ActionAnswer } from '../../../shared/domain/actions.ts';
import { selectAudits } from '../audits/audits-queries.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { selectAsked } from './asked-actions.ts';

/** What the next version's audit asks of earlier actions, and its auditor's own answers. */
export function createAskedActions({ db, clock, rubrics }: { db: WorkspaceDb; clock: Clock; rubrics: RubricService }) {
  async function asked(caller: Caller, auditId: string): Promise<AskedAction[]> {
    const [audit] = await selectAudits(db, { id: auditId, auditorId: caller.id });
    if (!audit) throw notFound('audit');
    return selectAsked(db, audit, (await rubrics.get(audit.rubric_id)).rubric);
  }

  return {
    asked,

    /** Throws Refusal ALREADY_SUBMITTED or NOT_ASKED. */
    async answer(
      caller: Caller,
      input: { auditId: string; actionId: string; answer: ActionAnswer | null; comment: string },
    ): Promise<AskedAction[]> {
      const { auditId, actionId, answer, comment } = input;
      const known = await asked(caller, auditId);
      if (!known.some((each) => each.actionId === actionId)) {
        throw new Refusal('NOT_ASKED', 'This audit does not ask of that action.', 'Reload the page and try again.');
      }
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const [audit] = await selectAudits(trx, { id: auditId, auditorId: caller.id });
        if (audit?.state !== 'open') {
          throw new Refusal(
            'ALREADY_SUBMITTED',
            'This audit was submitted and is locked.',
            'What the panel sees otherwise belongs to moderation.',
          );
        }
        const said = { answer, comment, saved_at: at };
        await trx
          .insertInto('action_answer')
          .values({ action_id: actionId, audit_id: auditId, ...said })
          .onConflict((conflict) => conflict.columns(['action_id', 'audit_id']).doUpdateSet(said))
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'actions.answer',
          subjectId: auditId,
          detail: { actionId },
        });
      });
      return asked(caller, auditId);
    },
  };
}
