import { type Kysely, sql } from 'kysely';
import { compareVersions, isLaterVersion, type VersionPlace } from '../../../shared/domain/register/version-order.ts';
import { EARLIEST_VERSION_FIRST } from '../documents/version-order.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** A version of a plan, as the thread needs it. */
export interface ThreadDocument extends VersionPlace {
  documentId: string;
  sha256: string;
  planId: string;
  reference: string;
  initials: string;
  /** The child's name in the register. */
  name: string | null;
}

/** Throws Refusal NOT_FOUND, or NOT_FILED for a document of no plan. */
export async function selectThreadDocument(db: Db, documentId: string): Promise<ThreadDocument> {
  const found = await versions(db).where('document.id', '=', documentId).executeTakeFirst();
  if (found) return found;
  const document = await db.selectFrom('document').select('id').where('id', '=', documentId).executeTakeFirst();
  if (!document) throw notFound('document');
  throw new Refusal('NOT_FILED', 'This document is filed under no plan.', 'File it as a version of its plan first.');
}

/** The versions of the same plan that came before, latest first. */
export async function selectEarlierVersions(db: Db, document: ThreadDocument): Promise<ThreadDocument[]> {
  const others = await versions(db)
    .where('cycle.plan_id', '=', document.planId)
    .where('document.id', '<>', document.documentId)
    .execute();
  return others
    .filter((other) => isLaterVersion(other, document))
    .toSorted((one, other) => compareVersions(other, one));
}

function versions(db: Db) {
  return db
    .selectFrom('document')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .select([
      'document.id as documentId',
      'document.sha256 as sha256',
      'document.stage as stage',
      'document.issued_on as issuedOn',
      'document.imported_at as importedAt',
      'cycle.sequence as cycleSequence',
      'plan.id as planId',
      'plan.reference as reference',
      'plan.initials as initials',
      'plan.name as name',
    ]);
}

export interface ThreadLinkRow extends Row<'thread_link'> {
  personName: string;
}

/** Everybody's links and refusals on a document, oldest first. Whoever tells of them asks first who may see them. */
export async function selectThreadLinks(db: Db, documentId: string): Promise<ThreadLinkRow[]> {
  return db
    .selectFrom('thread_link')
    .innerJoin('person', 'person.id', 'thread_link.person_id')
    .selectAll('thread_link')
    .select('person.name as personName')
    .where('thread_link.document_id', '=', documentId)
    .orderBy('thread_link.at')
    .orderBy('thread_link.id')
    .execute();
}

/** The documents of a round that are filed under a plan, by its reference; of several versions the later ones last. */
export async function selectRoundDocuments(db: Db, roundId: string): Promise<ThreadDocument[]> {
  return versions(db)
    .innerJoin('round_document', 'round_document.document_id', 'document.id')
    .where('round_document.round_id', '=', roundId)
    .orderBy(sql`plan.reference_key, ${EARLIEST_VERSION_FIRST}`)
    .execute();
}
