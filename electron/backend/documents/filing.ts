import type { Kysely, Transaction } from 'kysely';
import type { FilingSuggestion } from '../../../shared/contract/documents.ts';
import { type PlanFields, stageSchema } from '../../../shared/contract/plans.ts';
import { indexPlans, proposeFilings } from '../../../shared/domain/register/match-documents.ts';
import { insertPlan } from '../plans/plan-rows.ts';
import { notFound } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { ListedDocument } from './documents-queries.ts';

/** Where a filed document belongs: a plan that is there, or one to be made with it. */
export type FilingTarget = { kind: 'existing'; planId: string } | { kind: 'new'; fields: PlanFields };

/** The cycle that a document is filed under: the plan's current one, or that of a plan made with it. */
export async function cycleFor(
  trx: Transaction<WorkspaceTables>,
  target: FilingTarget,
  at: string,
): Promise<{ planId: string; cycleId: string }> {
  if (target.kind === 'new') return insertPlan(trx, target.fields, at);
  const cycle = await trx
    .selectFrom('cycle')
    .select(['id', 'plan_id'])
    .where('plan_id', '=', target.planId)
    .where('is_current', '=', 1)
    .executeTakeFirst();
  if (!cycle) throw notFound('plan');
  return { planId: cycle.plan_id, cycleId: cycle.id };
}

/** As many plans as a person looks through for one document. */
const MOST_SUGGESTED = 10;

/** Waiting documents with the plans they may belong to and what they would be filed as, in one walk through the register. */
export async function suggestFilings(
  db: Kysely<WorkspaceTables>,
  waiting: readonly ListedDocument[],
): Promise<FilingSuggestion[]> {
  const plans = await db
    .selectFrom('plan')
    .select(['id', 'reference', 'initials', 'name', 'date_of_birth as dateOfBirth'])
    .execute();
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const stages = Map.groupBy(
    await db
      .selectFrom('document')
      .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
      .where('cycle.is_current', '=', 1)
      .select(['cycle.plan_id as planId', 'document.stage as stage'])
      .execute(),
    ({ planId }) => planId,
  );
  const filed = new Map([...stages].map(([planId, rows]) => [planId, rows.map(({ stage }) => stage)]));
  const proposals = proposeFilings(
    waiting.map(({ document, summary }) => ({
      id: document.id,
      fileName: document.fileName,
      reference: summary.cover.reference,
      name: summary.cover.name,
      dateOfBirth: summary.dateOfBirth,
      stage: summary.cover.stage,
      issuedOn: issueDate(summary),
      hasText: document.hasText,
    })),
    indexPlans(plans),
    filed,
  );
  return waiting.map(({ document, summary }, at) => {
    const proposal = proposals[at];
    return {
      document,
      cover: summary.cover,
      dateOfBirth: summary.dateOfBirth,
      issuedOn: issueDate(summary),
      plans: (proposal?.others ?? []).slice(0, MOST_SUGGESTED).flatMap(({ planId, reason }) => {
        const plan = byId.get(planId);
        return plan ? [{ planId, reference: plan.reference, initials: plan.initials, reason }] : [];
      }),
      proposed: {
        planId: proposal?.match?.planId ?? null,
        stage: stageSchema
          .nullable()
          .catch(null)
          .parse(proposal?.stage ?? null),
        versionOf: proposal?.versionOf ?? null,
        remarks: proposal?.remarks ?? [],
      },
    };
  });
}

function issueDate({ finalIssued, draftIssued }: ListedDocument['summary']): string | null {
  return finalIssued ?? draftIssued;
}
