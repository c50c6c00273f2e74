import fc from 'fast-check';
import { isGoodOrBetter } from '../../../../../shared/domain/grading/grade-order.ts';
import type { CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import {
  causesTable,
  criteriaTable,
  divisionTable,
  joinTables,
  overallTable,
  standardsTable,
  trendTable,
} from '../../../../../shared/domain/report/population-tables.ts';
import { populationsOf } from '../../../../../shared/domain/report/series.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { tally } from '../../../../../shared/domain/report/tally.ts';
import { schoolStage } from '../../../../../shared/domain/timeline/school-stage.ts';
import { HALF_TERMS, RUBRIC, settledPlans } from './settled-plans.ts';

/** What a partnership has settled when it publishes, and what it had settled when it last did. */
export interface RandomWorkspace {
  now: CountedTables;
  earlier: CountedTables;
  threshold: number;
  hideZero: boolean;
}

/** Workspaces of few populations or of many, large and small, with tables of every sort and an earlier edition. */
export const randomWorkspaces: fc.Arbitrary<RandomWorkspace> = fc
  .record({
    plans: fc.integer({ min: 0, max: 70 }).chain((many) => settledPlans(many, many)),
    spread: fc.constantFrom('one population', 'one population', 'drafts and finals', 'half-terms', 'all'),
    lately: fc.integer({ min: 0, max: 12 }),
    criteria: fc.constantFrom(2, 4, 6, 8, 1000),
    threshold: fc.constantFrom(3, 5, 5, 5, 7, 10),
    hideZero: fc.constantFrom(false, false, false, true),
  })
  .map(({ plans: given, spread, lately, criteria, threshold, hideZero }) => {
    // Many small populations say no more than a few, and take as long as a large workspace each.
    const plans = given.slice(0, spread === 'all' ? 20 : given.length).map((plan) => narrowed(plan, spread));
    return {
      now: tablesOf(plans, criteria),
      earlier: tablesOf(plans.slice(0, Math.max(0, plans.length - lately)), criteria),
      threshold,
      hideZero,
    };
  });

function narrowed(plan: SettledPlan, spread: string): SettledPlan {
  if (spread === 'all') return plan;
  const one = { ...plan, planType: 'new', roundKind: 'random', theme: '' } as const;
  const halfTermId = HALF_TERMS[2] ?? '';
  if (spread === 'one population') return { ...one, stage: 'final', halfTermId };
  return spread === 'half-terms' ? { ...one, stage: 'final' } : { ...one, halfTermId };
}

const DIVISIONS: readonly { id: string; of: (plan: SettledPlan) => string }[] = [
  { id: 'need', of: ({ primaryNeed }) => primaryNeed ?? 'Not known' },
  { id: 'setting', of: ({ settingType }) => settingType ?? 'Not known' },
  { id: 'team', of: ({ team }) => team ?? 'Not known' },
  { id: 'phase', of: ({ ncYear }) => (ncYear === null ? 'Not known' : schoolStage(ncYear).phase) },
];

/** All tables of a report over these plans, with the first so many criteria. */
export function tablesOf(plans: readonly SettledPlan[], criteria: number): CountedTables {
  const label = 'Good or better';
  const populations = populationsOf(plans, new Map(HALF_TERMS.map((id, at) => [id, at]))).map((population) => ({
    population,
    named: { tally: tally(population, RUBRIC), halfTerm: population.halfTermId },
  }));
  const series = [...Map.groupBy(populations, ({ population }) => population.id).values()];
  return joinTables([
    ...series.map((own, at) =>
      trendTable(
        `trend-${at}`,
        '',
        own.map(({ named }) => named),
        label,
      ),
    ),
    ...populations.map(({ population, named }, at) => {
      const counted = named.tally;
      return joinTables([
        overallTable(`overall-${at}`, '', [named], label),
        standardsTable(`standards-${at}`, '', counted, label),
        criteriaTable(`criteria-${at}`, '', counted, counted.criteria.slice(0, criteria)),
        causesTable(`causes-${at}`, '', counted),
        ...DIVISIONS.map(({ id, of }) => {
          const values = [...Map.groupBy(population.plans, of)].map(([value, own]) => ({
            id: value,
            label: value,
            total: own.length,
            goodOrBetter: own.filter(({ overallGrade }) => isGoodOrBetter(RUBRIC, overallGrade)).length,
          }));
          return divisionTable(`${id}-${at}`, '', counted, { id, label: id, values }, label);
        }),
      ]);
    }),
  ]);
}
