import { populationOf } from './report-populations.ts';
import type { SettledPlan } from './settled-plan.ts';

/**
 * What may stand in one line of a trend: drafts or finals, new or amended plans, drawn in one way. Samples drawn at
 * random speak for all plans; thematic and risk-based ones do not, nor does what was picked by hand or came along with
 * a sample, so they are never joined (field brief §16.3).
 */
export interface Series {
  /** 'final-new', 'final-new~thematic-year-9' */
  id: string;
  /** 'Final plans, new', 'Final plans, new (thematic: Year 9)' */
  label: string;
  definition: string;
  /** Place in the report: finals before drafts, new before amended, random samples before others. */
  order: number;
}

/** Populations are counted by series and version of the standards within one half-term. */
export interface PopulationOfPlans extends Series {
  /** '2026-27.2/final-new/<id of the standards’ version>': begins the key of every count in it, in this report and in every other. */
  key: string;
  halfTermId: string;
  rubricId: string;
  plans: readonly SettledPlan[];
  /** 'plans', or 'plan versions' where a plan is in it more than once. */
  noun: string;
}

const KIND_ORDER: Readonly<Record<string, number>> = { random: 0, not_drawn: 500, thematic: 1000, risk_based: 2000 };

/** The series that a settled plan belongs to. */
export function seriesOf(plan: Pick<SettledPlan, 'planType' | 'stage' | 'roundKind' | 'theme'>): Series {
  const population = populationOf(plan);
  if (plan.roundKind === 'random') {
    const { id, label, definition, order } = population;
    return { id, label, definition, order };
  }
  const theme = plan.roundKind === 'not_drawn' ? '' : plan.theme.trim();
  const kind = plan.roundKind === 'risk_based' ? 'risk-based' : plan.roundKind.replaceAll('_', ' ');
  return {
    id: `${population.id}~${[slugOf(kind), slugOf(theme)].filter((part) => part !== '').join('-')}`,
    label: `${population.label} (${kind}${theme === '' ? '' : `: ${theme}`})`,
    definition: `${population.definition} ${plan.roundKind === 'not_drawn' ? NOT_DRAWN : 'Chosen, not drawn at random.'}`,
    order: population.order + (KIND_ORDER[plan.roundKind] ?? 3000),
  };
}

const NOT_DRAWN =
  'In a round that is to speak for all plans, but not drawn: picked by hand, owed a re-audit, or audited as it came.';

/** Groups plans into populations that may be counted, in the order of half-terms given and then of the report. */
export function populationsOf(
  plans: readonly SettledPlan[],
  halfTermOrder: ReadonlyMap<string, number>,
): PopulationOfPlans[] {
  const groups = new Map<string, { series: Series; first: SettledPlan; plans: SettledPlan[] }>();
  for (const plan of plans) {
    // Spelled by its parts, since building a series for each of many thousand plans would take longer than counting.
    const parts = `${plan.halfTermId} ${plan.rubricId} ${plan.stage} ${plan.planType} ${plan.roundKind} ${plan.theme}`;
    const group = groups.get(parts);
    if (group === undefined) groups.set(parts, { series: seriesOf(plan), first: plan, plans: [plan] });
    else group.plans.push(plan);
  }
  const found = new Map<string, Omit<PopulationOfPlans, 'noun' | 'plans'> & { plans: SettledPlan[] }>();
  for (const { series, first, plans: own } of groups.values()) {
    const key = populationKey(first.halfTermId, series.id, first.rubricId);
    const population = found.get(key);
    if (population === undefined) {
      found.set(key, { ...series, key, halfTermId: first.halfTermId, rubricId: first.rubricId, plans: own });
    } else population.plans.push(...own);
  }
  return [...found.values()]
    .map((population) => ({ ...population, noun: nounOf(population.plans) }))
    .toSorted(
      (a, b) =>
        (halfTermOrder.get(a.halfTermId) ?? 0) - (halfTermOrder.get(b.halfTermId) ?? 0) ||
        a.order - b.order ||
        (a.key < b.key ? -1 : 1),
    );
}

/** '2026-27.2/final-new/<id of the standards’ version>' */
export function populationKey(halfTermId: string, seriesId: string, rubricId: string): string {
  return `${halfTermId.replace('/', '.')}/${seriesId}/${rubricId}`;
}

function nounOf(plans: readonly SettledPlan[]): string {
  return new Set(plans.map(({ planId }) => planId)).size < plans.length ? 'plan versions' : 'plans';
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
