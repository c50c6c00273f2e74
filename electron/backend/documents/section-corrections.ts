import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { OpenDocument } from '../../../shared/contract/documents.ts';
import type { DocumentModel, ReadDocument, Relabel } from '../../../shared/domain/document-model.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import { COVER, isSectionId } from '../understanding/section-ids.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { summaryOf } from './documents-queries.ts';
import { createTurns } from './in-turn.ts';
import type { ParsePool } from './parse-pool.ts';

/**
 * What a person says of a document's sections, which wins over the reader and is kept: each correction is a row, and
 * the document is understood anew under all of them. `get` gives the document as the caller may see it.
 */
export function createSectionCorrections({
  db,
  clock,
  parsePool,
  modelOf,
  get,
}: {
  db: WorkspaceDb;
  clock: Clock;
  parsePool: ParsePool;
  modelOf: (documentId: string) => Promise<DocumentModel>;
  get: (caller: Caller, documentId: string) => Promise<OpenDocument>;
}) {
  /** Corrections of a document build on each other. */
  const inTurn = createTurns();

  /** Understands the document anew under a person's corrections, and keeps both. */
  async function understandAgain(
    caller: Caller,
    documentId: string,
    change: {
      action: string;
      relabels: Relabel[];
      write: (trx: Transaction<WorkspaceTables>, at: string) => Promise<void>;
    },
  ): Promise<OpenDocument> {
    const model = await parsePool.understand(readPartOf(await modelOf(documentId)), change.relabels);
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      await change.write(trx, at);
      await trx
        .updateTable('document_model')
        .set({ model: JSON.stringify(model), summary: JSON.stringify(summaryOf(model)) })
        .where('document_id', '=', documentId)
        .execute();
      await recordEvent(trx, {
        at,
        personId: caller.id,
        action: change.action,
        subjectId: documentId,
        detail: { section: change.relabels.at(-1)?.section ?? null, relabels: change.relabels.length },
      });
    });
    return get(caller, documentId);
  }

  return {
    relabel(caller: Caller, documentId: string, relabel: Relabel): Promise<OpenDocument> {
      return inTurn(documentId, async () => {
        const model = await modelOf(documentId);
        const known = new Set(model.blocks.map((block) => block.id));
        if (relabel.blocks.some((block) => !known.has(block))) throw notFound('part of the document');
        if (relabel.section !== null && relabel.section !== COVER && !isSectionId(relabel.section)) {
          throw new Refusal('NO_SUCH_SECTION', 'A plan has no such section.', 'Choose a section from the list.');
        }
        const relabels = await selectRelabels(db, documentId);
        return understandAgain(caller, documentId, {
          action: 'documents.relabel',
          relabels: [...relabels, relabel],
          write: async (trx, at) => {
            await trx
              .insertInto('relabel')
              .values({
                id: randomUUID(),
                document_id: documentId,
                sequence: relabels.length + 1,
                blocks: JSON.stringify(relabel.blocks),
                section: relabel.section,
                person_id: caller.id,
                at,
              })
              .execute();
          },
        });
      });
    },

    /** Takes the last correction back; without one nothing changes. */
    undoRelabel(caller: Caller, documentId: string): Promise<OpenDocument> {
      return inTurn(documentId, async () => {
        const relabels = await selectRelabels(db, documentId);
        if (relabels.length === 0) return get(caller, documentId);
        return understandAgain(caller, documentId, {
          action: 'documents.undoRelabel',
          relabels: relabels.slice(0, -1),
          write: async (trx) => {
            await trx
              .deleteFrom('relabel')
              .where('document_id', '=', documentId)
              .where('sequence', '=', relabels.length)
              .execute();
          },
        });
      });
    },

    async confirmSections(caller: Caller, documentId: string): Promise<OpenDocument> {
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('document')
          .set({ sections_confirmed_at: at, sections_confirmed_by: caller.id })
          .where('id', '=', documentId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('document');
        await recordEvent(trx, { at, personId: caller.id, action: 'documents.confirmSections', subjectId: documentId });
      });
      return get(caller, documentId);
    },
  };
}

/** A document's corrections, the oldest first. */
export async function selectRelabels(db: WorkspaceDb, documentId: string): Promise<Relabel[]> {
  const rows = await db
    .selectFrom('relabel')
    .select(['blocks', 'section'])
    .where('document_id', '=', documentId)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ blocks: JSON.parse(row.blocks), section: row.section }));
}

/** The part of a stored model that the reader gave, without what was understood from it. */
function readPartOf(model: DocumentModel): ReadDocument {
  return {
    format: model.format,
    readerVersion: model.readerVersion,
    pages: model.pages,
    blocks: model.blocks,
    warnings: model.warnings,
  };
}
