import type { ReportFormat, Snapshot } from '../../../shared/contract/reports.ts';
import { buildReport, type Hide } from '../../../shared/domain/report/build-report.ts';
import { changesSince, type TableChange } from '../../../shared/domain/report/changes-since.ts';
import type { CountedTables } from '../../../shared/domain/report/count-table.ts';
import { hiddenWords } from '../../../shared/domain/report/edition-words.ts';
import type { SuppressionOptions } from '../../../shared/domain/report/primary-suppression.ts';
import type { Edition, PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { disclosures, suppress } from '../../../shared/domain/report/suppression.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller, Clock } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { ReportAdditionsService } from './additions-service.ts';
import type { createReportGatherer } from './gather-report.ts';
import { type RenderOptions, renderReport } from './render-report.ts';
import type { SnapshotsService } from './snapshots-service.ts';
import { keepLookedAt, keepTold } from './told-of-results.ts';

export type ReportsService = ReturnType<typeof createReportsService>;

export interface ReportChoice {
  halfTermId: string;
  edition: Edition;
  threshold: number;
}

interface MadeReport {
  report: PartnershipReport;
  plans: readonly SettledPlan[];
  /** Hidden counts that are given away and that no earlier edition shows; looked for where `isChecked`. */
  givenAway: readonly string[];
}

export function createReportsService({
  db,
  clock,
  gather,
  additions,
  snapshots,
  render,
}: {
  db: WorkspaceDb;
  clock: Clock;
  gather: ReturnType<typeof createReportGatherer>;
  additions: ReportAdditionsService;
  snapshots: SnapshotsService;
  render: RenderOptions;
}) {
  async function makeReport(
    caller: Caller,
    { halfTermId, edition, threshold }: ReportChoice,
    { isChecked }: { isChecked: boolean },
  ): Promise<MadeReport> {
    const words = await additions.wordsOf(halfTermId, edition);
    const { excerpts } = await additions.excerptsOf(halfTermId);
    const input = await gather(caller, {
      halfTermId,
      edition,
      threshold,
      words,
      excerpts: excerpts.map(({ id, isGood, criterionId, criterion, words: said }) => ({
        id,
        isGood,
        criterionId,
        criterion,
        words: said,
      })),
    });
    const options: SuppressionOptions = { threshold, hideZero: false, ...(await snapshots.published()) };
    let givenAway: string[] = [];
    const hide: Hide = (counted) => {
      if (edition === 'internal') return counted;
      const shown = suppress(counted, options);
      if (isChecked) givenAway = leaks(counted, shown, options);
      return shown;
    };
    const report = buildReport(input, hide, hiddenWords(edition, threshold));
    return { report, plans: input.plans, givenAway };
  }

  return {
    /** Who audits a document, or was asked to, could tell from the figures how another answered: that is kept. */
    async preview(caller: Caller, choice: ReportChoice): Promise<PartnershipReport> {
      const { report, plans } = await makeReport(caller, choice, { isChecked: false });
      await keepLookedAt(db, caller, plans, report.madeAt);
      return report;
    },

    /**
     * The internal edition as it stands, as a file to keep; that it was made, by whom and with which figures, goes into
     * the trail. Throws Refusal NOT_FROZEN for a publishable one: what is given out is kept first.
     */
    async export(caller: Caller, choice: ReportChoice, format: ReportFormat): Promise<File> {
      if (choice.edition === 'publishable') {
        throw new Refusal(
          'NOT_FROZEN',
          'A publishable report is frozen before it is exported.',
          'Freeze it first: later reports then know what was published, and hide what would give it away.',
        );
      }
      const { report, plans } = await makeReport(caller, choice, { isChecked: false });
      const file = await renderReport(report, format, render);
      await keepTold(db, caller, plans, report.madeAt);
      await db.transaction().execute(async (trx) => {
        for (const { roundId, documentId } of plans) await recordAnswersShown(trx, roundId, documentId, report.madeAt);
        await recordEvent(trx, {
          at: report.madeAt,
          personId: caller.id,
          action: 'reports.export',
          subjectId: null,
          detail: {
            halfTerm: choice.halfTermId,
            edition: choice.edition,
            format,
            figures: digestOf(JSON.stringify({ ...report, madeAt: null })),
          },
        });
      });
      return file;
    },

    /** Throws Refusal EXCERPTS_UNTICKED and NOT_FIT_TO_PUBLISH for a publishable edition. */
    async freeze(caller: Caller, choice: ReportChoice): Promise<{ snapshot: Snapshot; isNew: boolean }> {
      if (choice.edition === 'publishable') {
        const { excerpts } = await additions.excerptsOf(choice.halfTermId);
        refuseUnread(excerpts.filter(({ tick }) => tick === null).length);
      }
      const { report, plans, givenAway } = await makeReport(caller, choice, { isChecked: true });
      if (givenAway.length > 0) {
        throw new Refusal(
          'NOT_FIT_TO_PUBLISH',
          `${givenAway.length === 1 ? 'A hidden count' : `${givenAway.length} hidden counts`} could be worked out from this report.`,
          'Nothing was frozen. Choose to hide more counts, or give out the internal edition alone.',
        );
      }
      return snapshots.keep(caller, report, plans);
    },

    /** What the same report would say differently now. */
    async changesSince(caller: Caller, snapshotId: string): Promise<TableChange[]> {
      const { halfTermId, edition, threshold } = await snapshots.find(snapshotId);
      const frozen = await snapshots.read(caller, snapshotId);
      const { report, plans } = await makeReport(caller, { halfTermId, edition, threshold }, { isChecked: false });
      await keepLookedAt(db, caller, plans, report.madeAt);
      return changesSince(frozen, report);
    },

    /** Throws Refusal WITHDRAWN. */
    async exportFrozen(caller: Caller, snapshotId: string, format: ReportFormat): Promise<File> {
      const { withdrawn, halfTermId, edition, digest } = await snapshots.find(snapshotId);
      if (withdrawn !== null) {
        throw new Refusal(
          'WITHDRAWN',
          'This report was withdrawn.',
          'It is kept, and can be looked at here; what is given out is made from one that stands.',
        );
      }
      const file = await renderReport(await snapshots.read(caller, snapshotId), format, render);
      const at = clock().toISOString();
      await db.transaction().execute(async (trx) => {
        await recordEvent(trx, {
          at,
          personId: caller.id,
          action: 'reports.exportFrozen',
          subjectId: snapshotId,
          detail: { halfTerm: halfTermId, edition, format, digest },
        });
      });
      return file;
    },
  };
}

function refuseUnread(unticked: number): void {
  if (unticked === 0) return;
  throw new Refusal(
    'EXCERPTS_UNTICKED',
    unticked === 1
      ? 'One excerpt has not been read and ticked.'
      : `${unticked} excerpts have not been read and ticked.`,
    'Read each one; tick that nobody can be recognised, or take it out.',
  );
}

/**
 * Counts that the tables to be shown give away, but for those that an earlier edition shows in print. Whatever else the
 * check names is taken for a leak, even where it says that hiding more would not help: what cannot be protected is not
 * published.
 */
function leaks(counted: CountedTables, shown: CountedTables, options: SuppressionOptions): string[] {
  return disclosures(counted, shown, options)
    .map(({ key }) => key)
    .filter((key) => !key.split(' less ').every((part) => options.known.has(part)));
}
