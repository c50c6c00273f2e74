import { createHash, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import {
  type Filing,
  type FilingSuggestion,
  type ImportEvent,
  LARGEST_FILE_BYTES,
  type OpenDocument,
} from '../../../shared/contract/documents.ts';
import type { Plan, Stage } from '../../../shared/contract/plans.ts';
import {
  type DocumentModel,
  documentModelSchema,
  type ReadDocument,
  type Relabel,
} from '../../../shared/domain/document-model.ts';
import { sameReference } from '../../../shared/domain/register/register-rows.ts';
import { selectConflicted } from '../assignments/assignments-queries.ts';
import { refuseLostWork } from '../audits/refuse-lost-work.ts';
import type { Caller, Clock } from '../caller.ts';
import { hasSubmittedAudit } from '../plans/plans-service.ts';
import { refreshStanding } from '../plans/standing.ts';
import { notFound, Refusal } from '../refusal.ts';
import { recordEvent } from '../trail/trail.ts';
import { COVER, isSectionId } from '../understanding/section-ids.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { type ListedDocument, listDocuments, type MyAudits, summaryOf } from './documents-queries.ts';
import { DocumentError } from './document-errors.ts';
import { cycleFor, type FilingTarget, suggestFilings } from './filing.ts';
import { whileRunning } from './import-events.ts';
import { createTurns } from './in-turn.ts';
import type { ParsePool } from './parse-pool.ts';

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
  /** Corrections of a document build on each other. */
  const inTurn = createTurns();

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

  async function relabelsOf(documentId: string): Promise<Relabel[]> {
    const rows = await db
      .selectFrom('relabel')
      .select(['blocks', 'section'])
      .where('document_id', '=', documentId)
      .orderBy('sequence')
      .execute();
    return rows.map((row) => ({ blocks: JSON.parse(row.blocks), section: row.section }));
  }

  async function get(caller: Caller, documentId: string): Promise<OpenDocument> {
    const { document } = await listed(caller, documentId);
    return {
      document,
      model: await modelOf(documentId),
      relabels: (await relabelsOf(documentId)).length,
      masked: null,
    };
  }

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
    get,
    modelOf,

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

    relabel(caller: Caller, documentId: string, relabel: Relabel): Promise<OpenDocument> {
      return inTurn(documentId, async () => {
        const model = await modelOf(documentId);
        const known = new Set(model.blocks.map((block) => block.id));
        if (relabel.blocks.some((block) => !known.has(block))) throw notFound('part of the document');
        if (relabel.section !== null && relabel.section !== COVER && !isSectionId(relabel.section)) {
          throw new Refusal('NO_SUCH_SECTION', 'A plan has no such section.', 'Choose a section from the list.');
        }
        const relabels = await relabelsOf(documentId);
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
        const relabels = await relabelsOf(documentId);
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

/** Files one document inside the caller's transaction; gives its plan. */
async function fileIn(
  trx: Transaction<WorkspaceTables>,
  {
    documentId,
    stage,
    issuedOn,
    plan,
  }: { documentId: string; stage: Stage; issuedOn: string | null; plan: FilingTarget },
  { roundId, at, caller }: { roundId: string; at: string; caller: Caller },
): Promise<string> {
  await refuseSubmitted(trx, documentId);
  const before = await cycleOf(trx, documentId);
  const target = await cycleFor(trx, plan, at);
  if (before !== null && before !== target.cycleId) await refuseLostWork(trx, caller, documentId);
  const { numUpdatedRows } = await trx
    .updateTable('document')
    .set({ cycle_id: target.cycleId, stage, issued_on: issuedOn })
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('document');
  if (before !== null && before !== target.cycleId) await refuseConflicted(trx, documentId);
  await refreshStanding(trx, before === null ? [target.cycleId] : [target.cycleId, before]);
  if (await isWantedInRound(trx, roundId, target.planId)) {
    await trx
      .insertInto('round_document')
      .values({ round_id: roundId, document_id: documentId, added_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return target.planId;
}

async function cycleOf(trx: Transaction<WorkspaceTables>, documentId: string): Promise<string | null> {
  const row = await trx.selectFrom('document').select('cycle_id').where('id', '=', documentId).executeTakeFirst();
  return row?.cycle_id ?? null;
}

/** Who is asked to audit a document may have had a hand in the plan that it comes to. Throws Refusal CONFLICT_OF_INTEREST. */
async function refuseConflicted(trx: Transaction<WorkspaceTables>, documentId: string): Promise<void> {
  const conflicted = (await selectConflicted(trx, [documentId])).get(documentId) ?? [];
  if (conflicted.length === 0) return;
  const asked = await trx
    .selectFrom('assignment')
    .innerJoin('person', 'person.id', 'assignment.auditor_id')
    .select('person.name')
    .distinct()
    .where('assignment.document_id', '=', documentId)
    .where('assignment.state', '=', 'assigned')
    .where('assignment.auditor_id', 'in', conflicted)
    .orderBy('person.name')
    .execute();
  if (asked.length === 0) return;
  const names = asked.map(({ name }) => name).join(', ');
  throw new Refusal(
    'CONFLICT_OF_INTEREST',
    'Somebody who is asked to audit this document had a hand in that plan.',
    `Move or withdraw it on the Round page first, or choose another plan. It is with ${names}.`,
  );
}

async function refuseSubmitted(trx: Transaction<WorkspaceTables>, documentId: string): Promise<void> {
  const submitted = await trx
    .selectFrom('audit')
    .leftJoin('audit_submission', 'audit_submission.audit_id', 'audit.id')
    .select('audit.id')
    .where('audit.document_id', '=', documentId)
    // One that was reopened was submitted too, and what was submitted is kept.
    .where((eb) => eb.or([eb('audit.state', '=', 'submitted'), eb('audit_submission.id', 'is not', null)]))
    .executeTakeFirst();
  if (submitted) throw hasSubmittedAudit('document');
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

/** A round whose plans were drawn or picked takes in documents of those alone; before that it takes in all. */
async function isWantedInRound(trx: Transaction<WorkspaceTables>, roundId: string, planId: string): Promise<boolean> {
  const plans = await trx
    .selectFrom('round_plan')
    .select(['plan_id', 'state'])
    .where('round_id', '=', roundId)
    .execute();
  return plans.length === 0 || plans.some((row) => row.plan_id === planId && row.state === 'in');
}
