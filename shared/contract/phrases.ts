import { z } from 'zod';
import { refusal } from './errors.ts';
import { idSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';

/** A wording kept for comments on a criterion. */
export const phraseSchema = z.strictObject({
  id: idSchema,
  criterionId: z.string(),
  words: z.string(),
  /** Offered to everyone on the panel, once all have submitted what it was first typed for. */
  isShared: z.boolean(),
  isMine: z.boolean(),
});
export type Phrase = z.infer<typeof phraseSchema>;

const touches = ['phrases'] as const;
const mine = ['auditor'] as const;

export const phrases = {
  /** My own and the panel's, by criterion in the order in which they were added. */
  list: queryFor(mine).output(z.array(phraseSchema)),
  /** Keeps a comment's words for another time; the same words twice are the same phrase. */
  add: commandFor(mine, touches)
    .input(
      z.strictObject({
        auditId: idSchema,
        criterionId: z.string().min(1).max(100),
        words: z.string().trim().min(3, { message: 'Type the words to keep first.' }).max(2000),
        isShared: z.boolean(),
      }),
    )
    .output(z.array(phraseSchema))
    .errors({ NO_SUCH_CRITERION: refusal('The standards of this audit have no such criterion.') }),
  /** Only one's own. */
  setShared: commandFor(mine, touches)
    .input(z.strictObject({ phraseId: idSchema, isShared: z.boolean() }))
    .output(z.array(phraseSchema)),
  /** Only one's own. */
  remove: commandFor(mine, touches)
    .input(z.strictObject({ phraseId: idSchema }))
    .output(z.array(phraseSchema)),
};
