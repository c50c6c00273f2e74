import type { Kysely } from 'kysely';
import { notFound } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';

type Db = Kysely<WorkspaceTables>;

/** A document's model as it is stored, so that a worker may read it. */
export interface StoredModel {
  /** Equal only where the model is: the same bytes, read by the same reader, under the same corrections. */
  version: string;
  json: string;
}

/** Which plan a filed document belongs to, and which model is stored for it. */
export interface FiledModel {
  documentId: string;
  planId: string;
  reference: string;
  /** The person's name in the register. */
  name: string | null;
  version: string;
}

/** Models for work that goes to the pool, so that this thread need not read them; whoever shows of them what says to whom. */
export interface StoredModels {
  /** Throws NOT_FOUND. */
  get(documentId: string): Promise<StoredModel>;
  /** Which model is stored, without reading it. Throws NOT_FOUND. */
  versionOf(documentId: string): Promise<string>;
  /** Every document that is filed under a plan, without its model; cheap enough to ask before each use. */
  listFiled(): Promise<FiledModel[]>;
}

export function createStoredModels(db: Db): StoredModels {
  async function versionOf(documentId: string): Promise<string> {
    const row = await db
      .selectFrom('document')
      .innerJoin('document_model', 'document_model.document_id', 'document.id')
      .select(['document.sha256 as sha256', 'document_model.reader_version as readerVersion'])
      .where('document.id', '=', documentId)
      .executeTakeFirst();
    if (!row) throw notFound('document');
    const relabels = await relabelsByDocument(db, documentId);
    return toVersion(row.sha256, row.readerVersion, relabels.get(documentId));
  }

  return {
    versionOf,
    async get(documentId) {
      const version = await versionOf(documentId);
      const { json } = await db
        .selectFrom('document_model')
        .select('model as json')
        .where('document_id', '=', documentId)
        .executeTakeFirstOrThrow();
      return { version, json };
    },
    listFiled: () => listFiled(db),
  };
}

async function listFiled(db: Db): Promise<FiledModel[]> {
  const rows = await db
    .selectFrom('document')
    .innerJoin('document_model', 'document_model.document_id', 'document.id')
    .innerJoin('cycle', 'cycle.id', 'document.cycle_id')
    .innerJoin('plan', 'plan.id', 'cycle.plan_id')
    .select([
      'document.id as documentId',
      'document.sha256 as sha256',
      'document_model.reader_version as readerVersion',
      'plan.id as planId',
      'plan.reference as reference',
      'plan.name as name',
    ])
    .orderBy('plan.reference')
    .orderBy('document.id')
    .execute();
  const relabels = await relabelsByDocument(db);
  return rows.map(({ sha256, readerVersion, ...row }) => ({
    ...row,
    version: toVersion(sha256, readerVersion, relabels.get(row.documentId)),
  }));
}

async function relabelsByDocument(db: Db, documentId?: string): Promise<Map<string, string[]>> {
  let select = db
    .selectFrom('relabel')
    .select(['document_id as documentId', 'blocks', 'section'])
    .orderBy('document_id')
    .orderBy('sequence');
  if (documentId !== undefined) select = select.where('document_id', '=', documentId);
  const byDocument = Map.groupBy(await select.execute(), (row) => row.documentId);
  return new Map([...byDocument].map(([id, rows]) => [id, rows.map(({ blocks, section }) => `${section} ${blocks}`)]));
}

function toVersion(sha256: string, readerVersion: number, relabels: readonly string[] = []): string {
  return [sha256, readerVersion, ...relabels].join('\n');
}
