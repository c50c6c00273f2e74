import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import {
  type RegisterColumn,
  type RegisterFilter,
  type RegisterPage,
  type RegisterRow,
  registerRowSchema,
} from '../../../shared/contract/plans.ts';
import { APOSTROPHES, cleanName } from '../../../shared/domain/names.ts';
import { EARLIEST_VERSION_FIRST } from '../documents/version-order.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

export interface PageRequest {
  filter: RegisterFilter;
  sort: { column: RegisterColumn; direction: 'ascending' | 'descending' };
  offset: number;
  limit: number;
}

/** One page of the register: filtered, sorted and counted in SQL; documents and audits are read for its rows alone. */
export async function selectRegisterPage(
  db: Db,
  personId: string,
  today: string,
  { filter, sort, offset, limit }: PageRequest,
): Promise<RegisterPage> {
  const where = whereOf(filter, personId, today);
  const direction = sql.raw(sort.direction === 'ascending' ? 'asc' : 'desc');
  const order =
    sort.column === 'reference'
      ? sql`plan.reference_key ${direction}`
      : // What is not known stands last, whichever way the column is sorted.
        sql`${SORT[sort.column]} is null, ${SORT[sort.column]} ${direction}, plan.reference_key`;
  const { rows } = await sql<FoundPlan>`
    select plan.id as id, cycle.id as "cycleId", plan.reference as reference, plan.initials as initials,
      plan.name as name, cycle.plan_type as "planType", cycle.nc_year as "ncYear", plan.primary_need as "primaryNeed",
      plan.locality as locality, plan.team as team, standing.final_due as "finalDue",
      standing.final_done as "finalDone", coalesce(standing.is_excepted, 0) as "isExcepted"
    ${FROM} ${where} order by ${order} limit ${limit} offset ${offset}`.execute(db);
  const all = await countOf(db, sql`from plan`);
  const matching = isNarrowed(filter) ? await countOf(db, sql`${FROM} ${where}`) : all;
  const documents = Map.groupBy(
    await selectVersions(
      db,
      personId,
      rows.map(({ id }) => id),
    ),
    (row) => row.planId,
  );
  return {
    today,
    rows: rows.map(({ cycleId: _cycleId, ...row }) =>
      registerRowSchema.parse({
        ...row,
        isExcepted: row.isExcepted === 1,
        documents: (documents.get(row.id) ?? []).map(({ id, stage, state }) => ({
          id,
          stage,
          myAudit: state ?? 'none',
        })),
      }),
    ),
    matching,
    all,
  };
}

/** The teams, localities and year groups that the register has, each once, for its filters. */
export async function selectRegisterChoices(
  db: Db,
): Promise<{ teams: string[]; localities: string[]; ncYears: number[] }> {
  const distinct = async <Value>(column: RawBuilder<unknown>, from: RawBuilder<unknown>): Promise<Value[]> =>
    (
      await sql<{
        value: Value;
      }>`select distinct ${column} as value ${from} where ${column} is not null order by 1`.execute(db)
    ).rows.map(({ value }) => value);
  return {
    teams: await distinct(sql`plan.team`, sql`from plan`),
    localities: await distinct(sql`plan.locality`, sql`from plan`),
    ncYears: await distinct(sql`cycle.nc_year`, sql`from cycle`),
  };
}

interface FoundPlan extends Omit<RegisterRow, 'isExcepted' | 'documents'> {
  cycleId: string;
  isExcepted: number;
}

/** Plans first, whatever SQLite would choose: then the order of references is that of their index. */
const FROM = sql`from plan cross join cycle on cycle.plan_id = plan.id and cycle.is_current = 1
  left join cycle_standing standing on standing.cycle_id = cycle.id`;

const SORT: Record<Exclude<RegisterColumn, 'reference'>, RawBuilder<unknown>> = {
  initials: sql`nullif(plan.initials, '') collate nocase`,
  name: sql`plan.name collate nocase`,
  planType: sql`cycle.plan_type`,
  ncYear: sql`cycle.nc_year`,
  primaryNeed: sql`plan.primary_need collate nocase`,
  locality: sql`plan.locality collate nocase`,
  team: sql`plan.team collate nocase`,
  finalDue: sql`standing.final_due`,
};

function whereOf(filter: RegisterFilter, personId: string, today: string): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  for (const word of cleanName(filter.text).split(' ').filter(Boolean)) {
    const name = filter.isNameSearched ? sql` || ' ' || coalesce(plan.name, '')` : sql``;
    const text = sql`(plan.reference || ' ' || plan.initials || ' ' || replace(cycle.plan_type, '_', ' ') || ' ' ||
      coalesce(cycle.setting, '') || ' ' || coalesce(plan.primary_need, '') || ' ' || coalesce(plan.locality, '') ||
      ' ' || coalesce(plan.team, '')${name})`;
    // Settings and places are kept as they were written, a curly apostrophe as a curly one.
    const read = word.includes("'") ? straightened(text) : text;
    parts.push(sql`${read} like ${`%${escapeLike(word)}%`} escape '\\'`);
  }
  if (filter.planType !== null) parts.push(sql`cycle.plan_type = ${filter.planType}`);
  if (filter.ncYear !== null) parts.push(sql`cycle.nc_year = ${filter.ncYear}`);
  if (filter.team !== null) parts.push(sql`plan.team = ${filter.team}`);
  if (filter.locality !== null) parts.push(sql`plan.locality = ${filter.locality}`);
  if (filter.stage === 'none') parts.push(sql`not ${anyDocument(sql``)}`);
  else if (filter.stage !== null) parts.push(anyDocument(sql`and document.stage = ${filter.stage}`));
  if (filter.isAudited !== null) {
    const audited = anyDocument(sql`and exists (select 1 from audit where audit.document_id = document.id
      and audit.state = 'submitted' and audit.is_calibration = 0)`);
    parts.push(filter.isAudited ? audited : sql`not ${audited}`);
  }
  if (filter.isLate !== null) {
    const late = sql`coalesce(standing.is_excepted = 0 and coalesce(standing.final_done, ${today}) > standing.final_due, 0)`;
    parts.push(filter.isLate ? late : sql`not ${late}`);
  }
  if (filter.myWork !== null) parts.push(myWork(filter.myWork, personId));
  return parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`;
}

/** With a straight apostrophe for whatever stands for one. */
function straightened(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return APOSTROPHES.split('').reduce((read, sign) => sql`replace(${read}, ${sign}, '''')`, text);
}

function isNarrowed(filter: RegisterFilter): boolean {
  return Object.entries(filter).some(([name, value]) =>
    name === 'text' ? value !== '' : name !== 'isNameSearched' && value !== null,
  );
}

/** How far a person is with a plan's documents; the least finished counts. */
function myWork(work: NonNullable<RegisterFilter['myWork']>, personId: string): RawBuilder<unknown> {
  const mine = sql`exists (select 1 from audit where ${isOwn(personId)})`;
  const submitted = sql`exists (select 1 from audit where ${isOwn(personId)} and audit.state = 'submitted')`;
  if (work === 'to_begin') return sql`${anyDocument(sql``)} and not ${anyDocument(sql`and ${mine}`)}`;
  const isDone = sql`not ${anyDocument(sql`and not ${submitted}`)}`;
  return work === 'submitted'
    ? sql`${anyDocument(sql``)} and ${isDone}`
    : sql`${anyDocument(sql`and ${mine}`)} and not (${isDone})`;
}

/** A person's audit of a document in the latest round in which they are asked for it; of an earlier one nothing is left to do. */
function isOwn(personId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`audit.document_id = document.id and audit.auditor_id = ${personId} and audit.round_id = (
    select assignment.round_id from assignment join round on round.id = assignment.round_id
    where assignment.document_id = document.id and assignment.auditor_id = ${personId}
      and assignment.state = 'assigned' order by round.panel_date desc, assignment.assigned_at desc limit 1)`;
}

/** A document of the plan, in whichever cycle, of which `more` is so. */
function anyDocument(more: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select 1 from cycle any_cycle join document on document.cycle_id = any_cycle.id
    where any_cycle.plan_id = plan.id ${more})`;
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

async function countOf(db: Db, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${from}`.execute(db);
  return rows[0]?.count ?? 0;
}

function selectVersions(db: Db, personId: string, planIds: readonly string[]) {
  return db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .leftJoin('audit', (join) => join.on(isOwn(personId)))
    .select([
      'cycle.plan_id as planId',
      'document.id as id',
      'document.stage as stage',
      (eb) => eb.fn.min('audit.state').as('state'),
    ])
    .where('cycle.plan_id', 'in', planIds)
    .groupBy('document.id')
    .orderBy(EARLIEST_VERSION_FIRST)
    .execute();
}
