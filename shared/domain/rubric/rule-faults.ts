import type { ApplicabilityRule, Rubric } from './rubric.ts';
import { ENGINE_FACTS } from '../plan-facts.ts';

/** Years of age and of the national curriculum that a plan can have (birth to 25; N1 = -2 to Year 14). */
const OLDEST = 25;
const LAST_YEAR = 14;
const FIRST_YEAR = -2;

/** What is wrong with a rule of applicability, each as the rest of a sentence. A rule of null always applies. */
export function ruleFaults(rubric: Pick<Rubric, 'planFacts'>, rule: ApplicabilityRule | null): string[] {
  return rule === null ? [] : [...new Set([...partFaults(rubric, rule), ...contradictions(rule)])];
}

function partFaults(rubric: Pick<Rubric, 'planFacts'>, rule: ApplicabilityRule): string[] {
  if ('any' in rule) return groupFaults(rubric, rule.any);
  if ('all' in rule) return groupFaults(rubric, rule.all);
  if ('not' in rule) return partFaults(rubric, rule.not);
  if ('minAge' in rule) return numberFaults(rule.minAge, 'age', 0, OLDEST);
  if ('maxAge' in rule) return numberFaults(rule.maxAge, 'age', 0, OLDEST);
  if ('minAgeOn31Aug' in rule) return numberFaults(rule.minAgeOn31Aug, 'age on 31 August', 0, OLDEST);
  if ('minNcYear' in rule) return numberFaults(rule.minNcYear, 'national curriculum year', FIRST_YEAR, LAST_YEAR);
  if ('maxNcYear' in rule) return numberFaults(rule.maxNcYear, 'national curriculum year', FIRST_YEAR, LAST_YEAR);
  if ('planType' in rule) return valueFaults(rubric, 'planType', rule.planType, 'kind of plan');
  if ('planStatus' in rule) return valueFaults(rubric, 'planStatus', rule.planStatus, 'status of the document');
  return factFaults(rubric, rule.fact);
}

function groupFaults(rubric: Pick<Rubric, 'planFacts'>, parts: readonly ApplicabilityRule[]): string[] {
  if (parts.length === 0)
    return ['whom it applies to has a group without a condition; add one or take the group away.'];
  return parts.flatMap((part) => partFaults(rubric, part));
}

function numberFaults(value: number, what: string, least: number, most: number): string[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [`whom it applies to: the ${what} must be a whole number from ${least} to ${most}, not ${value}.`];
}

function valueFaults(
  rubric: Pick<Rubric, 'planFacts'>,
  fact: string,
  values: readonly string[],
  what: string,
): string[] {
  if (values.length === 0) return [`whom it applies to: choose at least one ${what}.`];
  const known = rubric.planFacts.find(({ id }) => id === fact)?.values;
  if (known === undefined) return [];
  return values
    .filter((value) => !known.includes(value))
    .map((value) => `whom it applies to: “${value}” is no ${what} that is known here.`);
}

function factFaults(rubric: Pick<Rubric, 'planFacts'>, fact: string): string[] {
  const definition = rubric.planFacts.find(({ id }) => id === fact);
  if (definition?.type === 'boolean') return [];
  return definition === undefined && !Object.hasOwn(ENGINE_FACTS, fact)
    ? [`whom it applies to: nothing is known of “${fact}”; choose a fact from the list.`]
    : [`whom it applies to: “${fact}” cannot be answered with yes or no.`];
}

/** 'From age 16 and up to age 14' applies to nobody. */
function contradictions(rule: ApplicabilityRule): string[] {
  if ('not' in rule) return contradictions(rule.not);
  if ('any' in rule) return rule.any.flatMap(contradictions);
  if (!('all' in rule)) return [];
  const least = (key: 'minAge' | 'minNcYear') =>
    Math.max(-Infinity, ...rule.all.flatMap((part) => (key in part ? [Number(Reflect.get(part, key))] : [])));
  const most = (key: 'maxAge' | 'maxNcYear') =>
    Math.min(Infinity, ...rule.all.flatMap((part) => (key in part ? [Number(Reflect.get(part, key))] : [])));
  const isNobody = least('minAge') > most('maxAge') || least('minNcYear') > most('maxNcYear');
  return [
    ...(isNobody ? ['whom it applies to: the conditions exclude one another, so it would apply to nobody.'] : []),
    ...rule.all.flatMap(contradictions),
  ];
}
