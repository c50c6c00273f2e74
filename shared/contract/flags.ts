import { z } from 'zod';
import { FLAG_KINDS } from '../domain/flags.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema } from './ids.ts';
import { commandFor, query } from './meta.ts';
import { stageSchema } from './plans.ts';

const who = z.strictObject({ id: idSchema, name: z.string() });

export const flagSchema = z.strictObject({
  id: idSchema,
  roundId: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  documentId: idSchema,
  stage: stageSchema.nullable(),
  kind: z.enum(FLAG_KINDS),
  words: z.string(),
  raisedBy: who,
  raisedAt: isoTimeSchema,
  /** Who acts on it. */
  owner: who,
  acknowledged: z.strictObject({ at: isoTimeSchema, by: who, words: z.string() }).nullable(),
  /** By when a breach would have to be reported; null for what is none. */
  breachDue: isoTimeSchema.nullable(),
  /** Of a breach: that the data protection officer was told. */
  officerTold: z.strictObject({ at: isoTimeSchema, by: who }).nullable(),
  resolved: z.strictObject({ at: isoTimeSchema, by: who, words: z.string() }).nullable(),
  /** The caller may acknowledge and resolve it. */
  canHandle: z.boolean(),
});
export type Flag = z.infer<typeof flagSchema>;

const touches = ['flags', 'trail'] as const;
const flagId = { flagId: idSchema };
const RESOLVED = refusal('This flag is resolved.');
const needed = z.string().trim().min(3, { message: 'Say it in a few words.' }).max(4000);

export const flags = {
  /**
   * The flags that the caller may see, newest first: those they raised or own; the QA lead and the chair all of them. Of
   * a document that somebody is asked to audit themselves they see nobody else's before all have submitted.
   */
  list: query.input(z.strictObject({ isOpen: z.boolean().nullable() })).output(z.array(flagSchema)),
  /** Who may be named as a flag's owner. */
  owners: query.output(z.array(who)),
  /** Raises a flag from one's audit, open or submitted. */
  raise: commandFor(['auditor'], touches)
    .input(z.strictObject({ auditId: idSchema, kind: z.enum(FLAG_KINDS), words: needed, ownerId: idSchema }))
    .output(flagSchema)
    .errors({ NOT_AN_OWNER: refusal('This person cannot own a flag.') }),
  acknowledge: commandFor('member', touches)
    .input(z.strictObject({ ...flagId, words: z.string().trim().max(4000) }))
    .output(flagSchema)
    .errors({ ALREADY_RESOLVED: RESOLVED }),
  /** Puts down that the data protection officer was told of a breach. */
  tellOfficer: commandFor('member', touches)
    .input(z.strictObject(flagId))
    .output(flagSchema)
    .errors({ ALREADY_RESOLVED: RESOLVED, NO_BREACH: refusal('This flag is no breach of personal data.') }),
  resolve: commandFor('member', touches)
    .input(z.strictObject({ ...flagId, words: needed }))
    .output(flagSchema)
    .errors({ ALREADY_RESOLVED: RESOLVED }),
};
