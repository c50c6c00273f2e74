import type { CountedTables } from '../../../../../shared/domain/report/count-table.ts';
import type { SettledPlan } from '../../../../../shared/domain/report/settled-plan.ts';
import { HALF_TERMS, RUBRIC } from './settled-plans.ts';

/**
 * Plans that are settled only once their half-term's papers are out. What was told of the half-term before is another
 * count than what is told since, and stands under another name: 'early 2026-27.1/final-new/…'.
 */
export interface LatePlans {
  isLate: (plan: SettledPlan) => boolean;
  /** Half-terms that have such plans. */
  halfTermIds: readonly string[];
}

/** Every so-manieth plan is late; none for 0. */
export function latePlans(plans: readonly SettledPlan[], every: number): LatePlans {
  const late = new Set(every === 0 ? [] : plans.filter((_, at) => at % every === every - 1));
  const halfTermIds = HALF_TERMS.filter((id) => [...late].some((plan) => plan.halfTermId === id));
  return { isLate: (plan) => late.has(plan), halfTermIds };
}

/** What is settled by the end of a half-term. */
export function settledBy(plans: readonly SettledPlan[], halfTermId: string, { isLate }: LatePlans): SettledPlan[] {
  const until = new Set(HALF_TERMS.slice(0, HALF_TERMS.indexOf(halfTermId) + 1));
  return plans.filter((plan) => until.has(plan.halfTermId) && !(plan.halfTermId === halfTermId && isLate(plan)));
}

/** As some of them stand once the panel has looked at them again, which is after their half-term's papers. */
export function lookedAtAgain(plans: readonly SettledPlan[], halfTermId: string, every: number): SettledPlan[] {
  const grades = RUBRIC.gradeScale.map(({ id }) => id);
  return plans.map((plan, at) => {
    if (every === 0 || at % every !== 0 || plan.halfTermId === halfTermId) return plan;
    const other = grades[(grades.indexOf(plan.overallGrade) + 1) % grades.length] ?? plan.overallGrade;
    const [first = '', ...rest] = plan.code.standards;
    const standards = [first === '0' ? '3' : '0', ...rest].join('');
    return { ...plan, overallGrade: other, standing: 'overridden', code: { ...plan.code, standards } };
  });
}

/** What a count is called that is told in a half-term: early where plans of that half-term are in it that may come late. */
export function nameIn(
  halfTermId: string,
  { halfTermIds }: LatePlans,
  monthsOf: (halfTermId: string) => ReadonlySet<string>,
): (key: string) => string {
  if (!halfTermIds.includes(halfTermId)) return (key) => key;
  const months = monthsOf(halfTermId);
  return (key) => (countsPlansOf(key, halfTermId, months) ? `${EARLY}${key}` : key);
}

export const EARLY = 'early ';

/** What has come since. */
export function addedTo(key: string): string {
  return `added ${key}`;
}

export function isAddition(key: string): boolean {
  return key.startsWith('added ');
}

/** Under the names of the half-term in which they are told. */
export function renamed({ tables, sums, ...other }: CountedTables, name: (key: string) => string): CountedTables {
  return {
    ...other,
    sums: sums.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) })),
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, counts: row.counts.map(({ key, n }) => ({ key: name(key), n })) })),
    })),
  };
}

/** Advice, actions and what the register has do not wait for plans to be settled. */
const OTHERS = /\/(advice|actions|escalations|re-audits)\/|^register\/|^\d{4}-\d{2}\.\d\/agreement/;

function countsPlansOf(key: string, halfTermId: string, months: ReadonlySet<string>): boolean {
  const [begin = '', next = ''] = key.split('/');
  if (OTHERS.test(key)) return false;
  if (begin === 'round') return key.includes(halfTermId) || key.includes(halfTermId.replace('/', '-'));
  if (begin === 'month' && key.endsWith(`${next}/total`)) return months.has(next);
  return key.includes(halfTermId.replace('/', '.'));
}
