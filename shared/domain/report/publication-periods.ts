import { type HalfTermDates, sortHalfTerms } from '../half-term.ts';
import type { SettledPlan } from './settled-plan.ts';
import { seriesOf } from './series.ts';

/**
 * What a publishable edition counts together. A half-term of nine plans tells next to nothing that may be published, so
 * half-terms are taken together until there are enough (field brief §16.4: combine rounds). Periods never overlap and,
 * once published, never change: else the difference of two editions would be the few plans of one half-term.
 */
export interface PublicationPeriod {
  /** One after another, the oldest first. */
  halfTerms: readonly HalfTermDates[];
  /** As a half-term that reports count by: its id begins the keys of counts, '2025-26/5' or '2025-26.5_2026-27.1'. */
  asOne: HalfTermDates;
  /**
   * Too few plans in every series for anything to be told: it is left open, so that later half-terms join it. Else a
   * small panel that publishes every half-term would never have figures.
   */
  isHeldBack: boolean;
  /** A later publication told of it together with others: nothing is told of it alone. */
  isOutWithLater: boolean;
}

/** So many times the threshold in the largest series: then both sides of most shares can be shown. */
const TIMES_THRESHOLD = 4;
/** Under so many times the threshold in every series nothing is told in detail. */
const TIMES_FEWEST = 2;
/** Counted together at most: a school year. */
export const MOST_HALF_TERMS = 6;

export interface PeriodsInput {
  calendar: readonly HalfTermDates[];
  /** Settled plans of the half-term and of all before it. */
  plans: readonly SettledPlan[];
  /** The half-term that is reported on: the last of its period. */
  halfTermId: string;
  threshold: number;
  /** Periods that publishable editions have told of so far, as ids of half-terms. */
  published: readonly (readonly string[])[];
}

/**
 * The periods of a publishable edition, the oldest first; the last is the one that it is about. Those that were published
 * stay as they were. Of what was never published, half-terms are taken together backwards from the newest; what is then
 * left over at the beginning is not told of.
 */
export function publicationPeriods(input: PeriodsInput): PublicationPeriod[] {
  const calendar = sortHalfTerms(input.calendar);
  const last = calendar.findIndex(({ id }) => id === input.halfTermId);
  const sizes = sizesOf(input.plans);
  const enough = TIMES_THRESHOLD * input.threshold;
  const periods: Omit<PublicationPeriod, 'asOne'>[] = [];
  for (let at = last; at >= 0;) {
    const fixed = input.published.find((ids) => ids.at(-1) === calendar[at]?.id);
    const period =
      fixed === undefined ? takenTogether(at) : calendar.filter(({ id }) => fixed.includes(id)).slice(-fixed.length);
    const isWorthTelling = fixed !== undefined || at === last || largest(period) >= enough;
    const isOutWithLater = at === last && isWithinLater(input.halfTermId, input.published);
    const isTooSmall = fixed === undefined && largest(period) < TIMES_FEWEST * input.threshold;
    const isHeldBack = isOutWithLater || isTooSmall;
    if (isWorthTelling && period.length > 0) periods.unshift({ halfTerms: period, isHeldBack, isOutWithLater });
    at -= Math.max(1, period.length);
  }
  return periods.map((period) => ({ ...period, asOne: asOne(period.halfTerms) }));

  function takenTogether(at: number): HalfTermDates[] {
    const isPublished = ({ id }: HalfTermDates) => input.published.some((ids) => ids.includes(id));
    let period = calendar.slice(at, at + 1);
    for (let before = at - 1; before >= 0 && period.length < MOST_HALF_TERMS; before -= 1) {
      const next = calendar[before];
      if (next === undefined || isPublished(next) || largest(period) >= enough) break;
      period = [next, ...period];
    }
    // Half-terms without plans at its beginning say nothing.
    const first = period.findIndex(({ id }) => sizes.has(id));
    return first === -1 ? period.slice(-1) : period.slice(first);
  }

  function largest(period: readonly HalfTermDates[]): number {
    const sums = new Map<string, number>();
    for (const { id } of period) {
      for (const [series, number] of sizes.get(id) ?? []) sums.set(series, (sums.get(series) ?? 0) + number);
    }
    return Math.max(0, ...sums.values());
  }
}

/** By half-term, the id of its period; half-terms that no period tells of are not in it. */
export function periodIds(periods: readonly PublicationPeriod[]): Map<string, string> {
  return new Map(periods.flatMap(({ halfTerms, asOne: { id } }) => halfTerms.map((halfTerm) => [halfTerm.id, id])));
}

/** What is counted, by half-terms, counted by periods instead; what no period tells of falls away. */
export function byPeriod<T extends { halfTermId: string }>(
  items: readonly T[],
  periods: readonly PublicationPeriod[],
): T[] {
  const ids = periodIds(periods);
  return items.flatMap((item) => {
    const halfTermId = ids.get(item.halfTermId);
    return halfTermId === undefined ? [] : [{ ...item, halfTermId }];
  });
}

/** Half-terms that a later publication has told of together with others, so that one of them alone cannot be published. */
export function isWithinLater(halfTermId: string, published: PeriodsInput['published']): boolean {
  return published.some((ids) => ids.includes(halfTermId) && ids.at(-1) !== halfTermId);
}

/** By half-term, plans of each series. */
function sizesOf(plans: readonly SettledPlan[]): Map<string, Map<string, number>> {
  const sizes = new Map<string, Map<string, number>>();
  for (const plan of plans) {
    const { id } = seriesOf(plan);
    const own = sizes.get(plan.halfTermId) ?? new Map<string, number>();
    own.set(id, (own.get(id) ?? 0) + 1);
    sizes.set(plan.halfTermId, own);
  }
  return sizes;
}

function asOne(halfTerms: readonly HalfTermDates[]): HalfTermDates {
  const [first] = halfTerms;
  const last = halfTerms.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A period has half-terms.');
  if (first === last) return first;
  return {
    ...last,
    id: `${first.id.replace('/', '.')}_${last.id.replace('/', '.')}`,
    start: first.start,
    schoolYear: first.schoolYear,
    // Read after its school year: '2025/26 Sum 1 to 2026/27 Aut 1'.
    label: `${first.label} to ${last.schoolYear.replace('-', '/')} ${last.label}`,
  };
}
