import { randomUUID } from 'node:crypto';
import type { AdviceFile, AdviceRequestFields } from '../../../shared/contract/advice.ts';
import { mayChangeEntry, type OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import type { Caller } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Row } from '../workspace/schema.ts';
import { type DraftInHand, type OfDraft, requestOf, type Trx } from './draft-in-hand.ts';

/** The advice log of a cycle: what was asked of whom, and what came. */
export function adviceLogCommands({ change }: DraftInHand) {
  return {
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
  };
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
