import type { UsedFact } from '../../../shared/contract/audits.ts';
import { derivePlanFacts, type PlanFactSource } from '../../../shared/domain/plan-facts.ts';
import type { PlanFacts, Rubric } from '../../../shared/domain/rubric/rubric.ts';

export type FactValue = PlanFacts[string];

/** The facts as the audit uses them: what the auditor supplied wins over what the register and the document give. */
export function usedFacts(
  rubric: Rubric,
  source: PlanFactSource,
  supplied: ReadonlyMap<string, FactValue>,
): Record<string, UsedFact> {
  const derived = derivePlanFacts(rubric, source);
  const ids = new Set([...Object.keys(derived), ...supplied.keys()]);
  return Object.fromEntries(
    [...ids].map((id): [string, UsedFact] => {
      const own = supplied.get(id);
      if (own !== undefined && own !== null) return [id, { value: own, source: 'auditor' }];
      const value = derived[id] ?? null;
      return [id, { value, source: value === null ? 'unknown' : 'derived' }];
    }),
  );
}

export function factValues(facts: Record<string, UsedFact>): PlanFacts {
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, fact.value]));
}
