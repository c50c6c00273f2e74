import type { ShownHint } from '../../../shared/contract/hints.ts';
import type { Plan } from '../../../shared/contract/plans.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Hint } from '../../../shared/domain/hint.ts';
import { factValues } from '../audits/audit-facts.ts';
import type { AuditsService } from '../audits/audits-service.ts';
import type { Caller, Clock } from '../caller.ts';
import type { ComparisonsService } from '../comparisons/comparisons-service.ts';
import { notFound } from '../refusal.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import { findHints } from '../understanding/hints/find-hints.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';

export type HintsService = ReturnType<typeof createHintsService>;

export function createHintsService({
  db,
  clock,
  audits,
  rounds,
  rubrics,
  comparisons,
  modelOf,
  getPlan,
}: {
  db: WorkspaceDb;
  clock: Clock;
  audits: AuditsService;
  rounds: RoundsService;
  rubrics: RubricService;
  comparisons: ComparisonsService;
  modelOf: (documentId: string) => Promise<DocumentModel>;
  getPlan: (caller: Caller, planId: string) => Promise<Plan>;
}) {
  /** The hints of one's own audit, those that were dismissed for its plan marked so. */
  async function list(caller: Caller, auditId: string): Promise<ShownHint[]> {
    const { planId, found } = await findFor(caller, auditId);
    const dismissed = await db.selectFrom('dismissed_hint').selectAll().where('plan_id', '=', planId).execute();
    const byHint = new Map(dismissed.map((row) => [row.hint_id, row]));
    return found.map((hint) => {
      const row = byHint.get(hint.id);
      return { ...hint, dismissed: row ? { reason: row.reason, at: row.at, personId: row.person_id } : null };
    });
  }

  async function findFor(caller: Caller, auditId: string): Promise<{ planId: string; found: Hint[] }> {
    const audit = await audits.get(caller, auditId);
    const { panelDate } = await rounds.get(audit.roundId);
    const { rubric } = await rubrics.get(audit.rubricId);
    const earlierId = earlierVersion(await getPlan(caller, audit.planId), audit.document.id);
    const comparison = earlierId && (await comparisons.get({ earlierId, laterId: audit.document.id }));
    const found = findHints(await modelOf(audit.document.id), factValues(audit.facts), panelDate, {
      rubric,
      ...(comparison ? { differences: comparison.differences } : {}),
    });
    return { planId: audit.planId, found };
  }

  return {
    list,

    /** Sets a hint aside for the plan, whichever of its versions it is seen in again. */
    async dismiss(caller: Caller, auditId: string, hintId: string, reason: string): Promise<ShownHint[]> {
      const { planId, found } = await findFor(caller, auditId);
      const hint = found.find((candidate) => candidate.id === hintId);
      if (!hint) throw notFound('hint');
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('dismissed_hint')
          .values({ plan_id: planId, hint_id: hintId, reason, person_id: caller.id, at })
          .onConflict((conflict) =>
            conflict.columns(['plan_id', 'hint_id']).doUpdateSet({ reason, person_id: caller.id, at }),
          )
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'hints.dismiss',
          subjectId: planId,
          detail: { auditId, rule: hint.rule },
        });
      });
      return list(caller, auditId);
    },

    async restore(caller: Caller, auditId: string, hintId: string): Promise<ShownHint[]> {
      const { planId } = await audits.get(caller, auditId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('dismissed_hint').where('plan_id', '=', planId).where('hint_id', '=', hintId).execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'hints.restore',
          subjectId: planId,
          detail: { auditId },
        });
      });
      return list(caller, auditId);
    },
  };
}

/** The version that a final answers: the plan's latest draft. None for a draft. */
function earlierVersion(plan: Plan, documentId: string): string | undefined {
  const document = plan.documents.find((candidate) => candidate.id === documentId);
  if (document?.stage !== 'final' && document?.stage !== 'amended_final') return undefined;
  const wanted = document.stage === 'final' ? 'draft' : 'amended_draft';
  return plan.documents.findLast((candidate) => candidate.stage === wanted)?.id;
}
