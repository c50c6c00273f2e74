import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { type SettledPlan, STANDINGS } from '../../../shared/domain/report/settled-plan.ts';
import { versionOf } from '../../../shared/domain/report/told-once.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { isWithReaders } from './snapshots-queries.ts';

/** A plan version as it is kept; its round and document stand beside it. */
const keptSchema = z.strictObject({
  planId: z.string(),
  halfTermId: z.string(),
  roundKind: z.string(),
  theme: z.string(),
  panelDate: z.string(),
  rubricId: z.string(),
  stage: z.string(),
  planType: z.string(),
  ncYear: z.number().nullable(),
  primaryNeed: z.string().nullable(),
  setting: z.string().nullable(),
  settingType: z.string().nullable(),
  locality: z.string().nullable(),
  team: z.string().nullable(),
  isLookedAfter: z.boolean().nullable(),
  isLate: z.boolean().nullable(),
  standing: z.enum(STANDINGS),
  agencies: z.array(z.string()),
  gradeAlone: z.string().nullable(),
  overallGrade: z.string(),
  code: z.strictObject({
    standards: z.string(),
    developmental: z.string(),
    criteria: z.string(),
    causes: z.string(),
  }),
});

/** Plan versions of which figures are out, as they were told of; null where that was not kept. */
export async function selectToldPlans(db: Kysely<WorkspaceTables>): Promise<Map<string, SettledPlan | null>> {
  const rows = await db
    .selectFrom('told_plan')
    .select(['round_id as roundId', 'document_id as documentId', 'plan'])
    .orderBy('round_id')
    .orderBy('document_id')
    .execute();
  return new Map(
    rows.map(({ plan, ...version }) => [
      versionOf(version),
      plan === null ? null : { ...version, ...keptSchema.parse(JSON.parse(plan)) },
    ]),
  );
}

/**
 * Keeps plans as they are told of now by a frozen report or an export; what was told of before stays as it was then.
 *
 * @param toldBy the report's id, or the digest of what was exported
 */
export async function keepToldPlans(
  trx: Transaction<WorkspaceTables>,
  toldBy: string,
  plans: readonly SettledPlan[],
): Promise<void> {
  const kept = await trx
    .selectFrom('told_plan')
    .select(['round_id as roundId', 'document_id as documentId'])
    .where('plan', 'is not', null)
    .execute();
  const before = new Set(kept.map(versionOf));
  const fresh = plans.filter((plan) => !before.has(versionOf(plan)));
  // As one value: there may be more plans than a statement takes parameters.
  const told = JSON.stringify(fresh.map(({ roundId, documentId, ...plan }) => ({ roundId, documentId, plan })));
  await sql`
    insert into told_plan (round_id, document_id, told_by, plan)
    select told.value ->> 'roundId', told.value ->> 'documentId', ${toldBy}, told.value -> 'plan'
    from json_each(${told}) told where true
    on conflict (round_id, document_id) do update set plan = excluded.plan where told_plan.plan is null`.execute(trx);
}

/** Half-terms of which something other than a report has told. */
export async function selectToldHalfTerms(db: Kysely<WorkspaceTables>): Promise<string[]> {
  const rows = await db.selectFrom('told_half_term').select('half_term_id as id').execute();
  return rows.map(({ id }) => id);
}

/** Keeps that an export told of these half-terms, of those without a plan too. */
export async function keepToldHalfTerms(
  trx: Transaction<WorkspaceTables>,
  toldBy: string,
  halfTermIds: readonly string[],
): Promise<void> {
  if (halfTermIds.length === 0) return;
  await trx
    .insertInto('told_half_term')
    .values(halfTermIds.map((id) => ({ half_term_id: id, told_by: toldBy })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Once a report is withdrawn: what reports told first that never went out to readers is told of by nothing. It stays kept
 * where something published later counted the same plans, until that is withdrawn too.
 */
export async function forgetToldPlans(trx: Transaction<WorkspaceTables>): Promise<void> {
  await sql`
    delete from told_plan where told_by in (
      select own.id from report_snapshot own
      where own.withdrawn_at is not null and not ${isWithReaders('own')}
        and not exists (select 1 from report_snapshot later
          where later.id <> own.id and later.edition = 'publishable' and later.frozen_at >= own.frozen_at
            and (later.withdrawn_at is null or ${isWithReaders('later')})))`.execute(trx);
}
