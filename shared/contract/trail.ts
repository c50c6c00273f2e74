import { z } from 'zod';
import { idSchema, isoTimeSchema, sha256Schema } from './ids.ts';
import { queryFor } from './meta.ts';

/** One entry of the append-only trail; it holds ids, codes and digests, never a plan's text or a name. */
export const trailEntrySchema = z.strictObject({
  /** Its place among the entries that the caller may see. */
  sequence: z.int().min(1),
  at: isoTimeSchema,
  personId: idSchema.nullable(),
  /** What was done, as noun.verb. */
  action: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Null where it would give away an auditor's answer that may not be seen yet. */
  hash: sha256Schema.nullable(),
});
export type TrailEntry = z.infer<typeof trailEntrySchema>;

export const trail = {
  /** Newest first; others' work on a document appears once all who are asked have submitted. */
  list: queryFor(['qa_lead', 'chair'])
    .input(z.strictObject({ before: z.int().min(1).nullable(), limit: z.int().min(1).max(500) }))
    .output(z.strictObject({ entries: z.array(trailEntrySchema), total: z.int() })),
};
