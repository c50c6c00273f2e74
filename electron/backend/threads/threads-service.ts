import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Thread, ThreadEndInput } from '../../../shared/contract/threads.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { leadsTo, partnersWords } from '../../../shared/domain/golden-thread.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import { anchorHolds } from '../audits/evidence-place.ts';
import type { Caller, Clock } from '../caller.ts';
import { listDocuments, type MyAudits } from '../documents/documents-queries.ts';
import { notFound, Refusal } from '../refusal.ts';
import { type EventDetail, recordEvent } from '../trail/trail.ts';
import { findThreadPassages } from '../understanding/thread/find-passages.ts';
import { createEndPlacer } from '../understanding/thread/place-ends.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { type DrawnUnder, drawnUnder } from './may-draw.ts';
import { drawnThread, type EarlierLinks, endsOf } from './thread-view.ts';
import {
  selectEarlierVersions,
  selectThreadDocument,
  selectThreadLinks,
  type ThreadDocument,
  type ThreadLinkRow,
} from './threads-queries.ts';
import { selectVisibleLinks } from './visible-links.ts';

type Trx = Transaction<WorkspaceTables>;
export type ThreadsService = ReturnType<typeof createThreadsService>;

interface Ends {
  documentId: string;
  from: ThreadEndInput;
  to: ThreadEndInput;
}

/** The golden thread of a plan: its passages, the links that people draw between them, and what is left alone. */
export function createThreadsService({
  db,
  clock,
  myAudits,
  modelOf,
}: {
  db: WorkspaceDb;
  clock: Clock;
  myAudits: (personId: string) => Promise<MyAudits>;
  modelOf: (documentId: string) => Promise<DocumentModel>;
}) {
  /** The thread of a document as the caller may see it. Throws Refusal NOT_FOUND or NOT_FILED. */
  async function get(caller: Caller, documentId: string): Promise<Thread> {
    const document = await selectThreadDocument(db, documentId);
    const [listed] = await listDocuments(db, await myAudits(caller.id), { ids: [documentId] });
    if (!listed) throw notFound('document');
    const { rows, earlier } = await tellLinks(caller, document);
    const { planId, reference, initials, name, sha256 } = document;
    return {
      document: listed.document,
      plan: { id: planId, reference, initials },
      ...drawnThread({
        model: await modelOf(documentId),
        sha256,
        names: name === null ? [] : [name],
        rows,
        earlier,
        viewerId: caller.id,
      }),
      closed: await whyClosed(caller, documentId),
    };
  }

  /**
   * The links that the caller may see of a document and of the versions before it. Others' links tell what they found:
   * in the transaction that reads them it is kept that they were told, so that from now on these audits can neither be
   * reopened nor given to the caller.
   */
  function tellLinks(
    caller: Caller,
    document: ThreadDocument,
  ): Promise<{ rows: ThreadLinkRow[]; earlier: EarlierLinks[] }> {
    const at = clock().toISOString();
    return db.transaction().execute(async (trx) => {
      const { rows, told } = await selectVisibleLinks(trx, caller.id, document.documentId);
      const earlier: EarlierLinks[] = [];
      for (const version of await selectEarlierVersions(trx, document)) {
        const before = await selectVisibleLinks(trx, caller.id, version.documentId);
        told.push(...before.told);
        earlier.push({ version: versionWords(version), rows: before.rows });
      }
      await recordAnswersSeen(trx, caller.id, told, at);
      await recordAnswersShown(trx, told, at);
      return { rows, earlier };
    });
  }

  async function whyClosed(caller: Caller, documentId: string): Promise<Thread['closed']> {
    try {
      await drawnUnder(db, caller.id, documentId);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return { message: error.message, advice: error.advice };
      throw error;
    }
  }

  /** One change to the caller's own links: written and recorded in one transaction. */
  async function change(
    caller: Caller,
    documentId: string,
    action: string,
    write: (trx: Trx, under: DrawnUnder, at: string) => Promise<EventDetail>,
  ): Promise<Thread> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      await selectThreadDocument(trx, documentId);
      const under = await drawnUnder(trx, caller.id, documentId);
      const detail = await write(trx, under, at);
      await recordEvent(trx, {
        at,
        personId: caller.id,
        action,
        subjectId: documentId,
        // With the audit, so that the trail keeps it from others as it keeps answers.
        detail: { auditId: under.auditId, ...detail },
      });
    });
    return get(caller, documentId);
  }

  /** Puts a verdict on a pair of passages in the place of the caller's earlier one. */
  async function settle(
    caller: Caller,
    { documentId, from, to }: Ends,
    action: string,
    verdict: 'drawn' | 'confirmed' | 'refused',
  ): Promise<Thread> {
    if (!leadsTo(from.part, to.part)) {
      throw new Refusal('NO_SUCH_STEP', 'These two are not linked with each other.', partnersWords(from.part));
    }
    const { sha256 } = await selectThreadDocument(db, documentId);
    const model = await modelOf(documentId);
    if (![from, to].every(({ anchor }) => anchorHolds(model, sha256, anchor))) {
      throw new Refusal(
        'QUOTE_NOT_FOUND',
        'Those words are not at that place in the document.',
        'Choose the passages again.',
      );
    }
    const place = createEndPlacer(model, sha256, findThreadPassages(model, sha256));
    return change(caller, documentId, action, async (trx, under, at) => {
      for (const row of await selectThreadLinks(trx, documentId)) {
        const kept = endsOf(row);
        const isSame =
          row.person_id === caller.id &&
          place(kept.from).passageId === place(from).passageId &&
          place(kept.to).passageId === place(to).passageId;
        if (isSame) await trx.deleteFrom('thread_link').where('id', '=', row.id).execute();
      }
      const id = randomUUID();
      await trx
        .insertInto('thread_link')
        .values({
          id,
          document_id: documentId,
          person_id: caller.id,
          round_id: under.roundId,
          from_part: from.part,
          to_part: to.part,
          from_anchor: JSON.stringify(from.anchor),
          to_anchor: JSON.stringify(to.anchor),
          verdict,
          at,
        })
        .execute();
      return { linkId: id, verdict, from: from.part, to: to.part };
    });
  }

  return {
    get,

    /** Throws Refusal NO_SUCH_STEP, QUOTE_NOT_FOUND, AUDIT_NOT_BEGUN or ALREADY_SUBMITTED. */
    link(caller: Caller, { isConfirmed, ...ends }: Ends & { isConfirmed: boolean }): Promise<Thread> {
      return settle(caller, ends, 'threads.link', isConfirmed ? 'confirmed' : 'drawn');
    },

    /** Throws as `link` does. */
    refuse(caller: Caller, ends: Ends): Promise<Thread> {
      return settle(caller, ends, 'threads.refuse', 'refused');
    },

    /** Throws Refusal NOT_FOUND for a link that is not the caller's own, AUDIT_NOT_BEGUN or ALREADY_SUBMITTED. */
    takeBack(caller: Caller, documentId: string, linkId: string): Promise<Thread> {
      return change(caller, documentId, 'threads.takeBack', async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('thread_link')
          .where('id', '=', linkId)
          .where('document_id', '=', documentId)
          .where('person_id', '=', caller.id)
          .executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('link');
        return { linkId };
      });
    },
  };
}

const STAGE_WORDS = new Map([
  ['draft', 'the draft'],
  ['final', 'the final'],
  ['amended_draft', 'the amended draft'],
  ['amended_final', 'the amended final'],
]);

/** "the draft of 3 March 2026". */
function versionWords({ stage, issuedOn }: ThreadDocument): string {
  const words = STAGE_WORDS.get(stage ?? '') ?? 'an earlier version';
  return issuedOn === null ? words : `${words} of ${formatDate(issuedOn)}`;
}
