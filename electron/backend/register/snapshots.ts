import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Trx = Transaction<WorkspaceTables>;

const cell = z.union([z.string(), z.number(), z.null()]);
const snapshotSchema = z.strictObject({
  plan: z.record(z.string(), cell),
  cycle: z.record(z.string(), cell),
  dates: z.array(z.strictObject({ kind: z.string(), date: z.string() })),
  exceptions: z.array(z.string()),
  people: z.array(z.strictObject({ person_id: z.string(), part: z.string() })),
});
/** A plan as an import finds or leaves it: its own fields, its current cycle, and what hangs on that. */
export type Snapshot = z.infer<typeof snapshotSchema>;

const AT_ONCE = 5000;

export function parseSnapshot(json: string): Snapshot {
  return snapshotSchema.parse(JSON.parse(json));
}

/** The plans as they stand, by id; every key in a fixed order, so that equal plans give equal text. */
export async function takeSnapshots(trx: Trx, planIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < planIds.length; at += AT_ONCE) {
    const ids = planIds.slice(at, at + AT_ONCE);
    const plans = await trx.selectFrom('plan').selectAll().where('id', 'in', ids).execute();
    const cycles = await trx
      .selectFrom('cycle')
      .selectAll()
      .where('plan_id', 'in', ids)
      .where('is_current', '=', 1)
      .execute();
    const cycleIds = cycles.map(({ id }) => id);
    const of = <Row extends { cycle_id: string }>(rows: Row[]) => Map.groupBy(rows, (row) => row.cycle_id);
    const dates = of(
      await trx.selectFrom('cycle_date').selectAll().where('cycle_id', 'in', cycleIds).orderBy('kind').execute(),
    );
    const exceptions = of(
      await trx.selectFrom('cycle_exception').selectAll().where('cycle_id', 'in', cycleIds).orderBy('kind').execute(),
    );
    const people = of(
      await trx
        .selectFrom('cycle_person')
        .selectAll()
        .where('cycle_id', 'in', cycleIds)
        .orderBy('part')
        .orderBy('person_id')
        .execute(),
    );
    const byPlan = new Map(cycles.map((cycle) => [cycle.plan_id, cycle]));
    for (const plan of plans) {
      const cycle = byPlan.get(plan.id);
      if (!cycle) continue;
      const snapshot: Snapshot = {
        plan: { ...plan },
        cycle: { ...cycle },
        dates: (dates.get(cycle.id) ?? []).map(({ kind, date }) => ({ kind, date })),
        exceptions: (exceptions.get(cycle.id) ?? []).map(({ kind }) => kind),
        people: (people.get(cycle.id) ?? []).map(({ person_id, part }) => ({ person_id, part })),
      };
      found.set(plan.id, JSON.stringify(snapshot));
    }
  }
  return found;
}
