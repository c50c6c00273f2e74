import { asAtOf, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { toldByPeriod } from '../../../shared/domain/report/period-input.ts';
import { byPeriod, publicationPeriods } from '../../../shared/domain/report/publication-periods.ts';
import type { ReportInput, RoundFacts } from '../../../shared/domain/report/report-input.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { ToldFrom } from '../../../shared/domain/report/told-sums.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import { rubricsOf } from '../measures/figure-sources.ts';
import { selectIssued } from '../measures/measures-queries.ts';
import type { MeasuresService } from '../measures/measures-service.ts';
import { agreementFacts } from '../moderation/agreement-facts.ts';
import type { AgreementService } from '../moderation/agreement-service.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { notFound } from '../refusal.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import {
  selectActionFacts,
  selectAdviceCounts,
  selectAdvisedPlans,
  selectEscalations,
  selectFinalsIssued,
  selectReAudits,
  selectRoundFacts,
} from './report-facts.ts';

export interface GatherOptions {
  halfTermId: string;
  edition: Edition;
  threshold: number;
  hideZero: boolean;
  words: ReadonlyMap<string, string>;
  excerpts: ReportInput['excerpts'];
  /** Periods that publishable editions have told of so far. */
  published: readonly (readonly string[])[];
}

export interface GatheredReport {
  input: ReportInput;
  /** What anything that was given out before was counted from as well. */
  from: ToldFrom;
}

/** Gathers from the workspace what a half-term's report is made of; nothing is counted here. */
export function createReportGatherer({
  db,
  clock,
  partnership,
  results,
  rubrics,
  agreement,
  measures,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
  agreement: AgreementService;
  measures: Pick<MeasuresService, 'draft'>;
}) {
  /** Throws Refusal NOT_FOUND for a half-term that the calendar does not have. */
  return async function gather(caller: Caller, options: GatherOptions): Promise<GatheredReport> {
    const { name, areaCode, halfTerms } = await partnership.get();
    const calendar = sortHalfTerms(halfTerms);
    const at = calendar.findIndex(({ id }) => id === options.halfTermId);
    const halfTerm = calendar[at];
    if (halfTerm === undefined) throw notFound('half-term');
    const now = clock().toISOString();
    const today = englishDay(now);
    const asAt = asAtOf(halfTerm, calendar, today);
    const upToNow = new Set(calendar.slice(0, at + 1).map(({ id }) => id));
    const all = (await results.settled()).filter(({ halfTermId }) => upToNow.has(halfTermId));
    const isPublishable = options.edition === 'publishable';
    const periods = isPublishable ? publicationPeriods({ ...options, calendar, plans: all }) : [];
    const plans = isPublishable ? byPeriod(all, periods) : all;
    const period = periods.at(-1);
    const rounds: RoundFacts[] = [];
    for (const { id } of period?.halfTerms ?? [halfTerm]) rounds.push(...(await selectRoundFacts(db, id)));
    const roundIds = rounds.map(({ id }) => id);
    const escalated = await selectEscalations(db, roundIds, asAt);
    const input: ReportInput = {
      partnership: { name, areaCode },
      halfTerm,
      calendar,
      rounds,
      rubrics: await usedBy(plans),
      plans: all,
      escalations: escalated.byKind,
      escalatedSince: escalated.since,
      agreement: await agreementFacts(agreement, caller, roundIds),
      advice: await selectAdviceCounts(db, roundIds, asAt),
      advisedPlans: await selectAdvisedPlans(db, roundIds, asAt),
      finalsIssued: await selectFinalsIssued(db, period?.halfTerms ?? [halfTerm], calendar),
      actions: await selectActionFacts(db, calendar, asAt),
      asAt,
      reAudits: await selectReAudits(db, roundIds),
      measures: await measures.draft(
        plans,
        period?.asOne.id ?? halfTerm.id,
        options.edition,
        isPublishable ? periods : null,
      ),
      excerpts: options.excerpts,
      words: options.words,
      edition: options.edition,
      threshold: options.threshold,
      hideZero: options.hideZero,
      author: caller.name,
      madeAt: now,
      today,
    };
    const from = {
      plans: all,
      rubrics: await usedBy(all),
      calendar,
      issued: await selectIssued(db, calendar),
      today,
    };
    return { input: isPublishable ? toldByPeriod(input, periods) : input, from };
  };

  /** Every version that a plan was graded by; the current one where none was. */
  async function usedBy(plans: readonly SettledPlan[]): Promise<ReportInput['rubrics']> {
    return rubricsOf(rubrics, plans.length === 0 ? [{ rubricId: (await rubrics.current()).id }] : plans);
  }
}
