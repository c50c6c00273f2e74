import { gradesFromBest } from '../../grading/grade-order.ts';
import { shortHalfTermName } from '../../half-term.ts';
import { ROOT_CAUSES } from '../../grading/root-causes.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { Sum } from '../count-table.ts';
import type { NamedTally } from '../population-tables.ts';
import { populationKey, type PopulationOfPlans, populationsOf } from '../series.ts';
import type { SettledPlan } from '../settled-plan.ts';
import { type Tally, tally } from '../tally.ts';
import type { HalfTermRun } from './half-term-run.ts';

/** One series by one version of the standards, over a whole run of half-terms and in each of them. */
export interface PooledTally {
  /** For ids of tables: letters, digits and hyphens. */
  slug: string;
  label: string;
  tally: Tally;
  /** The half-terms of the run that have such plans, the oldest first. */
  byHalfTerm: readonly NamedTally[];
  /** What the whole has in common with its half-terms, which their own reports show. */
  sums: readonly Sum[];
}

/**
 * Adds plans up over a run, series by series. Drafts and finals, new and amended plans, random and chosen samples and
 * versions of the standards are never joined (field brief §16.3).
 */
export function poolTallies(
  plans: readonly SettledPlan[],
  rubrics: ReadonlyMap<string, { rubric: Rubric }>,
  run: HalfTermRun,
): PooledTally[] {
  const order = new Map(run.halfTerms.map(({ id }, at) => [id, at]));
  const names = new Map(run.halfTerms.map((halfTerm) => [halfTerm.id, shortHalfTermName(halfTerm)]));
  const inRun = plans.filter(({ halfTermId }) => order.has(halfTermId));
  const groups = Map.groupBy(populationsOf(inRun, order), ({ id, rubricId }) => `${id} ${rubricId}`);
  const versions = Map.groupBy(groups.values(), ([first]) => first?.id);
  const seen = new Map<string, number>();
  return [...groups.values()]
    .toSorted((a, b) => (a[0]?.order ?? 0) - (b[0]?.order ?? 0))
    .flatMap((populations): PooledTally[] => {
      const last = populations.at(-1);
      const rubric = last === undefined ? undefined : rubrics.get(last.rubricId)?.rubric;
      if (last === undefined || rubric === undefined) return [];
      const number = (seen.get(last.id) ?? 0) + 1;
      seen.set(last.id, number);
      const parts = populations.map((population) => tally(population, rubric));
      const whole = tally(pool(populations, last, run), rubric);
      const isSplit = (versions.get(last.id)?.length ?? 0) > 1;
      return [
        {
          slug: `${last.id.replaceAll(/[^a-z0-9]+/g, '-')}${number === 1 ? '' : `-${number}`}`,
          label: isSplit ? `${last.label} (standards version ${rubric.version})` : last.label,
          tally: whole,
          byHalfTerm: parts.map((part) => ({
            tally: part,
            halfTerm: names.get(part.population.halfTermId) ?? part.population.halfTermId,
          })),
          sums: linkSums(whole, parts),
        },
      ];
    });
}

function pool(
  populations: readonly PopulationOfPlans[],
  last: PopulationOfPlans,
  { key, halfTerms }: HalfTermRun,
): PopulationOfPlans {
  const plans = populations.flatMap((population) => population.plans);
  const isTwice = new Set(plans.map(({ planId }) => planId)).size < plans.length;
  return {
    ...last,
    key: populationKey(key, last.id, last.rubricId),
    halfTermId: halfTerms.length === 1 ? last.halfTermId : key,
    plans,
    noun: isTwice ? 'plan versions' : 'plans',
  };
}

/** Every count of the whole is the sum of the half-terms' counts of the same name. */
function linkSums(whole: Tally, parts: readonly Tally[]): Sum[] {
  const { key } = whole.population;
  const keys = parts.map(({ population }) => population.key);
  if (keys.length === 1 && keys[0] === key) return [];
  const scale = gradesFromBest(whole.rubric).map(({ id }) => id);
  const names = [
    'total',
    ...[...scale, 'good-or-better', 'below'].map((column) => `overall/${column}`),
    ...whole.standards.flatMap(({ id }) =>
      [...scale, 'good-or-better', 'not-applicable', 'applied'].map((column) => `standard/${id}/${column}`),
    ),
    ...whole.criteria.flatMap(({ id }) =>
      ['met', 'partly', 'not-met', 'not-applicable', 'applied', 'wanting'].map((column) => `criterion/${id}/${column}`),
    ),
    ...ROOT_CAUSES.map((cause) => `causes/${cause}`),
  ];
  return names.map((name) => ({ total: `${key}/${name}`, parts: keys.map((part) => `${part}/${name}`) }));
}
