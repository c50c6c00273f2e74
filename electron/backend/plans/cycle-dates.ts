import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import {
  CYCLE_DATES,
  type CycleDateKind,
  LAWFUL_EXCEPTIONS,
  type LawfulException,
} from '../../../shared/domain/timeline/cycle-dates.ts';
import { type DatedDocument, datesInUse, type DateInUse } from '../../../shared/domain/timeline/dates-in-use.ts';
import { KEY_DATES, type KeyDateId } from '../../../shared/domain/document-model.ts';
import { EARLIEST_VERSION_FIRST } from '../documents/version-order.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

export interface DatedCycle {
  id: string;
  planId: string;
  planType: string;
  ncYear: number | null;
  dates: DateInUse[];
  exceptions: LawfulException[];
}

/** SQLite takes up to 32,766 variables in one statement. */
const MOST_IDS = 10_000;

/** Cycles with the dates that their clocks count with, from the register and from what is filed under them. */
export async function selectDatedCycles(db: Db, cycleIds: readonly string[]): Promise<DatedCycle[]> {
  const found: DatedCycle[] = [];
  for (let at = 0; at < cycleIds.length; at += MOST_IDS) {
    const ids = cycleIds.slice(at, at + MOST_IDS);
    const cycles = await db
      .selectFrom('cycle')
      .select(['id', 'plan_id as planId', 'plan_type as planType', 'nc_year as ncYear'])
      .where('id', 'in', ids)
      .execute();
    const dates = Map.groupBy(
      await db.selectFrom('cycle_date').selectAll().where('cycle_id', 'in', ids).execute(),
      (row) => row.cycle_id,
    );
    const exceptions = Map.groupBy(
      await db.selectFrom('cycle_exception').selectAll().where('cycle_id', 'in', ids).execute(),
      (row) => row.cycle_id,
    );
    const documents = Map.groupBy(await selectDatedDocuments(db, ids), (row) => row.cycleId);
    for (const cycle of cycles) {
      found.push({
        ...cycle,
        dates: datesInUse(cycle.planType, registered(dates.get(cycle.id) ?? []), documents.get(cycle.id) ?? []),
        exceptions: (exceptions.get(cycle.id) ?? []).map(({ kind }) => kind).filter(isException),
      });
    }
  }
  return found;
}

/** What is filed under cycles and gives dates, by cycle; those without are left out. Earliest first. */
export async function selectDocumentsOfCycles(
  db: Db,
  cycleIds: readonly string[],
): Promise<Map<string, DatedDocument[]>> {
  const rows = await selectDatedDocuments(db, cycleIds);
  return Map.groupBy(rows, ({ cycleId }) => cycleId ?? '');
}

function registered(rows: readonly { kind: string; date: string }[]): Partial<Record<CycleDateKind, string>> {
  return Object.fromEntries(rows.filter(({ kind }) => isDateKind(kind)).map(({ kind, date }) => [kind, date]));
}

/** A later version's kinds of date are kept, and not reckoned with. */
function isDateKind(kind: string): kind is CycleDateKind {
  return CYCLE_DATES.some((known) => known === kind);
}

function isException(kind: string): kind is LawfulException {
  return LAWFUL_EXCEPTIONS.some((known) => known === kind);
}

const printedSchema = z.partialRecord(z.enum(KEY_DATES), z.looseObject({ iso: z.string() }));

async function selectDatedDocuments(
  db: Db,
  cycleIds: readonly string[],
): Promise<(DatedDocument & { cycleId: string | null })[]> {
  const rows = await db
    .selectFrom('document')
    .innerJoin('document_model', 'document_model.document_id', 'document.id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select([
      'document.cycle_id as cycleId',
      'document.stage as stage',
      'document.issued_on as issuedOn',
      sql<string | null>`json_extract(document_model.model, '$.keyDates')`.as('keyDates'),
    ])
    .where('document.cycle_id', 'in', cycleIds)
    .orderBy(EARLIEST_VERSION_FIRST)
    .execute();
  return rows.map(({ keyDates, ...row }) => ({ ...row, printed: printedDates(keyDates) }));
}

function printedDates(json: string | null): Partial<Record<KeyDateId, string>> {
  const printed = printedSchema.parse(JSON.parse(json ?? '{}'));
  return Object.fromEntries(Object.entries(printed).flatMap(([id, date]) => (date ? [[id, date.iso]] : [])));
}
