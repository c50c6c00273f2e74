import type { Transaction } from 'kysely';
import type { AdviceFile } from '../../../shared/contract/advice.ts';
import type { OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Caller, Clock } from '../caller.ts';
import type { MyAudits } from '../documents/documents-queries.ts';
import { englishDay } from '../english-day.ts';
import { notFound, Refusal } from '../refusal.ts';
import { type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { type DraftRow, selectDraft } from './advice-queries.ts';
import { adviceFileOf } from './advice-view.ts';
import { refuseOtherAgency } from './officer-agency.ts';

export type Trx = Transaction<WorkspaceTables>;
/** A draft in one officer's hands: looked at, and changed, each change written and recorded in one transaction. */
export type DraftInHand = ReturnType<typeof createDraftInHand>;

export interface OfDraft {
  agency: OfficerAgency;
  documentId: string;
}

/** What an officer needs to check drafts. */
export interface AdviceNeeds {
  db: WorkspaceDb;
  clock: Clock;
  myAudits: (personId: string) => Promise<MyAudits>;
  modelOf: (documentId: string) => Promise<DocumentModel>;
}

export function createDraftInHand({ db, clock, myAudits, modelOf }: AdviceNeeds) {
  function today(): string {
    return englishDay(clock());
  }

  async function get(caller: Caller, { agency, documentId }: OfDraft): Promise<AdviceFile> {
    refuseOtherAgency(caller, agency, 'look');
    const draft = await draftOf(db, documentId);
    return adviceFileOf(db, {
      draft,
      agency,
      today: today(),
      model: await modelOf(documentId),
      myAudits: await myAudits(caller.id),
    });
  }

  /** One change to the check of a draft: written and recorded in one transaction. */
  async function change(
    caller: Caller,
    of: OfDraft,
    action: string,
    write: (trx: Trx, draft: DraftRow, at: string) => Promise<EventDetail>,
  ): Promise<AdviceFile> {
    refuseOtherAgency(caller, of.agency, 'check');
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const detail = await write(trx, await draftOf(trx, of.documentId), at);
      const subjectId = of.documentId;
      await recordEvent(trx, { at, personId: caller.id, action, subjectId, detail: { agency: of.agency, ...detail } });
    });
    return get(caller, of);
  }

  return { today, get, change };
}

async function draftOf(db: WorkspaceDb | Trx, documentId: string): Promise<DraftRow> {
  const draft = await selectDraft(db, documentId);
  if (draft) return draft;
  const document = await db.selectFrom('document').select('id').where('id', '=', documentId).executeTakeFirst();
  if (!document) throw notFound('document');
  throw new Refusal('NOT_A_DRAFT', 'This document is no draft of a plan.', 'Choose a draft from the list.');
}

/** An entry of the advice log of this cycle. Throws Refusal NOT_FOUND. */
export async function requestOf(trx: Trx, cycleId: string, requestId: string): Promise<Row<'advice_request'>> {
  const row = await trx
    .selectFrom('advice_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  if (!row) throw notFound('request for advice');
  return row;
}

/** A finding on this draft, of the officer's own agency. */
export async function ownCheck(
  trx: Trx,
  { agency, documentId }: OfDraft,
  checkId: string,
): Promise<Row<'advice_check'>> {
  const row = await trx
    .selectFrom('advice_check')
    .innerJoin('advice_request', 'advice_request.id', 'advice_check.request_id')
    .selectAll('advice_check')
    .where('advice_check.id', '=', checkId)
    .where('advice_check.document_id', '=', documentId)
    .where('advice_request.agency', '=', agency)
    .executeTakeFirst();
  if (!row) throw notFound('finding');
  return row;
}

/** What was sent on a finding stays as it was. */
export async function refuseSent(trx: Trx, checkId: string): Promise<void> {
  const sent = await trx
    .selectFrom('advice_correction')
    .select('check_id')
    .where('check_id', '=', checkId)
    .where('sent_at', 'is not', null)
    .executeTakeFirst();
  if (!sent) return;
  throw new Refusal(
    'CORRECTION_SENT',
    'A correction has been sent on this finding.',
    'Note the answer to it; what was sent stays as it was.',
  );
}
