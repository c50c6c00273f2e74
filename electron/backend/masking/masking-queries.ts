import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import {
  type KnownIdentity,
  type Mask,
  type MaskedIdentity,
  type MaskEdit,
  maskedIdentitySchema,
  maskEditSchema,
  maskSchema,
} from '../../../shared/domain/masking/masking.ts';
import { EARLIEST_VERSION_FIRST } from '../documents/version-order.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** What a person ticked, as it stands in the workspace. */
export interface StoredCheck {
  documentId: string;
  personName: string;
  at: string;
  digest: string;
  textDigest: string;
  knownDigest: string;
  identities: MaskedIdentity[];
  masks: Mask[];
}

/** What there is of a plan to know whom its masks are about. */
export interface PlanKnown {
  planId: string;
  reference: string;
  known: KnownIdentity;
  edits: readonly (MaskEdit & { id: string })[];
  /** Its filed documents with what their models are made of, in the order in which they were loaded. */
  documents: readonly string[];
}

export async function selectPlanKnown(db: Db, planId: string): Promise<PlanKnown | null> {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'reference', 'name', 'initials', 'date_of_birth as dateOfBirth'])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan) return null;
  const cycles = await db.selectFrom('cycle').select('setting').where('plan_id', '=', planId).execute();
  const edits = await db
    .selectFrom('mask_edit')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('sequence')
    .execute();
  const documents = await db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('document.id as id')
    .where('cycle.plan_id', '=', planId)
    .orderBy(EARLIEST_VERSION_FIRST)
    .execute();
  const { name, initials, dateOfBirth } = plan;
  const settings = [...new Set(cycles.flatMap(({ setting }) => (setting === null ? [] : [setting])))].toSorted();
  return {
    planId,
    reference: plan.reference,
    known: { name, initials, dateOfBirth, settings },
    edits: edits.map((row) => ({ ...editOf(row), id: row.id })),
    documents: documents.map(({ id }) => id),
  };
}

function editOf(row: {
  kind: string;
  words: string;
  mask_kind: string | null;
  document_id: string | null;
  block: string | null;
  start_at: number | null;
  end_at: number | null;
}): MaskEdit {
  const { kind, words } = row;
  if (kind === 'mask') return maskEditSchema.parse({ kind, words, as: row.mask_kind });
  if (kind === 'show') return maskEditSchema.parse({ kind, words });
  return maskEditSchema.parse({
    kind,
    words,
    documentId: row.document_id,
    block: row.block,
    start: row.start_at,
    end: row.end_at,
  });
}

/** The last ticks of these documents, whether they hold or not. */
export async function selectChecks(db: Db, documentIds: readonly string[]): Promise<StoredCheck[]> {
  if (documentIds.length === 0) return [];
  const rows = await db
    .selectFrom('mask_check')
    .innerJoin('person', 'person.id', 'mask_check.person_id')
    .selectAll('mask_check')
    .select('person.name as personName')
    .where('document_id', 'in', documentIds)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    documentId: row.document_id,
    personName: row.personName,
    at: row.at,
    digest: row.digest,
    textDigest: row.text_digest,
    knownDigest: row.known_digest,
    identities: z.array(maskedIdentitySchema).parse(JSON.parse(row.identities)),
    masks: z.array(maskSchema).parse(JSON.parse(row.masks)),
  }));
}

/** The plan that a document is filed under; null for none. */
export async function planOfDocument(db: Db, documentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('cycle.plan_id as planId')
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  return row?.planId ?? null;
}

/** Whether somebody is asked to audit a version of a plan. */
export async function isAskedOf(db: Db, personId: string, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('assignment.id')
    .where('assignment.auditor_id', '=', personId)
    .where('assignment.state', '=', 'assigned')
    .where('cycle.plan_id', '=', planId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function documentOfAudit(db: Db, auditId: string): Promise<string | null> {
  const row = await db.selectFrom('audit').select('document_id as id').where('id', '=', auditId).executeTakeFirst();
  return row?.id ?? null;
}

export async function documentOfBytes(db: Db, sha256: string): Promise<string | null> {
  const row = await db.selectFrom('document').select('id').where('sha256', '=', sha256).executeTakeFirst();
  return row?.id ?? null;
}

/** Documents of a round that people of the parent carer forum are asked to audit, with who is asked. */
export function selectAskedOfForum(db: Db, roundId: string) {
  return db
    .selectFrom('assignment')
    .innerJoin('person', 'person.id', 'assignment.auditor_id')
    .innerJoin('document', 'document.id', 'assignment.document_id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .select([
      'document.id as documentId',
      'document.stage as stage',
      'plan.id as planId',
      'plan.reference as reference',
      'person.id as personId',
      'person.name as name',
      'person.agency as agency',
    ])
    .where('assignment.round_id', '=', roundId)
    .where('assignment.state', '=', 'assigned')
    .where('person.agency', '=', 'parent_carer_forum')
    .orderBy('plan.reference_key')
    .orderBy('document.id')
    .orderBy('person.name')
    .execute();
}

/** Whom a plan is about, as it was read before. */
export interface KeptIdentities {
  planId: string;
  /** Another one each time that it is read anew. */
  sequence: number;
  identities: MaskedIdentity[];
  /** Words that a person lets stand everywhere. */
  shown: string[];
}

const identitiesSchema = z.array(maskedIdentitySchema);
const shownSchema = z.array(z.string());

/** What is kept of a plan, or of all; nothing where it was not read since it changed. */
export async function selectKeptIdentities(db: Db, planId: string | null): Promise<KeptIdentities[]> {
  let select = db.selectFrom('mask_identity').selectAll().orderBy('plan_id');
  if (planId !== null) select = select.where('plan_id', '=', planId);
  return (await select.execute()).map((row) => ({
    planId: row.plan_id,
    sequence: row.sequence,
    identities: identitiesSchema.parse(JSON.parse(row.identities)),
    shown: shownSchema.parse(JSON.parse(row.shown)),
  }));
}

/** Tells one state of all that is kept from another, without reading it. */
export async function selectIdentitiesRevision(db: Db): Promise<string> {
  const { kept, last } = await db
    .selectFrom('mask_identity')
    .select((eb) => [eb.fn.countAll<number>().as('kept'), eb.fn.max('sequence').as('last')])
    .executeTakeFirstOrThrow();
  return `${kept} ${last}`;
}

/** Plans with a document of which nothing is kept. */
export async function selectUnreadPlans(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select('cycle.plan_id as planId')
    .distinct()
    .where('cycle.plan_id', 'not in', (eb) => eb.selectFrom('mask_identity').select('plan_id'))
    .orderBy('cycle.plan_id')
    .execute();
  return rows.map(({ planId }) => planId);
}

/** Whom and which settings the register names in plans without a document, of which nothing is ever read. */
export async function selectRegisterOnly(db: Db): Promise<{ names: string[]; settings: string[] }> {
  const filed = (): RawBuilder<unknown> =>
    sql`(select cycle.plan_id from document join cycle on cycle.id = document.cycle_id)`;
  const names = await sql<{ text: string }>`select distinct name as text from plan
    where name is not null and id not in ${filed()} order by name`.execute(db);
  const settings = await sql<{ text: string }>`select distinct setting as text from cycle
    where setting is not null and plan_id not in ${filed()} order by setting`.execute(db);
  return { names: names.rows.map(({ text }) => text), settings: settings.rows.map(({ text }) => text) };
}

/** The last entry of the trail: whatever a person changes leaves one in the same transaction. */
export async function lastEvent(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Keeps what was read of a plan, unless something was changed since `event`. */
export async function keepIdentities(db: Db, kept: Omit<KeptIdentities, 'sequence'>, event: number): Promise<void> {
  await sql`insert into mask_identity (plan_id, identities, shown)
    select ${kept.planId}, ${JSON.stringify(kept.identities)}, ${JSON.stringify(kept.shown)}
    where coalesce((select max(sequence) from event), 0) = ${event} on conflict (plan_id) do nothing`.execute(db);
}
