import { goodOrBetterGrades } from '../../../../../shared/domain/grading/grade-order.ts';
import { seriesOf } from '../../../../../shared/domain/report/series.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { type Tally, tally } from '../../../../../shared/domain/report/tally.ts';
import { halfTermsIn, partsOfRegion } from '../../../../support/product-relations.ts';
import { HALF_TERMS, RUBRIC, RUBRIC_ID } from './settled-plans.ts';

/** Half-terms in order, as they begin keys. */
export const PERIODS = HALF_TERMS.map((id) => id.replace('/', '.'));
const GOOD = new Set(goodOrBetterGrades(RUBRIC));
const known = new WeakMap<readonly SettledPlan[], Map<string, Tally>>();

/**
 * A count by what its key says, from the plans themselves: '2025-26.6_2026-27.1/final-new/<standards>/standard/S01/below',
 * of half-terms one after another or with a plus between; or 'region/…', of two partnerships together.
 */
export function trueCount(key: string, plans: readonly SettledPlan[], others: readonly SettledPlan[]): number {
  const [begin = '', ...rest] = key.split('/');
  if (begin.startsWith('other ')) return countIn(key);
  if (begin === 'region') return partsOfRegion(key).reduce((sum, part) => sum + countIn(part), 0);
  return countOf(begin, rest, plans);

  function countIn(part: string): number {
    const [period = '', ...name] = part.replace(/^other /, '').split('/');
    return countOf(period, name, part.startsWith('other ') ? others : plans);
  }
}

function countOf(period: string, [series = '', , ...name]: readonly string[], plans: readonly SettledPlan[]): number {
  const found = tallyOf(period, series, plans);
  const [kind = '', of = '', column = ''] = name;
  const sumOf = (grades: ReadonlyMap<string, number>, isGood: boolean) =>
    [...grades].reduce((sum, [grade, n]) => (GOOD.has(grade) === isGood ? sum + n : sum), 0);
  if (kind === 'total') return found.total;
  if (kind === 'overall') {
    if (of === 'good-or-better') return sumOf(found.grades, true);
    if (of === 'below') return sumOf(found.grades, false);
    return found.grades.get(of) ?? nothing(name);
  }
  if (kind === 'causes') return of === 'all' ? found.shortfalls : (found.causes.get(asCause(of)) ?? 0);
  if (kind === 'standard') {
    const row = found.standards.find(({ id }) => id === of);
    if (row === undefined) return 0;
    if (column === 'applied') return row.applied;
    if (column === 'not-applicable') return row.notApplicable;
    if (column === 'good-or-better') return row.goodOrBetter;
    return column === 'below' ? row.applied - row.goodOrBetter : (row.grades.get(column) ?? nothing(name));
  }
  const row = found.criteria.find(({ id }) => id === of);
  if (kind !== 'criterion' || row === undefined) return nothing(name);
  if (column === 'applied') return row.applied;
  if (column === 'not-applicable') return row.notApplicable;
  if (column === 'met') return row.met;
  if (column === 'partly') return row.partly;
  if (column === 'not-met') return row.notMet;
  return column === 'wanting' || column === 'short' ? row.partly + row.notMet : nothing(name);
}

function nothing(name: readonly string[]): never {
  throw new Error(`Nothing counts ${name.join('/')}.`);
}

function asCause(id: string): Parameters<Tally['causes']['get']>[0] {
  const found = [...tallyOf('', '', []).causes.keys()].find((cause) => cause === id);
  if (found === undefined) throw new Error(`${id} is no cause.`);
  return found;
}

function tallyOf(period: string, series: string, plans: readonly SettledPlan[]): Tally {
  const own = known.get(plans) ?? new Map<string, Tally>();
  known.set(plans, own);
  const found = own.get(`${period} ${series}`) ?? countNow();
  own.set(`${period} ${series}`, found);
  return found;

  function countNow(): Tally {
    const halfTerms = new Set(halfTermsIn(period, PERIODS));
    const within = plans.filter(
      (plan) => halfTerms.has(plan.halfTermId.replace('/', '.')) && seriesOf(plan).id === series,
    );
    const population = {
      key: period,
      id: series,
      label: '',
      definition: '',
      order: 0,
      halfTermId: period,
      rubricId: RUBRIC_ID,
      plans: within,
      noun: 'plans',
    };
    return tally(population, RUBRIC);
  }
}
