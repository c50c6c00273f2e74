import { z } from 'zod';
import { anchorSchema } from '../domain/document-model.ts';
import { THREAD_PARTS, THREAD_STANDINGS } from '../domain/golden-thread.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema } from './ids.ts';
import { commandFor, MAY_READ_PLANS, queryFor } from './meta.ts';
import { documentSummarySchema, stageSchema } from './plans.ts';

/** The golden thread of a plan, as people draw it. */

const partSchema = z.enum(THREAD_PARTS);
const countSchema = z.int().min(0);

export const threadPassageSchema = z.strictObject({
  /** The same for the same reading of the document. */
  id: z.string(),
  part: partSchema,
  /** Empty where it stands in no section. */
  section: z.string(),
  label: z.string().nullable(),
  text: z.string(),
  /**
   * Taken by the reader for what its part is of; another paragraph of its section; chosen by a person; or chosen by a
   * person and no longer in the document.
   */
  kind: z.enum(['found', 'other', 'chosen', 'lost']),
  /** Counts as an aspiration, need, outcome or provision: the reader took it for one, or somebody linked it. */
  isCounted: z.boolean(),
  /** As the weakest of what it looks for. */
  standing: z.enum(THREAD_STANDINGS),
  /** What it looks for in other parts, and how far it has it. */
  wants: z.array(z.strictObject({ part: partSchema, standing: z.enum(THREAD_STANDINGS) })),
  anchor: anchorSchema,
});
export type ThreadPassage = z.infer<typeof threadPassageSchema>;

const verdictShape = {
  id: idSchema,
  fromId: z.string(),
  toId: z.string(),
  by: z.strictObject({ id: idSchema, name: z.string() }),
  isOwn: z.boolean(),
  at: isoTimeSchema,
};
export const threadLinkSchema = z.strictObject({ ...verdictShape, isConfirmed: z.boolean() });
export type ThreadLink = z.infer<typeof threadLinkSchema>;

export const refusedLinkSchema = z.strictObject(verdictShape);
export type RefusedLink = z.infer<typeof refusedLinkSchema>;

export const suggestedThreadLinkSchema = z.strictObject({
  fromId: z.string(),
  toId: z.string(),
  /** In words, the strongest first. */
  reasons: z.array(z.string()).min(1),
});
export type SuggestedThreadLink = z.infer<typeof suggestedThreadLinkSchema>;

export const threadSchema = z.strictObject({
  document: documentSummarySchema,
  plan: z.strictObject({ id: idSchema, reference: z.string(), initials: z.string() }),
  /** Part by part, in reading order. */
  passages: z.array(threadPassageSchema),
  /** The caller's own, and others' once all who were asked to audit the document have submitted. */
  links: z.array(threadLinkSchema),
  /** What nobody whose work the caller sees has linked or refused. */
  suggestions: z.array(suggestedThreadLinkSchema),
  refused: z.array(refusedLinkSchema),
  counts: z.array(
    z.strictObject({
      part: partSchema,
      all: countSchema,
      linked: countSchema,
      suggested: countSchema,
      nothing: countSchema,
    }),
  ),
  /** Why the caller cannot draw now; null where they can. */
  closed: z.strictObject({ message: z.string(), advice: z.string() }).nullable(),
});
export type Thread = z.infer<typeof threadSchema>;

const planPlace = {
  documentId: idSchema,
  planId: idSchema,
  reference: z.string(),
  initials: z.string(),
  stage: stageSchema.nullable(),
  section: z.string(),
  words: z.string(),
  /** Where the words stand: block and characters. */
  at: z.strictObject({ block: z.string(), start: z.int(), end: z.int() }),
};
export const planPlaceSchema = z.strictObject(planPlace);
export type PlanPlace = z.infer<typeof planPlaceSchema>;

/** What the plans of a round share that each should have for itself. */
export const acrossPlansSchema = z.strictObject({
  /** How many documents of the round were looked through. */
  documents: z.int(),
  /** The passages that stand in several plans, names and pronouns apart; those of most plans first. */
  copied: z.array(
    z.strictObject({
      /** One for each plan of the round. */
      places: z.array(planPlaceSchema).min(1),
      /** Plans outside the round that have it too. */
      elsewhere: z.array(z.strictObject({ planId: idSchema, reference: z.string() })),
    }),
  ),
  /** First names that read as somebody else's than the child's. */
  names: z.array(z.strictObject({ ...planPlace, name: z.string() })),
});
export type AcrossPlans = z.infer<typeof acrossPlansSchema>;

const touches = ['threads', 'trail'] as const;
const ofDocument = { documentId: idSchema };
const end = z.strictObject({ part: partSchema, anchor: anchorSchema });
const ends = { from: end, to: end };
export type ThreadEndInput = z.infer<typeof end>;

const notFiled = { NOT_FILED: refusal('This document is filed under no plan.') };
const drawing = {
  ...notFiled,
  AUDIT_NOT_BEGUN: refusal('You are asked to audit this document, and have not begun.'),
  ALREADY_SUBMITTED: refusal('Your audit of this document is submitted.'),
  NO_SUCH_STEP: refusal('These two are not linked with each other.'),
  QUOTE_NOT_FOUND: refusal('Those words are not at that place in the document.'),
};

export const threads = {
  get: queryFor(MAY_READ_PLANS).input(z.strictObject(ofDocument)).output(threadSchema).errors(notFiled),
  /** Links two passages: drawn by hand, or confirmed where it was suggested. */
  link: commandFor(MAY_READ_PLANS, touches)
    .input(z.strictObject({ ...ofDocument, ...ends, isConfirmed: z.boolean() }))
    .output(threadSchema)
    .errors(drawing),
  /** Keeps that a suggested link is none. */
  refuse: commandFor(MAY_READ_PLANS, touches)
    .input(z.strictObject({ ...ofDocument, ...ends }))
    .output(threadSchema)
    .errors(drawing),
  /** Takes one's own link or refusal back. */
  takeBack: commandFor(MAY_READ_PLANS, touches)
    .input(z.strictObject({ ...ofDocument, linkId: idSchema }))
    .output(threadSchema)
    .errors(drawing),
  /** Copied passages, and names of others, in the documents of a round. */
  across: queryFor(['qa_lead', 'chair', 'auditor'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(acrossPlansSchema),
};
