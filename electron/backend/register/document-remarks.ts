import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import type { RegisterRecord } from '../../../shared/domain/register/register-rows.ts';
import { cycleDateWords } from '../../../shared/domain/timeline/cycle-dates.ts';
import { datesInUse, type DocumentDate } from '../../../shared/domain/timeline/dates-in-use.ts';
import { selectDocumentsOfCycles } from '../plans/cycle-dates.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** Cycles looked through before other work gets its turn: the dates stand within long models. */
const CYCLES_A_TURN = 100;

/**
 * Where rows that update plans give other days than these plans' documents, by the row's number: the register's would
 * be counted with, and one of the two is wrong.
 */
export async function remarksOnDates(
  db: Db,
  rows: readonly { row: number; planId: string | null; record: RegisterRecord }[],
): Promise<Map<number, string[]>> {
  const dated = rows.filter(({ record }) => Object.keys(record.dates).length > 0);
  const cycles = await selectCyclesWithDocuments(db, dated.length > 0);
  const wanted = dated.flatMap((row) => {
    const cycle = cycles.get(row.planId ?? '');
    return cycle === undefined ? [] : [{ ...row, cycle }];
  });
  const remarks = new Map<number, string[]>();
  for (let at = 0; at < wanted.length; at += CYCLES_A_TURN) {
    const some = wanted.slice(at, at + CYCLES_A_TURN);
    const documents = await selectDocumentsOfCycles(
      db,
      some.map(({ cycle }) => cycle.id),
    );
    for (const { row, record, cycle } of some) {
      const planType = record.cycle.planType ?? cycle.planType;
      const dates = datesInUse(planType, record.dates, documents.get(cycle.id) ?? []);
      const differing = dates.flatMap(({ kind, date, documentSays }) =>
        documentSays === null ? [] : [`${cycleDateWords(kind)}: ${formatDate(date)} here, ${saidWords(documentSays)}.`],
      );
      if (differing.length > 0) remarks.set(row, differing);
    }
    await nextTurn();
  }
  return remarks;
}

/** The current cycles that anything is filed under, by their plans. */
async function selectCyclesWithDocuments(
  db: Db,
  isWanted: boolean,
): Promise<Map<string, { id: string; planType: string }>> {
  if (!isWanted) return new Map();
  const rows = await db
    .selectFrom('cycle')
    .innerJoin('document', 'document.cycle_id', 'cycle.id')
    .select(['cycle.id as id', 'cycle.plan_id as planId', 'cycle.plan_type as planType'])
    .distinct()
    .where('cycle.is_current', '=', 1)
    .execute();
  return new Map(rows.map(({ planId, ...cycle }) => [planId, cycle]));
}

/** '20 May 2026 printed in the final' */
function saidWords({ date, source, stage }: DocumentDate): string {
  const document = stage === null ? 'document' : stage.replaceAll('_', ' ');
  return `${formatDate(date)} ${source === 'filed' ? 'filed with' : 'printed in'} the ${document}`;
}
