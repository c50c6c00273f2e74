import { z } from 'zod';

/**
 * The half-termly partnership QA report as data: every figure with its count, before any rendering. Word, HTML and the
 * preview on screen all show this and compute nothing.
 */

/** n of `of`, as counted; percentages and ranges only where ten or more plans allow them (domain rule on small numbers). */
const shareSchema = z.strictObject({
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

const gradeCountSchema = z.strictObject({ grade: z.string(), label: z.string(), share: shareSchema });

/** Counts of grades over one population (drafts and finals, new and amended are never mixed). */
const distributionSchema = z.strictObject({
  total: z.int().min(0),
  grades: z.array(gradeCountSchema),
  goodOrBetter: shareSchema,
});
export type Distribution = z.infer<typeof distributionSchema>;

const standardRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** For charts and narrow columns; the title where the rubric has no shorter one. */
  shortTitle: z.string(),
  distribution: distributionSchema,
  /** Documents to which it did not apply; with the distribution's total it makes the population's total. */
  notApplicable: z.int().min(0),
});
export type StandardRow = z.infer<typeof standardRowSchema>;

const criterionRowSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  standard: z.string(),
  standardTitle: z.string(),
  met: z.int(),
  partly: z.int(),
  notMet: z.int(),
  applicable: z.int(),
  /** "Met in 9 of 12 plans" or "Not fully met in 7 of 12 plans". */
  words: z.string(),
});
export type CriterionRow = z.infer<typeof criterionRowSchema>;

/** One population: for example final new plans. */
const populationSchema = z.strictObject({
  id: z.string(),
  /** "Final plans, new" */
  label: z.string(),
  /** What is and is not counted here, in a sentence. */
  definition: z.string(),
  /** What is counted, in the plural: "plans", or "plan versions" where a plan is in it more than once. */
  noun: z.string(),
  total: z.int().min(0),
  distribution: distributionSchema,
  standards: z.array(standardRowSchema),
  strengths: z.array(criterionRowSchema),
  /** Said in place of an empty list; empty where there are strengths. */
  strengthsNote: z.string(),
  areasForDevelopment: z.array(criterionRowSchema),
  /** Said in place of an empty list; empty where there are areas. */
  areasNote: z.string(),
  /** Standards that did not apply but that the panel graded to learn from: in no other figure. */
  developmental: z.array(standardRowSchema),
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
    z.strictObject({
      id: z.string(),
      label: z.string(),
      descriptor: z.string(),
      expectedResponse: z.string(),
      isGoodOrBetter: z.boolean(),
    }),
  ),
  /** Every standard of the rubric, in its order. */
  standards: z.array(z.strictObject({ id: z.string(), title: z.string(), shortTitle: z.string() })),
  /** "Good or better", or what the scale calls its upper grades. */
  goodOrBetterLabel: z.string(),
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
    /** Audited by two or more auditors: the lower grade stands until moderation. */
    severalAuditors: z.int(),
    /** Of these, agreed by the panel: the agreed grade is used. */
    moderated: z.int(),
    /** Moderated, and the agreed grade is the chair's, one step from the computed one. */
    overridden: z.int(),
    /** Submitted, but nothing in the standards applied, so that there is no grade to count. */
    withoutGrade: z.int(),
    rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  }),
  populations: z.array(populationSchema),
  method: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
});
export type ReportModel = z.infer<typeof reportModelSchema>;
