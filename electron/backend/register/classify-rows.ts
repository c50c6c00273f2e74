import type { Kysely } from 'kysely';
import type { ImportRow } from '../../../shared/contract/register.ts';
import { type RegisterRecord, type RowReading, sameReference } from '../../../shared/domain/register/register-rows.ts';
import { nameKey } from '../../../shared/domain/names.ts';
import { plainName } from '../../../shared/domain/register/register-values.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { remarksOnDates } from './document-remarks.ts';

type Db = Kysely<WorkspaceTables>;

export interface ClassifiedRow extends ImportRow {
  record: RegisterRecord;
  /** The plan that has this reference. */
  planId: string | null;
}

export interface Classification {
  rows: ClassifiedRow[];
  counts: Record<ImportRow['state'], number>;
  /** Rows whose plans' documents give other days. */
  differing: number;
  newPeople: string[];
  obstacle: string | null;
}

/** What would become of each row: what is there already, what comes twice, what a person left out. */
export async function classifyRows(
  db: Db,
  kind: 'register' | 'results',
  readings: readonly (RowReading & { row: number; cells: string[] })[],
  {
    columns,
    onKnown,
    leftOut,
  }: { columns: readonly (string | null)[]; onKnown: 'update' | 'skip'; leftOut: readonly number[] },
): Promise<Classification> {
  const plans = await db.selectFrom('plan').select(['id', 'reference']).execute();
  const known = new Map(plans.map(({ id, reference }) => [sameReference(reference), id]));
  const there = kind === 'results' ? await knownResults(db) : new Set<string>();
  const out = new Set(leftOut);
  const seen = new Map<string, number>();
  const place = columns.indexOf('reference');
  const rows = readings.map(({ record, problems, row, cells }): ClassifiedRow => {
    const key = sameReference(record.reference);
    const planId = known.get(key) ?? null;
    const made = { row, cells, record, planId, remarks: [] };
    if (out.has(row)) return { ...made, state: 'left_out', problems };
    const found = [...problems];
    const before = seen.get(key);
    if (key !== '' && kind === 'register') {
      if (before !== undefined) found.push({ column: place, message: `Row ${before} has this reference already.` });
      else seen.set(key, row);
    }
    if (key !== '' && kind === 'results' && planId === null) {
      found.push({ column: place, message: 'No plan in the register has this reference.' });
    }
    if (found.length > 0) return { ...made, state: 'wrong', problems: found };
    if (kind === 'results') {
      return { ...made, state: there.has(resultKey(planId ?? '', record)) ? 'skip' : 'new', problems: [] };
    }
    return { ...made, state: planId === null ? 'new' : onKnown, problems: [] };
  });
  const counts = { new: 0, update: 0, skip: 0, wrong: 0, left_out: 0 };
  for (const { state } of rows) counts[state] += 1;
  const remarks = await remarksOnDates(
    db,
    rows.filter(({ state }) => state === 'update'),
  );
  return {
    rows: rows.map((row) => ({ ...row, remarks: remarks.get(row.row) ?? row.remarks })),
    counts,
    differing: remarks.size,
    newPeople: await peopleToCome(db, rows),
    obstacle: place < 0 ? 'Say which column is the reference: every plan needs one.' : null,
  };
}

/** Names that no person of the workspace has, each once, as they would be written. */
async function peopleToCome(db: Db, rows: readonly ClassifiedRow[]): Promise<string[]> {
  const people = await db.selectFrom('person').select('name').execute();
  const known = new Set(people.map(({ name }) => personKey(name)));
  const names = new Map<string, string>();
  for (const { record, state } of rows) {
    if (state !== 'new' && state !== 'update') continue;
    for (const name of Object.values(record.people).flat()) {
      if (!known.has(personKey(name))) names.set(personKey(name), name);
    }
  }
  return [...names.values()].sort();
}

export function personKey(name: string): string {
  return nameKey(plainName(name));
}

async function knownResults(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('imported_result').selectAll().execute();
  return new Set(rows.map((row) => [row.plan_id, row.graded_on, row.overall, row.grades].join('\n')));
}

export function resultKey(planId: string, { result }: RegisterRecord): string {
  return [planId, result?.gradedOn ?? null, result?.overall ?? null, JSON.stringify(result?.grades ?? [])].join('\n');
}
