import { z } from 'zod';

/**
 * The half-termly partnership QA report as data: every figure with its count, before any rendering. Word, HTML and the
 * preview on screen all show this and compute nothing.
 */

/** n of `of`, as counted; percentages and ranges only where ten or more plans allow them (domain rule on small numbers). */
export const shareSchema = z.strictObject({
  n: z.int().min(0),
  of: z.int().min(0),
  /** Whole per cent (one decimal over 100); null under ten plans. */
  percent: z.number().nullable(),
  /** Wilson 95 %, whole per cent; null under ten plans. */
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /** As it is to be read: "4 of 7 plans", "60 % (12 of 20; likely range 39–78 %)". */
  words: z.string(),
});
export type Share = z.infer<typeof shareSchema>;

export const gradeCountSchema = z.strictObject({ grade: z.string(), label: z.string(), share: shareSchema });

/** Counts of grades over one population (drafts and finals, new and amended are never mixed). */
export const distributionSchema = z.strictObject({
  total: z.int().min(0),
  grades: z.array(gradeCountSchema),
  goodOrBetter: shareSchema,
});
export type Distribution = z.infer<typeof distributionSchema>;

export const standardRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  distribution: distributionSchema,
  /** Documents to which it did not apply. */
  notApplicable: z.int().min(0),
});

export const criterionRowSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  standard: z.string(),
  met: z.int(),
  partly: z.int(),
  notMet: z.int(),
  applicable: z.int(),
  /** "Met in 9 of 12 plans" or "Not fully met in 7 of 12 plans". */
  words: z.string(),
});

/** One population: for example final new plans. */
export const populationSchema = z.strictObject({
  id: z.string(),
  /** "Final plans, new" */
  label: z.string(),
  total: z.int().min(0),
  distribution: distributionSchema,
  standards: z.array(standardRowSchema),
  strengths: z.array(criterionRowSchema),
  areasForDevelopment: z.array(criterionRowSchema),
});
export type Population = z.infer<typeof populationSchema>;

export const reportModelSchema = z.strictObject({
  title: z.string(),
  partnership: z.string(),
  areaCode: z.string(),
  halfTerm: z.strictObject({
    id: z.string(),
    label: z.string(),
    schoolYear: z.string(),
    start: z.string(),
    end: z.string(),
  }),
  round: z.strictObject({ kind: z.string(), kindWords: z.string(), theme: z.string(), panelDate: z.string() }),
  edition: z.literal('internal'),
  marking: z.string(),
  madeAt: z.string(),
  author: z.string(),
  rubric: z.strictObject({ title: z.string(), version: z.string(), digest: z.string() }),
  gradeScale: z.array(
    z.strictObject({ id: z.string(), label: z.string(), descriptor: z.string(), expectedResponse: z.string() }),
  ),
  /** Sentences chosen by rule, never claiming more than the numbers bear. */
  headline: z.array(z.string()),
  sample: z.strictObject({
    plans: z.int(),
    documents: z.int(),
    submitted: z.int(),
    /** In the round but without a submitted audit. */
    notAudited: z.int(),
    /** Audited by one auditor only: not moderated, and said to be. */
    notModerated: z.int(),
    rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  }),
  populations: z.array(populationSchema),
  method: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
});
export type ReportModel = z.infer<typeof reportModelSchema>;
