import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { coverFactsSchema, documentModelSchema, relabelSchema } from '../domain/document-model.ts';
import { documentErrors, refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema } from './ids.ts';
import { commandFor, MAY_READ_PLANS, queryFor } from './meta.ts';
import { documentSummarySchema, planFieldsSchema, planSchema, stageSchema } from './plans.ts';

/** Larger files are refused before they are read. A 128-page plan with pictures is about 20 MB. */
export const LARGEST_FILE_BYTES = 200 * 1024 * 1024;

/** Word takes 255 characters, PDF 127 bytes; anything longer is a mistake. */
export const LONGEST_PASSWORD = 255;

export const importEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('progress'),
    stage: z.enum(['queued', 'reading', 'understanding', 'saving']),
    page: z.int().optional(),
    pages: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal('done'),
    document: documentSummarySchema,
    /** The same bytes were here already: nothing was added. */
    wasHere: z.boolean(),
  }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;

export const openDocumentSchema = z.strictObject({
  document: documentSummarySchema,
  model: documentModelSchema,
  /** How many of the reader's findings a person has corrected; the last can be taken back. */
  relabels: z.int(),
  /** For whoever is served masked text: who checked the masks, and when. */
  masked: z.strictObject({ by: z.string(), at: isoTimeSchema }).nullable(),
});
export type OpenDocument = z.infer<typeof openDocumentSchema>;

/** What filing a document under a plan may start from: read from the document, for a person to confirm. */
export const filingSuggestionSchema = z.strictObject({
  document: documentSummarySchema,
  cover: coverFactsSchema,
  dateOfBirth: isoDateSchema.nullable(),
  issuedOn: isoDateSchema.nullable(),
  /** Plans it may belong to, likeliest first, with why. */
  plans: z.array(z.strictObject({ planId: idSchema, reference: z.string(), initials: z.string(), reason: z.string() })),
  /** What it would be filed as, together with the others that wait. */
  proposed: z.strictObject({
    /** Null where no plan fits, or several fit as well. */
    planId: idSchema.nullable(),
    stage: stageSchema.nullable(),
    /** The waiting document that it seems to be the later version of. */
    versionOf: idSchema.nullable(),
    /** What to look at before filing it. */
    remarks: z.array(z.string()),
  }),
});
export type FilingSuggestion = z.infer<typeof filingSuggestionSchema>;

/** Where and as what a document is filed. */
const filingSchema = z.strictObject({
  documentId: idSchema,
  stage: stageSchema,
  issuedOn: isoDateSchema.nullable(),
  plan: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), planId: idSchema }),
    z.strictObject({ kind: z.literal('new'), fields: planFieldsSchema }),
  ]),
});
export type Filing = z.input<typeof filingSchema>;

/** More than are dropped at once. */
const MOST_FILINGS = 500;

const changes = ['documents', 'comparisons', 'hints', 'plans', 'audits', 'rounds', 'trail'] as const;
const mayLoad = ['qa_lead', 'auditor', 'designated_officer'] as const;

export const documents = {
  /**
   * Reads one file in the worker and keeps it in the workspace, waiting to be filed. Cancel by closing the stream. A
   * file with a password is refused with PASSWORD_NEEDED, or WRONG_PASSWORD, until the right one comes with it.
   */
  import: commandFor(mayLoad, changes)
    .input(
      z.strictObject({
        file: z.file(),
        password: z.string().min(1).max(LONGEST_PASSWORD).optional(),
      }),
    )
    .output(eventIterator(importEventSchema))
    .errors(documentErrors),
  /** Documents that wait to be filed under a plan. */
  tray: queryFor(MAY_READ_PLANS).output(z.array(filingSuggestionSchema)),
  /** Files a document under a plan that is there, or under a new one. */
  file: commandFor(mayLoad, changes)
    .input(filingSchema)
    .output(planSchema)
    .errors({
      REFERENCE_TAKEN: refusal('Another plan has this reference.'),
      HAS_SUBMITTED_AUDIT: refusal('This document has an audit that was submitted.'),
      OTHERS_AUDIT: refusal('Somebody else has begun to audit this document.'),
      CONFLICT_OF_INTEREST: refusal('Somebody who is asked to audit this document had a hand in that plan.'),
    }),
  /** Files several documents as one: all of them, or none. New plans of one reference are one plan. */
  fileAll: commandFor(mayLoad, changes)
    .input(z.strictObject({ filings: z.array(filingSchema).min(1).max(MOST_FILINGS) }))
    .output(z.strictObject({ filed: z.int(), plans: z.int() }))
    .errors({
      REFERENCE_TAKEN: refusal('Another plan has this reference.'),
      HAS_SUBMITTED_AUDIT: refusal('One of these documents has an audit that was submitted.'),
      OTHERS_AUDIT: refusal('Somebody else has begun to audit one of these documents.'),
      CONFLICT_OF_INTEREST: refusal('Somebody who is asked to audit one of these documents had a hand in its plan.'),
    }),
  get: queryFor(MAY_READ_PLANS)
    .input(z.strictObject({ documentId: idSchema }))
    .output(openDocumentSchema),
  /** A person says which section these blocks are. */
  relabel: commandFor(mayLoad, ['documents', 'comparisons', 'hints', 'plans', 'trail'])
    .input(z.strictObject({ documentId: idSchema, relabel: relabelSchema }))
    .output(openDocumentSchema)
    .errors({ NO_SUCH_SECTION: refusal('The quality standards know no such section.') }),
  /** Takes the last re-labelling back. */
  undoRelabel: commandFor(mayLoad, ['documents', 'comparisons', 'hints', 'plans', 'trail'])
    .input(z.strictObject({ documentId: idSchema }))
    .output(openDocumentSchema),
  /** A person has looked at the sections and agrees. */
  confirmSections: commandFor(mayLoad, ['documents', 'comparisons', 'hints', 'plans', 'trail'])
    .input(z.strictObject({ documentId: idSchema }))
    .output(openDocumentSchema),
  remove: commandFor(mayLoad, [...changes, 'insight', 'reports'])
    .input(z.strictObject({ documentId: idSchema }))
    .output(z.strictObject({ documentId: idSchema }))
    .errors({
      HAS_SUBMITTED_AUDIT: refusal('This document has an audit that was submitted.'),
      OTHERS_AUDIT: refusal('Somebody else has begun to audit this document.'),
    }),
};

/** Comes with an encrypted document's bytes: what opens them, percent-encoded. */
export const DOCUMENT_PASSWORD_HEADER = 'x-document-password';

/** Where a document's own bytes are served, beside the contract (bytes go by URL). */
export function documentFilePath(documentId: string): string {
  return `/documents/${documentId}/file`;
}
