import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Plan, PlanFields } from '../../../shared/contract/plans.ts';
import { planSchema } from '../../../shared/contract/plans.ts';
import type { Caller, Clock } from '../caller.ts';
import { listDocuments, type MyAudits } from '../documents/documents-queries.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

export type PlansService = ReturnType<typeof createPlansService>;

export function createPlansService({
  db,
  clock,
  myAudits,
}: {
  db: WorkspaceDb;
  clock: Clock;
  myAudits: (personId: string) => Promise<MyAudits>;
}) {
  async function listWhere(caller: Caller, planId?: string): Promise<Plan[]> {
    let select = db
      .selectFrom('plan')
      .innerJoin('cycle', (join) =>
        join.onRef('cycle.plan_id', '=', 'plan.id').on('cycle.sequence', '=', (eb) =>
          eb
            .selectFrom('cycle as latest')
            .select((inner) => inner.fn.max('latest.sequence').as('sequence'))
            .whereRef('latest.plan_id', '=', 'plan.id'),
        ),
      )
      .select([
        'plan.id as id',
        'plan.reference as reference',
        'plan.initials as initials',
        'plan.name as name',
        'plan.date_of_birth as dateOfBirth',
        'plan.primary_need as primaryNeed',
        'plan.locality as locality',
        'plan.created_at as createdAt',
        'cycle.id as cycleId',
        'cycle.plan_type as planType',
        'cycle.nc_year as ncYear',
        'cycle.setting as setting',
      ])
      .orderBy('plan.reference');
    if (planId !== undefined) select = select.where('plan.id', '=', planId);
    const rows = await select.execute();
    const where = planId === undefined ? { isFiled: true } : { planId };
    const byPlan = Map.groupBy(
      await listDocuments(db, await myAudits(caller.id), where),
      (item) => item.document.planId,
    );
    return rows.map((row) =>
      planSchema.parse({ ...row, documents: (byPlan.get(row.id) ?? []).map((item) => item.document) }),
    );
  }

  async function get(caller: Caller, planId: string): Promise<Plan> {
    const [plan] = await listWhere(caller, planId);
    if (!plan) throw notFound('plan');
    return plan;
  }

  return {
    get,

    list(caller: Caller): Promise<Plan[]> {
      return listWhere(caller);
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

    async update(caller: Caller, planId: string, fields: PlanFields): Promise<Plan> {
      const plan = await get(caller, planId);
      await db.transaction().execute(async (trx) => {
        await refuseTakenReference(trx, fields.reference, planId);
        await trx.updateTable('plan').set(planRow(fields)).where('id', '=', planId).execute();
        await trx
          .updateTable('cycle')
          .set({ plan_type: fields.planType, nc_year: fields.ncYear, setting: fields.setting })
          .where('id', '=', plan.cycleId)
          .execute();
        const at = clock().toISOString();
        await recordEvent(trx, { at, personId: caller.id, action: 'plans.update', subjectId: planId });
      });
      return get(caller, planId);
    },

    async remove(caller: Caller, planId: string): Promise<{ planId: string }> {
      await db.transaction().execute(async (trx) => {
        const submitted = await trx
          .selectFrom('audit')
          .innerJoin('document', 'document.id', 'audit.document_id')
          .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
          .select('audit.id')
          .where('cycle.plan_id', '=', planId)
          .where('audit.state', '=', 'submitted')
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

/** Adds a plan with its first cycle inside the caller's transaction. Throws Refusal REFERENCE_TAKEN. */
export async function insertPlan(
  trx: Transaction<WorkspaceTables>,
  fields: PlanFields,
  at: string,
): Promise<{ planId: string; cycleId: string }> {
  await refuseTakenReference(trx, fields.reference, null);
  const planId = randomUUID();
  const cycleId = randomUUID();
  await trx
    .insertInto('plan')
    .values({ id: planId, ...planRow(fields), created_at: at })
    .execute();
  await trx
    .insertInto('cycle')
    .values({
      id: cycleId,
      plan_id: planId,
      sequence: 1,
      plan_type: fields.planType,
      nc_year: fields.ncYear,
      setting: fields.setting,
      created_at: at,
    })
    .execute();
  return { planId, cycleId };
}

function planRow(fields: PlanFields) {
  return {
    reference: fields.reference,
    initials: fields.initials,
    name: fields.name,
    date_of_birth: fields.dateOfBirth,
    primary_need: fields.primaryNeed,
    locality: fields.locality,
  };
}

async function refuseTakenReference(
  trx: Transaction<WorkspaceTables>,
  reference: string,
  exceptPlanId: string | null,
): Promise<void> {
  const taken = await trx.selectFrom('plan').select('id').where('reference', '=', reference).executeTakeFirst();
  if (taken && taken.id !== exceptPlanId) {
    throw new Refusal(
      'REFERENCE_TAKEN',
      'Another plan has this reference.',
      'Choose that plan in the list, or give this one its own reference.',
    );
  }
}
