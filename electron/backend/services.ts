import { type ActionsService, createActionsService } from './actions/actions-service.ts';
import { type AdviceLettersService, createAdviceLettersService } from './advice/advice-letters-service.ts';
import { type AdviceService, createAdviceService } from './advice/advice-service.ts';
import { type AssignmentsService, createAssignmentsService } from './assignments/assignments-service.ts';
import { type AuditsService, createAuditsService } from './audits/audits-service.ts';
import type { Clock } from './caller.ts';
import { type ComparisonsService, createComparisonsService } from './comparisons/comparisons-service.ts';
import { createDocumentsService, type DocumentsService } from './documents/documents-service.ts';
import type { ParsePool } from './documents/parse-pool.ts';
import { createStoredModels } from './documents/stored-models.ts';
import { createFamilyFeedbackService, type FamilyFeedbackService } from './family/family-service.ts';
import { createFlagsService, type FlagsService } from './flags/flags-service.ts';
import { createHintsService, type HintsService } from './hints/hints-service.ts';
import { createKeptDigests } from './hints/kept-digests.ts';
import { createSentenceIndex } from './hints/sentence-index.ts';
import { createInsightService, type InsightService } from './insight/insight-service.ts';
import { createMaskingService, type MaskingService } from './masking/masking-service.ts';
import { createPlanMasks } from './masking/plan-masks.ts';
import { createRepresentativeView, type RepresentativeView } from './masking/representative-view.ts';
import { createMeasuresService, type MeasuresService } from './measures/measures-service.ts';
import { type AgreementService, createAgreementService } from './moderation/agreement-service.ts';
import { type CalibrationService, createCalibrationService } from './moderation/calibration-service.ts';
import { createModerationService, type ModerationService } from './moderation/moderation-service.ts';
import { createPanelPapersService, type PanelPapersService } from './moderation/panel-papers-service.ts';
import { createOutletExamplesService, type OutletExamplesService } from './outlets/examples-service.ts';
import { createOutletsService, type OutletsService } from './outlets/outlets-service.ts';
import { createRegionalService, type RegionalService } from './outlets/regional-service.ts';
import { createPartnershipService, type PartnershipService } from './partnership/partnership-service.ts';
import { createPeopleService, type PeopleService } from './people/people-service.ts';
import { createPhrasesService, type PhrasesService } from './phrases/phrases-service.ts';
import { createCyclesService, type CyclesService } from './plans/cycles-service.ts';
import { createPlansService, type PlansService } from './plans/plans-service.ts';
import { createRegisterService, type RegisterService } from './register/register-service.ts';
import type { HostShell } from './host-shell.ts';
import { createReportAdditionsService, type ReportAdditionsService } from './reports/additions-service.ts';
import { createGradesSoFarService, type GradesSoFarService } from './reports/grades-so-far.ts';
import { createReportGatherer } from './reports/gather-report.ts';
import { createReportsService, type ReportsService } from './reports/reports-service.ts';
import { createSnapshotsService, type SnapshotsService } from './reports/snapshots-service.ts';
import { createResultsService, type ResultsService } from './results/results-service.ts';
import { createRoundsService, type RoundsService } from './rounds/rounds-service.ts';
import { createRubricDraftsService, type RubricDraftsService } from './rubric/rubric-drafts-service.ts';
import { createRubricService, type RubricService } from './rubric/rubric-service.ts';
import { createSamplesService, type SamplesService } from './samples/samples-service.ts';
import { type AcrossPlansService, createAcrossPlansService } from './threads/across-plans-service.ts';
import { createThreadsService, type ThreadsService } from './threads/threads-service.ts';
import { createSupervisionService, type SupervisionService } from './supervision/supervision-service.ts';
import { createTrailService, type TrailService } from './trail/trail-service.ts';
import type { OpenWorkspace } from './workspace/open-workspace.ts';

export interface Services {
  partnership: PartnershipService;
  people: PeopleService;
  rounds: RoundsService;
  samples: SamplesService;
  assignments: AssignmentsService;
  plans: PlansService;
  cycles: CyclesService;
  register: RegisterService;
  documents: DocumentsService;
  comparisons: ComparisonsService;
  rubrics: RubricService;
  rubricDrafts: RubricDraftsService;
  audits: AuditsService;
  moderation: ModerationService;
  masking: MaskingService;
  /** What parent carer representatives are served. */
  representatives: RepresentativeView;
  agreement: AgreementService;
  calibration: CalibrationService;
  panelPapers: PanelPapersService;
  advice: AdviceService;
  adviceLetters: AdviceLettersService;
  actions: ActionsService;
  supervision: SupervisionService;
  hints: HintsService;
  threads: ThreadsService;
  acrossPlans: AcrossPlansService;
  phrases: PhrasesService;
  familyFeedback: FamilyFeedbackService;
  flags: FlagsService;
  results: ResultsService;
  measures: MeasuresService;
  insight: InsightService;
  reports: ReportsService;
  reportAdditions: ReportAdditionsService;
  snapshots: SnapshotsService;
  gradesSoFar: GradesSoFarService;
  outlets: OutletsService;
  outletExamples: OutletExamplesService;
  regional: RegionalService;
  trail: TrailService;
}

/** Wires the services of one open workspace by hand. */
export function createServices(
  { db }: OpenWorkspace,
  {
    clock,
    parsePool,
    resourcesFolder,
    printPdf,
  }: {
    clock: Clock;
    parsePool: ParsePool;
    resourcesFolder: string | undefined;
    printPdf: HostShell['printPdf'];
  },
): Services {
  const partnership = createPartnershipService({ db, clock });
  const people = createPeopleService({ db, clock });
  const rounds = createRoundsService({ db, clock, people });
  const rubrics = createRubricService({ db, clock });
  const samples = createSamplesService({ db, clock });
  const assignments = createAssignmentsService({ db, clock, rounds, rubrics });
  const trail = createTrailService({ db, clock });
  const audits: AuditsService = createAuditsService({
    db,
    clock,
    rubrics,
    modelOf: (documentId) => documents.modelOf(documentId),
  });
  const cycles = createCyclesService({ db, clock });
  const register = createRegisterService({ db, clock, parsePool });
  const models = createStoredModels(db);
  const masks = createPlanMasks({ db, models });
  const representatives = createRepresentativeView({ db, masks, parsePool });
  const plans = createPlansService({
    db,
    clock,
    myAudits: audits.myAudits,
    myAuditsIn: audits.myAuditsIn,
    isPrepared: (caller, documentId) => representatives.isPrepared(caller, documentId),
  });
  const documents: DocumentsService = createDocumentsService({
    db,
    clock,
    parsePool,
    myAudits: audits.myAudits,
    getPlan: plans.get,
  });
  const comparisons = createComparisonsService({ models, parsePool });
  const sentences = createSentenceIndex({ models, kept: createKeptDigests(db), parsePool });
  const hints = createHintsService({
    db,
    clock,
    audits,
    rounds,
    rubrics,
    models,
    parsePool,
    sentences,
    getPlan: plans.get,
    cycles,
  });
  const threads = createThreadsService({ db, clock, myAudits: audits.myAudits, modelOf: documents.modelOf });
  const acrossPlans = createAcrossPlansService({ db, rounds, models, parsePool, sentences });
  const moderation = createModerationService({ db, clock, people, rounds, rubrics });
  const agreement = createAgreementService({ moderation, rounds, rubrics });
  const calibration = createCalibrationService({ db, clock, rounds, rubrics, moderation });
  const panelPapers = createPanelPapersService({
    db,
    clock,
    partnership,
    rounds,
    rubrics,
    moderation,
    agreement,
    resourcesFolder,
  });
  const advice = createAdviceService({
    db,
    clock,
    myAudits: audits.myAudits,
    modelOf: (documentId) => documents.modelOf(documentId),
  });
  const results = createResultsService({ db, clock, rubrics });
  const actions = createActionsService({
    db,
    clock,
    rounds,
    rubrics,
    results,
    modelOf: documents.modelOf,
  });
  const measures = createMeasuresService({ db, clock, partnership, results, rubrics });
  const masking = createMaskingService({ db, clock, masks, people, myAudits: audits.myAudits });
  const adviceLetters = createAdviceLettersService({ db, clock, partnership, rounds, masking, resourcesFolder });
  const reportAdditions = createReportAdditionsService({ db, clock, partnership, results, rubrics, masking });
  const snapshots = createSnapshotsService({ db, clock });
  const reports = createReportsService({
    db,
    clock,
    additions: reportAdditions,
    snapshots,
    render: { resourcesFolder, printPdf },
    gather: createReportGatherer({
      db,
      clock,
      partnership,
      results,
      rubrics,
      agreement,
      measures,
    }),
  });
  const outletExamples = createOutletExamplesService({ db, clock, results, rubrics, masking });
  return {
    partnership,
    people,
    rounds,
    samples,
    assignments,
    plans,
    cycles,
    register,
    documents,
    comparisons,
    rubrics,
    rubricDrafts: createRubricDraftsService({ db, clock, rubrics }),
    audits,
    moderation,
    masking,
    representatives,
    agreement,
    calibration,
    panelPapers,
    advice,
    adviceLetters,
    actions,
    supervision: createSupervisionService({ db, clock, rubrics, partnership, masking }),
    hints,
    threads,
    acrossPlans,
    phrases: createPhrasesService({ db, clock, rubrics }),
    familyFeedback: createFamilyFeedbackService({ db, clock, partnership, parsePool }),
    flags: createFlagsService({ db, clock }),
    results,
    measures,
    insight: createInsightService({ db, clock, partnership, results, rubrics, agreement, measures, snapshots }),
    reports,
    reportAdditions,
    snapshots,
    gradesSoFar: createGradesSoFarService({ db, rounds, rubrics, results }),
    outlets: createOutletsService({
      db,
      clock,
      partnership,
      results,
      rubrics,
      masking,
      examples: outletExamples,
      snapshots,
      reports,
      resourcesFolder,
    }),
    outletExamples,
    regional: createRegionalService({ db, clock }),
    trail,
  };
}
