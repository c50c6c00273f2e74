import type { Hide } from '../../../../../shared/domain/report/build-report.ts';
import { countsByKey, type CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import type { IssuedCount } from '../../../../../shared/domain/report/measures-figures.ts';
import { scorecard } from '../../../../../shared/domain/report/outlets/scorecard.ts';
import type { SuppressionOptions } from '../../../../../shared/domain/report/primary-suppression.ts';
import { type HalfTermRun, halfTermRun } from '../../../../../shared/domain/report/outlets/half-term-run.ts';
import { type TellingReport, toldBy } from '../../../../../shared/domain/report/outlets/told-figures.ts';
import { isWithinLater } from '../../../../../shared/domain/report/publication-periods.ts';
import type { PartnershipReport } from '../../../../../shared/domain/report/report-model.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { disclosures, suppress } from '../../../../../shared/domain/report/suppression.ts';
import { toldOnce, versionOf } from '../../../../../shared/domain/report/told-once.ts';
import { type ToldFrom, withToldSums } from '../../../../../shared/domain/report/told-sums.ts';
import { issuedOf, MEASURES, publish } from './random-reports.ts';
import type { RandomYear } from './random-years.ts';
import { latePlans, type LatePlans, lookedAtAgain, nameIn, renamed, settledBy } from './late-plans.ts';
import { adviceByService, adviceOfAgency, type AdviceOfService } from './random-advice.ts';
import { CALENDAR } from './report-input.ts';
import { HALF_TERMS, RUBRIC, RUBRIC_ID } from './settled-plans.ts';
import { feedbackOf, figuresOf, regionOf } from './told-products.ts';

/** One thing that was given out, as it was counted and as it is shown. */
export interface Product {
  name: string;
  counted: CountedTables;
  shown: CountedTables;
  /** Put together from what was told before: what is hidden in it is what it could not be put together from. */
  isPutTogether?: true;
}

export interface GivenYear {
  products: readonly Product[];
  /** What was not fit to be given out. */
  refused: number;
  plans: readonly SettledPlan[];
  late: LatePlans;
  issued: readonly IssuedCount[];
  /** By half-term and service. */
  advice: readonly AdviceOfService[];
  threshold: number;
  hideZero: boolean;
}

const RUBRICS = new Map([[RUBRIC_ID, { rubric: RUBRIC, digest: 'd'.repeat(64) }]]);

/** More take long and show little more. */
const MOST_PLANS = 45;

/** Days of panels: two months in most half-terms. */
const PANELS: Readonly<Record<string, readonly string[]>> = {
  '2025-26/6': ['2026-06-20', '2026-07-10'],
  '2026-27/1': ['2026-09-20', '2026-10-10'],
  '2026-27/2': ['2026-12-04'],
};

/**
 * Gives out, half-term by half-term, whatever the year has, each held against all before.
 *
 * @param isToldOnce whether a plan that comes late is counted with a later half-term, as the services have it, or with
 *   its own, count held against count
 */
export function giveOut(
  { partnership, hideZero, terms, late: every, changed, quarters }: RandomYear,
  isToldOnce = true,
): GivenYear {
  const { facts, threshold } = partnership;
  const all = partnership.plans.slice(0, MOST_PLANS).map((plan, at): SettledPlan => {
    const days = PANELS[plan.halfTermId] ?? [];
    return { ...plan, panelDate: days[at % Math.max(1, days.length)] ?? plan.panelDate };
  });
  const late = latePlans(all, every);
  const toldPlans = new Map<string, SettledPlan>();
  const toldHalfTerms = new Set<string>();
  /** Half-terms whose counts are told under another name before late plans are among them. */
  const growing = isToldOnce ? latePlans([], 0) : late;
  const allIssued = issuedOf(facts.issued, HALF_TERMS);
  const advice = adviceByService(facts.advice, quarters);
  const known = new Map<string, number>();
  const knownHidden = new Set<string>();
  const published: (readonly string[])[] = [];
  const telling: TellingReport[] = [];
  const products: Product[] = [];
  let refused = 0;
  let now = '';

  for (const [at, term] of terms.entries()) {
    const halfTermId = HALF_TERMS[at] ?? '';
    now = halfTermId;
    let report: PartnershipReport | null = null;
    if (term.report) report = giveReport(halfTermId);
    const { plans, issued, today } = upTo(halfTermId);
    const from: ToldFrom = { plans, rubrics: RUBRICS, calendar: CALENDAR, issued, today };
    const told = () => ({ told: toldBy(telling, CALENDAR), plans, advice, rubrics: RUBRICS });
    if (term.scorecard) {
      const isOut = give('scorecard', from, (hide) =>
        scorecard(
          {
            partnership: { name: '', areaCode: '' },
            plans,
            rubrics: RUBRICS,
            calendar: CALENDAR,
            issued,
            rubric: RUBRIC,
            today,
            measures: MEASURES,
            isPublishable: true,
          },
          hide,
        ),
      );
      if (isOut) {
        for (const id of HALF_TERMS.slice(0, at + 1)) toldHalfTerms.add(id);
        keepTold(plans);
      }
    }
    for (const about of term.feedback) {
      const run = runOf(about.from, at);
      const made = feedbackOf(told(), about, run);
      give(`feedback ${about.agency} ${about.service ?? ''} ${run.words}`, from, made.paper, made.isTold);
      putTogether(`figures in feedback ${about.agency} ${run.words}`, () => made.figures);
    }
    for (const first of term.figures) {
      const run = runOf(first, at);
      putTogether(`figures ${run.words}`, () => figuresOf(told(), run));
    }
    const before = HALF_TERMS[at - 1];
    if (term.isAgain && before !== undefined && !isWithinLater(before, published)) giveReport(before);
    const own = report;
    if (term.regional && own !== null) putTogether(`region ${halfTermId}`, () => regionOf(own, plans));
  }
  return {
    products,
    refused,
    plans: counted(isToldOnce ? lookedAtAgain(all, '', changed) : all),
    late: growing,
    issued: allIssued,
    advice,
    threshold,
    hideZero,
  };

  function counted(settled: readonly SettledPlan[]): readonly SettledPlan[] {
    if (!isToldOnce) return settled;
    return toldOnce(settled, { plans: toldPlans, halfTermIds: toldHalfTerms }, CALENDAR).plans;
  }

  function keepTold(plans: readonly SettledPlan[]): void {
    for (const plan of plans) toldPlans.set(versionOf(plan), plan);
  }

  function upTo(halfTermId: string) {
    const until = new Set(HALF_TERMS.slice(0, HALF_TERMS.indexOf(halfTermId) + 1));
    const settled = settledBy(isToldOnce ? lookedAtAgain(all, now, changed) : all, now, late);
    return {
      plans: counted(settled).filter((plan) => until.has(plan.halfTermId)),
      issued: allIssued.filter((count) => until.has(count.halfTermId)),
      today: CALENDAR.find(({ id }) => id === halfTermId)?.end ?? '',
    };
  }

  /** Made of reports of several times, it is of plans of several times where some come late: then it is left out. */
  function putTogether(name: string, make: () => Omit<Product, 'name'>): void {
    if (growing.halfTermIds.length === 0) products.push({ name, ...make() });
  }

  /** Null where it was not fit to be published. */
  function giveReport(halfTermId: string): PartnershipReport | null {
    const { plans, issued, today } = upTo(halfTermId);
    const linked = (counted: CountedTables) =>
      withToldSums(counted, { known, knownHidden }, { plans, rubrics: RUBRICS, calendar: CALENDAR, issued, today });
    const rule = { threshold, hideZero, known: new Map(known), knownHidden: new Set(knownHidden) };
    const { counted, shown, report } = publish({
      halfTermId,
      plans,
      facts,
      options: rule,
      published,
      link: linked,
      byHalfTerm: { issued, advice: (ids) => adviceOfAgency(advice, ids) },
    });
    if (leaksOf(linked(counted), shown, rule) > 0) {
      refused += 1;
      return null;
    }
    published.push(...report.periods.filter((ids) => !published.some((out) => out.join() === ids.join())));
    for (const id of report.periods.flat()) toldHalfTerms.add(id);
    keepTold(plans.filter((plan) => toldHalfTerms.has(plan.halfTermId)));
    telling.push({ periods: report.periods, counts: [...countsByKey(shown.tables)] });
    keep(`report ${halfTermId}`, counted, shown);
    return report;
  }

  function give(
    name: string,
    from: ToldFrom,
    make: (hide: Hide) => unknown,
    isTold: (key: string) => boolean = () => true,
  ): boolean {
    let isOut = false;
    make((counted) => {
      const options = { threshold, hideZero, known: new Map(known), knownHidden: new Set(knownHidden) };
      const linked = withToldSums(counted, { known, knownHidden }, from);
      const shown = suppress(linked, options);
      isOut = leaksOf(linked, shown, options) === 0;
      if (isOut) keep(name, counted, shown, isTold);
      else refused += 1;
      return shown;
    });
    return isOut;
  }

  function keep(
    name: string,
    counted: CountedTables,
    shown: CountedTables,
    isTold: (key: string) => boolean = () => true,
  ): void {
    const tellsOf = ({ tables, ...other }: CountedTables) => ({
      ...other,
      tables: tables.map((table) => ({
        ...table,
        rows: table.rows.filter((row) => row.counts.every(({ key }) => isTold(key))),
      })),
    });
    const named = nameIn(now, growing, monthsIn);
    products.push({
      name,
      counted: renamed(tellsOf(counted), named),
      shown: renamed(tellsOf(shown), named),
    });
    for (const [key, n] of countsByKey(shown.tables)) {
      if (n === null) knownHidden.add(key);
      else if (isTold(key)) known.set(key, n);
    }
  }
}

/** Months of its panels, as they stand in keys. */
export function monthsIn(halfTermId: string): ReadonlySet<string> {
  return new Set((PANELS[halfTermId] ?? []).map((day) => day.slice(0, 7)));
}

/** The run from a half-term to a later one, or the later one alone. */
function runOf(first: number, last: number): HalfTermRun {
  const run = halfTermRun(CALENDAR, HALF_TERMS[Math.min(first, last)] ?? '', HALF_TERMS[last] ?? '');
  if (run === null) throw new Error('There is no such run.');
  return run;
}

/** As the services have it: what is out in print already does not stand in the way. */
function leaksOf(counted: CountedTables, shown: CountedTables, options: SuppressionOptions): number {
  return disclosures(counted, shown, options).filter(
    ({ key }) => !key.split(' less ').every((part) => options.known.has(part)),
  ).length;
}
