import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ActionFilter } from '../../../shared/contract/actions.ts';
import { isLaterVersion, type VersionPlace } from '../../../shared/domain/actions.ts';
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
}

const COLUMNS = sql`select action.*, plan.reference as "planReference", plan.initials as "planInitials",
  document.stage as stage, document.issued_on as "issuedOn", owner.name as "ownerName",
  creator.name as "createdByName", settler.name as "settledByName",
  exists (select 1 from moderation where moderation.round_id = action.round_id
    and moderation.document_id = action.document_id) as "isModerated"`;

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

function visible({ personId, mayReadPlans }: Reader): RawBuilder<unknown> {
  return mayReadPlans ? sql`true` : sql`(action.level <> 'plan' or action.owner_id = ${personId})`;
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

/** Of documents that are versions of one plan, the latest. */
export function latestOf<Version extends VersionPlace>(versions: readonly Version[]): Version | undefined {
  return versions.reduce<Version | undefined>(
    (latest, version) => (latest === undefined || isLaterVersion(latest, version) ? version : latest),
    undefined,
  );
}
