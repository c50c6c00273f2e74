import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import {
  type AdviceCheck,
  type AdviceFile,
  type AdviceQueue,
  type AdviceRequestFields,
} from '../../../shared/contract/advice.ts';
import { isBeforeFinal, mayChangeEntry, type OfficerAgency } from '../../../shared/domain/advice-log.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import { insertAction } from '../actions/insert-action.ts';
import { anchorHolds } from '../audits/evidence-place.ts';
import type { Caller, Clock } from '../caller.ts';
import type { MyAudits } from '../documents/documents-queries.ts';
import { notFound, Refusal } from '../refusal.ts';
import { type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { Row, WorkspaceTables } from '../workspace/schema.ts';
import { type DraftRow, selectDraft, selectDrafts } from './advice-queries.ts';
import { adviceFileOf } from './advice-view.ts';
import { refuseOtherAgency } from './officer-agency.ts';

type Trx = Transaction<WorkspaceTables>;
export type AdviceService = ReturnType<typeof createAdviceService>;

interface OfDraft {
  agency: OfficerAgency;
  documentId: string;
}

/** The officer's check of drafts: the advice log, passages side by side, and the corrections that come of them. */
export function createAdviceService({
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
  function today(): string {
    return clock().toISOString().slice(0, 10);
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

  return {
    get,

    async queue(
      caller: Caller,
      { agency, includePast }: { agency: OfficerAgency; includePast: boolean },
    ): Promise<AdviceQueue> {
      refuseOtherAgency(caller, agency, 'look');
      return { today: today(), agency, ...(await selectDrafts(db, { agency, includePast, today: today() })) };
    },

    saveRequest(
      caller: Caller,
      {
        requestId,
        fields,
        suggestionKey,
        ...of
      }: OfDraft & { requestId: string | null; fields: AdviceRequestFields; suggestionKey: string | null },
    ): Promise<AdviceFile> {
      if (fields.isNilReturn && fields.receivedOn === null) {
        throw new Refusal(
          'NIL_WITHOUT_DAY',
          'A nil return is an answer: it has a day on which it was received.',
          'Enter the day, or leave it as not received: then it counts as missing once six weeks are over.',
        );
      }
      return change(caller, of, 'advice.saveRequest', async (trx, { cycleId }, at) => {
        await refuseFiled(trx, fields.adviceDocumentId);
        const values = rowOf(fields);
        const id = requestId ?? randomUUID();
        if (requestId === null) {
          const added = { id, cycle_id: cycleId, ...values, added_at: at, added_by: caller.id };
          await trx.insertInto('advice_request').values(added).execute();
        } else {
          const known = await requestOf(trx, cycleId, requestId);
          refuseOthersEntry(known, of.agency);
          // What was compared with it would pass to another agency's officer.
          if (known.agency !== fields.agency) await refuseCompared(trx, requestId);
          await trx.updateTable('advice_request').set(values).where('id', '=', requestId).execute();
        }
        if (suggestionKey !== null) await settle(trx, { cycleId, key: suggestionKey, personId: caller.id, at });
        return { requestId: id, isNilReturn: fields.isNilReturn };
      });
    },

    removeRequest(caller: Caller, { requestId, ...of }: OfDraft & { requestId: string }): Promise<AdviceFile> {
      return change(caller, of, 'advice.removeRequest', async (trx, { cycleId }) => {
        refuseOthersEntry(await requestOf(trx, cycleId, requestId), of.agency);
        await refuseCompared(trx, requestId);
        // The document goes back to those that wait: it is only the entry that was a mistake.
        await trx.updateTable('advice_request').set({ document_id: null }).where('id', '=', requestId).execute();
        await trx.deleteFrom('advice_request').where('id', '=', requestId).execute();
        return { requestId };
      });
    },

    setAside(caller: Caller, { suggestionKey, ...of }: OfDraft & { suggestionKey: string }): Promise<AdviceFile> {
      return change(caller, of, 'advice.setAside', async (trx, { cycleId }, at) => {
        await settle(trx, { cycleId, key: suggestionKey, personId: caller.id, at });
        return {};
      });
    },

    async saveCheck(
      caller: Caller,
      input: OfDraft & {
        checkId: string | null;
        requestId: string;
        adviceWords: string;
        adviceAnchor: Anchor | null;
        planAnchor: Anchor | null;
        finding: AdviceCheck['finding'];
        comment: string;
      },
    ): Promise<AdviceFile> {
      const { checkId, requestId, planAnchor, adviceAnchor, finding, agency, documentId } = input;
      if (planAnchor === null && finding !== 'missing') {
        throw new Refusal(
          'PASSAGE_NEEDED',
          'This finding needs the plan’s own words.',
          'Select them in the plan, or choose Missing.',
        );
      }
      const model = await modelOf(documentId);
      return change(caller, { agency, documentId }, 'advice.saveCheck', async (trx, draft, at) => {
        const request = await requestOf(trx, draft.cycleId, requestId);
        refuseForCheck(request, agency);
        if (planAnchor !== null && !anchorHolds(model, draft.sha256, planAnchor)) throw quoteNotFound();
        if (adviceAnchor !== null) await refuseWrongAdviceQuote(trx, request, adviceAnchor);
        const values = {
          document_id: documentId,
          request_id: requestId,
          advice_words: input.adviceWords,
          advice_anchor: adviceAnchor === null ? null : JSON.stringify(adviceAnchor),
          plan_anchor: planAnchor === null ? null : JSON.stringify(planAnchor),
          plan_section: sectionOf(model, planAnchor),
          finding,
          comment: input.comment,
          person_id: caller.id,
          at,
        };
        const id = checkId ?? randomUUID();
        if (checkId === null) {
          await trx
            .insertInto('advice_check')
            .values({ id, ...values })
            .execute();
        } else {
          await ownCheck(trx, { agency, documentId }, checkId);
          await refuseSent(trx, checkId);
          const { at: _made, ...changed } = values;
          await trx.updateTable('advice_check').set(changed).where('id', '=', checkId).execute();
          // Where nothing is wrong there is nothing to correct.
          if (finding === 'faithful') {
            await trx.deleteFrom('advice_correction').where('check_id', '=', checkId).execute();
          }
        }
        return { checkId: id, finding };
      });
    },

    removeCheck(caller: Caller, { checkId, ...of }: OfDraft & { checkId: string }): Promise<AdviceFile> {
      return change(caller, of, 'advice.removeCheck', async (trx) => {
        await ownCheck(trx, of, checkId);
        await refuseSent(trx, checkId);
        await trx.deleteFrom('advice_check').where('id', '=', checkId).execute();
        return { checkId };
      });
    },

    finish(caller: Caller, { isChecked, ...of }: OfDraft & { isChecked: boolean }): Promise<AdviceFile> {
      return change(caller, of, 'advice.finish', async (trx, _draft, at) => {
        await trx
          .deleteFrom('advice_checked')
          .where('document_id', '=', of.documentId)
          .where('agency', '=', of.agency)
          .execute();
        if (isChecked) {
          const row = { document_id: of.documentId, agency: of.agency, person_id: caller.id, at };
          await trx.insertInto('advice_checked').values(row).execute();
        }
        return { isChecked };
      });
    },

    saveCorrection(
      caller: Caller,
      {
        checkId,
        correction,
        ...of
      }: OfDraft & { checkId: string; correction: { wording: string; dueOn: string } | null },
    ): Promise<AdviceFile> {
      return change(caller, of, 'advice.saveCorrection', async (trx, { finalDue }) => {
        const check = await ownCheck(trx, of, checkId);
        await refuseSent(trx, checkId);
        await trx.deleteFrom('advice_correction').where('check_id', '=', checkId).execute();
        if (correction === null) return { checkId, dueOn: null };
        if (check.finding === 'faithful') {
          throw new Refusal(
            'FAITHFUL',
            'The plan says what the advice says: there is nothing to correct.',
            'Change the finding first.',
          );
        }
        if (!isBeforeFinal(correction.dueOn, finalDue, today())) {
          throw new Refusal('AFTER_FINAL', 'A correction is due before the final is.', 'Choose an earlier day.');
        }
        const { wording, dueOn } = correction;
        await trx
          .insertInto('advice_correction')
          .values({ ...UNSENT, check_id: checkId, wording, due_on: dueOn })
          .execute();
        return { checkId, dueOn };
      });
    },

    /** Each correction that was not sent becomes an action on the plan, owned by the officer. */
    sendCorrections(caller: Caller, of: OfDraft): Promise<AdviceFile> {
      return change(caller, of, 'advice.sendCorrections', async (trx, draft, at) => {
        const unsent = await trx
          .selectFrom('advice_correction')
          .innerJoin('advice_check', 'advice_check.id', 'advice_correction.check_id')
          .innerJoin('advice_request', 'advice_request.id', 'advice_check.request_id')
          .select(['advice_correction.check_id as checkId', 'wording', 'due_on as dueOn'])
          .where('advice_correction.sent_at', 'is', null)
          .where('advice_check.document_id', '=', of.documentId)
          .where('advice_request.agency', '=', of.agency)
          .orderBy('advice_correction.due_on')
          .orderBy('advice_check.at')
          .execute();
        if (unsent.length === 0) {
          throw new Refusal(
            'NOTHING_TO_SEND',
            'There is no correction that was not sent.',
            'Ask for a correction on a finding first.',
          );
        }
        for (const { checkId, wording, dueOn } of unsent) {
          // From here on it is followed like any other action: the audit of the final asks whether it was answered.
          const actionId = await insertAction(trx, {
            kind: 'change',
            level: 'plan',
            plan_id: draft.planId,
            cycle_id: draft.cycleId,
            document_id: of.documentId,
            round_id: null,
            criterion_id: null,
            words: wording,
            service: '',
            owner_id: caller.id,
            owner_name: '',
            due_on: dueOn,
            before_grade: null,
            created_at: at,
            created_by: caller.id,
          });
          await trx
            .updateTable('advice_correction')
            .set({ sent_at: at, sent_by: caller.id, action_id: actionId })
            .where('check_id', '=', checkId)
            .execute();
        }
        return { corrections: unsent.length };
      });
    },

    answerCorrection(
      caller: Caller,
      { checkId, answer, ...of }: OfDraft & { checkId: string; answer: string | null },
    ): Promise<AdviceFile> {
      return change(caller, of, 'advice.answerCorrection', async (trx, _draft, at) => {
        await ownCheck(trx, of, checkId);
        const { numUpdatedRows } = await trx
          .updateTable('advice_correction')
          .set({
            answer: answer ?? '',
            answered_at: answer === null ? null : at,
            answered_by: answer === null ? null : caller.id,
          })
          .where('check_id', '=', checkId)
          .where('sent_at', 'is not', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) {
          throw new Refusal(
            'NOT_SENT',
            'This correction was not sent yet.',
            'Send the corrections of the draft first.',
          );
        }
        return { checkId, isAnswered: answer !== null };
      });
    },
  };
}

const UNSENT = { action_id: null, sent_at: null, sent_by: null, answered_at: null, answered_by: null };

async function draftOf(db: WorkspaceDb | Trx, documentId: string): Promise<DraftRow> {
  const draft = await selectDraft(db, documentId);
  if (draft) return draft;
  const document = await db.selectFrom('document').select('id').where('id', '=', documentId).executeTakeFirst();
  if (!document) throw notFound('document');
  throw new Refusal('NOT_A_DRAFT', 'This document is no draft of a plan.', 'Choose a draft from the list.');
}

async function requestOf(trx: Trx, cycleId: string, requestId: string): Promise<Row<'advice_request'>> {
  const row = await trx
    .selectFrom('advice_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst();
  if (!row) throw notFound('request for advice');
  return row;
}

function refuseOthersEntry(request: Row<'advice_request'>, agency: OfficerAgency): void {
  if (mayChangeEntry(request, agency)) return;
  throw new Refusal(
    'NOT_YOUR_SERVICE',
    'This advice is of another agency than yours.',
    'Ask that agency’s officer to change the entry.',
  );
}

async function refuseCompared(trx: Trx, requestId: string): Promise<void> {
  const compared = await trx
    .selectFrom('advice_check')
    .select('id')
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  if (!compared) return;
  throw new Refusal('HAS_FINDINGS', 'Passages have been compared with this advice.', 'Remove those findings first.');
}

/** A finding on this draft, of the officer's own agency. */
async function ownCheck(trx: Trx, { agency, documentId }: OfDraft, checkId: string): Promise<Row<'advice_check'>> {
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

async function refuseSent(trx: Trx, checkId: string): Promise<void> {
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

function refuseForCheck(request: Row<'advice_request'>, agency: OfficerAgency): void {
  if (request.agency !== agency) {
    throw new Refusal(
      'NOT_YOUR_SERVICE',
      'This advice is of another agency than yours.',
      'Compare the advice of your own agency’s services.',
    );
  }
  if (request.received_on === null || request.is_nil === 1) {
    throw new Refusal(
      'NOTHING_TO_COMPARE',
      'There is no advice to compare with yet.',
      'Enter the day on which the advice was received.',
    );
  }
}

async function refuseWrongAdviceQuote(trx: Trx, request: Row<'advice_request'>, anchor: Anchor): Promise<void> {
  const row =
    request.document_id === null
      ? undefined
      : await trx
          .selectFrom('document')
          .innerJoin('document_model', 'document_model.document_id', 'document.id')
          .select(['document.sha256 as sha256', 'document_model.model as model'])
          .where('document.id', '=', request.document_id)
          .executeTakeFirst();
  // What the workspace itself has stored was parsed when it was written.
  if (row === undefined || !anchorHolds(JSON.parse(row.model), row.sha256, anchor)) throw quoteNotFound();
}

function quoteNotFound(): Refusal {
  return new Refusal(
    'QUOTE_NOT_FOUND',
    'Those words are not at that place in the document.',
    'Select the words again in the document.',
  );
}

async function refuseFiled(trx: Trx, documentId: string | null): Promise<void> {
  if (documentId === null) return;
  const row = await trx.selectFrom('document').select('cycle_id').where('id', '=', documentId).executeTakeFirst();
  if (!row) throw notFound('document');
  if (row.cycle_id === null) return;
  throw new Refusal(
    'NOT_ADVICE',
    'This document is filed as a version of a plan.',
    'Choose a document that waits to be filed.',
  );
}

async function settle(
  trx: Trx,
  { cycleId, key, personId, at }: { cycleId: string; key: string; personId: string; at: string },
): Promise<void> {
  await trx
    .insertInto('advice_suggestion')
    .values({ cycle_id: cycleId, key, person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The section in which the first of the quoted words stand. */
function sectionOf({ sections }: DocumentModel, anchor: Anchor | null): string {
  const block = anchor?.kind === 'text' ? anchor.spans[0]?.block : undefined;
  if (block === undefined) return '';
  return sections.find(({ blocks, headings }) => blocks.includes(block) || headings.includes(block))?.id ?? '';
}

function rowOf(fields: AdviceRequestFields) {
  return {
    agency: fields.agency,
    service: fields.service,
    profession: fields.profession,
    asked_on: fields.askedOn,
    received_on: fields.receivedOn,
    is_nil: Number(fields.isNilReturn),
    form: fields.form,
    answers_needs: bit(fields.answers.needs),
    answers_provision: bit(fields.answers.provision),
    answers_outcomes: bit(fields.answers.outcomes),
    document_id: fields.adviceDocumentId,
    note: fields.note,
  };
}

function bit(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
