import fc from 'fast-check';
import { type AdviceCounts, countAdvice } from '../../../../../shared/domain/advice/advice-gaps.ts';
import type { Hide } from '../../../../../shared/domain/report/build-report.ts';
import { countsByKey, type CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import type { IssuedCount } from '../../../../../shared/domain/report/measures-figures.ts';
import { scorecard } from '../../../../../shared/domain/report/outlets/scorecard.ts';
import type { SuppressionOptions } from '../../../../../shared/domain/report/primary-suppression.ts';
import type { ReportInput } from '../../../../../shared/domain/report/report-input.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { disclosures, suppress } from '../../../../../shared/domain/report/suppression.ts';
import { type ToldFrom, withToldSums } from '../../../../../shared/domain/report/told-sums.ts';
import { issuedOf, MEASURES, publish, type RandomPartnership, randomPartnerships } from './random-reports.ts';
import { CALENDAR } from './report-input.ts';
import { HALF_TERMS, RUBRIC, RUBRIC_ID } from './settled-plans.ts';

/** What a partnership gives out at the end of each half-term, in the order in which it is asked for: reports first. */
export interface RandomYear {
  partnership: RandomPartnership;
  hideZero: boolean;
  terms: readonly {
    report: boolean;
    scorecard: boolean;
  }[];
}

/** One thing that was given out, as it was counted and as it is shown. */
export interface Product {
  name: string;
  counted: CountedTables;
  shown: CountedTables;
}

export interface GivenYear {
  products: readonly Product[];
  /** What was not fit to be given out. */
  refused: number;
  plans: readonly SettledPlan[];
  issued: readonly IssuedCount[];
  threshold: number;
  hideZero: boolean;
}

export const randomYears: fc.Arbitrary<RandomYear> = fc.record({
  partnership: randomPartnerships,
  hideZero: fc.constantFrom(false, false, true),
  terms: fc.array(
    fc.record({
      report: fc.constantFrom(true, true, false),
      scorecard: fc.boolean(),
    }),
    { minLength: HALF_TERMS.length, maxLength: HALF_TERMS.length },
  ),
});

const RUBRICS = new Map([[RUBRIC_ID, { rubric: RUBRIC, digest: 'd' }]]);
const NONE = countAdvice([]);

/** More take long and show little more. */
const MOST_PLANS = 45;

/** Days of panels: two months in most half-terms. */
const PANELS: Readonly<Record<string, readonly string[]>> = {
  '2025-26/6': ['2026-06-20', '2026-07-10'],
  '2026-27/1': ['2026-09-20', '2026-10-10'],
  '2026-27/2': ['2026-12-04'],
};

/** Gives out, half-term by half-term, whatever the year has, each held against all before. */
export function giveOut({ partnership, hideZero, terms }: RandomYear): GivenYear {
  const { facts, threshold } = partnership;
  const all = partnership.plans.slice(0, MOST_PLANS).map((plan, at): SettledPlan => {
    const days = PANELS[plan.halfTermId] ?? [];
    return { ...plan, panelDate: days[at % Math.max(1, days.length)] ?? plan.panelDate };
  });
  const allIssued = issuedOf(facts.issued, HALF_TERMS);
  const known = new Map<string, number>();
  const knownHidden = new Set<string>();
  const published: (readonly string[])[] = [];
  const products: Product[] = [];
  let refused = 0;

  for (const [at, term] of terms.entries()) {
    const until = HALF_TERMS.slice(0, at + 1);
    const halfTermId = until.at(-1) ?? '';
    const plans = all.filter((plan) => until.includes(plan.halfTermId));
    const issued = allIssued.filter((count) => until.includes(count.halfTermId));
    const today = CALENDAR.find(({ id }) => id === halfTermId)?.end ?? '';
    const from: ToldFrom = { plans, rubrics: RUBRICS, calendar: CALENDAR, issued, today };
    const options = () => ({ threshold, hideZero, known: new Map(known), knownHidden: new Set(knownHidden) });
    const linked = (counted: CountedTables) => withToldSums(counted, { known, knownHidden }, from);

    if (term.report) {
      const rule = options();
      const { counted, shown, report } = publish({
        halfTermId,
        plans,
        facts,
        options: rule,
        published,
        link: linked,
        byHalfTerm: { issued, advice: (ids) => adviceIn(facts.advice, ids) },
      });
      if (leaksOf(linked(counted), shown, rule) > 0) refused += 1;
      else {
        published.push(...report.periods.filter((ids) => !published.some((told) => told.join() === ids.join())));
        keep(`report ${halfTermId}`, counted, shown);
      }
    }
    if (term.scorecard) {
      give('scorecard', (hide) =>
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
    }

    function give(name: string, make: (hide: Hide) => unknown): void {
      make((counted) => {
        const link = linked(counted);
        const shown = suppress(link, options());
        if (leaksOf(link, shown, options()) > 0) refused += 1;
        else keep(name, counted, shown);
        return shown;
      });
    }
  }
  return { products, refused, plans: all, issued: allIssued, threshold, hideZero };

  function keep(name: string, counted: CountedTables, shown: CountedTables): void {
    products.push({ name, counted, shown });
    for (const [key, n] of countsByKey(shown.tables)) {
      if (n === null) knownHidden.add(key);
      else known.set(key, n);
    }
  }
}

/** As the services have it: what is out in print already does not stand in the way. */
function leaksOf(counted: CountedTables, shown: CountedTables, options: SuppressionOptions): number {
  return disclosures(counted, shown, options).filter(
    ({ key }) => !key.split(' less ').every((part) => options.known.has(part)),
  ).length;
}

/** Of health, whose counts are one half-term's after the other. */
function adviceIn(facts: readonly (readonly number[])[], halfTermIds: ReadonlySet<string>): ReportInput['advice'] {
  const own = facts.filter((_, at) => halfTermIds.has(HALF_TERMS[at] ?? ''));
  const sum = own.reduce<AdviceCounts>(
    (counts, [received = 0, nil = 0, missing = 0, waiting = 0, timed = 0, late = 0]) => {
      const known = Math.min(timed, received + nil);
      return {
        ...counts,
        requests: counts.requests + received + nil + missing + waiting,
        received: counts.received + received,
        nil: counts.nil + nil,
        missing: counts.missing + missing,
        waiting: counts.waiting + waiting,
        timed: counts.timed + known,
        late: counts.late + Math.min(late, known),
      };
    },
    NONE,
  );
  return sum.requests === 0 ? [] : [{ agency: 'health', label: 'Health', counts: sum }];
}
