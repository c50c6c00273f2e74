import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, nameSchema } from './ids.ts';
import { commandFor, query } from './meta.ts';
import { roundKindSchema } from './workspaces.ts';

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
};

export const roundSchema = z.strictObject({
  id: idSchema,
  halfTerm: halfTermSchema,
  kind: roundKindSchema,
  theme: z.string(),
  panelDate: isoDateSchema,
  state: z.enum(['open', 'closed']),
  /** What the round holds so far; drafts and finals each count as a document. */
  documents: z.int(),
  auditsOpen: z.int(),
  auditsSubmitted: z.int(),
});
export type Round = z.infer<typeof roundSchema>;

export const rounds = {
  list: query.output(z.array(roundSchema)),
  /** The round whose half-term holds today, else the latest one. */
  current: query.output(roundSchema),
  update: commandFor(['qa_lead'], ['rounds', 'reports', 'audits', 'trail'])
    .input(z.strictObject({ roundId: idSchema, kind: roundKindSchema, theme: lineSchema, panelDate: isoDateSchema }))
    .output(roundSchema),
};
