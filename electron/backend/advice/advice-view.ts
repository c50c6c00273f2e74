import type { Kysely } from 'kysely';
import { type AdviceFile, adviceFileSchema } from '../../../shared/contract/advice.ts';
import { adviceStanding, type OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import { suggestAdvice } from '../../../shared/domain/advice/advice-suggestions.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { listDocuments, type MyAudits } from '../documents/documents-queries.ts';
import { notFound } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { agencyOfRow, answersOf, datesOf, type DraftRow, selectChecks, selectRequests } from './advice-queries.ts';

/** Everything that an agency's check of one draft rests on, as the contract gives it. */
export async function adviceFileOf(
  db: Kysely<WorkspaceTables>,
  {
    draft,
    agency,
    today,
    model,
    myAudits,
  }: { draft: DraftRow; agency: OfficerAgency; today: string; model: DocumentModel; myAudits: MyAudits },
): Promise<AdviceFile> {
  const [listed] = await listDocuments(db, myAudits, { ids: [draft.documentId] });
  if (!listed) throw notFound('document');
  const requests = await selectRequests(db, draft.cycleId);
  const settled = await db
    .selectFrom('advice_suggestion')
    .select('key')
    .where('cycle_id', '=', draft.cycleId)
    .execute();
  const checked = await db
    .selectFrom('advice_checked')
    .select('at')
    .where('document_id', '=', draft.documentId)
    .where('agency', '=', agency)
    .executeTakeFirst();
  const waiting = await db
    .selectFrom('document')
    .select(['id', 'file_name as fileName'])
    .where('cycle_id', 'is', null)
    .orderBy('imported_at')
    .orderBy('id')
    .execute();
  const elsewhere = new Set(
    (await db.selectFrom('advice_request').select('document_id').where('cycle_id', '<>', draft.cycleId).execute()).map(
      (row) => row.document_id,
    ),
  );
  return adviceFileSchema.parse({
    today,
    agency,
    plan: { id: draft.planId, reference: draft.reference, initials: draft.initials },
    document: listed.document,
    finalDue: draft.finalDue,
    isFinalOut: draft.isFinalOut === 1,
    requests: requests.map((row) => ({
      id: row.id,
      agency: agencyOfRow(row.agency),
      service: row.service,
      profession: row.profession,
      ...datesOf(row),
      form: row.form,
      answers: answersOf(row),
      adviceDocumentId: row.document_id,
      adviceFileName: row.fileName,
      note: row.note,
      standing: adviceStanding(datesOf(row), today),
    })),
    suggestions: suggestAdvice(model.advice).filter(({ key }) => !settled.some((row) => row.key === key)),
    // Advice on another child is not offered, nor named.
    waitingDocuments: waiting.filter(({ id }) => !elsewhere.has(id)),
    checks: (await selectChecks(db, draft.documentId, agency)).map((row) => ({
      id: row.id,
      requestId: row.request_id,
      adviceWords: row.advice_words,
      adviceAnchor: row.advice_anchor === null ? null : JSON.parse(row.advice_anchor),
      planAnchor: row.plan_anchor === null ? null : JSON.parse(row.plan_anchor),
      planSection: row.plan_section,
      finding: row.finding,
      comment: row.comment,
      by: row.by,
      at: row.at,
      correction:
        row.wording === null
          ? null
          : {
              wording: row.wording,
              dueOn: row.dueOn,
              sentAt: row.sentAt,
              answeredAt: row.answeredAt,
              answer: row.answer ?? '',
            },
    })),
    checkedAt: checked?.at ?? null,
  });
}
