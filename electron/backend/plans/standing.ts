import { type Kysely, sql, type Transaction } from 'kysely';
import { datesByKind } from '../../../shared/domain/timeline/dates-in-use.ts';
import { finalStanding } from '../../../shared/domain/timeline/statutory-timeline.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { selectDatedCycles } from './cycle-dates.ts';

/** Rows in one statement: six hundred variables of the 32,766 that SQLite takes. */
const AT_ONCE = 150;

/**
 * Reckons anew when the final of these cycles is due and came, for the register's filter. Called inside every
 * transaction that changes a cycle's kind, dates, exceptions or documents.
 */
export async function refreshStanding(trx: Transaction<WorkspaceTables>, cycleIds: readonly string[]): Promise<void> {
  const cycles = await selectDatedCycles(trx, cycleIds);
  const rows = cycles.map(({ id, planType, ncYear, dates, exceptions }) => {
    const { due, done } = finalStanding({ planType, ncYear, dates: datesByKind(dates), exceptions });
    return { cycle_id: id, final_due: due, final_done: done, is_excepted: Number(exceptions.length > 0) };
  });
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await trx
      .insertInto('cycle_standing')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((conflict) =>
        conflict.column('cycle_id').doUpdateSet({
          final_due: (eb) => eb.ref('excluded.final_due'),
          final_done: (eb) => eb.ref('excluded.final_done'),
          is_excepted: (eb) => eb.ref('excluded.is_excepted'),
        }),
      )
      .execute();
  }
}

/** Fills in what an earlier version's file does not have yet. */
export async function completeStandings(db: Kysely<WorkspaceTables>): Promise<void> {
  const missing = await sql<{
    id: string;
  }>`select id from cycle where is_current = 1 and id not in (select cycle_id from cycle_standing)`.execute(db);
  if (missing.rows.length === 0) return;
  await db.transaction().execute((trx) =>
    refreshStanding(
      trx,
      missing.rows.map(({ id }) => id),
    ),
  );
}
