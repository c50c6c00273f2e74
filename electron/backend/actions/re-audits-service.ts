import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ReAuditCandidate } from '../../../shared/contract/actions.ts';
import { drawAgreements } from '../../../shared/domain/moderation/moderation-reasons.ts';
import { LARGEST_SEED } from '../../../shared/domain/rounds/sampling.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Graded } from '../audits/graded.ts';
import type { Caller, Clock } from '../caller.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { insertAction } from './insert-action.ts';
import type { Grades } from './re-audits.ts';

/** Plans whose grade calls for a re-audit, and the owing of it. */
export function createReAudits({
  db,
  clock,
  rounds,
  grades,
  keepShown,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rounds: RoundsService;
  grades: Grades;
  /** Keeps that these documents' grades were shown, and to whom. */
  keepShown: (caller: Caller, shown: readonly Graded[]) => Promise<void>;
}) {
  return {
    async reAuditsDue(caller: Caller, roundId: string): Promise<ReAuditCandidate[]> {
      await rounds.get(roundId);
      const found = await grades.candidates(roundId);
      await keepShown(
        caller,
        found.map(({ documentId }) => ({ roundId, documentId })),
      );
      return found;
    },

    /** Owes a re-audit where the standards ask for one; of grades that ask for a share, as many as the seed draws. */
    async oweReAudits(
      caller: Caller,
      { roundId, sharePercent, seed }: { roundId: string; sharePercent: number; seed: number | null },
    ): Promise<ReAuditCandidate[]> {
      const round = await rounds.get(roundId);
      const all = (await grades.candidates(roundId)).map((each) => ({
        ...each,
        id: each.documentId,
        reference: each.planReference,
      }));
      const used = seed ?? randomInt(LARGEST_SEED);
      // The share is of all plans with such a grade, so that drawing twice adds none.
      const drawn = drawAgreements(
        all.filter(({ rule }) => rule === 'share'),
        sharePercent,
        used,
      ).flatMap(({ plan, isDrawn }) => (isDrawn ? [plan] : []));
      const chosen = [...all.filter(({ rule }) => rule === 'all'), ...drawn].filter(({ isOwed }) => !isOwed);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const dueOn = await endOfNextHalfTerm(trx, round.halfTerm.end);
        const planned = new Set<string>();
        for (const { documentId, planId, gradeLabel } of chosen) {
          if (planned.has(planId)) continue;
          planned.add(planId);
          await insertAction(trx, {
            kind: 're_audit',
            level: 'plan',
            plan_id: planId,
            cycle_id: null,
            document_id: documentId,
            round_id: roundId,
            criterion_id: null,
            words: `Audit this plan again: it was graded ${gradeLabel.toLowerCase()}.`,
            service: '',
            owner_id: caller.id,
            owner_name: '',
            due_on: dueOn,
            before_grade: gradeLabel,
            created_at: at,
            created_by: caller.id,
          });
          await recordAnswersShown(trx, [{ roundId, documentId }], at);
        }
        const detail = { owed: planned.size, sharePercent, seed: used };
        await recordEvent(trx, { at, personId: caller.id, action: 'actions.oweReAudits', subjectId: roundId, detail });
      });
      const found = await grades.candidates(roundId);
      await keepShown(
        caller,
        found.map(({ documentId }) => ({ roundId, documentId })),
      );
      return found;
    },
  };
}

/** By when a plan is looked at again: within the half-term after the round's; null where the calendar ends before. */
async function endOfNextHalfTerm(trx: Transaction<WorkspaceTables>, end: string): Promise<string | null> {
  const next = await trx
    .selectFrom('half_term')
    .select('end')
    .where('start', '>', end)
    .orderBy('start')
    .executeTakeFirst();
  return next?.end ?? null;
}
