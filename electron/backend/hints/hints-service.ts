import type { ShownHint } from '../../../shared/contract/hints.ts';
import { MAY_READ_PLANS } from '../../../shared/contract/meta.ts';
import type { Plan } from '../../../shared/contract/plans.ts';
import type { Hint } from '../../../shared/domain/hint.ts';
import { factValues } from '../audits/audit-facts.ts';
import type { AuditsService } from '../audits/audits-service.ts';
import type { Graded } from '../audits/graded.ts';
import type { Caller, Clock } from '../caller.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import type { StoredModels } from '../documents/stored-models.ts';
import type { HintsTask } from '../documents/plan-tasks.ts';
import type { CyclesService } from '../plans/cycles-service.ts';
import { notFound } from '../refusal.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { SharedSentence } from '../understanding/hints/hint-rule.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { visibleDismissals } from './dismissals.ts';
import { createKeptAnswers } from './kept-answers.ts';
import type { PlanReference, SentenceIndex } from './sentence-index.ts';

export type HintsService = ReturnType<typeof createHintsService>;

/** Audits whose hints are kept at hand: more than one person has open on a day. */
const MOST_KEPT = 50;

export function createHintsService({
  db,
  clock,
  audits,
  rounds,
  rubrics,
  models,
  parsePool,
  sentences,
  getPlan,
  cycles,
}: {
  db: WorkspaceDb;
  clock: Clock;
  audits: AuditsService;
  rounds: RoundsService;
  rubrics: RubricService;
  models: Pick<StoredModels, 'get' | 'versionOf'>;
  parsePool: Pick<ParsePool, 'findHints'>;
  sentences: SentenceIndex;
  getPlan: (caller: Caller, planId: string) => Promise<Plan>;
  cycles: Pick<CyclesService, 'entered'>;
}) {
  const kept = createKeptAnswers<Hint[]>(MOST_KEPT);

  /** The hints of one's own audit, those marked that were dismissed for its plan, as far as one may see it. */
  async function list(caller: Caller, auditId: string): Promise<ShownHint[]> {
    const { planId, graded, found } = await findFor(caller, auditId);
    const byHint = await visibleDismissals(db, caller.id, { planId, graded });
    return found.map((hint) => {
      const row = byHint.get(hint.id);
      return { ...hint, dismissed: row ? { reason: row.reason, at: row.at, personId: row.person_id } : null };
    });
  }

  async function findFor(caller: Caller, auditId: string): Promise<{ planId: string; graded: Graded; found: Hint[] }> {
    const audit = await audits.get(caller, auditId);
    const { id: documentId } = audit.document;
    const plan = await getPlan(caller, audit.planId);
    const { panelDate } = await rounds.get(audit.roundId);
    const { rubric } = await rubrics.get(audit.rubricId);
    const shared = await sentences.sharedWith(documentId);
    const salt = await sentences.salt();
    const earlierId = earlierVersion(plan, documentId);
    const versions = [
      await models.versionOf(documentId),
      earlierId === undefined ? null : await models.versionOf(earlierId),
    ];
    const asked = {
      facts: factValues(audit.facts),
      auditDate: panelDate,
      names: plan.name === null ? [] : [plan.name],
      ...(await enteredFor(audit.document.cycleId)),
      shared: new Map([...shared].map(([digest, plans]) => [digest, forReader(caller, plans)])),
    };
    const key = JSON.stringify([versions, audit.rubricId, { ...asked, shared: [...asked.shared] }]);
    const found = await kept(key, async () =>
      parsePool.findHints({
        ...asked,
        model: (await models.get(documentId)).json,
        earlier: earlierId === undefined ? null : (await models.get(earlierId)).json,
        criteria: rubric.standards.flatMap(({ criteria }) =>
          criteria.map(({ id, assist, sections }) => ({ id, assist, sections })),
        ),
        salt,
      }),
    );
    return { planId: audit.planId, graded: { roundId: audit.roundId, documentId }, found };
  }

  /** The register's dates by the names that the rules know them by. */
  async function enteredFor(cycleId: string | null): Promise<Pick<HintsTask, 'dates' | 'hasLawfulException'>> {
    const { dates, hasLawfulException } = await cycles.entered(cycleId);
    const named = {
      requestReceived: dates.requestReceived,
      draftServed: dates.draftSent,
      finalIssued: dates.amendedFinal ?? dates.finalIssued,
      reviewMeeting: dates.reviewMeeting,
      noticeSent: dates.noticeOfChanges,
      nextReview: dates.nextReview,
    };
    const entered = Object.entries(named).filter(([, date]) => date !== undefined);
    return { dates: Object.fromEntries(entered), hasLawfulException };
  }

  /** How many plans share a sentence is for every reader of the hint; which ones, for those who may read them. */
  function forReader(caller: Caller, plans: readonly PlanReference[]): SharedSentence {
    return {
      plans: plans.length,
      references: caller.roles.some((role) => MAY_READ_PLANS.includes(role))
        ? plans.map(({ reference }) => reference)
        : [],
    };
  }

  return {
    list,

    /** Sets a hint aside for the plan, whichever of its versions it is seen in again. */
    async dismiss(caller: Caller, auditId: string, hintId: string, reason: string): Promise<ShownHint[]> {
      const { planId, graded, found } = await findFor(caller, auditId);
      const hint = found.find((candidate) => candidate.id === hintId);
      if (!hint) throw notFound('hint');
      const at = clock().toISOString();
      const kept = { reason, at, round_id: graded.roundId, document_id: graded.documentId };
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('dismissed_hint')
          .values({ plan_id: planId, hint_id: hintId, person_id: caller.id, ...kept })
          .onConflict((conflict) => conflict.columns(['plan_id', 'hint_id', 'person_id']).doUpdateSet(kept))
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

    /** Takes a dismissal back: everybody's, as far as the caller may see them. */
    async restore(caller: Caller, auditId: string, hintId: string): Promise<ShownHint[]> {
      const { planId, roundId, document } = await audits.get(caller, auditId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const graded = { roundId, documentId: document.id };
        for (;;) {
          // Under one's own there may be another's, which would stand in its place.
          const shown = (await visibleDismissals(trx, caller.id, { planId, graded })).get(hintId);
          if (shown === undefined) break;
          await trx
            .deleteFrom('dismissed_hint')
            .where('plan_id', '=', planId)
            .where('hint_id', '=', hintId)
            .where('person_id', '=', shown.person_id)
            .execute();
        }
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
