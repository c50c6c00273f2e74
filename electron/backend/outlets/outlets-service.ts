import type { OutletChoices, OutletExample } from '../../../shared/contract/outlets.ts';
import { shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { LONG_FORM_COLUMNS } from '../../../shared/domain/report/long-form.ts';
import { isOfService } from '../../../shared/domain/report/outlets/feedback-advice.ts';
import type { Scorecard } from '../../../shared/domain/report/outlets/scorecard.ts';
import type { ServicePaper } from '../../../shared/domain/report/outlets/service-paper.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import type { Caller, Clock } from '../caller.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { Refusal } from '../refusal.ts';
import type { ReportsService } from '../reports/reports-service.ts';
import type { SnapshotsService } from '../reports/snapshots-service.ts';
import { csvOf, renderCsv } from '../reports/to-csv.ts';
import { renderXlsx } from '../reports/to-xlsx.ts';
import { keepLookedAt } from '../reports/told-of-results.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { OutletExamplesService } from './examples-service.ts';
import { createFeedbackMaker, type ServiceChoice } from './feedback-maker.ts';
import { createFiguresMaker } from './figures-maker.ts';
import { createGivenOut, type Made } from './given-out.ts';
import { createKnownServices } from './known-services.ts';
import { dictionaryOf, fileOf, fileWords } from './outlet-files.ts';
import { createOutletSources, type HowChoice, type RunChoice } from './outlet-sources.ts';
import { paperToDocx, paperToHtml } from './render-paper.ts';
import { createScorecardMaker } from './scorecard-maker.ts';
import { createToldReports, refuseUnpublished } from './told-reports.ts';

export type OutletsService = ReturnType<typeof createOutletsService>;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What leaves the panel for services and for the performance board. */
export function createOutletsService({
  db,
  clock,
  partnership,
  results,
  rubrics,
  masking,
  examples,
  snapshots,
  reports,
  resourcesFolder,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
  masking: Pick<MaskingService, 'redact'>;
  examples: OutletExamplesService;
  snapshots: Pick<SnapshotsService, 'published' | 'standing' | 'toldPlans'>;
  reports: Pick<ReportsService, 'wouldTell'>;
  resourcesFolder: string | undefined;
}) {
  const assets = resourcesFolder === undefined ? {} : { resourcesFolder };
  const sources = createOutletSources({ db, clock, partnership, results, rubrics, snapshots });
  const services = createKnownServices({ db, sources, masking });
  const givesOut = createGivenOut({
    db,
    published: snapshots.published,
    countedFrom: () => sources.countedFrom('publishable'),
  });
  const toldOf = createToldReports({ partnership, snapshots, reports });
  const makeFeedback = createFeedbackMaker({ db, sources, services, examples, givesOut, toldOf });
  const makeFigures = createFiguresMaker({ sources, givesOut, toldOf });
  const makeScorecard = createScorecardMaker({ db, sources, givesOut, snapshots });

  async function lookAt<Thing>(caller: Caller, { thing, plans, at }: Made<Thing>): Promise<Thing> {
    await keepLookedAt(db, caller, plans, at);
    return thing;
  }

  return {
    async choices(): Promise<OutletChoices> {
      const { halfTerms } = await partnership.get();
      return {
        halfTerms: sortHalfTerms(halfTerms)
          .filter(({ start }) => start <= sources.today())
          .map((halfTerm) => ({ id: halfTerm.id, label: shortHalfTermName(halfTerm) })),
        ...(await services.known()),
      };
    },

    /** Throws Refusal NO_SUCH_SERVICE. */
    placeService: async (caller: Caller, said: { service: string; agency: string | null }): Promise<null> =>
      services.place(caller, said),

    /** Throws Refusal NO_SUCH_RUN. */
    async examples(
      caller: Caller,
      { agency, run }: { agency: string; run: RunChoice['run'] },
    ): Promise<{ examples: OutletExample[]; more: number }> {
      return examples.list(caller, await sources.plansIn((await sources.findRun(run)).run), agency);
    },

    /** Throws Refusal NO_SUCH_RUN, NO_SUCH_SERVICE. */
    feedback: async (caller: Caller, choice: ServiceChoice): Promise<ServicePaper> =>
      lookAt(caller, await makeFeedback(caller, choice)),

    /** Throws Refusal NO_SUCH_RUN, NO_SUCH_SERVICE, NOT_FROZEN, NOT_FIT_TO_PUBLISH. */
    async exportFeedback(caller: Caller, choice: ServiceChoice, format: 'docx' | 'html'): Promise<File> {
      const made = await makeFeedback(caller, choice);
      refuseUnpublished(made);
      const { thing, plans, given, at } = made;
      const content = format === 'docx' ? await paperToDocx(thing, assets) : await paperToHtml(thing, assets);
      await given.keep(caller, {
        kind: 'feedback',
        action: 'outlets.exportFeedback',
        plans,
        at,
        format,
        figures: thing,
        isTold: (key) => isOfService(key, choice.for.service),
      });
      const name = fileWords(choice.for.service ?? choice.for.agency);
      return fileOf(
        content,
        `feedback-${name}-${choice.run.to.replace('/', '-')}.${format}`,
        format === 'docx' ? WORD : 'text/html',
      );
    },

    /** Throws Refusal NO_SUCH_RUN. */
    figures: async (caller: Caller, choice: RunChoice): Promise<PartnershipReport> =>
      lookAt(caller, await makeFigures(caller, choice)),

    /** Throws Refusal NO_SUCH_RUN, NOT_FROZEN. */
    async exportFigures(caller: Caller, choice: RunChoice, format: 'csv' | 'xlsx' | 'dictionary'): Promise<File> {
      const stem = `figures-${choice.run.from.replace('/', '-')}-to-${choice.run.to.replace('/', '-')}`;
      if (format === 'dictionary') return fileOf(dictionaryOf(LONG_FORM_COLUMNS), `${stem}.columns.csv`, 'text/csv');
      const made = await makeFigures(caller, choice);
      refuseUnpublished(made);
      if (!made.isAnything) {
        throw new Refusal(
          'NOT_FROZEN',
          'No published report tells of these half-terms.',
          'Freeze a publishable report on them first, under Report, or choose half-terms that one tells of.',
        );
      }
      const { thing, plans, given, at } = made;
      const content = format === 'csv' ? renderCsv(thing) : await renderXlsx(thing);
      await given.keep(caller, { kind: 'figures', action: 'outlets.exportFigures', plans, at, format, figures: thing });
      return fileOf(content, `${stem}.${format}`, format === 'csv' ? 'text/csv' : EXCEL);
    },

    scorecard: async (caller: Caller, choice: HowChoice): Promise<Scorecard> =>
      lookAt(caller, await makeScorecard(choice)),

    /** Throws Refusal NOT_FIT_TO_PUBLISH. */
    async exportScorecard(caller: Caller, choice: HowChoice, format: 'csv' | 'dictionary'): Promise<File> {
      const { thing, plans, told, given, at } = await makeScorecard(choice);
      if (format === 'dictionary') return fileOf(dictionaryOf(thing.columns), 'scorecard.columns.csv', 'text/csv');
      await given.keep(caller, {
        kind: 'scorecard',
        action: 'outlets.exportScorecard',
        plans,
        told,
        at,
        format,
        figures: thing,
      });
      const head = thing.columns.map(({ id }) => id);
      return fileOf(csvOf(head, thing.rows), 'scorecard.csv', 'text/csv');
    },
  };
}
