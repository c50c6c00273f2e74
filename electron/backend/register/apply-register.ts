import { randomUUID } from 'node:crypto';
import { type InsertObject, sql, type Transaction } from 'kysely';
import { CYCLE_PARTS } from '../../../shared/domain/timeline/cycle-dates.ts';
import { referenceKey } from '../../../shared/domain/register/reference-key.ts';
import { kindOfRecord } from '../../../shared/domain/register/register-rows.ts';
import { refuseConflicts } from '../assignments/refuse-conflicts.ts';
import { asNumber } from '../plans/plan-rows.ts';
import { refreshStanding } from '../plans/standing.ts';
import { digestOf } from '../trail/trail.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { type ClassifiedRow, personKey } from './classify-rows.ts';
import { takeSnapshots } from './snapshots.ts';

type Trx = Transaction<WorkspaceTables>;

/** Variables of one statement stay far under the 32,766 that SQLite takes. */
const ROWS_AT_ONCE = 500;

interface Written {
  added: string[];
  updated: string[];
}

/** Writes a register's rows, with the people they name, and keeps what is needed to take them back. */
export async function applyRegister(
  trx: Trx,
  rows: readonly ClassifiedRow[],
  { importId, at }: { importId: string; at: string },
): Promise<Written> {
  const people = await bringPeople(trx, rows, importId, at);
  const news = rows.filter(({ state }) => state === 'new');
  const updates = rows.filter(({ state }) => state === 'update');
  const added = await addPlans(trx, news, people, at);
  const updatedIds = updates.flatMap(({ planId }) => (planId === null ? [] : [planId]));
  const before = await takeSnapshots(trx, updatedIds);
  const updatedCycles = await updatePlans(trx, updates, people);
  await refuseConflicts(trx, new Set(updatedIds));
  await refreshStanding(trx, [...added.map(({ cycleId }) => cycleId), ...updatedCycles]);
  const touched = [...added.map(({ planId }) => planId), ...updatedIds];
  const after = await takeSnapshots(trx, touched);
  await insertAll(
    trx,
    'register_import_row',
    touched.map((planId) => ({
      import_id: importId,
      plan_id: planId,
      before: before.get(planId) ?? null,
      after_digest: digestOf(after.get(planId) ?? ''),
    })),
  );
  return { added: added.map(({ planId }) => planId), updated: updatedIds };
}

/** Whoever is named and not there yet comes in as a caseworker who does not sign in; gives everybody's id by name. */
async function bringPeople(
  trx: Trx,
  rows: readonly ClassifiedRow[],
  importId: string,
  at: string,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    (await trx.selectFrom('person').select(['id', 'name']).execute()).map(({ id, name }) => [personKey(name), id]),
  );
  const names = new Map<string, string>();
  for (const { state, record } of rows) {
    if (state !== 'new' && state !== 'update') continue;
    for (const name of Object.values(record.people).flat()) {
      if (!known.has(personKey(name))) names.set(personKey(name), name);
    }
  }
  const made = [...names].map(([key, name]) => ({ id: randomUUID(), key, name }));
  await insertAll(
    trx,
    'person',
    made.map(({ id, name }) => ({ id, name, agency: 'education', created_at: at, signs_in: 0 })),
  );
  await insertAll(
    trx,
    'person_role',
    made.map(({ id }) => ({ person_id: id, role: 'caseworker' })),
  );
  await insertAll(
    trx,
    'register_import_person',
    made.map(({ id }) => ({ import_id: importId, person_id: id })),
  );
  for (const { id, key } of made) known.set(key, id);
  return known;
}

async function addPlans(
  trx: Trx,
  rows: readonly ClassifiedRow[],
  people: ReadonlyMap<string, string>,
  at: string,
): Promise<{ planId: string; cycleId: string }[]> {
  const made = rows.map(({ record }) => ({ planId: randomUUID(), cycleId: randomUUID(), record }));
  await insertAll(
    trx,
    'plan',
    made.map(({ planId, record: { reference, plan } }) => ({
      id: planId,
      reference,
      reference_key: referenceKey(reference),
      initials: plan.initials ?? '',
      name: plan.name ?? null,
      date_of_birth: plan.dateOfBirth ?? null,
      primary_need: plan.primaryNeed ?? null,
      locality: plan.locality ?? null,
      team: plan.team ?? null,
      is_looked_after: asNumber(plan.isLookedAfter ?? null),
      is_known_to_social_care: asNumber(plan.isKnownToSocialCare ?? null),
      created_at: at,
    })),
  );
  await insertAll(
    trx,
    'cycle',
    made.map(({ planId, cycleId, record }) => ({
      id: cycleId,
      plan_id: planId,
      sequence: 1,
      plan_type: kindOfRecord(record),
      nc_year: record.cycle.ncYear ?? null,
      setting: record.cycle.setting ?? null,
      setting_type: record.cycle.settingType ?? null,
      created_at: at,
    })),
  );
  await writeCycleParts(trx, made, people);
  return made;
}

/** Only what a row says is written over; the rest of the plan stays as it is. */
async function updatePlans(
  trx: Trx,
  rows: readonly ClassifiedRow[],
  people: ReadonlyMap<string, string>,
): Promise<string[]> {
  const cycles = new Map(
    (await trx.selectFrom('cycle').select(['id', 'plan_id as planId']).where('is_current', '=', 1).execute()).map(
      ({ id, planId }) => [planId, id],
    ),
  );
  const made: { cycleId: string; record: ClassifiedRow['record'] }[] = [];
  for (const { record, planId } of rows) {
    const cycleId = planId === null ? undefined : cycles.get(planId);
    if (planId === null || cycleId === undefined) continue;
    const { plan, cycle } = record;
    const planChanges = defined({
      initials: plan.initials,
      name: plan.name,
      date_of_birth: plan.dateOfBirth,
      primary_need: plan.primaryNeed,
      locality: plan.locality,
      team: plan.team,
      is_looked_after: plan.isLookedAfter === undefined ? undefined : Number(plan.isLookedAfter),
      is_known_to_social_care: plan.isKnownToSocialCare === undefined ? undefined : Number(plan.isKnownToSocialCare),
    });
    const cycleChanges = defined({
      plan_type: cycle.planType,
      nc_year: cycle.ncYear,
      setting: cycle.setting,
      setting_type: cycle.settingType,
    });
    if (planChanges) await trx.updateTable('plan').set(planChanges).where('id', '=', planId).execute();
    if (cycleChanges) await trx.updateTable('cycle').set(cycleChanges).where('id', '=', cycleId).execute();
    for (const kind of Object.keys(record.dates)) {
      await trx.deleteFrom('cycle_date').where('cycle_id', '=', cycleId).where('kind', '=', kind).execute();
    }
    if (record.exceptions) await trx.deleteFrom('cycle_exception').where('cycle_id', '=', cycleId).execute();
    for (const part of Object.keys(record.people)) {
      await trx.deleteFrom('cycle_person').where('cycle_id', '=', cycleId).where('part', '=', part).execute();
    }
    made.push({ cycleId, record });
  }
  await writeCycleParts(trx, made, people);
  return made.map(({ cycleId }) => cycleId);
}

async function writeCycleParts(
  trx: Trx,
  rows: readonly { cycleId: string; record: ClassifiedRow['record'] }[],
  people: ReadonlyMap<string, string>,
): Promise<void> {
  await insertAll(
    trx,
    'cycle_date',
    rows.flatMap(({ cycleId, record }) =>
      Object.entries(record.dates).map(([kind, date]) => ({ cycle_id: cycleId, kind, date })),
    ),
  );
  await insertAll(
    trx,
    'cycle_exception',
    rows.flatMap(({ cycleId, record }) => (record.exceptions ?? []).map((kind) => ({ cycle_id: cycleId, kind }))),
  );
  await insertAll(
    trx,
    'cycle_person',
    rows.flatMap(({ cycleId, record }) =>
      CYCLE_PARTS.flatMap((part) =>
        [...new Set((record.people[part] ?? []).map((name) => people.get(personKey(name))))].flatMap((id) =>
          id === undefined ? [] : [{ cycle_id: cycleId, person_id: id, part }],
        ),
      ),
    ),
  );
}

/** Inserts in portions, each one statement. */
export async function insertAll<Table extends keyof WorkspaceTables>(
  trx: Trx,
  table: Table,
  rows: readonly InsertObject<WorkspaceTables, Table>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
}

/** The changes that there are; undefined where there are none, which SQL could not say. */
function defined<Changes extends Record<string, string | number | undefined>>(changes: Changes): Changes | undefined {
  const kept = Object.entries(changes).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Changes);
}

/** Rows of plans that another statement can ask for by the import that touched them. */
export function plansOfImport(importId: string, wereAdded: boolean) {
  return sql`(select plan_id from register_import_row where import_id = ${importId}
    and before is ${sql.raw(wereAdded ? 'null' : 'not null')})`;
}
