import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { type Answer, type Audit, auditSchema, type AuditSummary } from '../../../shared/contract/audits.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { actionProblems, type SubmissionProblem } from '../../../shared/domain/grading/submission.ts';
import { selectAsked } from '../actions/asked-actions.ts';
import type { Caller, Clock } from '../caller.ts';
import { listDocuments } from '../documents/documents-queries.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import {
  createAuditStanding,
  developmentalOf,
  freeze,
  problemsOf,
  responsesOf,
  type Standing,
  standardsOf,
  stateOf,
} from './audit-standing.ts';
import { answerChanges } from './answer-changes.ts';
import { answersShownAt } from './answers-shown.ts';
import { type AuditRow, lastSavedAt, selectAnswers, selectAudits } from './audits-queries.ts';
import { ensureAssigned } from './ensure-assigned.ts';
import { refuseForeignStandard } from './foreign-input.ts';
import { selectOpenDocuments } from './open-answers.ts';
import { reopenAudit, selectEarlierSubmissions } from './reopen-audit.ts';
import { saveNote, selectNotes } from './own-notes.ts';
import { addTime, timeTaken } from './time-taken.ts';

export type AuditsService = ReturnType<typeof createAuditsService>;

export function createAuditsService({
  db,
  clock,
  rubrics,
  modelOf,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rubrics: RubricService;
  modelOf: (documentId: string) => Promise<DocumentModel>;
}) {
  const standing = createAuditStanding({ db, rubrics });

  /** An audit of the caller's own; nobody sees another auditor's answers through here. */
  async function own(caller: Caller, auditId: string): Promise<AuditRow> {
    const [row] = await selectAudits(db, { id: auditId, auditorId: caller.id });
    if (!row) throw notFound('audit');
    return row;
  }

  async function get(caller: Caller, auditId: string): Promise<Audit> {
    const row = await own(caller, auditId);
    const answers = await selectAnswers(db, auditId);
    const stands = await standing.stand(row, answers);
    const { facts, grading } = stands;
    const [listed] = await listDocuments(
      db,
      await standing.progress(caller.id, { roundId: row.round_id, documentId: row.document_id }),
      {
        ids: [row.document_id],
      },
    );
    if (!listed) throw notFound('document');
    return auditSchema.parse({
      id: row.id,
      planId: row.planId,
      planReference: row.planReference,
      planInitials: row.planInitials,
      document: listed.document,
      roundId: row.round_id,
      rubricId: row.rubric_id,
      auditorId: row.auditor_id,
      agency: row.agency,
      standards: standardsOf(row),
      isCalibration: row.is_calibration === 1,
      level: row.level,
      state: row.state,
      startedAt: row.started_at,
      submittedAt: row.submitted_at,
      facts,
      developmentalStandards: developmentalOf(row),
      answers,
      grading,
      notes: await selectNotes(db, auditId),
      activeSeconds: row.active_seconds,
      canReopen: row.state === 'submitted' && (await answersShownAt(db, row.round_id, row.document_id)) === null,
      earlierSubmissions: await selectEarlierSubmissions(db, auditId),
      problems: row.state === 'submitted' ? [] : await problemsIn(db, row, stands, answers),
    });
  }

  /** One change to an open audit: checked, written and recorded in one transaction. */
  async function change(
    caller: Caller,
    auditId: string,
    action: string,
    write: (trx: Transaction<WorkspaceTables>, row: AuditRow, at: string) => Promise<EventDetail>,
  ): Promise<Audit> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const [row] = await selectAudits(trx, { id: auditId, auditorId: caller.id });
      if (!row) throw notFound('audit');
      if (row.state === 'submitted') {
        throw new Refusal(
          'ALREADY_SUBMITTED',
          'This audit was submitted and is locked.',
          'It can be read, and no longer changed.',
        );
      }
      const detail = await write(trx, row, at);
      await recordEvent(trx, { at, personId: caller.id, action, subjectId: auditId, detail });
    });
    return get(caller, auditId);
  }

  /** What stands in the way of submitting: of the answers, and of the earlier actions that the audit asks about. */
  async function problemsIn(
    source: Kysely<WorkspaceTables>,
    row: AuditRow,
    { rubric, grading }: Standing,
    answers: Record<string, Answer>,
  ): Promise<SubmissionProblem[]> {
    const asked = await selectAsked(source, row, rubric);
    return [...problemsOf(rubric, grading, answers), ...actionProblems(asked)];
  }

  return {
    get,
    ...answerChanges({ own, change, rubrics, modelOf }),
    myAudits: (personId: string) => standing.progress(personId),
    myAuditsIn: (personId: string, asked: readonly { roundId: string; documentId: string }[]) =>
      standing.progressIn(personId, asked),

    /** The caller's own audits in a round, in the order in which they were begun. */
    async list(caller: Caller, roundId: string): Promise<AuditSummary[]> {
      const rows = await selectAudits(db, { auditorId: caller.id, roundId });
      const mine = await standing.progress(caller.id, { roundId });
      const summaries: AuditSummary[] = [];
      for (const row of rows) {
        const { grading } = await standing.stand(row, await selectAnswers(db, row.id));
        const [listed] = await listDocuments(db, mine, { ids: [row.document_id] });
        if (!listed) continue;
        summaries.push({
          id: row.id,
          planId: row.planId,
          planReference: row.planReference,
          planInitials: row.planInitials,
          document: listed.document,
          state: stateOf(row),
          answered: grading.answered,
          toAnswer: grading.toAnswer,
          overallGrade: grading.overallGrade,
          isPartial: grading.isPartial,
          standards: grading.standards
            .filter(({ applies, isDevelopmental }) => applies !== 'does_not_apply' || isDevelopmental)
            .map(({ id, answered, toAnswer }) => ({ id, answered, toAnswer })),
          lastSavedAt: await lastSavedAt(db, row.id),
        });
      }
      return summaries;
    },

    /** Opens the caller's audit of a document, beginning it on the round's standards if there is none. */
    async open(caller: Caller, documentId: string, roundId: string): Promise<Audit> {
      const at = clock().toISOString();
      const auditId = await db.transaction().execute(async (trx) => {
        const [known] = await selectAudits(trx, { auditorId: caller.id, roundId, documentId });
        if (known) return known.id;
        const round = await trx.selectFrom('round').select('rubric_id').where('id', '=', roundId).executeTakeFirst();
        if (!round) throw notFound('round');
        const isCalibration = await ensureAssigned(trx, { roundId, documentId, caller, at });
        const begun = randomUUID();
        await trx
          .insertInto('audit')
          .values({
            id: begun,
            document_id: documentId,
            round_id: roundId,
            rubric_id: round.rubric_id,
            auditor_id: caller.id,
            level: 'multi_agency',
            is_calibration: isCalibration ? 1 : 0,
            state: 'open',
            developmental: '[]',
            started_at: at,
            submitted_at: null,
            frozen: null,
          })
          .execute();
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'audits.open',
          subjectId: begun,
          detail: { documentId, roundId, rubricId: round.rubric_id },
        });
        return begun;
      });
      return get(caller, auditId);
    },

    /** Locks the audit with its facts and grading as they stand. Throws Refusal NOT_READY with every problem. */
    async submit(caller: Caller, auditId: string): Promise<Audit> {
      // Parsed before the transaction, which must not wait for the connection that it holds itself.
      await rubrics.get((await own(caller, auditId)).rubric_id);
      return change(caller, auditId, 'audits.submit', async (trx, row, at) => {
        const answers = await selectAnswers(trx, auditId);
        const stands = await standing.stand(row, answers, trx);
        const { facts, grading } = stands;
        const problems = await problemsIn(trx, row, stands, answers);
        if (problems.length > 0) throw notReady(problems);
        await settleCauses(trx, auditId);
        const frozen = freeze({ facts, grading });
        await trx
          .updateTable('audit')
          .set({ state: 'submitted', submitted_at: at, frozen })
          .where('id', '=', auditId)
          .execute();
        return { overallGrade: grading.overallGrade, rubricId: row.rubric_id, frozen: digestOf(frozen) };
      });
    },

    reopen: (caller: Caller, auditId: string, reason: string) => reopenAudit(db, clock, caller, { auditId, reason }),
    addTime: (caller: Caller, auditId: string, seconds: number) => addTime(db, caller, auditId, seconds),
    timeTaken: (roundId: string) => timeTaken(db, roundId),

    /** `before` is the note as it was where it was changed. Throws Refusal CHANGED_ELSEWHERE. */
    async saveNote(
      caller: Caller,
      {
        auditId,
        standardId,
        ...kept
      }: { auditId: string; standardId: string | null; note: string; before?: string | undefined },
    ): Promise<Audit> {
      const { rubric } = await rubrics.get((await own(caller, auditId)).rubric_id);
      if (standardId !== null) refuseForeignStandard(rubric, standardId);
      await saveNote(db, clock, caller, { auditId, standardId, ...kept });
      return get(caller, auditId);
    },

    /**
     * The audits of a round that count, with their answers, whoever made them: submitted by all who are asked to audit
     * the document, and no calibration. For figures and moderation; whoever shows them calls `recordAnswersShown`.
     */
    async submittedIn(roundId: string) {
      const open = await selectOpenDocuments(db, roundId);
      const rows = (await selectAudits(db, { roundId })).filter(
        (row) => row.state === 'submitted' && row.is_calibration === 0 && open.has(row.document_id),
      );
      return Promise.all(
        rows.map(async (row) => {
          const answers = await selectAnswers(db, row.id);
          const { rubric, grading } = await standing.stand(row, answers);
          return {
            auditId: row.id,
            documentId: row.document_id,
            auditorId: row.auditor_id,
            rubricId: row.rubric_id,
            rubric,
            grading,
            responses: responsesOf(answers),
          };
        }),
      );
    },
  };
}

/** A shortfall without a cause is put down as not known; what meets its criterion has no cause. */
async function settleCauses(trx: Transaction<WorkspaceTables>, auditId: string): Promise<void> {
  const answers = await trx
    .selectFrom('answer')
    .select(['criterion_id as criterionId', 'response', 'root_cause as rootCause'])
    .where('audit_id', '=', auditId)
    .execute();
  for (const { criterionId, response, rootCause } of answers) {
    const settled = response === 'partly' || response === 'not_met' ? (rootCause ?? 'not_known') : null;
    if (settled === rootCause) continue;
    await trx
      .updateTable('answer')
      .set({ root_cause: settled })
      .where('audit_id', '=', auditId)
      .where('criterion_id', '=', criterionId)
      .execute();
  }
}

function notReady(problems: SubmissionProblem[]): Refusal {
  const [first] = problems;
  return new Refusal(
    'NOT_READY',
    problems.length === 1
      ? 'One thing stands in the way of submitting.'
      : `${problems.length} things stand in the way of submitting.`,
    first?.message ?? '',
    { problems },
  );
}
