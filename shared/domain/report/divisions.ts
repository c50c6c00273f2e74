import { isGoodOrBetter } from '../grading/grade-order.ts';
import { schoolStage } from '../timeline/school-stage.ts';
import type { Division } from './population-tables.ts';
import type { SettledPlan } from './settled-plan.ts';
import type { Tally } from './tally.ts';

/** What plans can be divided by in figures. */
export const DIVISIONS = ['phase', 'need', 'setting_type', 'locality', 'team', 'looked_after', 'timeliness'] as const;
export type DivisionId = (typeof DIVISIONS)[number];

const DIVISION_WORDS: Readonly<Record<DivisionId, string>> = {
  phase: 'Phase',
  need: 'Primary need',
  setting_type: 'Kind of setting',
  locality: 'Locality',
  team: 'Team',
  looked_after: 'Looked after',
  timeliness: 'Timeliness of the final',
};

const PHASES = ['Early years', 'Primary', 'Secondary', 'Post-16', 'Post-19'];
export const NOT_KNOWN = 'Not known';

export function divisionWords(id: DivisionId): string {
  return DIVISION_WORDS[id];
}

/** The value of a plan in a division, as it is shown; what the register does not know is a value of its own. */
export function divisionValue(plan: SettledPlan, id: DivisionId): string {
  switch (id) {
    case 'phase':
      return plan.ncYear === null ? NOT_KNOWN : schoolStage(plan.ncYear).phase;
    case 'need':
      return plan.primaryNeed ?? NOT_KNOWN;
    case 'setting_type':
      return plan.settingType ?? NOT_KNOWN;
    case 'locality':
      return plan.locality ?? NOT_KNOWN;
    case 'team':
      return plan.team ?? NOT_KNOWN;
    case 'looked_after':
      return plan.isLookedAfter === null ? NOT_KNOWN : plan.isLookedAfter ? 'Looked after' : 'Not looked after';
    case 'timeliness':
      return plan.isLate === null ? NOT_KNOWN : plan.isLate ? 'Late' : 'In time';
    default:
      return id satisfies never;
  }
}

/** A population divided: phases in their order, other values by name, and what is not known last. */
export function divide({ population, rubric }: Pick<Tally, 'population' | 'rubric'>, id: DivisionId): Division {
  const groups = Map.groupBy(population.plans, (plan) => divisionValue(plan, id));
  return {
    id,
    label: DIVISION_WORDS[id],
    values: [...groups]
      .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([value, plans]) => ({
        id: value,
        label: value,
        total: plans.length,
        goodOrBetter: plans.filter(({ overallGrade }) => isGoodOrBetter(rubric, overallGrade)).length,
      })),
  };

  function rank(value: string): number {
    if (value === NOT_KNOWN) return PHASES.length + 1;
    const phase = id === 'phase' ? PHASES.indexOf(value) : -1;
    return phase === -1 ? PHASES.length : phase;
  }
}

/** Whether a division says anything: more than one value is known of. */
export function saysAnything({ values }: Division): boolean {
  return values.filter(({ id }) => id !== NOT_KNOWN).length > 1;
}
