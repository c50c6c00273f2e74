import { randomUUID } from 'node:crypto';
import type { Excerpt, ExcerptCandidate, ReportAdditions } from '../../../shared/contract/reports.ts';
import { anchorSchema } from '../../../shared/domain/document-model.ts';
import { shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import type { MentionFinder } from '../../../shared/domain/masking/masking-find.ts';
import { excerptProblem } from '../../../shared/domain/report/excerpt-words.ts';
import { tellingIn, type TellingKind } from '../../../shared/domain/report/own-words.ts';
import { isWithinLater, MOST_HALF_TERMS } from '../../../shared/domain/report/publication-periods.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import { REPORT_SLOTS, type ReportSlot } from '../../../shared/domain/report/report-slots.ts';
import { decodeResult } from '../../../shared/domain/report/result-code.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { criterionText } from '../../../shared/domain/rubric/rubric-words.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller, Clock } from '../caller.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import {
  type EvidenceRow,
  type ExcerptRow,
  selectEvidence,
  selectExcerpts,
  selectPlansIn,
  selectRoundIds,
  selectWords,
} from './additions-queries.ts';
import { selectPublished } from './snapshots-queries.ts';
import { keepTold } from './told-of-results.ts';

export type ReportAdditionsService = ReturnType<typeof createReportAdditionsService>;

/** What people add to a half-term's report: words between its figures, and quotes from plans, masked and read. */
export function createReportAdditionsService({
  db,
  clock,
  partnership,
  results,
  rubrics,
  masking,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
  masking: Pick<MaskingService, 'redact' | 'finderOf'>;
}) {
  async function settledIn(halfTermId: string): Promise<SettledPlan[]> {
    return results.settled(await selectRoundIds(db, halfTermId));
  }

  /** Chosen quotes of plans that still count, as they would be printed: masked anew, for more may be known by now. */
  async function excerptsOf(halfTermId: string): Promise<{ excerpts: Excerpt[]; plans: SettledPlan[] }> {
    const settled = new Map((await settledIn(halfTermId)).map((plan) => [plan.documentId, plan]));
    const rows = (await selectExcerpts(db, { halfTermId })).filter(({ documentId }) => settled.has(documentId));
    const excerpts: Excerpt[] = [];
    for (const row of rows) excerpts.push(await excerptOf(row, settled.get(row.documentId)));
    return { excerpts, plans: rows.flatMap(({ documentId }) => settled.get(documentId) ?? []) };
  }

  async function excerptOf(row: ExcerptRow, plan: SettledPlan | undefined): Promise<Excerpt> {
    const masked = (await masking.redact(row.planId, row.masked)).words;
    const words = (await masking.redact(row.planId, row.words)).words;
    const { rubric } = await (plan === undefined ? rubrics.current() : rubrics.get(plan.rubricId));
    const isRead = row.tickedAt !== null && row.tickedBy !== null && words === row.words;
    return {
      id: row.id,
      planReference: row.planReference,
      criterionId: row.criterionId,
      criterion: criterionText(rubric, row.criterionId),
      isGood: row.isGood === 1,
      masked,
      words,
      tick: isRead ? { by: row.tickedBy ?? '', at: row.tickedAt ?? '' } : null,
    };
  }

  async function find(excerptId: string): Promise<ExcerptRow> {
    const [row] = await selectExcerpts(db, { excerptId });
    if (row === undefined) throw notFound('excerpt');
    return row;
  }

  async function read(excerptId: string): Promise<Excerpt> {
    const row = await find(excerptId);
    const plan = (await settledIn(row.halfTermId)).find(({ documentId }) => documentId === row.documentId);
    return excerptOf(row, plan);
  }

  async function candidateOf(row: EvidenceRow, plan: SettledPlan): Promise<Omit<ExcerptCandidate, 'isChosen'> | null> {
    const { rubric } = await rubrics.get(plan.rubricId);
    const response = decodeResult(rubric, plan.code).criteria.get(row.criterionId);
    if (response === undefined) return null;
    const { quote } = anchorSchema.parse(JSON.parse(row.anchor));
    return {
      evidenceId: row.id,
      planReference: row.planReference,
      criterionId: row.criterionId,
      criterion: criterionText(rubric, row.criterionId),
      isGood: response === 'met',
      masked: (await masking.redact(row.planId, quote)).words,
    };
  }

  /** Words of earlier reports of this edition, and of the internal one for a publishable: the nearest for each part. */
  async function offersFor(halfTermId: string, edition: Edition): Promise<ReportAdditions['offers']> {
    const calendar = sortHalfTerms((await partnership.get()).halfTerms);
    const at = calendar.findIndex(({ id }) => id === halfTermId);
    if (at === -1) throw notFound('half-term');
    const nearestFirst = calendar.slice(0, at).toReversed();
    const offers = new Map<ReportSlot, ReportAdditions['offers'][number]>();
    const take = async (id: string, of: Edition, from: string) => {
      for (const { slot, words } of await selectWords(db, id, of)) {
        const known = REPORT_SLOTS.find((each) => each === slot);
        if (known !== undefined && !offers.has(known)) offers.set(known, { slot: known, from, words });
      }
    };
    if (edition === 'publishable') await take(halfTermId, 'internal', 'the internal edition');
    for (const halfTerm of nearestFirst) await take(halfTerm.id, edition, shortHalfTermName(halfTerm));
    return [...offers.values()];
  }

  /**
   * What a half-term's own words tell of plans of it and of the half-terms before that a publishable edition may count
   * together with it; parts that tell nothing are not in it.
   */
  async function tellingOf(halfTermId: string, edition: Edition): Promise<ReadonlyMap<string, TellingKind[]>> {
    const own = await selectWords(db, halfTermId, edition);
    if (own.length === 0) return new Map();
    const calendar = sortHalfTerms((await partnership.get()).halfTerms).map(({ id }) => id);
    const end = calendar.indexOf(halfTermId) + 1;
    const plans = await selectPlansIn(db, calendar.slice(Math.max(0, end - MOST_HALF_TERMS), end));
    const finders: MentionFinder[] = [];
    for (const { id } of plans) finders.push(await masking.finderOf(id));
    const references = plans.map(({ reference }) => reference);
    const found = own.map(({ slot, words }) => [slot, tellingIn(words, finders, references)] as const);
    return new Map(found.filter(([, kinds]) => kinds.length > 0));
  }

  return {
    excerptsOf,
    tellingOf,

    /** By part, for the report itself. */
    async wordsOf(halfTermId: string, edition: Edition): Promise<ReadonlyMap<string, string>> {
      return new Map((await selectWords(db, halfTermId, edition)).map(({ slot, words }) => [slot, words]));
    },

    async additions(
      caller: Caller,
      { halfTermId, edition }: { halfTermId: string; edition: Edition },
    ): Promise<ReportAdditions> {
      const offers = await offersFor(halfTermId, edition);
      const own = await selectWords(db, halfTermId, edition);
      const telling = await tellingOf(halfTermId, edition);
      const { excerpts, plans } = await excerptsOf(halfTermId);
      await keepTold(db, caller, plans, clock().toISOString());
      return {
        words: own.flatMap(({ slot, words, savedAt }) => {
          const known = REPORT_SLOTS.find((each) => each === slot);
          return known === undefined ? [] : [{ slot: known, words, savedAt, telling: telling.get(known) ?? [] }];
        }),
        offers,
        excerpts,
        isOutWithLater: edition === 'publishable' && isWithinLater(halfTermId, (await selectPublished(db)).periods),
      };
    },

    async saveWords(
      caller: Caller,
      { halfTermId, edition, slot, words }: { halfTermId: string; edition: Edition; slot: ReportSlot; words: string },
    ): Promise<{ savedAt: string }> {
      const { halfTerms } = await partnership.get();
      if (!halfTerms.some(({ id }) => id === halfTermId)) throw notFound('half-term');
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        if (words.trim() === '') {
          await trx
            .deleteFrom('report_words')
            .where('half_term_id', '=', halfTermId)
            .where('edition', '=', edition)
            .where('slot', '=', slot)
            .execute();
        } else {
          const kept = { words, saved_at: at, saved_by: caller.id };
          await trx
            .insertInto('report_words')
            .values({ half_term_id: halfTermId, edition, slot, ...kept })
            .onConflict((conflict) => conflict.columns(['half_term_id', 'edition', 'slot']).doUpdateSet(kept))
            .execute();
        }
        const detail = { halfTerm: halfTermId, edition, part: slot, words: digestOf(words) };
        await recordEvent(trx, { at, personId: caller.id, action: 'reports.saveWords', subjectId: null, detail });
      });
      return { savedAt: at };
    },

    /** Looking at them shows what auditors found, so that their audits can no longer be reopened. */
    async candidates(caller: Caller, halfTermId: string): Promise<ExcerptCandidate[]> {
      const settled = new Map((await settledIn(halfTermId)).map((plan) => [nameOf(plan), plan]));
      const chosen = new Set((await selectExcerpts(db, { halfTermId })).map(({ evidenceId }) => evidenceId));
      const found: ExcerptCandidate[] = [];
      const told = new Map<string, SettledPlan>();
      for (const row of await selectEvidence(db, await selectRoundIds(db, halfTermId))) {
        const plan = settled.get(nameOf(row));
        const candidate = plan === undefined ? null : await candidateOf(row, plan);
        if (plan === undefined || candidate === null) continue;
        told.set(nameOf(plan), plan);
        found.push({ ...candidate, isChosen: chosen.has(row.id) });
      }
      const at = clock().toISOString();
      await keepTold(db, caller, [...told.values()], at);
      await db.transaction().execute(async (trx) => {
        await recordAnswersShown(trx, [...told.values()], at);
      });
      return found;
    },

    /** Throws NOT_FOUND for evidence that is not of a settled plan of this half-term. */
    async chooseExcerpt(caller: Caller, halfTermId: string, evidenceId: string): Promise<Excerpt> {
      const settled = await settledIn(halfTermId);
      const [row] = await selectEvidence(db, await selectRoundIds(db, halfTermId), evidenceId);
      const plan = settled.find((each) => row !== undefined && nameOf(each) === nameOf(row));
      const candidate = row === undefined || plan === undefined ? null : await candidateOf(row, plan);
      if (row === undefined || plan === undefined || candidate === null) throw notFound('quote');
      const id = randomUUID();
      const at = clock().toISOString();
      const chosen = await db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('report_excerpt')
          .select('id')
          .where('half_term_id', '=', halfTermId)
          .where('evidence_id', '=', evidenceId)
          .executeTakeFirst();
        if (before !== undefined) return before.id;
        await trx
          .insertInto('report_excerpt')
          .values({
            id,
            half_term_id: halfTermId,
            evidence_id: evidenceId,
            plan_id: row.planId,
            document_id: row.documentId,
            criterion_id: row.criterionId,
            is_good: candidate.isGood ? 1 : 0,
            masked: candidate.masked,
            words: candidate.masked,
            chosen_at: at,
            chosen_by: caller.id,
            ticked_at: null,
            ticked_by: null,
          })
          .execute();
        await recordAnswersShown(trx, [plan], at);
        const detail = { halfTerm: halfTermId };
        await recordEvent(trx, { at, personId: caller.id, action: 'reports.chooseExcerpt', subjectId: id, detail });
        return id;
      });
      await keepTold(db, caller, [plan], at);
      return read(chosen);
    },

    /** Throws Refusal NOT_SHORTER. */
    async editExcerpt(caller: Caller, excerptId: string, words: string): Promise<Excerpt> {
      const { masked } = await read(excerptId);
      const problem = excerptProblem(masked, words);
      if (problem !== null) throw new Refusal('NOT_SHORTER', problem, 'Put the words back as the plan has them.');
      await change(caller, 'reports.editExcerpt', excerptId, { masked, words, ticked_at: null, ticked_by: null });
      return read(excerptId);
    },

    /** Throws Refusal EXCERPT_CHANGED where `words` are not those that would be printed. */
    async tickExcerpt(caller: Caller, excerptId: string, isTicked: boolean, words: string): Promise<Excerpt> {
      const now = await read(excerptId);
      if (isTicked && now.words !== words) {
        throw new Refusal(
          'EXCERPT_CHANGED',
          'The excerpt has changed since it was read.',
          'Read it again, then tick it.',
        );
      }
      const at = clock().toISOString();
      // What is ticked is what was read, with all that is masked by now.
      const tick = { words: now.words, ticked_at: at, ticked_by: caller.id };
      await change(caller, 'reports.tickExcerpt', excerptId, isTicked ? tick : { ticked_at: null, ticked_by: null });
      return read(excerptId);
    },

    async removeExcerpt(caller: Caller, excerptId: string): Promise<Record<string, never>> {
      await find(excerptId);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('report_excerpt').where('id', '=', excerptId).execute();
        await recordEvent(trx, { at, personId: caller.id, action: 'reports.removeExcerpt', subjectId: excerptId });
      });
      return {};
    },
  };

  async function change(
    caller: Caller,
    action: string,
    excerptId: string,
    set: Partial<{ masked: string; words: string; ticked_at: string | null; ticked_by: string | null }>,
  ): Promise<void> {
    const at = clock().toISOString();
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('report_excerpt').set(set).where('id', '=', excerptId).execute();
      const detail = {
        ...(set.words === undefined ? {} : { words: digestOf(set.words) }),
        ...(set.ticked_at === undefined ? {} : { isTicked: set.ticked_at !== null }),
      };
      await recordEvent(trx, { at, personId: caller.id, action, subjectId: excerptId, detail });
    });
  }
}

function nameOf({ roundId, documentId }: { roundId: string; documentId: string }): string {
  return `${roundId} ${documentId}`;
}
