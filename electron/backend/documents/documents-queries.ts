import { z } from 'zod';
import type { Kysely } from 'kysely';
import { coverFactsSchema, type DocumentModel, UNSURE_BELOW } from '../../../shared/domain/document-model.ts';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { documentSummarySchema } from '../../../shared/contract/plans.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { EARLIEST_VERSION_FIRST } from './version-order.ts';

type Db = Kysely<WorkspaceTables>;

/** What lists need to know of a document, so that they need not load its whole model. */
export const modelSummarySchema = z.strictObject({
  pages: z.int().nullable(),
  characters: z.int(),
  hasText: z.boolean(),
  sectionsFound: z.array(z.string()),
  sectionsUnsure: z.array(z.string()),
  warnings: z.int(),
  cover: coverFactsSchema,
  dateOfBirth: z.string().nullable(),
  draftIssued: z.string().nullable(),
  finalIssued: z.string().nullable(),
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;

export function summaryOf(model: DocumentModel): ModelSummary {
  return {
    pages: model.format === 'pdf' ? model.pages.length : null,
    characters: model.characters,
    hasText: model.blocks.some((block) => block.text.trim() !== ''),
    sectionsFound: model.sections.map((section) => section.id),
    sectionsUnsure: model.sections
      .filter((section) => section.confidence < UNSURE_BELOW && !section.isConfirmed)
      .map((section) => section.id),
    warnings: model.warnings.length,
    cover: model.cover,
    dateOfBirth: model.keyDates.dateOfBirth?.iso ?? null,
    draftIssued: model.keyDates.draftIssued?.iso ?? null,
    finalIssued: model.keyDates.finalIssued?.iso ?? null,
  };
}

export type MyAudits = ReadonlyMap<string, DocumentSummary['myAudit']>;

const listed = (db: Db) =>
  db
    .selectFrom('document')
    .innerJoin('document_model', 'document_model.document_id', 'document.id')
    .leftJoin('cycle', 'cycle.id', 'document.cycle_id')
    .select([
      'document.id as id',
      'document.cycle_id as cycleId',
      'document.stage as stage',
      'document.issued_on as issuedOn',
      'document.file_name as fileName',
      'document.format as format',
      'document.sha256 as sha256',
      'document.bytes as bytes',
      'document.imported_at as importedAt',
      'document.sections_confirmed_at as sectionsConfirmedAt',
      'document_model.summary as summary',
      'cycle.plan_id as planId',
    ]);

export type ListedDocument = { document: DocumentSummary; summary: ModelSummary };

/**
 * Documents, all of them or those that `where` names: the versions of a plan in their order, and what is not filed in the
 * order in which it was loaded. What a plan's advice log holds as advice does not wait to be filed.
 */
export async function listDocuments(
  db: Db,
  myAudits: MyAudits,
  where: { ids?: string[]; planId?: string; isFiled?: boolean } = {},
): Promise<ListedDocument[]> {
  let select = listed(db).orderBy(EARLIEST_VERSION_FIRST);
  if (where.ids) select = select.where('document.id', 'in', where.ids);
  if (where.planId !== undefined) select = select.where('cycle.plan_id', '=', where.planId);
  if (where.isFiled !== undefined) select = select.where('document.cycle_id', where.isFiled ? 'is not' : 'is', null);
  if (where.isFiled === false) {
    const asAdvice = db.selectFrom('advice_request').select('document_id').where('document_id', 'is not', null);
    select = select.where('document.id', 'not in', asAdvice);
  }
  const rows = await select.execute();
  return rows.map((row) => {
    const summary = modelSummarySchema.parse(JSON.parse(row.summary));
    const document = documentSummarySchema.parse({
      id: row.id,
      fileName: row.fileName,
      format: row.format,
      bytes: row.bytes,
      sha256: row.sha256,
      importedAt: row.importedAt,
      planId: row.planId,
      cycleId: row.cycleId,
      stage: row.stage,
      issuedOn: row.issuedOn,
      pages: summary.pages,
      characters: summary.characters,
      hasText: summary.hasText,
      sectionsFound: summary.sectionsFound,
      sectionsUnsure: summary.sectionsUnsure,
      sectionsConfirmed: row.sectionsConfirmedAt !== null,
      warnings: summary.warnings,
      myAudit: myAudits.get(row.id) ?? null,
    });
    return { document, summary };
  });
}
