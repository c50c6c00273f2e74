import { z } from 'zod';
import type { Rubric } from '../rubric/rubric.ts';

/**
 * When a panel has to discuss a plan: the rubric's own `moderation`, as data. A rubric is loose, so what is not known
 * here is left alone and asks for nothing.
 */

export const discussTestSchema = z.discriminatedUnion('type', [
  /** Two auditors' overall grades are so many steps apart or more. */
  z.looseObject({ type: z.literal('overallGradesDiffer'), steps: z.int().min(1) }),
  z.looseObject({ type: z.literal('limitingCriterionDiffers') }),
  /** Two answers to a key criterion are so many steps apart or more: met and partly are one. */
  z.looseObject({ type: z.literal('keyCriterionDiffers'), steps: z.int().min(1) }),
  /** Two auditors answered fewer than so many per cent of the criteria alike. */
  z.looseObject({ type: z.literal('sameResponsesBelow'), percent: z.number().min(0).max(100) }),
  /** Some auditor gave one of these overall grades. */
  z.looseObject({ type: z.literal('gradeGiven'), grades: z.array(z.string()) }),
]);
export type DiscussTest = z.infer<typeof discussTestSchema>;

export interface DiscussRule {
  id: string;
  test: DiscussTest;
  reason: string;
}

export interface ModerationRules {
  discussWhen: DiscussRule[];
  /** Per cent of the plans on which auditors agreed that are looked at all the same. */
  randomSharePercent: number;
}

const ruleSchema = z.looseObject({ id: z.string().min(1), test: discussTestSchema, reason: z.string().default('') });
const moderationSchema = z.looseObject({
  discussWhen: z.array(z.unknown()).default([]),
  alsoModerate: z.looseObject({ randomSharePercent: z.number().min(0).max(100) }).optional(),
});

/** The rules that a rubric has, in its order; none where it says nothing of moderation. */
export function moderationRulesOf(rubric: Rubric): ModerationRules {
  const found = moderationSchema.safeParse(rubric['moderation']);
  if (!found.success) return { discussWhen: [], randomSharePercent: 0 };
  return {
    discussWhen: found.data.discussWhen.flatMap((rule) => {
      const known = ruleSchema.safeParse(rule);
      return known.success ? [{ id: known.data.id, test: known.data.test, reason: known.data.reason }] : [];
    }),
    randomSharePercent: found.data.alsoModerate?.randomSharePercent ?? 0,
  };
}
