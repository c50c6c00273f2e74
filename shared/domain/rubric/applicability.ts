import type { Applies } from '../grading/grading.ts';
import type { ApplicabilityRule, PlanFacts } from './rubric.ts';

/** Whether a standard or a criterion applies to a plan: true, false or, where a fact is wanting, unknown. */

export type RuleOutcome = {
  applies: Applies;
  /** The facts that would decide it; empty unless unknown. */
  missingFacts: string[];
};

const YES: RuleOutcome = { applies: 'applies', missingFacts: [] };
const NO: RuleOutcome = { applies: 'does_not_apply', missingFacts: [] };

/** Looks a rule up against the facts, by the rubric's truth table. A null rule always applies. */
export function applicabilityOf(rule: ApplicabilityRule | null, facts: PlanFacts): RuleOutcome {
  if (rule === null) return YES;
  if ('minAge' in rule) return compare(facts, 'ageYears', (age) => age >= rule.minAge);
  if ('maxAge' in rule) return compare(facts, 'ageYears', (age) => age <= rule.maxAge);
  if ('minAgeOn31Aug' in rule) return compare(facts, 'ageOn31Aug', (age) => age >= rule.minAgeOn31Aug);
  if ('minNcYear' in rule) return compare(facts, 'ncYear', (year) => year >= rule.minNcYear);
  if ('maxNcYear' in rule) return compare(facts, 'ncYear', (year) => year <= rule.maxNcYear);
  if ('planType' in rule) return isOneOf(facts, 'planType', rule.planType);
  if ('planStatus' in rule) return isOneOf(facts, 'planStatus', rule.planStatus);
  if ('fact' in rule) {
    const value = factOf(facts, rule.fact);
    return typeof value === 'boolean' ? known(value === rule.equals) : unknown([rule.fact]);
  }
  if ('any' in rule) return anyOf(rule.any.map((part) => applicabilityOf(part, facts)));
  if ('all' in rule) return allOf(rule.all.map((part) => applicabilityOf(part, facts)));
  return opposite(applicabilityOf(rule.not, facts));
}

/** Applies where every part does: a criterion within its standard, for one. */
export function allOf(parts: readonly RuleOutcome[]): RuleOutcome {
  if (parts.some((part) => part.applies === 'does_not_apply')) return NO;
  return undecided(parts) ?? YES;
}

function anyOf(parts: readonly RuleOutcome[]): RuleOutcome {
  if (parts.some((part) => part.applies === 'applies')) return YES;
  return undecided(parts) ?? NO;
}

function opposite(outcome: RuleOutcome): RuleOutcome {
  if (outcome.applies === 'unknown') return outcome;
  return known(outcome.applies === 'does_not_apply');
}

function undecided(parts: readonly RuleOutcome[]): RuleOutcome | undefined {
  const open = parts.filter((part) => part.applies === 'unknown');
  return open.length === 0 ? undefined : unknown(open.flatMap((part) => part.missingFacts));
}

function compare(facts: PlanFacts, fact: string, holds: (value: number) => boolean): RuleOutcome {
  const value = factOf(facts, fact);
  return typeof value === 'number' && !Number.isNaN(value) ? known(holds(value)) : unknown([fact]);
}

function isOneOf(facts: PlanFacts, fact: string, values: readonly string[]): RuleOutcome {
  const value = factOf(facts, fact);
  return typeof value === 'string' ? known(values.includes(value)) : unknown([fact]);
}

function factOf(facts: PlanFacts, fact: string): PlanFacts[string] | undefined {
  return Object.hasOwn(facts, fact) ? facts[fact] : undefined;
}

function known(holds: boolean): RuleOutcome {
  return holds ? YES : NO;
}

function unknown(facts: readonly string[]): RuleOutcome {
  return { applies: 'unknown', missingFacts: [...new Set(facts)] };
}
