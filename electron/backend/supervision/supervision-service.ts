import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { stageSchema } from '../../../shared/contract/plans.ts';
import type { FeedbackPlans, Opening, Sheet, TeamPage } from '../../../shared/contract/supervision.ts';
import { shortHalfTermName } from '../../../shared/domain/half-term.ts';
import { shareTeam } from '../../../shared/domain/teams.ts';
import { recordAnswersSeen } from '../audits/answers-seen.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Graded } from '../audits/graded.ts';
import { refuseClosed, tellAnswers } from '../audits/tell-answers.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { type PartnershipService, toHalfTerm } from '../partnership/partnership-service.ts';
import { Refusal } from '../refusal.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import { createNotes } from './notes-service.ts';
import { feedbackFile, sheetFile } from './papers.ts';
import { createReplies } from './replies-service.ts';
import {
  createSettled,
  ofTeams,
  selectGradedHalfTerms,
  selectGradedVersions,
  type SettledResult,
} from './settled-results.ts';
import { sheetOf } from './sheet.ts';
import { selectOpenings } from './supervision-queries.ts';
import { teamPage } from './team-page.ts';
import { caseworkerFor, teamsOf } from './who-may.ts';

export type SupervisionService = ReturnType<typeof createSupervisionService>;

type Trx = Transaction<WorkspaceTables>;

/** A sheet that was opened may be read so long without being opened anew: a supervision, with room to spare. */
const OPENING_LASTS_MS = 8 * 60 * 60 * 1000;

/** What agreed gradings say in supervision: fairly, of one's own team alone, and never without its being kept. */
export function createSupervisionService({
  db,
  clock,
  rubrics,
  partnership,
  masking,
}: {
  db: WorkspaceDb;
  clock: Clock;
  rubrics: RubricService;
  partnership: PartnershipService;
  masking: Pick<MaskingService, 'maskerOf'>;
}) {
  async function recordOpening(
    trx: Trx,
    caller: Caller,
    { caseworkerId, kind, at }: { caseworkerId: string; kind: 'opened' | 'exported'; at: string },
  ): Promise<string> {
    const id = randomUUID();
    await trx
      .insertInto('sheet_opening')
      .values({ id, caseworker_id: caseworkerId, opened_by: caller.id, kind, at })
      .execute();
    await recordEvent(trx, {
      at,
      personId: caller.id,
      action: kind === 'opened' ? 'supervision.open' : 'supervision.exportSheet',
      subjectId: caseworkerId,
      detail: { openingId: id },
    });
    return id;
  }

  /** Throws Refusal CHANGED_MEANWHILE. */
  async function keepTold(source: Trx, caller: Caller, told: readonly Graded[], at: string): Promise<void> {
    await refuseClosed(source, told);
    await recordAnswersShown(source, told, at);
    await recordAnswersSeen(source, caller.id, told, at);
  }

  return {
    async team(caller: Caller, halfTermIds: readonly string[] | null): Promise<TeamPage> {
      const at = clock().toISOString();
      return tellAnswers(
        db,
        async () => {
          const { page, told } = await teamPage(db, rubrics, caller, { halfTermIds, today: englishDay(at) });
          return { answer: page, told };
        },
        (trx, told) => keepTold(trx, caller, told, at),
      );
    },

    /** Throws Refusal NOT_YOUR_TEAM. */
    async open(caller: Caller, caseworkerId: string): Promise<{ openingId: string }> {
      const { caseworker } = await caseworkerFor(db, caller, caseworkerId);
      const at = clock().toISOString();
      const openingId = await db
        .transaction()
        .execute((trx) => recordOpening(trx, caller, { caseworkerId: caseworker.id, kind: 'opened', at }));
      return { openingId };
    },

    /** The sheet that the caller has opened. Throws Refusal OPENING_OVER or NOT_YOUR_TEAM. */
    async sheet(caller: Caller, openingId: string): Promise<Sheet> {
      const now = clock();
      const opening = await db
        .selectFrom('sheet_opening')
        .selectAll()
        .where('id', '=', openingId)
        .where('opened_by', '=', caller.id)
        .where('kind', '=', 'opened')
        .executeTakeFirst();
      if (!opening || now.getTime() - Date.parse(opening.at) > OPENING_LASTS_MS) {
        throw new Refusal(
          'OPENING_OVER',
          'This sheet was opened too long ago.',
          'Open it again: each time is kept, for its caseworker to see.',
        );
      }
      const found = await caseworkerFor(db, caller, opening.caseworker_id);
      const at = now.toISOString();
      const content = await tellAnswers(
        db,
        async () => {
          const read = await sheetOf(db, rubrics, masking, caller, { ...found, today: englishDay(at) });
          return { answer: read.content, told: read.told };
        },
        (trx, told) => keepTold(trx, caller, told, at),
      );
      return { openingId, openedAt: opening.at, ...content };
    },

    ...createNotes({ db, clock }),
    ...createReplies({ db, clock, rubrics }),

    /** A caseworker sees who opened their own sheet; the QA lead who opened whose. */
    openings(caller: Caller): Promise<Opening[]> {
      return selectOpenings(db, caller.roles.includes('qa_lead') ? null : caller.id);
    },

    /** Throws Refusal NOT_YOUR_TEAM. */
    async exportSheet(caller: Caller, caseworkerId: string): Promise<File> {
      const found = await caseworkerFor(db, caller, caseworkerId);
      const at = clock().toISOString();
      const { content, told } = await sheetOf(db, rubrics, masking, caller, { ...found, today: englishDay(at) });
      const { name } = await partnership.get();
      const file = await sheetFile(content, { partnership: name, author: caller.name, madeAt: at });
      await db.transaction().execute(async (trx) => {
        await keepTold(trx, caller, told, at);
        await recordOpening(trx, caller, { caseworkerId: found.caseworker.id, kind: 'exported', at });
      });
      return file;
    },

    /** Plan versions that feedback can be given on. Nothing of an answer is told here. */
    async feedbackPlans(caller: Caller, halfTermId: string | null): Promise<FeedbackPlans> {
      const halfTerms = await selectGradedHalfTerms(db);
      const chosen = halfTermId ?? halfTerms[0]?.id ?? null;
      if (chosen === null) return { halfTerms, halfTermId: null, plans: [], waiting: 0 };
      const { isSettled } = createSettled(db, rubrics, caller.id);
      const graded = await selectGradedVersions(db, { halfTermIds: [chosen] });
      const plans: FeedbackPlans['plans'] = [];
      for (const version of graded) {
        const { roundId, documentId, reference, panelDate } = version;
        const stage = stageSchema.nullable().parse(version.stage);
        if (await isSettled(version)) plans.push({ roundId, documentId, reference, stage, panelDate });
      }
      return { halfTerms, halfTermId: chosen, plans, waiting: graded.length - plans.length };
    },

    /** Feedback on a plan, for its writer, their manager and the panel's leads. Throws Refusal NOT_SETTLED. */
    async feedback(caller: Caller, of: Graded): Promise<File> {
      const settled = await settledFor(caller, of);
      const at = clock().toISOString();
      const { name } = await partnership.get();
      const halfTerm = await db
        .selectFrom('half_term')
        .selectAll()
        .where('id', '=', settled.halfTermId)
        .executeTakeFirstOrThrow();
      const file = await feedbackFile(
        db,
        settled,
        await masking.maskerOf(settled.planId),
        shortHalfTermName(toHalfTerm(halfTerm)),
        {
          partnership: name,
          author: caller.name,
          madeAt: at,
        },
      );
      await db.transaction().execute(async (trx) => {
        await keepTold(trx, caller, [of], at);
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'supervision.feedback',
          subjectId: of.documentId,
          detail: { roundId: of.roundId },
        });
      });
      return file;
    },
  };

  async function settledFor(caller: Caller, { roundId, documentId }: Graded): Promise<SettledResult> {
    const [version] = await selectGradedVersions(db, { roundId, documentId });
    const isLead = caller.roles.includes('qa_lead') || caller.roles.includes('chair');
    const isTheirs =
      version !== undefined &&
      (isLead || (await isWriter(version.cycleId, caller)) || (await isManager(version, caller)));
    const settled = isTheirs ? await createSettled(db, rubrics, caller.id).resultOf(version) : undefined;
    if (settled !== undefined) return settled;
    throw new Refusal(
      'NOT_SETTLED',
      'This plan has no settled result that you may see.',
      'Feedback goes to a plan’s writer, their manager and the panel’s leads, once all auditors have submitted and the panel has agreed.',
    );
  }

  async function isWriter(cycleId: string, caller: Caller): Promise<boolean> {
    return caller.roles.includes('caseworker') && (await writersOf(cycleId)).some(({ id }) => id === caller.id);
  }

  /** Manager of the plan's team, or of a person who wrote it. */
  async function isManager(version: SettledVersion, caller: Caller): Promise<boolean> {
    if (!caller.roles.includes('locality_manager')) return false;
    const teams = await teamsOf(db, caller);
    if ((await ofTeams(db, [version], teams)).length > 0) return true;
    return (await writersOf(version.cycleId)).some(({ id, team }) => id !== caller.id && shareTeam(team, teams));
  }

  function writersOf(cycleId: string): Promise<{ id: string; team: string }[]> {
    return db
      .selectFrom('cycle_person')
      .innerJoin('person', 'person.id', 'cycle_person.person_id')
      .select(['person.id as id', 'person.team as team'])
      .where('cycle_person.cycle_id', '=', cycleId)
      .where('cycle_person.part', '=', 'wrote')
      .execute();
  }
}

type SettledVersion = Pick<SettledResult, 'planTeam' | 'cycleId'>;
