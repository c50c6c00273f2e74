import { z } from 'zod';

/**
 * The one form that a plan takes after reading, whether it came as PDF or as Word.
 *
 * Blocks stand in reading order and keep where they came from, so that a quote can be anchored to them and found
 * again. What the document *means* (sections, outcomes, provisions, advice, dates) points back at blocks by id.
 */

/** PDF user space, in points, origin at the lower left of the unrotated page: [left, bottom, right, top]. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/** A stretch of a block's text with one look; in a PDF, also one place on one page. */
export const textRunSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  page: z.int().min(1).optional(),
  box: boxSchema.optional(),
});
export type TextRun = z.infer<typeof textRunSchema>;

/** Where a block stands in a table. Rows and columns count from 0; `tag` is a control's own name where a form gave one. */
export const cellPositionSchema = z.strictObject({
  table: z.string(),
  row: z.int().min(0),
  column: z.int().min(0),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  isHeader: z.boolean(),
  /** For a table inside another table's cell: that cell. */
  within: z.strictObject({ table: z.string(), row: z.int().min(0), column: z.int().min(0) }).optional(),
});
export type CellPosition = z.infer<typeof cellPositionSchema>;

/** Text that is on the page but not part of what the plan says. */
export const furnitureSchema = z.enum(['header', 'footer', 'contents', 'footnote', 'comment', 'guidance', 'watermark']);

/** A tracked change in Word: the block reads as accepted; what was taken out stays known for the comparison. */
export const revisionSchema = z.strictObject({
  kind: z.enum(['inserted', 'deleted']),
  /** For an insertion, its range in the block's text; for a deletion, where the text stood (start = end). */
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  author: z.string().nullable(),
  date: z.string().nullable(),
});

export const blockSchema = z.strictObject({
  /** Unique within the document and stable for the same bytes read by the same reader version. */
  id: z.string(),
  kind: z.enum(['heading', 'paragraph', 'list_item']),
  text: z.string(),
  /** Heading level 1–9, or list depth from 1. */
  level: z.int().min(1).max(9).optional(),
  /** Number or bullet as the page shows it ("1.1", "•", "☒"); not part of `text`. */
  marker: z.string().optional(),
  /** First page the block stands on, from 1; null for Word, which has no pages until it is printed. */
  page: z.int().min(1).nullable(),
  box: boxSchema.optional(),
  /** Font size in points of most of its letters. */
  fontSize: z.number().optional(),
  runs: z.array(textRunSchema),
  cell: cellPositionSchema.optional(),
  furniture: furnitureSchema.optional(),
  revisions: z.array(revisionSchema).optional(),
});
export type Block = z.infer<typeof blockSchema>;

/** A range of characters of one block's text, end exclusive. */
export const spanSchema = z.strictObject({ block: z.string(), start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof spanSchema>;

/** 0 to 1: how sure the reader is. Below `UNSURE_BELOW` a person is asked to look. */
export const confidenceSchema = z.number().min(0).max(1);
export const UNSURE_BELOW = 0.7;

export const foundSectionSchema = z.strictObject({
  /** One of the rubric's section ids (cover, A … K, H1, H2). */
  id: z.string(),
  /** The heading as the plan words it; empty where the section was found without one. */
  title: z.string(),
  /** The content, in reading order; a set, since some templates interleave sections. */
  blocks: z.array(z.string()),
  /** The headings, labels and table heads that name the section; not content. */
  headings: z.array(z.string()),
  confidence: confidenceSchema,
  /** One sentence for the person: why the reader thinks so. */
  reason: z.string(),
  /** True once a person has said so; the reader never overrules it. */
  isConfirmed: z.boolean(),
});
export type FoundSection = z.infer<typeof foundSectionSchema>;

export const outcomeSchema = z.strictObject({
  id: z.string(),
  /** As printed, without its number. */
  text: z.string(),
  label: z.string().nullable(),
  spans: z.array(spanSchema),
  /** Steps or short-term targets listed under it. */
  steps: z.array(z.strictObject({ text: z.string(), spans: z.array(spanSchema) })),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const provisionSchema = z.strictObject({
  id: z.string(),
  /** F, G, H1 or H2. */
  section: z.string(),
  text: z.string(),
  who: z.string().nullable(),
  howOften: z.string().nullable(),
  howLong: z.string().nullable(),
  review: z.string().nullable(),
  /** The outcome it serves, where the plan says so. */
  outcomeId: z.string().nullable(),
  spans: z.array(spanSchema),
});
export type Provision = z.infer<typeof provisionSchema>;

export const adviceItemSchema = z.strictObject({
  role: z.string().nullable(),
  agency: z.string().nullable(),
  author: z.string().nullable(),
  /** ISO date, or null where the plan gives none. */
  date: z.iso.date().nullable(),
  spans: z.array(spanSchema),
});
export type AdviceItem = z.infer<typeof adviceItemSchema>;

export const KEY_DATES = [
  'dateOfBirth',
  'requestReceived',
  'assessmentAgreed',
  'firstIssued',
  'reviewMeeting',
  'draftIssued',
  'finalIssued',
  'reviewBy',
] as const;
export const keyDateIdSchema = z.enum(KEY_DATES);
export type KeyDateId = z.infer<typeof keyDateIdSchema>;

export const keyDateSchema = z.strictObject({ iso: z.iso.date(), printed: z.string(), span: spanSchema.nullable() });

/** What the front page says of the person and the document, as printed; a person confirms it before it is used. */
export const coverFactsSchema = z.strictObject({
  name: z.string().nullable(),
  authority: z.string().nullable(),
  reference: z.string().nullable(),
  setting: z.string().nullable(),
  /** National curriculum year: Nursery 2 = -1, Reception = 0, Years 1–14. */
  ncYear: z.int().min(-2).max(20).nullable(),
  stage: z.enum(['draft', 'final', 'amended_draft', 'amended_final']).nullable(),
});
export type CoverFacts = z.infer<typeof coverFactsSchema>;

export const documentWarningSchema = z.strictObject({
  /** Capitals and underscores. */
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
  message: z.string(),
  page: z.int().min(1).optional(),
});
export type DocumentWarning = z.infer<typeof documentWarningSchema>;

export const pageSchema = z.strictObject({
  number: z.int().min(1),
  /** In points, as shown (after rotation). */
  width: z.number(),
  height: z.number(),
  rotation: z.int(),
  hasText: z.boolean(),
});

/** What a reader (read-pdf, read-docx) gives: the document's text and look, nothing yet of its meaning. */
export const readDocumentSchema = z.strictObject({
  format: z.enum(['pdf', 'docx']),
  /** Raised whenever a reader gives other blocks for the same bytes, so that stored models can be read anew. */
  readerVersion: z.int(),
  /** Empty for Word. */
  pages: z.array(pageSchema),
  blocks: z.array(blockSchema),
  warnings: z.array(documentWarningSchema),
});
export type ReadDocument = z.infer<typeof readDocumentSchema>;

export const documentModelSchema = readDocumentSchema.extend({
  /** Letters of all text shown, furniture included. */
  characters: z.int().min(0),
  sections: z.array(foundSectionSchema),
  outcomes: z.array(outcomeSchema),
  provisions: z.array(provisionSchema),
  advice: z.array(adviceItemSchema),
  keyDates: z.partialRecord(keyDateIdSchema, keyDateSchema),
  cover: coverFactsSchema,
});
export type DocumentModel = z.infer<typeof documentModelSchema>;

/** A person's correction: these blocks are this section (null: no section). Later corrections win over earlier ones. */
export const relabelSchema = z.strictObject({ blocks: z.array(z.string()).min(1), section: z.string().nullable() });
export type Relabel = z.infer<typeof relabelSchema>;

/**
 * A place in a document that survives reading it again: by block and character where the reader is unchanged, and by
 * the quoted words with a few words before and after where it is not. On a scan: page, rectangle and typed words.
 */
export const textAnchorSchema = z.strictObject({
  kind: z.literal('text'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  spans: z.array(spanSchema).min(1),
  quote: z.string().min(1),
  before: z.string(),
  after: z.string(),
});
export const regionAnchorSchema = z.strictObject({
  kind: z.literal('region'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  page: z.int().min(1),
  box: boxSchema,
  quote: z.string().min(1),
});
export const anchorSchema = z.discriminatedUnion('kind', [textAnchorSchema, regionAnchorSchema]);
export type Anchor = z.infer<typeof anchorSchema>;
