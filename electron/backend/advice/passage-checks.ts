import { randomUUID } from 'node:crypto';
import type { AdviceCheck, AdviceFile } from '../../../shared/contract/advice.ts';
import type { OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import { anchorHolds } from '../audits/evidence-place.ts';
import type { Caller } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import type { Row } from '../workspace/schema.ts';
import { type DraftInHand, type OfDraft, ownCheck, refuseSent, requestOf, type Trx } from './draft-in-hand.ts';

/** Passages of advice held against the plan's words, and the officer's word that a draft is checked. */
export function passageCheckCommands({ change }: DraftInHand, modelOf: (documentId: string) => Promise<DocumentModel>) {
  return {
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
  };
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

/** The section in which the first of the quoted words stand. */
function sectionOf({ sections }: DocumentModel, anchor: Anchor | null): string {
  const block = anchor?.kind === 'text' ? anchor.spans[0]?.block : undefined;
  if (block === undefined) return '';
  return sections.find(({ blocks, headings }) => blocks.includes(block) || headings.includes(block))?.id ?? '';
}
