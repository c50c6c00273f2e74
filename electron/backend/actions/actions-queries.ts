import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { ActionFilter } from '../../../shared/contract/actions.ts';
import type { VersionPlace } from '../../../shared/domain/register/version-order.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** An action with what is told beside it. */
export interface ActionRow extends Row<'action'> {
  planReference: string | null;
  planInitials: string | null;
  stage: string | null;
  issuedOn: string | null;
  ownerName: string | null;
  createdByName: string;
  settledByName: string | null;
  isModerated: number;
  /** Asked for by a designated officer who checked a draft against the advice. */
  isCorrection: number;
}

const COLUMNS = sql`select action.*, plan.reference as "planReference", plan.initials as "planInitials",
  document.stage as stage, document.issued_on as "issuedOn", owner.name as "ownerName",
  creator.name as "createdByName", settler.name as "settledByName",
  exists (select 1 from moderation where moderation.round_id = action.round_id
    and moderation.document_id = action.document_id) as "isModerated",
  exists (select 1 from advice_correction where advice_correction.action_id = action.id) as "isCorrection"`;

const FROM = sql`from action left join plan on plan.id = action.plan_id
  left join document on document.id = action.document_id left join person owner on owner.id = action.owner_id
  join person creator on creator.id = action.created_by left join person settler on settler.id = action.settled_by`;

/** Whom actions are read for: who may read plans sees them all, others their own and those beyond a single plan. */
export interface Reader {
  personId: string;
  mayReadPlans: boolean;
}

/** Actions that a filter asks for, what is due first first, settled ones after the open ones; and how many there are. */
export async function selectActions(
  db: Db,
  reader: Reader,
  filter: ActionFilter,
  today: string,
  limit: number,
): Promise<{ rows: ActionRow[]; matching: number; services: string[] }> {
  const where = sql.join(conditions(reader, filter, today), sql` and `);
  const { rows } = await sql<ActionRow>`${COLUMNS} ${FROM} where ${where}
    order by action.state <> 'open', action.settled_at desc, action.due_on is null, action.due_on, action.created_at,
      action.id limit ${limit}`.execute(db);
  const counted = await sql<{ count: number }>`select count(*) as count ${FROM} where ${where}`.execute(db);
  const services = await sql<{ service: string }>`select distinct action.service as service from action
    where action.service <> '' and ${visible(reader)} order by 1`.execute(db);
  return { rows, matching: counted.rows[0]?.count ?? 0, services: services.rows.map(({ service }) => service) };
}

export async function selectAction(db: Db, reader: Reader, actionId: string): Promise<ActionRow | undefined> {
  const { rows } =
    await sql<ActionRow>`${COLUMNS} ${FROM} where action.id = ${actionId} and ${visible(reader)}`.execute(db);
  return rows[0];
}

function visible({ personId, mayReadPlans }: Reader): RawBuilder<SqlBool> {
  const theirs = mayReadPlans ? sql`true` : sql`(action.level <> 'plan' or action.owner_id = ${personId})`;
  return sql<SqlBool>`(${theirs} and not ${isHeldBack(personId)})`;
}

/**
 * A designated officer's action on a plan that they are auditing themselves would tell the other auditors what they
 * think: until all of them have submitted it is the officer's alone.
 */
export function isHeldBack(personId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(action.level = 'plan' and action.round_id is null and action.created_by <> ${personId} and exists (
    select 1 from assignment own join document asked on asked.id = own.document_id
      join cycle asked_cycle on asked_cycle.id = asked.cycle_id
    where own.auditor_id = action.created_by and own.state = 'assigned' and own.is_calibration = 0
      and asked_cycle.plan_id = action.plan_id and exists (
        select 1 from assignment live left join audit on audit.round_id = live.round_id
          and audit.document_id = live.document_id and audit.auditor_id = live.auditor_id
        where live.round_id = own.round_id and live.document_id = own.document_id and live.state = 'assigned'
          and audit.state is not 'submitted')))`;
}

function conditions(reader: Reader, filter: ActionFilter, today: string): RawBuilder<unknown>[] {
  const parts = [visible(reader)];
  if (filter.level !== null) parts.push(sql`action.level = ${filter.level}`);
  if (filter.planId !== null) parts.push(sql`action.plan_id = ${filter.planId}`);
  if (filter.service !== null) parts.push(sql`action.service = ${filter.service}`);
  if (filter.isMine) parts.push(sql`action.owner_id = ${reader.personId}`);
  if (filter.state === 'overdue') parts.push(sql`action.state = 'open' and action.due_on < ${today}`);
  else if (filter.state !== null) parts.push(sql`action.state = ${filter.state}`);
  return parts;
}

/** Versions by their document, each with its place among the plan's versions. */
export async function selectVersions(
  db: Db,
  documentIds: readonly string[],
): Promise<Map<string, VersionPlace & { planId: string }>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select([
      'document.id as id',
      'cycle.plan_id as planId',
      'cycle.sequence as cycleSequence',
      'document.stage as stage',
      'document.issued_on as issuedOn',
      'document.imported_at as importedAt',
    ])
    .where('document.id', 'in', [...new Set(documentIds)])
    .execute();
  return new Map(rows.map(({ id, ...version }) => [id, version]));
}
