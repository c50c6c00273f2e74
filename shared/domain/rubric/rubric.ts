import { z } from 'zod';

/**
 * The local quality standards as data: what is asked, what applies to whom, how answers become grades.
 *
 * Objects are loose: a council's own notes in a rubric are kept, and mean nothing to the engine. Texts may be empty.
 * What a schema cannot say (every grade named exists, ids are unique …) is said by `rubricProblems` in
 * rubric-problems.ts.
 */

const id = z.string().min(1).max(100);
const text = z.string();

export const responseSchema = z.enum(['met', 'partly', 'not_met', 'not_applicable']);
/** An auditor's answer to a criterion. Unanswered is the absence of one, never 'not met'. */
export type Response = z.infer<typeof responseSchema>;

export type ApplicabilityRule =
  | { minAge: number }
  | { maxAge: number }
  | { minAgeOn31Aug: number }
  | { minNcYear: number }
  | { maxNcYear: number }
  | { planType: string[] }
  | { planStatus: string[] }
  | { fact: string; equals: boolean }
  | { any: ApplicabilityRule[] }
  | { all: ApplicabilityRule[] }
  | { not: ApplicabilityRule };

export const applicabilityRuleSchema: z.ZodType<ApplicabilityRule> = z.lazy(() =>
  z.union([
    z.strictObject({ minAge: z.number() }),
    z.strictObject({ maxAge: z.number() }),
    z.strictObject({ minAgeOn31Aug: z.number() }),
    z.strictObject({ minNcYear: z.number() }),
    z.strictObject({ maxNcYear: z.number() }),
    z.strictObject({ planType: z.array(z.string()) }),
    z.strictObject({ planStatus: z.array(z.string()) }),
    z.strictObject({ fact: z.string(), equals: z.boolean() }),
    z.strictObject({ any: z.array(applicabilityRuleSchema) }),
    z.strictObject({ all: z.array(applicabilityRuleSchema) }),
    z.strictObject({ not: applicabilityRuleSchema }),
  ]),
);

export const limitingSchema = z.looseObject({
  isLimiting: z.boolean(),
  capsOverallTo: id.nullable(),
  triggeredBy: z.array(responseSchema),
});

export const criterionSchema = z.looseObject({
  id,
  text,
  responseType: id,
  weight: z.number().positive(),
  isKey: z.boolean(),
  limiting: limitingSchema,
  sections: z.array(id).default([]),
  themes: z.array(id).default([]),
  guidance: text.default(''),
  whatGoodLooksLike: text.default(''),
  examples: z
    .looseObject({ positive: text.default(''), negative: text.default('') })
    .default({ positive: '', negative: '' }),
  legalBasis: z.array(text).default([]),
  applicability: applicabilityRuleSchema.nullable().default(null),
  assist: z.array(id).default([]),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const standardSchema = z.looseObject({
  id,
  order: z.number().default(0),
  title: text,
  shortTitle: text.default(''),
  purpose: text.default(''),
  sections: z.array(id).default([]),
  leadAgency: id,
  weight: z.number().positive(),
  applicability: applicabilityRuleSchema.nullable().default(null),
  criteria: z.array(criterionSchema).min(1),
});
export type Standard = z.infer<typeof standardSchema>;

export const gradeSchema = z.looseObject({
  id,
  /** Higher is better. */
  value: z.number(),
  label: text,
  shortLabel: text.default(''),
  /** 1 is the best grade. */
  order: z.int(),
  descriptor: text.default(''),
  expectedResponse: text.default(''),
});
export type Grade = z.infer<typeof gradeSchema>;

export const guardTestSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('noCriterionResponse'), response: responseSchema }),
  z.looseObject({ type: z.literal('noKeyCriterionResponse'), response: responseSchema }),
  z.looseObject({ type: z.literal('everyStandardAtLeast'), grade: id }),
  z.looseObject({ type: z.literal('atMostStandardsBelow'), grade: id, count: z.int().min(0) }),
  z.looseObject({ type: z.literal('atMostStandardsAt'), grade: id, count: z.int().min(0) }),
  z.looseObject({ type: z.literal('listedStandardsAtLeast'), standards: z.array(id), grade: id }),
]);
export type GuardTest = z.infer<typeof guardTestSchema>;

export const guardSchema = z.looseObject({
  id,
  appliesFrom: id,
  test: guardTestSchema,
  elseCapTo: id,
  reason: text.default(''),
});
export type Guard = z.infer<typeof guardSchema>;

export const thresholdSchema = z.looseObject({ grade: id, min: z.number() });

export const scoringSchema = z.looseObject({
  criterion: z.looseObject({ scores: z.record(z.string(), z.number().nullable()) }),
  standard: z.looseObject({ thresholds: z.array(thresholdSchema).min(1), guards: z.array(guardSchema) }),
  overall: z.looseObject({ thresholds: z.array(thresholdSchema).min(1), guards: z.array(guardSchema) }),
  evidenceRule: z
    .looseObject({
      requiredFor: z.array(responseSchema),
      minimum: text.default(''),
      alsoRequiredFor: text.default(''),
    })
    .optional(),
  override: z
    .looseObject({
      allowedBy: z.array(text),
      maxStepsFromComputed: z.int().min(0),
      reasonRequired: z.boolean(),
      mayExceedLimitingCap: z.boolean(),
    })
    .optional(),
});

export const responseOptionSchema = z.looseObject({
  id: responseSchema,
  label: text,
  score: z.number().nullable(),
  shortcut: text.default(''),
});

export const planFactDefinitionSchema = z.looseObject({
  id,
  type: z.enum(['integer', 'boolean', 'enum']),
  label: text,
  values: z.array(z.string()).optional(),
  derivedFrom: text.optional(),
  note: text.optional(),
});
export type PlanFactDefinition = z.infer<typeof planFactDefinitionSchema>;

const labelled = z.looseObject({ id, label: text });

export const rubricSchema = z.looseObject({
  schemaVersion: z.string().optional(),
  id,
  version: z.string().min(1),
  title: text,
  language: text.default('en-GB'),
  description: text.default(''),
  sections: z.array(labelled).default([]),
  leadAgencies: z.array(labelled).default([]),
  themes: z.array(labelled).default([]),
  pfaAreas: z.array(labelled).default([]),
  responseTypes: z.record(z.string(), z.looseObject({ options: z.array(responseOptionSchema).min(1) })),
  planFacts: z.array(planFactDefinitionSchema).default([]),
  gradeScale: z.array(gradeSchema).min(2).max(6),
  scoring: scoringSchema,
  standards: z.array(standardSchema).min(1),
});
export type Rubric = z.infer<typeof rubricSchema>;

/** What is known of the plan when it is graded; a fact that is absent or null is unknown, and never guessed. */
export const planFactsSchema = z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.null()]));
export type PlanFacts = z.infer<typeof planFactsSchema>;

export const responsesSchema = z.record(z.string(), responseSchema);
export type Responses = z.infer<typeof responsesSchema>;
