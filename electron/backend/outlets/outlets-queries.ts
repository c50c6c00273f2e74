import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { ACTION_STATES, isOverdue, stateAsAt } from '../../../shared/domain/actions.ts';
import { type AdviceCounts, countAdvice } from '../../../shared/domain/advice/advice-gaps.ts';
import { adviceStanding, datesAsAt, unanswered } from '../../../shared/domain/advice/advice-log.ts';
import { agencyOfRow, answersOf, datesOf } from '../advice/advice-queries.ts';
import { englishDay } from '../english-day.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

const stateSchema = z.enum(ACTION_STATES);

/** The services in the advice log, each once by its agency, however it was typed. */
export async function selectServices(db: Db): Promise<{ agency: string; service: string }[]> {
  const rows = await db
    .selectFrom('advice_request')
    .select(['agency', 'service'])
    .distinct()
    .orderBy('agency')
    .orderBy('service')
    .execute();
  const once = new Map(
    rows
      .filter(({ service }) => service.trim() !== '')
      .map((row) => [`${row.agency} ${plainService(row.service)}`, { ...row, service: row.service.trim() }]),
  );
  return [...once.values()];
}

/**
 * What had come at the end of a day of the advice that an agency was asked for on plans of these rounds, by service; as
 * the report counts it, since the same counts stand in both. Services that had not been asked are left out.
 */
export async function selectServiceAdvice(
  db: Db,
  { agency, roundIds, day }: { agency: string; roundIds: readonly string[]; day: string },
): Promise<{ service: string; counts: AdviceCounts }[]> {
  if (roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('advice_request')
    .selectAll()
    .where('agency', '=', agency)
    .where('cycle_id', 'in', (eb) =>
      eb
        .selectFrom('document')
        .innerJoin('round_document', 'round_document.document_id', 'document.id')
        .select('document.cycle_id')
        .where('round_document.round_id', 'in', roundIds)
        .where('document.cycle_id', 'is not', null)
        .$narrowType<{ cycle_id: string }>(),
    )
    .orderBy('service')
    .execute();
  const services = Map.groupBy(rows, ({ service }) => plainService(service));
  return [...services.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const records = own.map((row) => ({
      agency: agencyOfRow(row.agency),
      service: row.service,
      profession: row.profession,
      roundIds,
      ...adviceStanding(datesAsAt(datesOf(row), day), day),
      unanswered: unanswered(answersOf(row)),
      findings: [],
    }));
    const counts = countAdvice(records);
    return counts.requests === 0 ? [] : [{ service: first.service.trim() || 'Service not named', counts }];
  });
}

export interface ServiceActionRow {
  words: string;
  service: string;
  state: (typeof ACTION_STATES)[number];
  isOverdue: boolean;
  dueOn: string | null;
  /** The plan that it came from, whose people it might name. */
  planId: string | null;
  roundId: string | null;
  documentId: string | null;
}

/** Actions that are services' own as they stood at the end of a day, the open ones first, what is due first first. */
export async function selectServiceActions(db: Db, day: string): Promise<ServiceActionRow[]> {
  const rows = await db
    .selectFrom('action')
    .leftJoin('document', 'document.id', 'action.document_id')
    .leftJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select(['action.words as words', 'action.service as service', 'action.state as state', 'action.due_on as dueOn'])
    .select(['action.round_id as roundId', 'action.document_id as documentId'])
    .select(['action.created_at as createdAt', 'action.settled_at as settledAt'])
    .select((eb) => eb.fn.coalesce('action.plan_id', 'cycle.plan_id').as('planId'))
    .where('action.level', '=', 'service')
    .orderBy(sql`action.due_on is null`)
    .orderBy('action.due_on')
    .orderBy('action.created_at')
    .orderBy('action.id')
    .execute();
  const found = rows.flatMap(({ state, createdAt, settledAt, ...row }): ServiceActionRow[] => {
    const settledOn = settledAt === null ? null : englishDay(settledAt);
    const known = stateAsAt({ state: stateSchema.parse(state), madeOn: englishDay(createdAt), settledOn }, day);
    if (known === null || known === 'dropped') return [];
    return [{ ...row, state: known, isOverdue: isOverdue({ state: known, dueOn: row.dueOn }, day) }];
  });
  return found.toSorted((one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'));
}

/** Whose agencies services were said to be, by their names in small letters. */
export async function selectServiceAgencies(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('service_agency').select(['service', 'agency']).execute();
  return new Map(rows.map(({ service, agency }) => [service, agency]));
}

/** A service's name as it is compared and kept: one service however it was typed. */
export function plainService(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('en-GB');
}

/** Measures by when they were added, the first first: one that is added later comes after all others. */
export async function selectMeasureOrder(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('measure')
    .select('id')
    .orderBy('created_at')
    .orderBy(sql`rowid`)
    .execute();
  return rows.map(({ id }) => id);
}
