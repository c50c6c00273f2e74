import { z } from 'zod';
import type { DiscussTest } from './moderation-rules.ts';
import type { Rubric } from '../rubric/rubric.ts';

/** Changes to a draft's rules of moderation; what the rubric says of it beyond them is kept. */

const looseSchema = z.looseObject({});

/** The kinds of test there are, each as it begins. */
export const DISCUSS_KINDS: readonly DiscussTest[] = [
  { type: 'overallGradesDiffer', steps: 1 },
  { type: 'limitingCriterionDiffers' },
  { type: 'keyCriterionDiffers', steps: 2 },
  { type: 'sameResponsesBelow', percent: 75 },
  { type: 'gradeGiven', grades: [] },
];

/** Sets a rule, adds it where the id is new, or takes it out where the test is null. */
export function setDiscussRule(rubric: Rubric, id: string, rule: { test: DiscussTest; reason: string } | null): Rubric {
  const { moderation, rules } = partsOf(rubric);
  const isThere = rules.some((old) => idOf(old) === id);
  const discussWhen =
    rule === null
      ? rules.filter((old) => idOf(old) !== id)
      : isThere
        ? rules.map((old) => (idOf(old) === id ? { ...looseSchema.parse(old), ...rule } : old))
        : [...rules, { id, ...rule }];
  return { ...rubric, moderation: { ...moderation, discussWhen } };
}

/** The first id of the form 'MD6' that no rule has. */
export function freeDiscussId(rubric: Rubric): string {
  const taken = new Set(partsOf(rubric).rules.map(idOf));
  let number = 1;
  while (taken.has(`MD${number}`)) number += 1;
  return `MD${number}`;
}

/** Sets how many per cent of the agreements are looked at all the same. */
export function setRandomShare(rubric: Rubric, randomSharePercent: number): Rubric {
  const { moderation } = partsOf(rubric);
  const also = looseSchema.safeParse(moderation['alsoModerate']);
  return { ...rubric, moderation: { ...moderation, alsoModerate: { ...also.data, randomSharePercent } } };
}

function partsOf(rubric: Rubric): { moderation: Record<string, unknown>; rules: unknown[] } {
  const moderation = looseSchema.safeParse(rubric['moderation']).data ?? {};
  const rules = z.array(z.unknown()).safeParse(moderation['discussWhen']).data ?? [];
  return { moderation, rules };
}

function idOf(rule: unknown): unknown {
  return typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'id') : undefined;
}
