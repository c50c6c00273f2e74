import { z } from 'zod';
import { CYCLE_DATES, LAWFUL_EXCEPTIONS } from '../../../shared/domain/timeline/cycle-dates.ts';
import { ROOT_CAUSES } from '../../../shared/domain/grading/root-causes.ts';
import { planFieldsSchema, stageSchema } from '../../../shared/contract/plans.ts';
import { planFactsSchema, responseSchema } from '../../../shared/domain/rubric/rubric.ts';

/** What the sample partnership is made from: `plans/sample.json`, beside the plans themselves. */

const sampleFindingSchema = z.strictObject({
  criterion: z.string(),
  response: responseSchema,
  comment: z.string(),
  /** Words of the plan, to be anchored where it has them. */
  quotes: z.array(z.string().min(1)),
  absentIn: z.array(z.string()),
  /** Why it falls short; null where it does not. */
  rootCause: z.enum(ROOT_CAUSES).nullable(),
});

const sampleAuditSchema = z.strictObject({
  /** Facts that the register and the document don't give. */
  facts: planFactsSchema,
  isSubmitted: z.boolean(),
  /** Standards that the auditor has answered; their criteria without a finding are met. */
  standards: z.array(z.string()),
  findings: z.array(sampleFindingSchema),
});
export type SampleAudit = z.infer<typeof sampleAuditSchema>;

const sampleDocumentSchema = z.strictObject({
  file: z.string().regex(/^[\w][\w .-]*\.(docx|pdf)$/),
  sha256: z.string(),
  stage: stageSchema,
  issuedOn: z.iso.date().nullable(),
  /** How good the plan was written to be; its grade is what the answers make it. */
  quality: z.enum(['outstanding', 'good', 'requires_improvement', 'inadequate']),
  /** What the first and the second auditor make of it; none: nobody has begun to grade it. */
  audits: z.array(sampleAuditSchema),
});
export type SampleDocument = z.infer<typeof sampleDocumentSchema>;

export const samplePlanSchema = planFieldsSchema.extend({
  /** The half-term of the sample, from 1, whose import brings the plan into the register. */
  joins: z.int().min(1),
  writer: z.string().nullable(),
  signedOffBy: z.string().nullable(),
  dates: z.partialRecord(z.enum(CYCLE_DATES), z.iso.date()),
  exceptions: z.array(z.enum(LAWFUL_EXCEPTIONS)),
  documents: z.array(sampleDocumentSchema),
});
export type SamplePlanData = z.infer<typeof samplePlanSchema>;

export const sampleManifestSchema = z.strictObject({ plans: z.array(samplePlanSchema) });
export type SampleManifest = z.input<typeof sampleManifestSchema>;
