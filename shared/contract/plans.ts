import { z } from 'zod';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, lineSchema, nameSchema } from './ids.ts';
import { commandFor, MAY_READ_PLANS, queryFor } from './meta.ts';

export const PLAN_TYPES = ['new', 'reassessment', 'amended', 'reviewed', 'transferred_in'] as const;
/** Extensible: an area may name its own, so rubrics compare it as text. */
export const planTypeSchema = z.enum(PLAN_TYPES);

export const STAGES = ['draft', 'final', 'amended_draft', 'amended_final'] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** What the register holds of a plan and of its current cycle. Empty is null, never a guess. */
export const planFieldsSchema = z.strictObject({
  /** The area's own reference; unique in the workspace. */
  reference: nameSchema,
  initials: z.string().trim().max(10),
  /** Hidden on screen until asked for; never in a partnership report. */
  name: lineSchema.nullable(),
  dateOfBirth: isoDateSchema.nullable(),
  planType: planTypeSchema,
  /** National curriculum year: Nursery 2 = -1, Reception = 0, Years 1–14. */
  ncYear: z.int().min(-2).max(20).nullable(),
  setting: lineSchema.nullable(),
  primaryNeed: lineSchema.nullable(),
  locality: lineSchema.nullable(),
});
export type PlanFields = z.infer<typeof planFieldsSchema>;

export const documentSummarySchema = z.strictObject({
  id: idSchema,
  fileName: z.string(),
  format: z.enum(['pdf', 'docx']),
  bytes: z.int(),
  sha256: z.string(),
  importedAt: isoTimeSchema,
  /** Null while the document waits to be filed under a plan. */
  planId: idSchema.nullable(),
  stage: stageSchema.nullable(),
  issuedOn: isoDateSchema.nullable(),
  /** Null for Word. */
  pages: z.int().nullable(),
  characters: z.int(),
  /** A scan: graded by eye. */
  hasText: z.boolean(),
  sectionsFound: z.array(z.string()),
  sectionsUnsure: z.array(z.string()),
  sectionsConfirmed: z.boolean(),
  warnings: z.int(),
  /** My own audit of it, if I have begun one. */
  myAudit: z
    .strictObject({ id: idSchema, state: z.enum(['open', 'submitted']), answered: z.int(), toAnswer: z.int() })
    .nullable(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export const planSchema = planFieldsSchema.extend({
  id: idSchema,
  cycleId: idSchema,
  createdAt: isoTimeSchema,
  documents: z.array(documentSummarySchema),
});
export type Plan = z.infer<typeof planSchema>;

const referenceErrors = { REFERENCE_TAKEN: refusal('Another plan has this reference.') };

export const plans = {
  list: queryFor(MAY_READ_PLANS).output(z.array(planSchema)),
  get: queryFor(MAY_READ_PLANS)
    .input(z.strictObject({ planId: idSchema }))
    .output(planSchema),
  create: commandFor(['qa_lead', 'auditor'], ['plans', 'trail'])
    .input(planFieldsSchema)
    .output(planSchema)
    .errors(referenceErrors),
  update: commandFor(['qa_lead', 'auditor'], ['plans', 'audits', 'hints', 'reports', 'trail'])
    .input(z.strictObject({ planId: idSchema, fields: planFieldsSchema }))
    .output(planSchema)
    .errors(referenceErrors),
  /** Takes a plan, its documents and its open audits out of the workspace. */
  remove: commandFor(['qa_lead'], ['plans', 'documents', 'audits', 'rounds', 'reports', 'trail'])
    .input(z.strictObject({ planId: idSchema }))
    .output(z.strictObject({ planId: idSchema }))
    .errors({ HAS_SUBMITTED_AUDIT: refusal('This plan has an audit that was submitted.') }),
};
