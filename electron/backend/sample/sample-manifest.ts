import { z } from 'zod';
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
  /** Null: nobody has begun to grade it. */
  audit: sampleAuditSchema.nullable(),
});
export type SampleDocument = z.infer<typeof sampleDocumentSchema>;

export const sampleManifestSchema = z.strictObject({
  plans: z.array(planFieldsSchema.extend({ documents: z.array(sampleDocumentSchema) })),
});
export type SampleManifest = z.input<typeof sampleManifestSchema>;
