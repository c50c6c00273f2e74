import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { answerProblem, factProblem } from '../../../shared/domain/grading/answer-problems.ts';
import type { PlanFacts, Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller, Clock } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { type DecisionKind, insertDecision } from './moderation-queries.ts';
import { problemsOf } from './moderation-view.ts';
import { frozenModerationSchema, type OpenModeration, type PanelDocument } from './panel-documents.ts';

export interface OfDocument {
  roundId: string;
  documentId: string;
}

type Trx = Transaction<WorkspaceTables>;

/** A document in hand: open for the panel, with everything that a decision is held against. */
export interface InHand {
  document: PanelDocument;
  open: OpenModeration;
  rubric: Rubric;
}

/** What a panel decides on one document, from the first criterion to the agreed grade. Auditors' own answers are only ever read. */
export function panelDecisions({
  db,
  clock,
  inHand,
  get,
  keepRubric,
}: {
  db: WorkspaceDb;
  clock: Clock;
  /** Throws where the caller has no part in the document, or the panel has not begun with it. */
  inHand: (caller: Caller, of: OfDocument, source: Kysely<WorkspaceTables>) => Promise<InHand>;
  get: (caller: Caller, of: OfDocument) => Promise<Moderation>;
  /** Parses the round's standards before a transaction, which must not wait for the connection that it holds. */
  keepRubric: (roundId: string) => Promise<unknown>;
}) {
  /** One decision on an open document: held against what stands, written and recorded in one transaction. */
  async function change(
    caller: Caller,
    of: OfDocument,
    action: string,
    write: (trx: Trx, hand: InHand, at: string) => Promise<EventDetail>,
  ): Promise<Moderation> {
    await keepRubric(of.roundId);
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      const hand = await inHand(caller, of, trx);
      if (hand.document.isCalibration) {
        throw new Refusal(
          'NOT_FOR_CALIBRATION',
          'A calibration document is compared, not graded together.',
          'Pin a note to the criterion instead.',
        );
      }
      const detail = await write(trx, hand, at);
      await recordEvent(trx, {
        at,
        personId: caller.id,
        action,
        subjectId: hand.open.row.id,
        detail: { roundId: of.roundId, documentId: of.documentId, ...detail },
      });
    });
    return get(caller, of);
  }

  /** Writes a decision. The trail gets its id and what it is about: the words, and which answer, stay in the file. */
  async function decided(
    trx: Trx,
    { open }: InHand,
    caller: Caller,
    at: string,
    decision: { kind: DecisionKind; subject: string; value: unknown; reason: string },
  ): Promise<EventDetail> {
    if (open.frozen !== null) throw alreadyAgreed();
    const id = randomUUID();
    const value = decision.value === null ? null : JSON.stringify(decision.value);
    await insertDecision(trx, { ...decision, value, id, moderation_id: open.row.id, person_id: caller.id, at });
    return {
      subject: decision.subject,
      decisionId: id,
      decision: digestOf(JSON.stringify([id, value, decision.reason])),
    };
  }

  return {
    decide(
      caller: Caller,
      {
        criterionId,
        response,
        reason,
        ...of
      }: OfDocument & { criterionId: string; response: Response | null; reason: string },
    ): Promise<Moderation> {
      return change(caller, of, 'moderation.decide', (trx, hand, at) => {
        const problem = answerProblem(hand.rubric, criterionId, response);
        const criterion = hand.open.standing.criteria.find((each) => each.criterion === criterionId);
        if (problem !== undefined || criterion === undefined) {
          throw new Refusal(
            'NO_SUCH_CRITERION',
            problem ?? 'This criterion does not apply to the plan.',
            'Reload the page and try again.',
          );
        }
        if (criterion.kind === 'alike') {
          throw new Refusal(
            'ALIKE',
            'All auditors answered this alike: it is agreed as it stands.',
            'Where the panel sees it otherwise, the chair may move the overall grade by one step.',
          );
        }
        if (response !== null) refuseWithoutReason(reason);
        return decided(trx, hand, caller, at, { kind: 'answer', subject: criterionId, value: response, reason });
      });
    },

    settleFact(
      caller: Caller,
      { fact, value, reason, ...of }: OfDocument & { fact: string; value: PlanFacts[string]; reason: string },
    ): Promise<Moderation> {
      return change(caller, of, 'moderation.settleFact', (trx, hand, at) => {
        const standing = hand.open.standing.facts.find((each) => each.fact === fact);
        const problem = value === null ? undefined : factProblem(hand.rubric, fact, value);
        if (standing?.isDifferent !== true || problem !== undefined) {
          throw new Refusal(
            'NO_SUCH_FACT',
            problem ?? 'Auditors did not take this fact differently.',
            'Choose one of the values that the auditors used.',
          );
        }
        if (value !== null) refuseWithoutReason(reason);
        return decided(trx, hand, caller, at, { kind: 'fact', subject: fact, value, reason });
      });
    },

    override(
      caller: Caller,
      { grade, reason, ...of }: OfDocument & { grade: string | null; reason: string },
    ): Promise<Moderation> {
      return change(caller, of, 'moderation.override', (trx, hand, at) => {
        if (grade !== null) {
          if (!hand.open.standing.overrideChoices.includes(grade)) {
            throw new Refusal(
              'NOT_A_STEP',
              'The chair moves a grade by one step, and never above a cap.',
              'Choose one of the grades that are offered.',
            );
          }
          refuseWithoutReason(reason);
        }
        return decided(trx, hand, caller, at, { kind: 'override', subject: '', value: grade, reason });
      });
    },

    noteDissent(
      caller: Caller,
      { personId, text, ...of }: OfDocument & { personId: string; text: string },
    ): Promise<Moderation> {
      return change(caller, of, 'moderation.noteDissent', (trx, hand, at) => {
        if (!hand.document.live.some(({ auditor }) => auditor.id === personId)) {
          throw new Refusal(
            'NOT_AN_AUDITOR',
            'This person did not grade this document.',
            'Note the dissent of one of its auditors.',
          );
        }
        const value = text === '' ? null : text;
        return decided(trx, hand, caller, at, { kind: 'dissent', subject: personId, value, reason: '' });
      });
    },

    /** Locks what is agreed with its grading as it stands. Throws Refusal NOT_READY. */
    agree(caller: Caller, of: OfDocument): Promise<Moderation> {
      return change(caller, of, 'moderation.agree', async (trx, { document, open, rubric }, at) => {
        if (open.frozen !== null) throw alreadyAgreed();
        const [problem] = problemsOf(rubric, open.standing);
        if (problem !== undefined || document.live.length < 2) {
          throw new Refusal(
            'NOT_READY',
            'Something stands in the way of agreeing.',
            problem?.message ?? 'One auditor alone graded it: there is nothing to agree.',
          );
        }
        const { grading, agreedGrade } = open.standing;
        const frozen = JSON.stringify(
          frozenModerationSchema.parse({
            grading,
            computedGrade: grading.overallGrade,
            grade: agreedGrade,
            reasons: open.reasons.map(({ id }) => id),
          }),
        );
        await trx
          .updateTable('moderation')
          .set({ state: 'agreed', frozen, agreed_at: at, agreed_by: caller.id })
          .where('id', '=', open.row.id)
          .execute();
        return { frozen: digestOf(frozen) };
      });
    },

    /** Unlocks what was agreed. Throws Refusal NOT_AGREED. */
    takeBack(caller: Caller, { reason, ...of }: OfDocument & { reason: string }): Promise<Moderation> {
      return change(caller, of, 'moderation.takeBack', async (trx, hand, at) => {
        if (hand.open.frozen === null) {
          throw new Refusal('NOT_AGREED', 'This document is not agreed.', 'It can be worked on as it is.');
        }
        await trx
          .updateTable('moderation')
          .set({ state: 'open', frozen: null, agreed_at: null, agreed_by: null })
          .where('id', '=', hand.open.row.id)
          .execute();
        const open = { ...hand.open, frozen: null };
        return decided(trx, { ...hand, open }, caller, at, { kind: 'taken_back', subject: '', value: null, reason });
      });
    },
  };
}

function refuseWithoutReason(reason: string): void {
  if (reason.length >= 3) return;
  throw new Refusal('REASON_NEEDED', 'Say why this is agreed.', 'A sentence will do: what decided it.');
}

function alreadyAgreed(): Refusal {
  return new Refusal(
    'ALREADY_AGREED',
    'This document is agreed and locked.',
    'The chair or the QA lead can take it back, with a reason.',
  );
}
