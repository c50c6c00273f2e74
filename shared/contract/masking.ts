import { z } from 'zod';
import { documentModelSchema } from '../domain/document-model.ts';
import { maskedIdentitySchema, maskEditSchema, type MaskKind, maskSchema } from '../domain/masking/masking.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema, sha256Schema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';
import { documentSummarySchema, stageSchema } from './plans.ts';

/**
 * What a parent carer representative does not read: proposed by rules, checked by a person, ticked by them, and only
 * then opened.
 */

export const maskStateSchema = z.enum(['unchecked', 'checked', 'changed', 'no_text']);
export type MaskState = z.infer<typeof maskStateSchema>;

export const maskingSchema = z.strictObject({
  document: documentSummarySchema,
  plan: z.strictObject({ id: idSchema, reference: z.string() }),
  model: documentModelSchema,
  masks: z.array(maskSchema),
  identities: z.array(maskedIdentitySchema),
  /** SHA-256 of the text with its masks: what a tick stands for. */
  digest: sha256Schema,
  state: maskStateSchema,
  /** The last tick, whether it still holds or not. */
  check: z.strictObject({ by: z.string(), at: isoTimeSchema }).nullable(),
  /** The last change to what the rules propose, for it can be taken back. */
  lastEdit: z.strictObject({ kind: z.enum(['mask', 'show', 'show_here']), words: z.string() }).nullable(),
});
export type Masking = z.infer<typeof maskingSchema>;

export const toCheckSchema = z.strictObject({
  documentId: idSchema,
  planId: idSchema,
  planReference: z.string(),
  stage: stageSchema.nullable(),
  /** Representatives who are asked to audit it. */
  auditors: z.array(z.string()),
  state: maskStateSchema,
  check: z.strictObject({ by: z.string(), at: isoTimeSchema }).nullable(),
});
export type MaskingToCheck = z.infer<typeof toCheckSchema>;

const lead = ['qa_lead'] as const;
const touches = ['masking', 'documents', 'audits', 'hints', 'comparisons', 'trail'] as const;
const ofDocument = { documentId: idSchema };
const errors = { NOT_FILED: refusal('This document is not filed under a plan yet.') };

const [asMask, asShown, shownHere] = maskEditSchema.options;

export const masking = {
  /** The document with every mask that is proposed, and why. */
  get: queryFor(lead).input(z.strictObject(ofDocument)).output(maskingSchema).errors(errors),
  /** Documents of a round that representatives are asked to audit, with how far each is checked. */
  list: queryFor(lead)
    .input(z.strictObject({ roundId: idSchema }))
    .output(z.array(toCheckSchema)),
  /** Masks words everywhere, or says that words, everywhere or at one place, are no name. */
  edit: commandFor(lead, touches)
    .input(
      z.strictObject({
        ...ofDocument,
        edit: z.discriminatedUnion('kind', [asMask, asShown, shownHere.omit({ documentId: true })]),
      }),
    )
    .output(maskingSchema)
    .errors({ ...errors, NOTHING_THERE: refusal('Those words are not in this document.') }),
  /** Takes the last change back. */
  undo: commandFor(lead, touches).input(z.strictObject(ofDocument)).output(maskingSchema).errors(errors),
  /** "I have read it; it may be opened by the parent carer forum." */
  confirm: commandFor(lead, touches)
    .input(z.strictObject({ ...ofDocument, digest: sha256Schema }))
    .output(maskingSchema)
    .errors({
      ...errors,
      MASKS_CHANGED: refusal('What is masked has changed since this was read.'),
      NO_TEXT: refusal('This document has no text that could be masked.'),
    }),
  /** Takes a tick back: nobody of the forum opens the document until it is ticked again. */
  withdraw: commandFor(lead, touches).input(z.strictObject(ofDocument)).output(maskingSchema).errors(errors),
};

/** What a person may choose for words that they mask. */
export const CHOSEN_KINDS = [
  'child',
  'family_name',
  'parent',
  'sibling',
  'relative',
  'professional',
  'person',
  'school',
  'place',
  'address',
  'number',
] as const satisfies readonly MaskKind[];
