import { z } from 'zod';
import { responseSchema } from '../rubric/rubric.ts';

/** What the scoring engine says of a set of answers: every score, grade, guard and cap, and what is still missing. */

export const appliedGuardSchema = z.strictObject({
  id: z.string(),
  /** The grade before the guard, and after it. */
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  /** Criteria or standards that made the test fail. */
  because: z.array(z.string()),
});
export type AppliedGuard = z.infer<typeof appliedGuardSchema>;

export const appliedCapSchema = z.strictObject({
  criterion: z.string(),
  capsOverallTo: z.string(),
  response: responseSchema,
  /** False where the grade was no higher than the cap anyway. */
  bites: z.boolean(),
});
export type AppliedCap = z.infer<typeof appliedCapSchema>;

/** 'unknown': the rule needs a fact that nobody has supplied yet. */
export const appliesSchema = z.enum(['applies', 'does_not_apply', 'unknown']);
export type Applies = z.infer<typeof appliesSchema>;

export const criterionGradingSchema = z.strictObject({
  id: z.string(),
  applies: appliesSchema,
  /** Facts still needed to know whether it applies. */
  missingFacts: z.array(z.string()),
  response: responseSchema.nullable(),
  score: z.number().nullable(),
});

export const standardGradingSchema = z.strictObject({
  id: z.string(),
  applies: appliesSchema,
  missingFacts: z.array(z.string()),
  /** True where the panel graded a standard that does not apply: shown on its own, in no sum, guard or cap. */
  isDevelopmental: z.boolean(),
  /** 0–100 at full precision; null where nothing scored yet. */
  score: z.number().nullable(),
  /** Null until every applicable criterion of it is answered, and where nothing in it applies. */
  grade: z.string().nullable(),
  thresholdGrade: z.string().nullable(),
  guardsApplied: z.array(appliedGuardSchema),
  answered: z.int(),
  toAnswer: z.int(),
  criteria: z.array(criterionGradingSchema),
});
export type StandardGrading = z.infer<typeof standardGradingSchema>;

export const gradingSchema = z.strictObject({
  /** 0–100 at full precision over what is answered so far; null where nothing scored yet. */
  overallScore: z.number().nullable(),
  /** Every applicable criterion of the standards that the audit covers is answered, and every needed fact known. */
  isComplete: z.boolean(),
  /** The audit covers only some of the standards that apply, so it has no overall grade of its own. */
  isPartial: z.boolean(),
  /** Grades are null until complete (the rubric's rule on incomplete audits). */
  thresholdGrade: z.string().nullable(),
  overallGrade: z.string().nullable(),
  guardsApplied: z.array(appliedGuardSchema),
  /** Worst first. */
  capsApplied: z.array(appliedCapSchema),
  /** The highest grade that is still possible whatever the remaining answers are. */
  bestPossibleGrade: z.string(),
  /** The guards that hold `bestPossibleGrade` down already; once complete, the guards applied. */
  guardsHolding: z.array(appliedGuardSchema),
  missingFacts: z.array(z.string()),
  answered: z.int(),
  toAnswer: z.int(),
  standards: z.array(standardGradingSchema),
});
export type Grading = z.infer<typeof gradingSchema>;
