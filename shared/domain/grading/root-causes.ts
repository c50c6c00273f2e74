import type { Response } from '../rubric/rubric.ts';

/** Why a plan falls short, so that its writer's share can be told from weak advice (regulation 6 advice, domain §4). */
export const ROOT_CAUSES = [
  'advice_missing',
  'advice_vague',
  'advice_weakened',
  'writing',
  'template',
  'process',
  'family_not_reached',
  'not_known',
] as const;
export type RootCause = (typeof ROOT_CAUSES)[number];

/** Each cause as an auditor reads it. */
export const ROOT_CAUSE_WORDS: Readonly<Record<RootCause, string>> = {
  advice_missing: 'Advice missing',
  advice_vague: 'Advice vague',
  advice_weakened: 'Advice ignored or weakened',
  writing: 'Writing',
  template: 'Template',
  process: 'Process',
  family_not_reached: 'Family not reached',
  not_known: 'Not known',
};

/** Whether an answer says that the plan falls short, which has a cause. */
export function isShortfall(response: Response | null): boolean {
  return response === 'partly' || response === 'not_met';
}

/** Criteria that were found wanting and have no cause yet, in the order given. */
export function withoutCause(
  answers: Readonly<Record<string, { response: Response | null; rootCause: RootCause | null }>>,
  criteria: readonly string[],
): string[] {
  return criteria.filter((id) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return answer !== undefined && isShortfall(answer.response) && answer.rootCause === null;
  });
}
