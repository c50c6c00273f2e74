import { randomUUID } from 'node:crypto';
import type { Snapshot } from '../../../shared/contract/reports.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { contentOf } from '../../../shared/domain/report/changes-since.ts';
import { countsByKey, type CountTable } from '../../../shared/domain/report/count-table.ts';
import { type PartnershipReport, partnershipReportSchema } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { ToldPlans } from '../../../shared/domain/report/told-once.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller, Clock } from '../caller.ts';
import { notFound, Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import { ruleDetail } from './rule-detail.ts';
import { selectFrozenPlans, selectPublished, selectSnapshots, selectStanding } from './snapshots-queries.ts';
import { keepTold, type ToldOf } from './told-of-results.ts';
import { forgetToldPlans, keepToldPlans, selectToldHalfTerms, selectToldPlans } from './told-plans.ts';

export type SnapshotsService = ReturnType<typeof createSnapshotsService>;

/** What stands in the trail of the own words in a publishable edition. */
export interface WordsReading {
  /** Whoever froze it said that they have read the words, and that nobody can be recognised. */
  areWordsRead: boolean;
  /** Parts of the report whose words were found to name somebody, by their ids; empty where none were. */
  wordsNaming: string;
}

/** Reports as they were frozen: kept for good, made into files again whenever they are asked for, and withdrawn. */
export function createSnapshotsService({ db, clock }: { db: WorkspaceDb; clock: Clock }) {
  async function find(snapshotId: string): Promise<Snapshot> {
    const [snapshot] = await selectSnapshots(db, snapshotId);
    if (snapshot === undefined) throw notFound('frozen report');
    return snapshot;
  }

  return {
    find,

    /** What readers of earlier publications know: what a new one must be held against. */
    published: () => selectPublished(db),

    /** What has been told of single plans. */
    async toldPlans(): Promise<ToldPlans> {
      const { periods } = await selectPublished(db);
      const halfTermIds = new Set([...periods.flat(), ...(await selectToldHalfTerms(db))]);
      return { plans: await selectToldPlans(db), halfTermIds };
    },

    /** What stands of them, report by report. */
    standing: () => selectStanding(db),

    list: (): Promise<Snapshot[]> => selectSnapshots(db),

    /**
     * Keeps a report. The same report again, whoever asks and whenever, is the one that was frozen last. Its counts are
     * kept with those of tables that it leaves out since all in them is hidden: they must stay so. `reading` is null for
     * an internal edition, whose words nobody has to read. `told`: plans that a publishable edition tells of, which are
     * kept as they are now.
     */
    async keep(
      caller: Caller,
      report: PartnershipReport,
      plans: readonly ToldOf[],
      tables: readonly CountTable[],
      reading: WordsReading | null,
      told: readonly SettledPlan[] = [],
    ): Promise<{ snapshot: Snapshot; isNew: boolean }> {
      const content = digestOf(contentOf(report));
      const last = await db
        .selectFrom('report_snapshot')
        .select(['id', 'model', 'content_digest as content'])
        .where('half_term_id', '=', report.halfTerm.id)
        .where('edition', '=', report.edition)
        .where('threshold', '=', report.threshold)
        .where('withdrawn_at', 'is', null)
        .orderBy('frozen_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (last !== undefined && (last.content === content || contentToday(last.model) === contentOf(report))) {
        return { snapshot: await find(last.id), isNew: false };
      }
      const model = canonicalJson(report);
      const id = randomUUID();
      const at = clock().toISOString();
      await keepTold(db, caller, plans, at);
      await db.transaction().execute(async (trx) => {
        await recordAnswersShown(trx, plans, at);
        await trx
          .insertInto('report_snapshot')
          .values({
            id,
            half_term_id: report.halfTerm.id,
            edition: report.edition,
            threshold: report.threshold,
            model,
            counts: JSON.stringify([...countsByKey(tables)]),
            rubrics: JSON.stringify(report.rubrics.map(({ title, version, digest }) => ({ title, version, digest }))),
            plans: JSON.stringify(
              plans.map(({ roundId, documentId, agencies }) => ({ roundId, documentId, agencies })),
            ),
            digest: digestOf(model),
            content_digest: content,
            frozen_at: at,
            frozen_by: caller.id,
            withdrawn_at: null,
            withdrawn_by: null,
          })
          .execute();
        await keepToldPlans(trx, id, told);
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'reports.freeze',
          subjectId: id,
          detail: {
            halfTerm: report.halfTerm.id,
            edition: report.edition,
            ...ruleDetail(report),
            digest: digestOf(model),
            ...reading,
          },
        });
      });
      return { snapshot: await find(id), isNew: true };
    },

    /** A frozen report, as it was. Throws NOT_FOUND, and FROZEN_DAMAGED where it is not what was frozen. */
    async read(caller: Caller, snapshotId: string): Promise<PartnershipReport> {
      const row = await db
        .selectFrom('report_snapshot')
        .select(['model', 'digest'])
        .where('id', '=', snapshotId)
        .executeTakeFirst();
      if (row === undefined) throw notFound('frozen report');
      if (digestOf(row.model) !== row.digest) {
        throw new Refusal(
          'FROZEN_DAMAGED',
          'This frozen report is no longer what was frozen.',
          'Open a backup of the workspace from before, and compare.',
        );
      }
      await keepTold(db, caller, await selectFrozenPlans(db, snapshotId), clock().toISOString());
      return partnershipReportSchema.parse(JSON.parse(row.model));
    },

    /** Throws Refusal WITHDRAWN where it was withdrawn before. */
    async withdraw(caller: Caller, snapshotId: string, reason: string): Promise<Snapshot> {
      if ((await find(snapshotId)).withdrawn !== null) {
        throw new Refusal('WITHDRAWN', 'This report was withdrawn already.', 'Look at the reason that stands with it.');
      }
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('report_snapshot')
          .set({ withdrawn_at: at, withdrawn_by: caller.id, withdrawn_reason: reason })
          .where('id', '=', snapshotId)
          .execute();
        await forgetToldPlans(trx);
        const detail = { reason: digestOf(reason) };
        await recordEvent(trx, { at, personId: caller.id, action: 'reports.withdraw', subjectId: snapshotId, detail });
      });
      return find(snapshotId);
    },
  };
}

/** A report that an earlier version of Goldthread froze lacks what reports did not say then: that is no change. */
function contentToday(model: string): string {
  return contentOf(partnershipReportSchema.parse(JSON.parse(model)));
}
