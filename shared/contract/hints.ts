import { z } from 'zod';
import { hintSchema } from '../domain/hint.ts';
import { idSchema, isoTimeSchema } from './ids.ts';
import { commandFor, query } from './meta.ts';

/** A hint beside an audit; once dismissed it stays out of sight for this plan, with the reason. */
export const shownHintSchema = hintSchema.extend({
  dismissed: z.strictObject({ reason: z.string(), at: isoTimeSchema, personId: idSchema }).nullable(),
});
export type ShownHint = z.infer<typeof shownHintSchema>;

const mayDismiss = ['qa_lead', 'chair', 'auditor', 'designated_officer'] as const;

export const hints = {
  /** What the machine noticed in the document of one's own audit; never an answer. */
  list: query.input(z.strictObject({ auditId: idSchema })).output(z.array(shownHintSchema)),
  dismiss: commandFor(mayDismiss, ['hints', 'trail'])
    .input(
      z.strictObject({ auditId: idSchema, hintId: z.string().max(200), reason: z.string().trim().min(1).max(1000) }),
    )
    .output(z.array(shownHintSchema)),
  /** Takes a dismissal back. */
  restore: commandFor(mayDismiss, ['hints', 'trail'])
    .input(z.strictObject({ auditId: idSchema, hintId: z.string().max(200) }))
    .output(z.array(shownHintSchema)),
};
