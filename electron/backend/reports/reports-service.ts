import type { ReportFormat, Snapshot } from '../../../shared/contract/reports.ts';
import { buildReport, type Hide } from '../../../shared/domain/report/build-report.ts';
import { changesSince, type TableChange } from '../../../shared/domain/report/changes-since.ts';
import { countsByKey, type CountedTables } from '../../../shared/domain/report/count-table.ts';
import { hiddenWords } from '../../../shared/domain/report/edition-words.ts';
import type { SuppressionOptions } from '../../../shared/domain/report/primary-suppression.ts';
import { type TellingKind, tellingWords } from '../../../shared/domain/report/own-words.ts';
import type { Edition, PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { isWithinLater } from '../../../shared/domain/report/publication-periods.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { ToldPlans } from '../../../shared/domain/report/told-once.ts';
import { withToldSums } from '../../../shared/domain/report/told-sums.ts';
import { recordAnswersShown } from '../audits/answers-shown.ts';
import type { Caller, Clock } from '../caller.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { ReportAdditionsService } from './additions-service.ts';
import type { createReportGatherer } from './gather-report.ts';
import { type RenderOptions, renderReport } from './render-report.ts';
import { rememberSuppressed } from './remember-suppressed.ts';
import { ruleDetail } from './rule-detail.ts';
import type { StandingReport } from './snapshots-queries.ts';
import type { SnapshotsService, WordsReading } from './snapshots-service.ts';
import { keepLookedAt, keepTold } from './told-of-results.ts';

export type ReportsService = ReturnType<typeof createReportsService>;

export interface ReportChoice {
  halfTermId: string;
  edition: Edition;
  threshold: number;
  hideZero: boolean;
}

interface MadeReport {
  report: PartnershipReport;
  /** Plans in it whose results stand. */
  plans: readonly SettledPlan[];
  /** Of a publishable edition: those that it tells of, as it does, with half-terms of the calendar. */
  told: readonly SettledPlan[];
  /** Every table, those that the report leaves out since all in them is hidden among them. */
  tables: CountedTables['tables'];
  /** Hidden counts that are given away and that no earlier edition shows; looked for where `isChecked`. */
  givenAway: readonly string[];
}

const NOTHING_TOLD: ToldPlans = { plans: new Map(), halfTermIds: new Set() };

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
  const suppressed = rememberSuppressed();

  async function makeReport(
    caller: Caller,
    { halfTermId, edition, threshold, hideZero }: ReportChoice,
    { isChecked }: { isChecked: boolean },
  ): Promise<MadeReport> {
    const words = await additions.wordsOf(halfTermId, edition);
    const { excerpts } = await additions.excerptsOf(halfTermId);
    const { known, knownHidden, periods: published } = await snapshots.published();
    const { input, from, settled } = await gather(caller, {
      halfTermId,
      edition,
      threshold,
      hideZero,
      words,
      published,
      told: edition === 'internal' ? NOTHING_TOLD : await snapshots.toldPlans(),
      excerpts: excerpts.map(({ id, isGood, criterionId, criterion, words: said }) => ({
        id,
        isGood,
        criterionId,
        criterion,
        words: said,
      })),
    });
    let tables: CountedTables['tables'] = [];
    let givenAway: readonly string[] = [];
    const hide: Hide = (counted) => {
      const shown = edition === 'internal' ? counted : hidden(counted);
      tables = shown.tables;
      return shown;
    };
    const report = buildReport(input, hide, hiddenWords(edition, { threshold, hideZero }));
    const halfTerms = new Set(report.periods.flat());
    const told = from.plans.filter(({ halfTermId: id }) => halfTerms.has(id));
    return { report, plans: settled, told, tables, givenAway };

    function hidden(counted: CountedTables): CountedTables {
      const linked = withToldSums(counted, { known, knownHidden }, from);
      const options: SuppressionOptions = { threshold, hideZero, known, knownHidden };
      const found = suppressed(linked, options);
      if (isChecked) givenAway = found.givenAway();
      return found.shown;
    }
  }

  /** The half-terms before the last of a published period would be the difference of two publications. */
  async function refuseApart(halfTermId: string): Promise<void> {
    if (!isWithinLater(halfTermId, (await snapshots.published()).periods)) return;
    throw new Refusal(
      'NOT_FIT_TO_PUBLISH',
      'This half-term was published together with later ones.',
      'Nothing was frozen. Beside that report, figures of this half-term alone would give small counts away.',
    );
  }

  async function adviceFor(threshold: number): Promise<string> {
    const published = await snapshots.published();
    const { threshold: out } = published;
    if (out !== null && out < threshold) {
      return `Nothing was frozen. A stricter rule cannot follow what is already out: hide counts of 1 to ${out - 1}, as the published reports do.`;
    }
    return published.periods.length === 0
      ? 'Nothing was frozen. Hide 0 as well, or counts of 1 to 9; or wait until more plans of this half-term are settled.'
      : 'Nothing was frozen. So little beside the plans has changed since the last published report that this one would tell of it. Publish with the next half-term’s report.';
  }

  return {
    /** Who audits a document, or was asked to, could tell from the figures how another answered: that is kept. */
    async preview(caller: Caller, choice: ReportChoice): Promise<PartnershipReport> {
      const { report, plans } = await makeReport(caller, choice, { isChecked: false });
      await keepLookedAt(db, caller, plans, report.madeAt);
      return report;
    },

    /** What a publishable report would tell if it were frozen now. Keeps nothing: it is for what is made of it. */
    async wouldTell(caller: Caller, choice: Omit<ReportChoice, 'edition'>): Promise<StandingReport> {
      const made = await makeReport(caller, { ...choice, edition: 'publishable' }, { isChecked: false });
      return { ...choice, periods: made.report.periods, counts: [...countsByKey(made.tables)] };
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
        await recordAnswersShown(trx, plans, report.madeAt);
        await recordEvent(trx, {
          at: report.madeAt,
          personId: caller.id,
          action: 'reports.export',
          subjectId: null,
          detail: {
            halfTerm: choice.halfTermId,
            edition: choice.edition,
            ...ruleDetail(choice),
            format,
            figures: digestOf(JSON.stringify({ ...report, madeAt: null })),
          },
        });
      });
      return file;
    },

    /** Throws Refusal EXCERPTS_UNTICKED, WORDS_NAME_SOMEBODY and NOT_FIT_TO_PUBLISH for a publishable edition. */
    async freeze(
      caller: Caller,
      { areWordsRead = false, ...choice }: ReportChoice & { areWordsRead?: boolean },
    ): Promise<{ snapshot: Snapshot; isNew: boolean }> {
      if (choice.edition === 'publishable') {
        const { excerpts } = await additions.excerptsOf(choice.halfTermId);
        refuseUnread(excerpts.filter(({ tick }) => tick === null).length);
      }
      const { report, plans, told, tables, givenAway } = await makeReport(caller, choice, { isChecked: true });
      let reading: WordsReading | null = null;
      if (choice.edition === 'publishable') {
        const telling = await additions.tellingOf(choice.halfTermId, choice.edition);
        if (!areWordsRead) refuseTelling(report, telling);
        reading = { areWordsRead, wordsNaming: [...telling.keys()].toSorted().join(' ') };
        await refuseApart(choice.halfTermId);
      }
      if (givenAway.length > 0) {
        throw new Refusal(
          'NOT_FIT_TO_PUBLISH',
          `${givenAway.length === 1 ? 'A hidden count' : `${givenAway.length} hidden counts`} could be worked out from this report.`,
          await adviceFor(choice.threshold),
        );
      }
      return snapshots.keep(caller, report, plans, tables, reading, told);
    },

    /** What the same report would say differently now. */
    async changesSince(caller: Caller, snapshotId: string): Promise<TableChange[]> {
      const { halfTermId, edition, threshold, hideZero } = await snapshots.find(snapshotId);
      const frozen = await snapshots.read(caller, snapshotId);
      const { report, plans } = await makeReport(
        caller,
        { halfTermId, edition, threshold, hideZero },
        { isChecked: false },
      );
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

/** By part and kind; what was found is for whoever wrote it to see. */
function refuseTelling({ parts }: PartnershipReport, telling: ReadonlyMap<string, readonly TellingKind[]>): void {
  const found = parts.flatMap(({ id, title }) => {
    const kinds = telling.get(id) ?? [];
    return kinds.length === 0 ? [] : [`“${title}” (${tellingWords(kinds)})`];
  });
  if (found.length === 0) return;
  throw new Refusal(
    'WORDS_NAME_SOMEBODY',
    `Your own words seem to tell of somebody whose plan was audited: ${found.join('; ')}.`,
    'Change them in step 2, or tick in step 4 that you have read them and nobody can be recognised.',
  );
}
