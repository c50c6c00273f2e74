import type { OutletChoices, OutletExample } from '../../../shared/contract/outlets.ts';
import { ADVICE_AGENCIES, adviceAgencyWords } from '../../../shared/domain/advice/advice-log.ts';
import { sameService } from '../../../shared/domain/advice/advice-gaps.ts';
import { asAtOf, type HalfTermDates, shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { LONG_FORM_COLUMNS } from '../../../shared/domain/report/long-form.ts';
import { type HalfTermRun, halfTermRun, runBefore } from '../../../shared/domain/report/outlets/half-term-run.ts';
import { runFigures } from '../../../shared/domain/report/outlets/run-figures.ts';
import { type Scorecard, scorecard } from '../../../shared/domain/report/outlets/scorecard.ts';
import { type FeedbackAction, serviceFeedback } from '../../../shared/domain/report/outlets/service-feedback.ts';
import type { ServicePaper } from '../../../shared/domain/report/outlets/service-paper.ts';
import { hiddenFootnote } from '../../../shared/domain/report/suppression-words.ts';
import { hiddenWords } from '../../../shared/domain/report/edition-words.ts';
import type { Edition, PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../shared/domain/report/settled-plan.ts';
import type { ToldFrom } from '../../../shared/domain/report/told-sums.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import type { Caller, Clock } from '../caller.ts';
import { englishDay } from '../english-day.ts';
import type { MaskingService } from '../masking/masking-service.ts';
import { selectIssued, selectMeasures } from '../measures/measures-queries.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import { Refusal } from '../refusal.ts';
import { csvOf, renderCsv } from '../reports/to-csv.ts';
import { keepLookedAt } from '../reports/told-of-results.ts';
import { renderXlsx } from '../reports/to-xlsx.ts';
import type { ResultsService } from '../results/results-service.ts';
import type { RubricService } from '../rubric/rubric-service.ts';
import { digestOf, recordEvent } from '../trail/trail.ts';
import type { WorkspaceDb } from '../workspace/open-workspace.ts';
import type { OutletExamplesService } from './examples-service.ts';
import { createGivenOut, type GivenOut } from './given-out.ts';
import { dictionaryOf, fileOf, fileWords } from './outlet-files.ts';
import {
  plainService,
  selectMeasureOrder,
  selectServiceActions,
  selectServiceAdvice,
  selectServiceAgencies,
  selectServices,
  type ServiceActionRow,
} from './outlets-queries.ts';
import { paperToDocx, paperToHtml } from './render-paper.ts';

export type OutletsService = ReturnType<typeof createOutletsService>;

export interface RunChoice {
  run: { from: string; to: string };
  edition: Edition;
  threshold: number;
  hideZero: boolean;
}
export interface ServiceChoice extends RunChoice {
  for: { agency: string; service: string | null };
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ALL_AGENCIES = 'all';

interface Made<Thing> {
  thing: Thing;
  /** Whose results are in it. */
  plans: readonly SettledPlan[];
  given: GivenOut;
  at: string;
}

/** What leaves the panel for services and for the performance board. */
export function createOutletsService({
  db,
  clock,
  partnership,
  results,
  rubrics,
  masking,
  examples,
  published,
  resourcesFolder,
}: {
  db: WorkspaceDb;
  clock: Clock;
  partnership: PartnershipService;
  results: ResultsService;
  rubrics: RubricService;
  masking: Pick<MaskingService, 'redact'>;
  examples: OutletExamplesService;
  /** What frozen publishable reports have told. */
  published: () => Promise<{ known: ReadonlyMap<string, number>; knownHidden: ReadonlySet<string> }>;
  resourcesFolder: string | undefined;
}) {
  const assets = resourcesFolder === undefined ? {} : { resourcesFolder };
  const givenOut = createGivenOut({ db, published, countedFrom });

  async function rubricsOf(plans: readonly SettledPlan[]) {
    const ids = new Set(plans.map(({ rubricId }) => rubricId));
    return new Map(await Promise.all([...ids].map(async (id) => [id, await rubrics.get(id)] as const)));
  }

  async function countedFrom(): Promise<ToldFrom> {
    const { halfTerms } = await partnership.get();
    const plans = await results.settled();
    return {
      plans,
      rubrics: await rubricsOf(plans),
      calendar: halfTerms,
      issued: await selectIssued(db, halfTerms),
      today: today(),
    };
  }

  async function findRun({ from, to }: RunChoice['run']): Promise<{ calendar: HalfTermDates[]; run: HalfTermRun }> {
    const calendar = sortHalfTerms((await partnership.get()).halfTerms);
    const run = halfTermRun(calendar, from, to);
    if (run !== null) return { calendar, run };
    throw new Refusal(
      'NO_SUCH_RUN',
      'There is no such run of half-terms.',
      'Choose a first half-term and, from it on, a last one.',
    );
  }

  async function plansIn(...runs: readonly (HalfTermRun | null)[]): Promise<SettledPlan[]> {
    const ids = new Set(runs.flatMap((run) => run?.halfTerms.map(({ id }) => id) ?? []));
    return (await results.settled()).filter(({ halfTermId }) => ids.has(halfTermId));
  }

  /** What is asked of services, but for what would tell before its time what an auditor found. */
  async function serviceActions(settled: readonly SettledPlan[]): Promise<ServiceActionRow[]> {
    const open = new Set(settled.map(({ roundId, documentId }) => `${roundId} ${documentId}`));
    return (await selectServiceActions(db, today())).filter(
      // What an auditor puts down while others still grade alone would tell them what was found.
      (row) => row.documentId === null || row.roundId === null || open.has(`${row.roundId} ${row.documentId}`),
    );
  }

  /** Agencies with what they are called: those that lead standards, then whoever else gives advice. */
  async function allAgencies(): Promise<{ id: string; label: string; leads: boolean }[]> {
    const { rubric } = await rubrics.current();
    const own = rubric.leadAgencies.filter(({ id }) => id !== ALL_AGENCIES && leads(rubric, id));
    const others = ADVICE_AGENCIES.filter((id) => !own.some((agency) => agency.id === id));
    return [
      ...own.map(({ id, label }) => ({ id, label, leads: true })),
      ...others.map((id) => ({ id, label: adviceAgencyWords(id), leads: false })),
    ];
  }

  /** Services by agency, and those that actions alone name with whose they were said to be. */
  async function servicesKnown(
    settled: readonly SettledPlan[],
  ): Promise<Pick<OutletChoices, 'agencies' | 'named' | 'allAgencies'>> {
    const [all, logged, said] = [await allAgencies(), await selectServices(db), await selectServiceAgencies(db)];
    const listed = all.filter(({ id, leads: isLead }) => isLead || logged.some(({ agency }) => agency === id));
    const isKnown = (name: string) =>
      logged.some(({ service }) => sameService(service, name)) || listed.some(({ label }) => sameService(label, name));
    const named = new Map<string, { service: string; agency: string | null }>();
    for (const { service } of await serviceActions(settled)) {
      const key = plainService(service);
      if (key === '' || isKnown(service)) continue;
      named.set(key, { service: service.trim(), agency: said.get(key) ?? null });
    }
    const placed = [...named.values()];
    const agencies = all.map(({ id, label, leads: isLead }) => {
      const own = [...logged, ...placed].filter(({ agency }) => agency === id).map(({ service }) => service);
      return { id, label, isLead, services: own.toSorted((a, b) => a.localeCompare(b, 'en-GB')) };
    });
    return {
      agencies: agencies
        .filter(({ isLead, services }) => isLead || services.length > 0)
        .map(({ isLead: _isLead, ...agency }) => agency),
      named: placed.toSorted((a, b) => a.service.localeCompare(b.service, 'en-GB')),
      allAgencies: all.map(({ id, label }) => ({ id, label })),
    };
  }

  async function actionsFor(
    settled: readonly SettledPlan[],
    agency: OutletChoices['agencies'][number],
    service: string | null,
  ): Promise<FeedbackAction[]> {
    const names = service === null ? [agency.label, ...agency.services] : [service];
    const rows = (await serviceActions(settled)).filter((row) => names.some((name) => sameService(name, row.service)));
    const actions: FeedbackAction[] = [];
    for (const { words, planId, state, isOverdue, dueOn } of rows) {
      const safe = planId === null ? words : (await masking.redact(planId, words)).words;
      actions.push({ words: safe, state, isOverdue, dueOn });
    }
    return actions;
  }

  function today(): string {
    return englishDay(clock());
  }

  async function makeFeedback(caller: Caller, choice: ServiceChoice): Promise<Made<ServicePaper>> {
    const { calendar, run } = await findRun(choice.run);
    const before = runBefore(calendar, run);
    const settled = await results.settled();
    const { agencies } = await servicesKnown(settled);
    const agency = agencies.find(({ id }) => id === choice.for.agency);
    const { service } = choice.for;
    if (agency === undefined || (service !== null && !agency.services.some((known) => sameService(known, service)))) {
      throw noSuchService();
    }
    const at = clock().toISOString();
    const plans = await plansIn(run, before);
    const ids = new Set(run.halfTerms.map(({ id }) => id));
    const inRun = plans.filter(({ halfTermId }) => ids.has(halfTermId));
    const last = run.halfTerms.at(-1);
    const adviceAsAt = last === undefined ? today() : asAtOf(last, calendar, today());
    const advice = await selectServiceAdvice(db, {
      agency: agency.id,
      roundIds: await roundsIn(run),
      day: adviceAsAt,
    });
    const given = await givenOut.begin(choice);
    const paper = serviceFeedback(
      {
        partnership: (await partnership.get()).name,
        for: { agency: agency.id, agencyLabel: agency.label, service },
        run,
        before,
        plans,
        rubrics: await rubricsOf(plans),
        advice: advice.filter((row) => service === null || sameService(row.service, service)),
        adviceAsAt,
        actions: await actionsFor(settled, agency, service),
        examples: await examples.ticked(inRun, agency.id),
        edition: choice.edition,
        author: caller.name,
        madeAt: at,
      },
      given.hide,
      choice.edition === 'internal'
        ? hiddenWords(choice.edition, choice.threshold, choice.hideZero)
        : [hiddenFootnote(choice)],
    );
    return { thing: paper, plans, given, at };
  }

  async function roundsIn({ halfTerms }: HalfTermRun): Promise<string[]> {
    const rows = await db
      .selectFrom('round')
      .select('id')
      .where(
        'half_term_id',
        'in',
        halfTerms.map(({ id }) => id),
      )
      .execute();
    return rows.map(({ id }) => id);
  }

  async function makeFigures(caller: Caller, choice: RunChoice): Promise<Made<PartnershipReport>> {
    const { run } = await findRun(choice.run);
    const { name, areaCode } = await partnership.get();
    const plans = await plansIn(run);
    const at = clock().toISOString();
    const given = await givenOut.begin(choice);
    const report = runFigures(
      {
        partnership: { name, areaCode },
        run,
        plans,
        rubrics: await rubricsOf(plans),
        currentRubric: (await rubrics.current()).rubric,
        edition: choice.edition,
        threshold: choice.threshold,
        hideZero: choice.hideZero,
        author: caller.name,
        madeAt: at,
      },
      given.hide,
      hiddenWords(choice.edition, choice.threshold, choice.hideZero),
    );
    return { thing: report, plans, given, at };
  }

  async function makeScorecard(
    choice: Pick<RunChoice, 'edition' | 'threshold' | 'hideZero'>,
  ): Promise<Made<Scorecard>> {
    const { name, areaCode, halfTerms } = await partnership.get();
    const plans = await results.settled();
    const order = await selectMeasureOrder(db);
    const given = await givenOut.begin(choice);
    const card = scorecard(
      {
        partnership: { name, areaCode },
        plans,
        rubrics: await rubricsOf(plans),
        calendar: halfTerms,
        issued: await selectIssued(db, halfTerms),
        rubric: (await rubrics.current()).rubric,
        today: today(),
        measures: (await selectMeasures(db)).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
        isPublishable: choice.edition === 'publishable',
      },
      given.hide,
    );
    return { thing: card, plans, given, at: clock().toISOString() };
  }

  return {
    async choices(): Promise<OutletChoices> {
      const { halfTerms } = await partnership.get();
      return {
        halfTerms: sortHalfTerms(halfTerms)
          .filter(({ start }) => start <= today())
          .map((halfTerm) => ({ id: halfTerm.id, label: shortHalfTermName(halfTerm) })),
        ...(await servicesKnown(await results.settled())),
      };
    },

    /**
     * Keeps whose agency a service is that actions alone name; null takes it back. Throws Refusal NO_SUCH_SERVICE where
     * no action names it, or there is no such agency.
     */
    async placeService(caller: Caller, { service, agency }: { service: string; agency: string | null }): Promise<null> {
      const { named, allAgencies: known } = await servicesKnown(await results.settled());
      const isAgency = agency === null || known.some(({ id }) => id === agency);
      if (!isAgency || !named.some((one) => sameService(one.service, service))) throw noSuchService();
      const at = clock().toISOString();
      const key = plainService(service);
      await db.transaction().execute(async (trx) => {
        if (agency === null) await trx.deleteFrom('service_agency').where('service', '=', key).execute();
        else {
          const said = { agency, said_at: at, said_by: caller.id };
          await trx
            .insertInto('service_agency')
            .values({ service: key, ...said })
            .onConflict((conflict) => conflict.column('service').doUpdateSet(said))
            .execute();
        }
        const detail = { service: digestOf(key), agency: agency ?? '' };
        await recordEvent(trx, { at, personId: caller.id, action: 'outlets.placeService', subjectId: null, detail });
      });
      return null;
    },

    /** Throws Refusal NO_SUCH_RUN. */
    async examples(
      caller: Caller,
      { agency, run }: { agency: string; run: RunChoice['run'] },
    ): Promise<{ examples: OutletExample[]; more: number }> {
      return examples.list(caller, await plansIn((await findRun(run)).run), agency);
    },

    /** Throws Refusal NO_SUCH_RUN, NO_SUCH_SERVICE. */
    async feedback(caller: Caller, choice: ServiceChoice): Promise<ServicePaper> {
      const { thing, plans, at } = await makeFeedback(caller, choice);
      await keepLookedAt(db, caller, plans, at);
      return thing;
    },

    async exportFeedback(caller: Caller, choice: ServiceChoice, format: 'docx' | 'html'): Promise<File> {
      const { thing, plans, given, at } = await makeFeedback(caller, choice);
      const content = format === 'docx' ? await paperToDocx(thing, assets) : await paperToHtml(thing, assets);
      await given.keep(caller, {
        kind: 'feedback',
        action: 'outlets.exportFeedback',
        plans,
        at,
        format,
        figures: thing,
      });
      const name = fileWords(choice.for.service ?? choice.for.agency);
      return fileOf(
        content,
        `feedback-${name}-${choice.run.to.replace('/', '-')}.${format}`,
        format === 'docx' ? WORD : 'text/html',
      );
    },

    /** Throws Refusal NO_SUCH_RUN. */
    async figures(caller: Caller, choice: RunChoice): Promise<PartnershipReport> {
      const { thing, plans, at } = await makeFigures(caller, choice);
      await keepLookedAt(db, caller, plans, at);
      return thing;
    },

    async exportFigures(caller: Caller, choice: RunChoice, format: 'csv' | 'xlsx' | 'dictionary'): Promise<File> {
      const { thing, plans, given, at } = await makeFigures(caller, choice);
      const stem = `figures-${choice.run.from.replace('/', '-')}-to-${choice.run.to.replace('/', '-')}`;
      if (format === 'dictionary') return fileOf(dictionaryOf(LONG_FORM_COLUMNS), `${stem}.columns.csv`, 'text/csv');
      const content = format === 'csv' ? renderCsv(thing) : await renderXlsx(thing);
      await given.keep(caller, { kind: 'figures', action: 'outlets.exportFigures', plans, at, format, figures: thing });
      return fileOf(content, `${stem}.${format}`, format === 'csv' ? 'text/csv' : EXCEL);
    },

    async scorecard(caller: Caller, choice: Pick<RunChoice, 'edition' | 'threshold' | 'hideZero'>): Promise<Scorecard> {
      const { thing, plans, at } = await makeScorecard(choice);
      await keepLookedAt(db, caller, plans, at);
      return thing;
    },

    async exportScorecard(
      caller: Caller,
      choice: Pick<RunChoice, 'edition' | 'threshold' | 'hideZero'>,
      format: 'csv' | 'dictionary',
    ): Promise<File> {
      const { thing, plans, given, at } = await makeScorecard(choice);
      if (format === 'dictionary') return fileOf(dictionaryOf(thing.columns), 'scorecard.columns.csv', 'text/csv');
      await given.keep(caller, {
        kind: 'scorecard',
        action: 'outlets.exportScorecard',
        plans,
        at,
        format,
        figures: thing,
      });
      const head = thing.columns.map(({ id }) => id);
      return fileOf(csvOf(head, thing.rows), 'scorecard.csv', 'text/csv');
    },
  };
}

function noSuchService(): Refusal {
  return new Refusal(
    'NO_SUCH_SERVICE',
    'Neither the standards, the advice log nor an action know this service as that agency’s.',
    'Choose one from the list.',
  );
}

function leads({ standards }: Rubric, agency: string): boolean {
  return standards.some(({ leadAgency }) => leadAgency === agency);
}
