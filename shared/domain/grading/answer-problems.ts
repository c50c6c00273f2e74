import { ENGINE_FACTS } from '../plan-facts.ts';
import { type PlanFacts, type Response, responseSchema, type Rubric } from '../rubric/rubric.ts';
import { findCriterion } from '../rubric/rubric-words.ts';

/** Whether an answer or a plan fact is one that the rubric has. */

/** Why the rubric has no such answer, in a sentence; undefined where it has. Null, unanswered, fits any criterion. */
export function answerProblem(rubric: Rubric, criterion: string, response: Response | null): string | undefined {
  const found = findCriterion(rubric, criterion);
  if (found === undefined) return `The rubric has no criterion "${criterion}".`;
  if (response === null) return undefined;
  const offered = offeredAnswers(rubric, criterion);
  if (offered.includes(response)) return undefined;
  return `"${response}" is no answer to ${criterion}; its answers are ${offered.join(', ')}.`;
}

/** The answers that the criterion's response type offers. */
export function offeredAnswers(rubric: Rubric, criterion: string): Response[] {
  const type = findCriterion(rubric, criterion)?.responseType;
  if (type === undefined || !Object.hasOwn(rubric.responseTypes, type)) return [];
  return (rubric.responseTypes[type]?.options ?? []).map((option) => responseSchema.parse(option.id));
}

/**
 * Why the rubric has no such fact or no such value of it; undefined where it has. Null, for unknown, always passes. A
 * rubric that lists no facts at all takes any that its rules may name.
 */
export function factProblem(rubric: Rubric, fact: string, value: PlanFacts[string]): string | undefined {
  const listed = rubric.planFacts.find((definition) => definition.id === fact);
  const type = listed?.type ?? (Object.hasOwn(ENGINE_FACTS, fact) ? ENGINE_FACTS[fact] : undefined);
  if (type === undefined) {
    return rubric.planFacts.length === 0 ? undefined : `The rubric knows no plan fact "${fact}".`;
  }
  if (value === null) return undefined;
  if (type === 'integer') return Number.isInteger(value) ? undefined : `"${fact}" must be a whole number.`;
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : `"${fact}" must be true or false.`;
  if (typeof value !== 'string') return `"${fact}" must be text.`;
  const values = listed?.values;
  if (values === undefined || values.includes(value)) return undefined;
  return `"${fact}" is "${value}", but must be one of ${values.join(', ')}.`;
}
