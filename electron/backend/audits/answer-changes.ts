import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Audit } from '../../../shared/contract/audits.ts';
import { factProblem } from '../../../shared/domain/grading/answer-problems.ts';
import type { Anchor, DocumentModel } from '../../../shared/domain/document-model.ts';
import type { RootCause } from '../../../shared/domain/grading/root-causes.ts';
import type { Response } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, type EventDetail } from '../trail/trail.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { FactValue } from './audit-facts.ts';
import { developmentalOf } from './audit-standing.ts';
import { type AuditRow, selectAnswers, selectSuppliedFacts, upsertAnswer } from './audits-queries.ts';
import { anchorHolds } from './evidence-place.ts';
import { refuseStale } from './refuse-stale.ts';
import { refuseForeignAnswer, refuseForeignSections, refuseForeignStandard } from './foreign-input.ts';

export interface AnswerChange {
  response?: Response | null | undefined;
  comment?: string | undefined;
  absentIn?: string[] | undefined;
  rootCause?: RootCause | null | undefined;
}

/** What an auditor does to their own open audit: answers with their evidence, facts, and standards that are not graded. */
export function answerChanges({
  own,
  change,
  rubrics,
  modelOf,
}: {
  /** The caller's own audit. Throws Refusal NOT_FOUND. */
  own: (caller: Caller, auditId: string) => Promise<AuditRow>;
  /** Checks that the audit is open, writes and records in one transaction. */
  change: (
    caller: Caller,
    auditId: string,
    action: string,
    write: (trx: Transaction<WorkspaceTables>, row: AuditRow, at: string) => Promise<EventDetail>,
  ) => Promise<Audit>;
  rubrics: RubricService;
  modelOf: (documentId: string) => Promise<DocumentModel>;
}) {
  return {
    /** `seen` are the changed parts as they stood where the change was made. Throws Refusal CHANGED_ELSEWHERE. */
    async saveAnswer(
      caller: Caller,
      auditId: string,
      criterionId: string,
      answer: AnswerChange,
      seen: AnswerChange = {},
    ): Promise<Audit> {
      const { rubric } = await rubrics.get((await own(caller, auditId)).rubric_id);
      refuseForeignAnswer(rubric, criterionId, answer.response ?? null);
      refuseForeignSections(rubric, answer.absentIn ?? []);
      return change(caller, auditId, 'audits.saveAnswer', async (trx, _row, at) => {
        const before = (await selectAnswers(trx, auditId))[criterionId];
        refuseStale(seen.response, before?.response ?? null, answer.response);
        refuseStale(seen.comment, before?.comment ?? '', answer.comment);
        refuseStale(seen.absentIn, before?.absentIn ?? [], answer.absentIn);
        refuseStale(seen.rootCause, before?.rootCause ?? null, answer.rootCause);
        const next = {
          response: answer.response === undefined ? (before?.response ?? null) : answer.response,
          comment: answer.comment ?? before?.comment ?? '',
          absentIn: answer.absentIn ?? before?.absentIn ?? [],
          rootCause: answer.rootCause === undefined ? (before?.rootCause ?? null) : answer.rootCause,
        };
        await upsertAnswer(trx, {
          audit_id: auditId,
          criterion_id: criterionId,
          response: next.response,
          comment: next.comment,
          absent_in: JSON.stringify(next.absentIn),
          root_cause: next.rootCause,
          saved_at: at,
        });
        return {
          criterionId,
          response: next.response,
          comment: digestOf(next.comment),
          absentIn: next.absentIn.join(' '),
          rootCause: next.rootCause,
        };
      });
    },

    async addEvidence(caller: Caller, auditId: string, criterionId: string, anchor: Anchor): Promise<Audit> {
      const row = await own(caller, auditId);
      const { rubric } = await rubrics.get(row.rubric_id);
      refuseForeignAnswer(rubric, criterionId, null);
      if (!anchorHolds(await modelOf(row.document_id), row.sha256, anchor)) {
        throw new Refusal(
          'QUOTE_NOT_FOUND',
          'Those words are not at that place in the document.',
          'Select the words in the document again.',
        );
      }
      return change(caller, auditId, 'audits.addEvidence', async (trx, _row, at) => {
        const evidenceId = randomUUID();
        await trx
          .insertInto('evidence')
          .values({
            id: evidenceId,
            audit_id: auditId,
            criterion_id: criterionId,
            anchor: JSON.stringify(anchor),
            added_at: at,
          })
          .execute();
        return { criterionId, evidenceId, quote: digestOf(anchor.quote) };
      });
    },

    async removeEvidence(caller: Caller, auditId: string, evidenceId: string): Promise<Audit> {
      return change(caller, auditId, 'audits.removeEvidence', async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('evidence')
          .where('id', '=', evidenceId)
          .where('audit_id', '=', auditId)
          .executeTakeFirst();
        if (numDeletedRows === 0n) throw notFound('quote');
        return { evidenceId };
      });
    },

    /**
     * Supplies a fact in the auditor's name; null goes back to what the register and the document give. `seen` is what
     * they had supplied where the change was made. Throws Refusal CHANGED_ELSEWHERE.
     */
    async setFact(caller: Caller, auditId: string, fact: string, value: FactValue, seen?: FactValue): Promise<Audit> {
      const { rubric } = await rubrics.get((await own(caller, auditId)).rubric_id);
      const problem = factProblem(rubric, fact, value);
      if (problem !== undefined) {
        throw new Refusal('NO_SUCH_FACT', problem, 'Choose one of the values that the fact allows.');
      }
      return change(caller, auditId, 'audits.setFact', async (trx) => {
        refuseStale(seen, (await selectSuppliedFacts(trx, auditId)).get(fact) ?? null, value);
        await trx.deleteFrom('audit_fact').where('audit_id', '=', auditId).where('fact', '=', fact).execute();
        if (value !== null) {
          await trx
            .insertInto('audit_fact')
            .values({ audit_id: auditId, fact, value: JSON.stringify(value) })
            .execute();
        }
        return { fact, value };
      });
    },

    async setDevelopmental(
      caller: Caller,
      auditId: string,
      standardId: string,
      isDevelopmental: boolean,
    ): Promise<Audit> {
      const { rubric } = await rubrics.get((await own(caller, auditId)).rubric_id);
      refuseForeignStandard(rubric, standardId);
      return change(caller, auditId, 'audits.setDevelopmental', async (trx, row) => {
        const others = developmentalOf(row).filter((id) => id !== standardId);
        const developmental = isDevelopmental ? [...others, standardId] : others;
        await trx
          .updateTable('audit')
          .set({ developmental: JSON.stringify(developmental) })
          .where('id', '=', auditId)
          .execute();
        return { standardId, isDevelopmental };
      });
    },
  };
}
