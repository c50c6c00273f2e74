import { type RawBuilder, sql, type Transaction } from 'kysely';
import { refuseConflicts } from '../assignments/refuse-conflicts.ts';
import { refreshStanding } from '../plans/standing.ts';
import { Refusal } from '../refusal.ts';
import { digestOf } from '../trail/trail.ts';
import { hasReferences, hasReferencesAmong } from '../workspace/foreign-keys.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { insertAll, plansOfImport } from './apply-register.ts';
import { parseSnapshot, takeSnapshots } from './snapshots.ts';

type Trx = Transaction<WorkspaceTables>;

/** Tables that hold a plan's own rows and this very import's. */
const OF_PLAN = ['cycle', 'register_import_row'] as const;
const OF_CYCLE = ['cycle_date', 'cycle_exception', 'cycle_person', 'cycle_standing'] as const;

/** Takes an import of a register back: what it added goes, what it changed is as before. Throws Refusal IMPORT_IN_USE or CONFLICT_OF_INTEREST. */
export async function undoRegister(trx: Trx, importId: string): Promise<void> {
  const rows = await trx.selectFrom('register_import_row').selectAll().where('import_id', '=', importId).execute();
  const ids = rows.map(({ plan_id }) => plan_id);
  const now = await takeSnapshots(trx, ids);
  if (rows.some((row) => digestOf(now.get(row.plan_id) ?? '') !== row.after_digest)) {
    throw inUse('A plan of this import was changed since, by hand or by a later import.');
  }
  const added = plansOfImport(importId, true);
  const cycles = sql`(select id from cycle where plan_id in ${added})`;
  if (await hasReferencesAmong(trx, 'plan', added, OF_PLAN)) throw inUse('Something belongs to a plan of this import.');
  if (await hasReferencesAmong(trx, 'cycle', cycles, OF_CYCLE)) {
    throw inUse('A document or something else was filed under a plan of this import.');
  }
  const restored: string[] = [];
  for (const { plan_id: planId, before } of rows) {
    if (before === null) continue;
    const snapshot = parseSnapshot(before);
    restored.push(await restore(trx, planId, snapshot));
  }
  // Who had a hand in a plan before may have been asked to audit it since.
  await refuseConflicts(trx, new Set(ids));
  await sql`delete from plan where id in ${added}`.execute(trx);
  await refreshStanding(trx, restored);
  await trx.deleteFrom('register_import_row').where('import_id', '=', importId).execute();
  await removePeople(trx, importId);
}

async function restore(
  trx: Trx,
  planId: string,
  { plan, cycle, dates, exceptions, people }: Snapshot,
): Promise<string> {
  await setColumns(trx, sql`plan`, plan, planId);
  const cycleId = String(cycle['id']);
  await setColumns(trx, sql`cycle`, cycle, cycleId);
  for (const table of ['cycle_date', 'cycle_exception', 'cycle_person'] as const) {
    await trx.deleteFrom(table).where('cycle_id', '=', cycleId).execute();
  }
  await insertAll(
    trx,
    'cycle_date',
    dates.map((date) => ({ cycle_id: cycleId, ...date })),
  );
  await insertAll(
    trx,
    'cycle_exception',
    exceptions.map((kind) => ({ cycle_id: cycleId, kind })),
  );
  await insertAll(
    trx,
    'cycle_person',
    people.map((person) => ({ cycle_id: cycleId, ...person })),
  );
  return cycleId;
}

type Snapshot = ReturnType<typeof parseSnapshot>;

async function setColumns(
  trx: Trx,
  table: RawBuilder<unknown>,
  columns: Readonly<Record<string, string | number | null>>,
  id: string,
): Promise<void> {
  const changes = Object.entries(columns).filter(([name]) => name !== 'id');
  await sql`update ${table} set ${sql.join(changes.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
    where id = ${id}`.execute(trx);
}

/** Whoever came in with the import goes with it, unless they were given something else since. */
async function removePeople(trx: Trx, importId: string): Promise<void> {
  const people = await trx
    .selectFrom('register_import_person')
    .select('person_id as id')
    .where('import_id', '=', importId)
    .execute();
  await trx.deleteFrom('register_import_person').where('import_id', '=', importId).execute();
  for (const { id } of people) {
    if (await hasReferences(trx, 'person', id, ['person_role'])) continue;
    await trx.deleteFrom('person_role').where('person_id', '=', id).execute();
    await trx.deleteFrom('person').where('id', '=', id).execute();
  }
}

function inUse(why: string): Refusal {
  return new Refusal(
    'IMPORT_IN_USE',
    'This import cannot be taken back any more.',
    `${why} Correct its plans one by one, or import a corrected file over them.`,
  );
}
