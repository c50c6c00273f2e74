import { asAtOf, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { toldByPeriod } from '../../../shared/domain/report/period-input.ts';
import { byPeriod, publicationPeriods } from '../../../shared/domain/report/publication-periods.ts';
import type { ReportInput, RoundFacts } from '../../../shared/domain/report/report-input.ts';
import type { Edition } from '../../../shared/domain/report/report-model.ts';
import type { ToldFrom } from '../../../shared/domain/report/told-sums.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import { toldOnce, type ToldPlans, versionOf } from '../../../shared/domain/report/told-once.ts';
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
  selectHalfTermsOf,
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
  /** For a publishable edition: what has been told of single plans so far. */
  told: ToldPlans;
}

export interface GatheredReport {
  input: ReportInput;
  /** What anything that was given out before was counted from as well. */
  from: ToldFrom;
  /** Of the plans that are counted, those that stand settled now: one that was told of may have been opened again since. */
  settled: readonly SettledPlan[];
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
    const isPublishable = options.edition === 'publishable';
    const settled = await results.settled();
    const once = isPublishable ? toldOnce(settled, options.told, calendar) : { plans: settled, late: [] };
    const all = once.plans.filter(({ halfTermId }) => upToNow.has(halfTermId));
    const periods = isPublishable ? publicationPeriods({ ...options, calendar, plans: all }) : [];
    const plans = isPublishable ? byPeriod(all, periods) : all;
    const period = periods.at(-1);
    const inPeriod = new Set((period?.halfTerms ?? [halfTerm]).map(({ id }) => id));
    const own: RoundFacts[] = [];
    for (const id of inPeriod) own.push(...(await selectRoundFacts(db, id)));
    const roundIds = own.map(({ id }) => id);
    const counted = all.filter(({ halfTermId }) => inPeriod.has(halfTermId));
    const rounds = isPublishable ? await toldRounds(own, counted) : own;
    const escalated = await selectEscalations(db, roundIds, asAt);
    const input: ReportInput = {
      partnership: { name, areaCode },
      halfTerm,
      calendar,
      rounds,
      rubrics: await usedBy(plans),
      plans: all,
      latePlans: {
        areCounted: rounds.length > own.length,
        areLeftOut: once.late.some(({ halfTermId }) => inPeriod.has(halfTermId)),
      },
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
    const versions = new Set(settled.map(versionOf));
    return {
      input: isPublishable ? toldByPeriod(input, periods) : input,
      from,
      settled: plans.filter((plan) => versions.has(versionOf(plan))),
    };
  };

  /** Rounds with what is counted of each here, those of earlier half-terms with plans that came late among them. */
  async function toldRounds(own: readonly RoundFacts[], plans: readonly SettledPlan[]): Promise<RoundFacts[]> {
    const byRound = Map.groupBy(plans, ({ roundId }) => roundId);
    const others = [...byRound.keys()].filter((roundId) => !own.some(({ id }) => id === roundId));
    const earlier: RoundFacts[] = [];
    for (const id of await selectHalfTermsOf(db, others)) {
      const facts = (await selectRoundFacts(db, id)).filter((round) => others.includes(round.id));
      for (const round of facts) {
        const settled = byRound.get(round.id)?.length ?? 0;
        earlier.push({ ...round, plans: settled, documents: settled, settled, withoutGrade: 0 });
      }
    }
    const counted = own.map((round) => {
      const settled = (byRound.get(round.id)?.length ?? 0) + round.withoutGrade;
      return { ...round, settled, documents: Math.max(round.documents, settled) };
    });
    return [...earlier, ...counted];
  }

  /** Every version that a plan was graded by; the current one where none was. */
  async function usedBy(plans: readonly SettledPlan[]): Promise<ReportInput['rubrics']> {
    return rubricsOf(rubrics, plans.length === 0 ? [{ rubricId: (await rubrics.current()).id }] : plans);
  }
}
