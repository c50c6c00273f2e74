import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Moderation, ModerationList } from '../../../shared/contract/moderation.ts';
import { standingOf } from '../../../shared/domain/moderation/moderation.ts';
import type { Grading } from '../../../shared/domain/grading/grading.ts';
import { moderationRulesOf } from '../../../shared/domain/moderation/moderation-rules.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import { createAuditStanding } from '../audits/audit-standing.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import type { PeopleService } from '../people/people-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { RoundsService } from '../rounds/rounds-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { agreementDraws, drawnFrom, type Looked, notDrawnYet } from './agreement-draws.ts';
import { selectBegun, selectDraws } from './moderation-queries.ts';
import { inPanelOrder, moderationView, toModerate } from './moderation-view.ts';
import { createPanelDocuments, type FrozenModeration, type PanelDocument } from './panel-documents.ts';
import { type InHand, type OfDocument, panelDecisions } from './panel-decisions.ts';

export type ModerationService = ReturnType<typeof createModerationService>;

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
    today: () => englishDay(clock()),
  });

  /** The round's standards; kept parsed from then on, so that a transaction need not wait for its own connection. */
  async function rubricOf(roundId: string): Promise<{ id: string; rubric: Rubric }> {
    const { rubricId } = await rounds.get(roundId);
    return rubrics.get(rubricId);
  }

  async function look(
    roundId: string,
    source: Kysely<WorkspaceTables>,
    rubric: Rubric,
    only?: ReadonlySet<string>,
  ): Promise<Looked[]> {
    const documents = await panel.gather(source, roundId, only);
    const looked: Looked[] = [];
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

  function keepSeen(caller: Caller, documents: readonly PanelDocument[]): Promise<void> {
    return recordAnswersSeen(db, caller.id, documents, clock().toISOString());
  }

  async function namesOf(): Promise<Map<string, string>> {
    return new Map((await people.list()).map(({ id, name }) => [id, name]));
  }

  return {
    list,
    get,
    ...panelDecisions({ db, clock, inHand, get, keepRubric: rubricOf }),
    ...agreementDraws({ db, clock, rubricOf, look, list }),

    /** Opens every document with several auditors that all have submitted. */
    async begin(caller: Caller, roundId: string): Promise<ModerationList> {
      const { rubric } = await rubricOf(roundId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        const ready = (await look(roundId, trx, rubric)).filter(
          ({ document, open }) => document.isOpen && document.live.length > 1 && open === null,
        );
        for (const { document } of ready) {
          await recordAnswersShown(trx, [{ roundId, documentId: document.documentId }], at);
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
      const looked = await look(roundId, db, rubric, await selectBegun(db, roundId));
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
