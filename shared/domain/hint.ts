import { z } from 'zod';
import { spanSchema } from './document-model.ts';

/**
 * A machine-made hint: the words that prompted it, their place, and the rule. It never answers a criterion; a person
 * accepts, dismisses or ignores it.
 */
export const hintSchema = z.strictObject({
  /** Made of the rule, the section and the words, so that a dismissal holds when the same bytes are read again. */
  id: z.string(),
  /** One of the rubric's `assists`; it ties the hint to criteria. */
  assist: z.string(),
  /** The small rule behind it, stable. */
  rule: z.string(),
  section: z.string().nullable(),
  /** The plan's own words; empty where the hint is about something that was not seen. */
  quote: z.string(),
  /** One or two sentences for the person: "Seen: …. Rule: …". */
  message: z.string(),
  /** Where the rule comes from: law, guidance, case. */
  source: z.string(),
  spans: z.array(spanSchema),
  /** Ids of the criteria that the hint stands beside. */
  criteria: z.array(z.string()),
});
export type Hint = z.infer<typeof hintSchema>;
