import { createHash, randomUUID } from 'node:crypto';
import {
  type Filing,
  type FilingSuggestion,
  type ImportEvent,
  LARGEST_FILE_BYTES,
  type OpenDocument,
} from '../../../shared/contract/documents.ts';
import type { Plan, Stage } from '../../../shared/contract/plans.ts';
import { type DocumentModel, documentModelSchema } from '../../../shared/domain/document-model.ts';
import { sameReference } from '../../../shared/domain/register/register-rows.ts';
import { refuseLostWork } from '../audits/refuse-lost-work.ts';
import type { Caller, Clock } from '../caller.ts';
import { refreshStanding } from '../plans/standing.ts';
import { notFound } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { type ListedDocument, listDocuments, type MyAudits, summaryOf } from './documents-queries.ts';
import { DocumentError } from './document-errors.ts';
import { cycleOf, fileIn, refuseSubmitted } from './file-document.ts';
import { type FilingTarget, suggestFilings } from './filing.ts';
import { whileRunning } from './import-events.ts';
import type { ParsePool } from './parse-pool.ts';
import { createSectionCorrections, selectRelabels } from './section-corrections.ts';

export type DocumentsService = ReturnType<typeof createDocumentsService>;

export interface DocumentContent {
  bytes: Uint8Array;
  password: string | null;
  format: string;
  fileName: string;
}

export function createDocumentsService({
  db,
  clock,
  parsePool,
  myAudits,
  getPlan,
}: {
  db: WorkspaceDb;
  clock: Clock;
  parsePool: ParsePool;
  myAudits: (personId: string) => Promise<MyAudits>;
  getPlan: (caller: Caller, planId: string) => Promise<Plan>;
}) {
  async function listed(caller: Caller, documentId: string): Promise<ListedDocument> {
    const [found] = await listDocuments(db, await myAudits(caller.id), { ids: [documentId] });
    if (!found) throw notFound('document');
    return found;
  }

  async function modelOf(documentId: string): Promise<DocumentModel> {
    const row = await db
      .selectFrom('document_model')
      .select('model')
      .where('document_id', '=', documentId)
      .executeTakeFirst();
    if (!row) throw notFound('document');
    return documentModelSchema.parse(JSON.parse(row.model));
  }

  async function get(caller: Caller, documentId: string): Promise<OpenDocument> {
    const { document } = await listed(caller, documentId);
    return {
      document,
      model: await modelOf(documentId),
      relabels: (await selectRelabels(db, documentId)).length,
      masked: null,
    };
  }

  return {
    get,
    modelOf,
    ...createSectionCorrections({ db, clock, parsePool, modelOf, get }),

    /** The document's own bytes, as they were loaded, with what opens them where they are encrypted. */
    async content(documentId: string): Promise<DocumentContent> {
      const row = await db
        .selectFrom('document')
        .innerJoin('document_content', 'document_content.document_id', 'document.id')
        .select([
          'document_content.content as bytes',
          'document_content.password as password',
          'document.format as format',
          'document.file_name as fileName',
        ])
        .where('document.id', '=', documentId)
        .executeTakeFirst();
      if (!row) throw notFound('document');
      return row;
    },

    /**
     * Reads a file in the worker and keeps it, waiting to be filed. The same bytes twice are the same document. An
     * encrypted file is kept as it came, with the password that opened it: the workspace is encrypted as a whole.
     */
    async *import(
      caller: Caller,
      { file, password }: { file: File; password?: string | undefined },
      signal?: AbortSignal,
    ): AsyncGenerator<ImportEvent, void> {
      yield { kind: 'progress', stage: 'queued' };
      if (file.size > LARGEST_FILE_BYTES) throw new DocumentError('TOO_LARGE');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const known = await db.selectFrom('document').select('id').where('sha256', '=', sha256).executeTakeFirst();
      if (known) {
        yield { kind: 'done', document: (await listed(caller, known.id)).document, wasHere: true };
        return;
      }
      let isUnlocked = false;
      const model = yield* whileRunning<ImportEvent, DocumentModel>((emit) =>
        parsePool.parse(bytes, {
          fileName: file.name,
          ...(signal ? { signal } : {}),
          ...(password === undefined ? {} : { password }),
          onUnlocked: () => {
            isUnlocked = true;
          },
          onProgress: ({ stage, page, pages }) =>
            emit({
              kind: 'progress',
              stage,
              ...(page === undefined ? {} : { page }),
              ...(pages === undefined ? {} : { pages }),
            }),
        }),
      );
      yield { kind: 'progress', stage: 'saving' };
      const { documentId, wasHere } = await keep(caller, {
        file,
        bytes,
        sha256,
        model,
        password: isUnlocked ? (password ?? null) : null,
      });
      yield { kind: 'done', document: (await listed(caller, documentId)).document, wasHere };
    },

    /** Documents that wait to be filed, each with what it says of itself and the plans it may belong to. */
    async tray(caller: Caller): Promise<FilingSuggestion[]> {
      const waiting = await listDocuments(db, await myAudits(caller.id), { isFiled: false });
      return waiting.length === 0 ? [] : suggestFilings(db, waiting);
    },

    /**
     * Files a document under a plan's current cycle, and puts it into the round. One that counts already, with a
     * submitted audit, stays where it is: its plan and stage are part of what was graded.
     */
    async file(
      caller: Caller,
      input: { documentId: string; stage: Stage; issuedOn: string | null; plan: FilingTarget },
      roundId: string,
    ): Promise<Plan> {
      const at = clock().toISOString();
      const planId = await db.transaction().execute(async (trx) => {
        const filed = await fileIn(trx, input, { roundId, at, caller });
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'documents.file',
          subjectId: input.documentId,
          detail: { planId: filed, stage: input.stage, roundId },
        });
        return filed;
      });
      return getPlan(caller, planId);
    },

    /** Files several documents in one transaction; what is new under one reference becomes one plan. */
    async fileAll(
      caller: Caller,
      filings: readonly Filing[],
      roundId: string,
    ): Promise<{ filed: number; plans: number }> {
      const at = clock().toISOString();
      const plans = await db.transaction().execute(async (trx) => {
        const made = new Map<string, string>();
        const filedUnder = new Set<string>();
        for (const filing of filings) {
          const key = filing.plan.kind === 'new' ? sameReference(filing.plan.fields.reference) : '';
          const there = made.get(key);
          const plan = there === undefined ? filing.plan : { kind: 'existing' as const, planId: there };
          const planId = await fileIn(trx, { ...filing, plan }, { roundId, at, caller });
          if (key !== '') made.set(key, planId);
          filedUnder.add(planId);
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'documents.fileAll',
          subjectId: null,
          detail: { documents: filings.map(({ documentId }) => documentId).join(' '), roundId },
        });
        return filedUnder.size;
      });
      return { filed: filings.length, plans };
    },

    async remove(caller: Caller, documentId: string): Promise<{ documentId: string }> {
      await db.transaction().execute(async (trx) => {
        await refuseSubmitted(trx, documentId);
        await refuseLostWork(trx, caller, documentId);
        const cycleId = await cycleOf(trx, documentId);
        const { numDeletedRows } = await trx.deleteFrom('document').where('id', '=', documentId).executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('document');
        if (cycleId !== null) await refreshStanding(trx, [cycleId]);
        const at = clock().toISOString();
        await recordEvent(trx, { at, personId: caller.id, action: 'documents.remove', subjectId: documentId });
      });
      return { documentId };
    },
  };

  async function keep(
    caller: Caller,
    {
      file,
      bytes,
      sha256,
      model,
      password,
    }: { file: File; bytes: Uint8Array; sha256: string; model: DocumentModel; password: string | null },
  ): Promise<{ documentId: string; wasHere: boolean }> {
    const at = clock().toISOString();
    return db.transaction().execute(async (trx) => {
      // The same file may have been dropped twice at once.
      const known = await trx.selectFrom('document').select('id').where('sha256', '=', sha256).executeTakeFirst();
      if (known) return { documentId: known.id, wasHere: true };
      const documentId = randomUUID();
      await trx
        .insertInto('document')
        .values({
          id: documentId,
          cycle_id: null,
          stage: null,
          issued_on: null,
          file_name: file.name,
          format: model.format,
          sha256,
          bytes: bytes.byteLength,
          imported_at: at,
          imported_by: caller.id,
          sections_confirmed_at: null,
          sections_confirmed_by: null,
        })
        .execute();
      await trx
        .insertInto('document_content')
        .values({ document_id: documentId, content: Buffer.from(bytes), password })
        .execute();
      await trx
        .insertInto('document_model')
        .values({
          document_id: documentId,
          reader_version: model.readerVersion,
          model: JSON.stringify(model),
          summary: JSON.stringify(summaryOf(model)),
        })
        .execute();
      await recordEvent(trx, {
        at,
        personId: caller.id,
        action: 'documents.import',
        subjectId: documentId,
        detail: { sha256, bytes: bytes.byteLength, format: model.format },
      });
      return { documentId, wasHere: false };
    });
  }
}
