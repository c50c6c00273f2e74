import { randomInt, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Moderation, ModerationList } from '../../../shared/contract/moderation.ts';
import { answerProblem, factProblem } from '../../../shared/domain/answer-problems.ts';
import { standingOf } from '../../../shared/domain/moderation.ts';
import type { Grading } from '../../../shared/domain/grading.ts';
import { drawAgreements } from '../../../shared/domain/moderation-reasons.ts';
import { moderationRulesOf } from '../../../shared/domain/moderation-rules.ts';
import type { PlanFacts, Response, Rubric } from '../../../shared/domain/rubric.ts';
import { LARGEST_SEED } from '../../../shared/domain/sampling.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import { createAuditStanding } from '../audits/audit-standing.ts';
import type { Caller, Clock } from '../caller.ts';
import type { PeopleService } from '../people/people-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, type EventDetail, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { type DecisionKind, insertDecision, selectDraws } from './moderation-queries.ts';
import { inPanelOrder, moderationView, problemsOf, toModerate } from './moderation-view.ts';
import {
  createPanelDocuments,
  type FrozenModeration,
  frozenModerationSchema,
  type OpenModeration,
  type PanelDocument,
} from './panel-documents.ts';

export type ModerationService = ReturnType<typeof createModerationService>;

export interface OfDocument {
  roundId: string;
  documentId: string;
}

type Trx = Transaction<WorkspaceTables>;

/** A document in hand: open for the panel, with everything that a decision is held against. */
interface InHand {
  document: PanelDocument;
  open: OpenModeration;
  rubric: Rubric;
}

/** From submitted gradings to what the panel agrees. Auditors' own answers are only ever read. */
export function createModerationService({
  db,
  clock,
  people,
  rounds,
  rubrics,
}: {
  db: WorkspaceDb;
  clock: Clock;
  people: PeopleService;
  rounds: RoundsService;
  rubrics: RubricService;
}) {
  const panel = createPanelDocuments({
    audits: createAuditStanding({ db, rubrics }),
    today: () => clock().toISOString().slice(0, 10),
  });

  /** The round's standards; kept parsed from then on, so that a transaction need not wait for its own connection. */
  async function rubricOf(roundId: string): Promise<{ id: string; rubric: Rubric }> {
    const { rubricId } = await rounds.get(roundId);
    return rubrics.get(rubricId);
  }

  async function look(roundId: string, source: Kysely<WorkspaceTables>, rubric: Rubric) {
    const documents = await panel.gather(source, roundId);
    const looked: { document: PanelDocument; open: OpenModeration | null }[] = [];
    for (const document of documents) looked.push({ document, open: await panel.look(source, rubric, document) });
    return looked;
  }

  async function list(caller: Caller, roundId: string): Promise<ModerationList> {
    const { id: rubricId, rubric } = await rubricOf(roundId);
    const looked = await look(roundId, db, rubric);
    const own = isModerator(caller) ? looked : looked.filter(({ document }) => isAuditorOf(caller, document));
    await keepSeen(
      caller,
      own.filter(({ open }) => open !== null).map(({ document }) => document),
    );
    const draws = isModerator(caller) ? await selectDraws(db, roundId) : [];
    const names = await namesOf();
    return {
      rubricId,
      documents: inPanelOrder(own.map(({ document, open }) => toModerate(document, open))),
      draws: draws.map(({ id, seed, percent, drawn_at: drawnAt, drawn_by: drawnBy, plans }) => ({
        id,
        seed,
        percent,
        drawnAt,
        drawnBy: names.get(drawnBy) ?? '',
        frame: plans.map(({ reference }) => reference),
        drawn: plans.filter(({ isDrawn }) => isDrawn).map(({ reference }) => reference),
      })),
      randomSharePercent: moderationRulesOf(rubric).randomSharePercent,
      notDrawnYet: isModerator(caller) ? notDrawnYet(looked, await drawnFrom(db, roundId)).length : 0,
    };
  }

  /** Throws Refusal WAITING or NOT_BEGUN, or NOT_FOUND for who has no part in it. */
  async function inHand(
    caller: Caller,
    { roundId, documentId }: OfDocument,
    source: Kysely<WorkspaceTables> = db,
  ): Promise<InHand> {
    const [document] = await panel.gather(source, roundId, documentId);
    if (document === undefined || !(isModerator(caller) || isAuditorOf(caller, document))) throw notFound('document');
    if (!document.isOpen) {
      const submitted = document.live.filter(({ progress }) => progress === 'submitted').length;
      throw new Refusal(
        'WAITING',
        'Not all who are asked to grade this document have submitted.',
        `${submitted} of ${document.live.length} have. Wait for the others, or let the QA lead move what is missing.`,
      );
    }
    const { rubric } = await rubrics.get(document.rows[0]?.rubric_id ?? '');
    const open = await panel.look(source, rubric, document);
    if (open === null) {
      throw new Refusal(
        'NOT_BEGUN',
        'The panel has not begun with this document.',
        'The chair or the QA lead begins on the Moderate page.',
      );
    }
    return { document, open, rubric };
  }

  async function get(caller: Caller, of: OfDocument): Promise<Moderation> {
    const { document, open, rubric } = await inHand(caller, of);
    await keepSeen(caller, [document]);
    return moderationView(db, rubric, document, open, await namesOf());
  }

  /** One decision on an open document: held against what stands, written and recorded in one transaction. */
  async function change(
    caller: Caller,
    of: OfDocument,
    action: string,
    write: (trx: Trx, hand: InHand, at: string) => Promise<EventDetail>,
  ): Promise<Moderation> {
    await rubricOf(of.roundId);
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

  function keepSeen(caller: Caller, documents: readonly PanelDocument[]): Promise<void> {
    return recordAnswersSeen(db, caller.id, documents, clock().toISOString());
  }

  async function namesOf(): Promise<Map<string, string>> {
    return new Map((await people.list()).map(({ id, name }) => [id, name]));
  }

  return {
    list,
    get,

    /** Opens every document with several auditors that all have submitted. */
    async begin(caller: Caller, roundId: string): Promise<ModerationList> {
      const { rubric } = await rubricOf(roundId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const ready = (await look(roundId, trx, rubric)).filter(
          ({ document, open }) => document.isOpen && document.live.length > 1 && open === null,
        );
        for (const { document } of ready) {
          await recordAnswersShown(trx, roundId, document.documentId, at);
          await trx
            .insertInto('moderation')
            .values({
              id: randomUUID(),
              round_id: roundId,
              document_id: document.documentId,
              state: 'open',
              begun_at: at,
              begun_by: caller.id,
              agreed_at: null,
              agreed_by: null,
              frozen: null,
            })
            .execute();
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'moderation.begin',
          subjectId: roundId,
          detail: { documents: ready.length },
        });
      });
      return list(caller, roundId);
    },

    /** With the seed that is named, else with one by chance. Throws Refusal NOTHING_TO_DRAW. */
    async draw(caller: Caller, roundId: string, seed: number | null): Promise<ModerationList> {
      const { rubric } = await rubricOf(roundId);
      const at = clock().toISOString();
      const percent = moderationRulesOf(rubric).randomSharePercent;
      const used = seed ?? randomInt(LARGEST_SEED);
      await db.transaction().execute(async (trx) => {
        const frame = notDrawnYet(await look(roundId, trx, rubric), await drawnFrom(trx, roundId));
        if (frame.length === 0 || percent === 0) {
          throw new Refusal(
            'NOTHING_TO_DRAW',
            'There is no agreement that has not been drawn from.',
            'Begin with the plans that are ready first; what their auditors agree on can then be drawn.',
          );
        }
        const drawId = randomUUID();
        await trx
          .insertInto('agreement_draw')
          .values({ id: drawId, round_id: roundId, seed: used, percent, drawn_at: at, drawn_by: caller.id })
          .execute();
        const drawn = drawAgreements(
          frame.map(({ documentId, live }) => ({ id: documentId, reference: live[0]?.planReference ?? '' })),
          percent,
          used,
        );
        for (const { plan, place, isDrawn } of drawn) {
          await trx
            .insertInto('agreement_draw_plan')
            .values({ draw_id: drawId, document_id: plan.id, place, is_drawn: isDrawn ? 1 : 0 })
            .execute();
        }
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'moderation.draw',
          subjectId: roundId,
          detail: {
            drawId,
            seed: used,
            percent,
            frame: frame.length,
            drawn: drawn.filter((each) => each.isDrawn).length,
          },
        });
      });
      return list(caller, roundId);
    },

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

    async setAttended(
      caller: Caller,
      { roundId, personId, attended }: { roundId: string; personId: string; attended: boolean | null },
    ): Promise<{ personId: string; attended: boolean | null }> {
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('round_member')
          .set({ attended: attended === null ? null : attended ? 1 : 0 })
          .where('round_id', '=', roundId)
          .where('person_id', '=', personId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('member of the round');
        await recordEvent(trx, {
          at: clock().toISOString(),
          personId: caller.id,
          action: 'moderation.setAttended',
          subjectId: roundId,
          detail: { memberId: personId, attended },
        });
      });
      return { personId, attended };
    },

    /** Documents of a round that are open to the panel, with how each stands; calibration is left out. The caller is told of them. */
    async opened(caller: Caller, roundId: string) {
      const { rubric } = await rubricOf(roundId);
      const looked = await look(roundId, db, rubric);
      const opened = looked.flatMap(({ document, open }) =>
        open === null || document.isCalibration ? [] : [{ document, open, rubric }],
      );
      await keepSeen(
        caller,
        opened.map(({ document }) => document),
      );
      return opened;
    },

    /**
     * What a round's documents come to, for its figures: what was agreed, and what the audits of one make together where
     * each covers a part. Calibration is in neither.
     */
    async resultsIn(roundId: string): Promise<{ agreed: Map<string, FrozenModeration>; joined: Map<string, Grading> }> {
      const { rubric } = await rubricOf(roundId);
      const agreed = new Map<string, FrozenModeration>();
      const joined = new Map<string, Grading>();
      for (const { document, open } of await look(roundId, db, rubric)) {
        if (document.isCalibration || !document.isOpen) continue;
        if (open !== null && open.frozen !== null) agreed.set(document.documentId, open.frozen);
        const isInParts = document.audits.length > 1 && document.audits.every(({ grading }) => grading.isPartial);
        if (isInParts) joined.set(document.documentId, (open?.standing ?? standingOf(rubric, document.audits)).grading);
      }
      return { agreed, joined };
    },
  };
}

export function isModerator({ roles }: Caller): boolean {
  return roles.includes('qa_lead') || roles.includes('chair');
}

function isAuditorOf(caller: Caller, { live }: PanelDocument): boolean {
  return live.some(({ auditor }) => auditor.id === caller.id);
}

/** Documents on which the auditors agree, and that no draw has held yet. */
function notDrawnYet(
  looked: readonly { document: PanelDocument; open: OpenModeration | null }[],
  drawnFromAlready: ReadonlySet<string>,
): PanelDocument[] {
  return looked.flatMap(({ document, open }) =>
    open === null || open.reasons.length > 0 || document.isCalibration || drawnFromAlready.has(document.documentId)
      ? []
      : [document],
  );
}

async function drawnFrom(db: Kysely<WorkspaceTables>, roundId: string): Promise<Set<string>> {
  return new Set((await selectDraws(db, roundId)).flatMap(({ plans }) => plans.map(({ documentId }) => documentId)));
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
