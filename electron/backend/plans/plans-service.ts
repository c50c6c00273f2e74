import {
  type DocumentSummary,
  type Plan,
  type PlanFields,
  planSchema,
  type QueueItem,
  type RegisterPage,
} from '../../../shared/contract/plans.ts';
import { refuseConflicts } from '../assignments/refuse-conflicts.ts';
import type { Caller, Clock } from '../caller.ts';
import { listDocuments, type MyAudits } from '../documents/documents-queries.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { asBoolean, insertPlan, updatePlan } from './plan-rows.ts';
import { type PageRequest, selectRegisterChoices, selectRegisterPage } from './register-queries.ts';
import { selectQueue, standardsSchema } from './queue-query.ts';
import { completeStandings } from './standing.ts';

export type PlansService = ReturnType<typeof createPlansService>;

export function createPlansService({
  db,
  clock,
  myAudits,
  myAuditsIn,
  isPrepared,
}: {
  db: WorkspaceDb;
  clock: Clock;
  myAudits: (personId: string) => Promise<MyAudits>;
  /** One for each document asked for, in that round. */
  myAuditsIn: (
    personId: string,
    asked: readonly { roundId: string; documentId: string }[],
  ) => Promise<DocumentSummary['myAudit'][]>;
  /** Whether a document opens for a person, or somebody has to check first that names are masked. */
  isPrepared: (caller: Caller, documentId: string) => Promise<boolean>;
}) {
  async function get(caller: Caller, planId: string): Promise<Plan> {
    const row = await db
      .selectFrom('plan')
      .innerJoin('cycle', 'cycle.plan_id', 'plan.id')
      .where('cycle.is_current', '=', 1)
      .where('plan.id', '=', planId)
      .select([
        'plan.id as id',
        'plan.reference as reference',
        'plan.initials as initials',
        'plan.name as name',
        'plan.date_of_birth as dateOfBirth',
        'plan.primary_need as primaryNeed',
        'plan.locality as locality',
        'plan.team as team',
        'plan.is_looked_after as isLookedAfter',
        'plan.is_known_to_social_care as isKnownToSocialCare',
        'plan.created_at as createdAt',
        'cycle.id as cycleId',
        'cycle.plan_type as planType',
        'cycle.nc_year as ncYear',
        'cycle.setting as setting',
        'cycle.setting_type as settingType',
      ])
      .executeTakeFirst();
    if (!row) throw notFound('plan');
    const listed = await listDocuments(db, await myAudits(caller.id), { planId });
    return planSchema.parse({
      ...row,
      isLookedAfter: asBoolean(row.isLookedAfter),
      isKnownToSocialCare: asBoolean(row.isKnownToSocialCare),
      documents: listed.map(({ document }) => document),
    });
  }

  let standingsAreWhole: Promise<void> | undefined;

  return {
    get,

    /** A page of the register; `today` is what lateness is held against. */
    async page(caller: Caller, request: PageRequest): Promise<RegisterPage> {
      standingsAreWhole ??= completeStandings(db);
      await standingsAreWhole;
      return selectRegisterPage(db, caller.id, englishDay(clock()), request);
    },

    choices() {
      return selectRegisterChoices(db);
    },

    /**
     * What is in front of the caller: the documents of a round, only their own assignments once somebody has handed
     * documents out, and what they have not handed in of other rounds. The first to be due comes first.
     */
    async queue(caller: Caller, roundId: string): Promise<QueueItem[]> {
      const today = englishDay(clock());
      const rows = await selectQueue(db, caller.id, roundId);
      const listed = await listDocuments(db, new Map(), { ids: rows.map(({ documentId }) => documentId) });
      const byId = new Map(listed.map(({ document }) => [document.id, document]));
      const mine = await myAuditsIn(caller.id, rows);
      const prepared = new Map<string, boolean>();
      for (const { documentId } of rows) prepared.set(documentId, await isPrepared(caller, documentId));
      return rows.flatMap(({ documentId, roundId: inRound, isAssigned, dueOn, standards, ...plan }, at) => {
        const found = byId.get(documentId);
        if (!found) return [];
        const document = { ...found, myAudit: mine[at] ?? null };
        const isLate = dueOn !== null && dueOn < today && document.myAudit?.state !== 'submitted';
        const assignment = isAssigned === 1 ? { dueOn, isLate, standards: standardsSchema.parse(standards) } : null;
        return [{ plan, document, roundId: inRound, isPrepared: prepared.get(documentId) === true, assignment }];
      });
    },

    async create(caller: Caller, fields: PlanFields): Promise<Plan> {
      const at = clock().toISOString();
      const planId = await db.transaction().execute(async (trx) => {
        const created = await insertPlan(trx, fields, at);
        await recordEvent(trx, { at, personId: caller.id, action: 'plans.create', subjectId: created.planId });
        return created.planId;
      });
      return get(caller, planId);
    },

    /** Throws Refusal REFERENCE_TAKEN or CONFLICT_OF_INTEREST. */
    async update(caller: Caller, planId: string, fields: PlanFields): Promise<Plan> {
      const plan = await get(caller, planId);
      await db.transaction().execute(async (trx) => {
        await updatePlan(trx, planId, plan.cycleId, fields);
        // Another team's manager supervises it now.
        await refuseConflicts(trx, new Set([planId]));
        const at = clock().toISOString();
        await recordEvent(trx, { at, personId: caller.id, action: 'plans.update', subjectId: planId });
      });
      return get(caller, planId);
    },

    async remove(caller: Caller, planId: string): Promise<{ planId: string }> {
      await db.transaction().execute(async (trx) => {
        // One that was reopened was submitted too, and what was submitted is kept.
        const submitted = await trx
          .selectFrom('audit')
          .innerJoin('document', 'document.id', 'audit.document_id')
          .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
          .leftJoin('audit_submission', 'audit_submission.audit_id', 'audit.id')
          .select('audit.id')
          .where('cycle.plan_id', '=', planId)
          .where((eb) => eb.or([eb('audit.state', '=', 'submitted'), eb('audit_submission.id', 'is not', null)]))
          .executeTakeFirst();
        if (submitted) throw hasSubmittedAudit('plan');
        const { numDeletedRows } = await trx.deleteFrom('plan').where('id', '=', planId).executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('plan');
        const at = clock().toISOString();
        await recordEvent(trx, { at, personId: caller.id, action: 'plans.remove', subjectId: planId });
      });
      return { planId };
    },
  };
}

export function hasSubmittedAudit(what: 'plan' | 'document'): Refusal {
  return new Refusal(
    'HAS_SUBMITTED_AUDIT',
    `This ${what} has an audit that was submitted.`,
    'A submitted audit counts in the round, so what it graded stays as and where it is.',
  );
}
