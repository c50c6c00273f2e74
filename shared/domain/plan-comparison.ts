import { z } from 'zod';
import { spanSchema } from './document-model.ts';

/** How two versions of a plan differ, as a reader would tell it: what was added, removed and changed; moved is not changed. */

/** What a passage is to a reader of plans, for the summary and for labels. */
export const passageKindSchema = z.enum(['outcome', 'provision', 'advice', 'passage']);
export type PassageKind = z.infer<typeof passageKindSchema>;

/** A stretch of text for display: `same` stands in both versions, in the words of the later one. */
export const wordChangeSchema = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type WordChange = z.infer<typeof wordChangeSchema>;

export const planDifferenceSchema = z.strictObject({
  /** Id of the section: the later version's, or the earlier one's for what was removed. */
  section: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  what: passageKindSchema,
  /** As printed, cells parted by " | "; null for what was added. */
  before: z.string().nullable(),
  /** Null for what was removed. */
  after: z.string().nullable(),
  beforeSpans: z.array(spanSchema),
  afterSpans: z.array(spanSchema),
  /** What changed, word by word; joined in order, `same` and `added` give `after`. */
  words: z.array(wordChangeSchema),
  /** The statement that a changed detail belongs to, where the detail alone is shown. */
  of: z.string().nullable(),
  /** Who tracked the change in Word, and when, where the later version says so. */
  tracked: z.strictObject({ author: z.string().nullable(), date: z.string().nullable() }).nullable(),
});
export type PlanDifference = z.infer<typeof planDifferenceSchema>;

/** The same words in another place. */
export const movedPassageSchema = z.strictObject({
  fromSection: z.string(),
  toSection: z.string(),
  text: z.string(),
  beforeSpans: z.array(spanSchema),
  afterSpans: z.array(spanSchema),
});
export type MovedPassage = z.infer<typeof movedPassageSchema>;

export const planComparisonSchema = z.strictObject({
  /** In the later version's order; what was removed stands where it stood. */
  differences: z.array(planDifferenceSchema),
  moved: z.array(movedPassageSchema),
  /** One sentence on the whole plan. */
  summary: z.string(),
});
export type PlanComparison = z.infer<typeof planComparisonSchema>;
