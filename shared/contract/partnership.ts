import { z } from 'zod';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, lineSchema, nameSchema } from './ids.ts';
import { commandFor, query } from './meta.ts';
import { halfTermInputSchema } from './workspaces.ts';

export const halfTermSchema = z.strictObject({
  /** '2026-27/1' */
  id: z.string().regex(/^\d{4}-\d{2}\/[1-6]$/),
  schoolYear: z.string(),
  number: z.int().min(1).max(6),
  label: z.string(),
  start: isoDateSchema,
  end: isoDateSchema,
});
export type HalfTerm = z.infer<typeof halfTermSchema>;

export const partnershipSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  areaCode: z.string(),
  halfTerms: z.array(halfTermSchema),
});
export type Partnership = z.infer<typeof partnershipSchema>;

export const partnership = {
  get: query.output(partnershipSchema),
  rename: commandFor(['qa_lead'], ['partnership', 'workspaces', 'trail'])
    .input(z.strictObject({ name: nameSchema, areaCode: lineSchema }))
    .output(partnershipSchema),
  /** The council's own dates of a school year; rounds move to the half-term that then holds their panel date. */
  setHalfTerms: commandFor(['qa_lead'], ['partnership', 'rounds', 'insight', 'reports', 'trail'])
    .input(z.strictObject({ halfTerms: z.array(halfTermInputSchema).min(1).max(6) }))
    .output(partnershipSchema)
    .errors({ BAD_CALENDAR: refusal('These half-terms cannot stand side by side.') }),
};
