import { asAtOf } from '../../../shared/domain/half-term.ts';
import { type HalfTermRun, runBefore } from '../../../shared/domain/report/outlets/half-term-run.ts';
import type { FeedbackFor } from '../../../shared/domain/report/outlets/feedback-for.ts';
import type { AdviceOfPeriod } from '../../../shared/domain/report/outlets/feedback-advice.ts';
import { countAdvice } from '../../../shared/domain/advice/advice-gaps.ts';
import {
  type FeedbackInput,
  serviceFeedback,
  toldFeedback,
} from '../../../shared/domain/report/outlets/service-feedback.ts';
import type { ServicePaper } from '../../../shared/domain/report/outlets/service-paper.ts';
import { periodsBefore, periodsOfRun } from '../../../shared/domain/report/outlets/told-figures.ts';
import { hiddenWords } from '../../../shared/domain/report/edition-words.ts';
import { hiddenFootnote, type HidingRule, type HidingRules } from '../../../shared/domain/report/suppression-words.ts';
import type { Caller } from '../caller.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { OutletExamplesService } from './examples-service.ts';
import type { GivesOut, Made } from './given-out.ts';
import type { KnownServices } from './known-services.ts';
import type { OutletSources, RunChoice } from './outlet-sources.ts';
import { plainService, selectServiceAdvice } from './outlets-queries.ts';
import type { createToldReports } from './told-reports.ts';

export interface ServiceChoice extends RunChoice {
  for: { agency: string; service: string | null };
}

/** Makes feedback for a service: for the panel from its results, and to be given out from what reports have told. */
export function createFeedbackMaker({
  db,
  sources,
  services,
  examples,
  givesOut,
  toldOf,
}: {
  db: WorkspaceDb;
  sources: OutletSources;
  services: KnownServices;
  examples: OutletExamplesService;
  givesOut: GivesOut;
  toldOf: ReturnType<typeof createToldReports>;
}) {
  /** Throws Refusal NO_SUCH_RUN, NO_SUCH_SERVICE. */
  return async function makeFeedback(caller: Caller, choice: ServiceChoice): Promise<Made<ServicePaper>> {
    const { calendar, run } = await sources.findRun(choice.run);
    const agency = await services.find(choice.for);
    const at = sources.now();
    const about: FeedbackFor = { ...choice.for, agencyLabel: agency.label };
    const asAt = ({ halfTerms }: HalfTermRun) => {
      const last = halfTerms.at(-1);
      return last === undefined ? sources.today() : asAtOf(last, calendar, sources.today());
    };
    const input: Omit<FeedbackInput, 'plans' | 'before' | 'rubrics' | 'advice' | 'adviceAsAt'> = {
      partnership: (await sources.partnership()).name,
      for: about,
      run,
      actions: await services.actionsFor(agency, about.service, asAt(run)),
      ...(asAt(run) < sources.today() ? { actionsAsAt: asAt(run) } : {}),
      examples: await examples.ticked(await sources.plansIn(run), agency.id),
      edition: choice.edition,
      author: caller.name,
      madeAt: at,
    };
    if (choice.edition === 'internal') {
      const before = runBefore(calendar, run);
      const plans = await sources.plansIn(run, before);
      const { key, services: asked } = await adviceIn(run, agency.id, asAt(run), []);
      const own = asked.filter(({ service }) => about.service === null || isOf(about.service, service));
      const given = await givesOut(choice);
      const paper = serviceFeedback(
        {
          ...input,
          plans,
          before,
          rubrics: await sources.rubricsOf(plans),
          advice: [{ key, services: own }],
          adviceAsAt: asAt(run),
        },
        hiddenWords(choice.edition, choice),
      );
      return { thing: paper, plans, given, at, isPublished: true };
    }
    const reports = await toldOf(caller, run, choice);
    const periods = periodsOfRun(reports.told, run);
    const before = periodsBefore(reports.told, periods);
    const plans = await sources.plansIn(run, ...periods, ...before);
    const kinds = await sources.kindsIn(run, ...periods, ...before);
    const advice: AdviceOfPeriod[] = [];
    for (const period of periods) advice.push(await adviceIn(period, agency.id, asAt(period), agency.services));
    const rules = reports.rulesOf([...periods, ...before]);
    const rule = {
      threshold: Math.max(choice.threshold, rules.threshold),
      hideZero: choice.hideZero || rules.hideZero,
    };
    const given = await givesOut({ edition: choice.edition, ...rule });
    const paper = toldFeedback(
      {
        ...input,
        plans: kinds,
        before: null,
        rubrics: await sources.rubricsOf(kinds),
        advice,
        adviceAsAt: asAt(periods.at(-1) ?? run),
      },
      reports.told,
      given.hide,
      reports.standing,
      [hiddenFootnote(rulesOfPaper(rules, rule))],
    );
    return { thing: paper, plans, given, at, isPublished: reports.isPublished };
  };

  /** By service; those of which none was asked in these half-terms are there with nothing. */
  async function adviceIn(
    run: HalfTermRun,
    agency: string,
    day: string,
    known: readonly string[],
  ): Promise<AdviceOfPeriod> {
    const asked = await selectServiceAdvice(db, { agency, roundIds: await sources.roundsIn(run), day });
    if (asked.length === 0) return { key: run.key, services: [] };
    const others = known
      .filter((name) => !asked.some(({ service }) => isOf(service, name)))
      .map((service) => ({ service, counts: countAdvice([]) }));
    const all = [...asked, ...others].toSorted((a, b) => a.service.localeCompare(b.service, 'en-GB'));
    return { key: run.key, services: all };
  }
}

/** Advice is no figure of reports: it is hidden by whatever was chosen, where that is the stricter. */
function rulesOfPaper(reports: HidingRules, advice: HidingRule): HidingRules {
  if (advice.threshold === reports.threshold && advice.hideZero === reports.hideZero) return reports;
  return { ...reports, otherRules: [...(reports.otherRules ?? []), { ...advice, where: 'of advice' }] };
}

function isOf(one: string, other: string): boolean {
  return plainService(one) === plainService(other);
}
