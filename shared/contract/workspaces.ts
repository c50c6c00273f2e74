import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, lineSchema, nameSchema, personNameSchema } from './ids.ts';
import { commandFor, queryFor, WORKSPACE_TOPICS } from './meta.ts';
import { agencySchema, personSchema, pinResetSchema } from './person.ts';

/** A workspace file that this machine knows of. The renderer names it by id, never by path. */
export const workspaceFileSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  fileName: z.string(),
  /** Folder as shown to the person. */
  folder: z.string(),
  modifiedAt: isoTimeSchema,
  bytes: z.int().min(0),
  isSample: z.boolean(),
});
export type WorkspaceFile = z.infer<typeof workspaceFileSchema>;

export const currentWorkspaceSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({ status: z.literal('locked'), file: workspaceFileSchema, reason: z.enum(['by_hand', 'idle']) }),
  /** Unlocked, and nobody has signed in yet. */
  z.strictObject({
    status: z.literal('signed_out'),
    file: workspaceFileSchema,
    partnership: z.strictObject({ id: idSchema, name: z.string(), areaCode: z.string() }),
  }),
  z.strictObject({
    status: z.literal('open'),
    file: workspaceFileSchema,
    partnership: z.strictObject({ id: idSchema, name: z.string(), areaCode: z.string() }),
    person: personSchema,
    /** Told in the first sitting after it. */
    pinReset: pinResetSchema.nullable(),
    idleMinutes: z.int(),
  }),
]);
export type CurrentWorkspace = z.infer<typeof currentWorkspaceSchema>;

export const passphraseSchema = z.string().min(1).max(1024);

export const passphraseRatingSchema = z.strictObject({
  /** 0 very weak … 4 very strong. */
  score: z.int().min(0).max(4),
  words: z.enum(['very weak', 'weak', 'fair', 'strong', 'very strong']),
  /** Strong enough to protect children's records; weaker ones are refused. */
  isEnough: z.boolean(),
  advice: z.array(z.string()),
});
export type PassphraseRating = z.infer<typeof passphraseRatingSchema>;

export const roundKindSchema = z.enum(['random', 'thematic', 'risk_based']);

export const halfTermInputSchema = z
  .strictObject({
    /** School year as '2026-27'. */
    schoolYear: z.string().regex(/^\d{4}-\d{2}$/),
    /** 1 (Autumn 1) to 6 (Summer 2). */
    number: z.int().min(1).max(6),
    label: nameSchema,
    start: isoDateSchema,
    end: isoDateSchema,
  })
  .refine((halfTerm) => halfTerm.start < halfTerm.end, {
    message: 'The half-term ends before it starts.',
    path: ['end'],
  });

export const createWorkspaceInputSchema = z.strictObject({
  partnershipName: nameSchema,
  areaCode: lineSchema.default(''),
  person: z.strictObject({ name: personNameSchema, agency: agencySchema }),
  halfTerm: halfTermInputSchema,
  round: z.strictObject({ kind: roundKindSchema, theme: lineSchema.default(''), panelDate: isoDateSchema }),
  passphrase: passphraseSchema,
});
export type CreateWorkspaceInput = z.infer<typeof createWorkspaceInputSchema>;

const passphraseErrors = {
  WRONG_PASSPHRASE: refusal('That is not the passphrase of this workspace.'),
};
const openErrors = {
  ...passphraseErrors,
  WORKSPACE_IN_USE: refusal('This workspace is already open in another window.'),
  WORKSPACE_NEWER: refusal('This workspace was made by a later version of Goldthread.'),
};

export const progressSchema = z.strictObject({ done: z.int().min(0), of: z.int().min(1), message: z.string() });
export type Progress = z.infer<typeof progressSchema>;

export const verificationSchema = z.strictObject({
  isSound: z.boolean(),
  checks: z.array(z.strictObject({ id: z.string(), label: z.string(), isSound: z.boolean(), detail: z.string() })),
});
export type Verification = z.infer<typeof verificationSchema>;

export const workspaces = {
  list: queryFor('anyone').output(z.array(workspaceFileSchema)),
  current: queryFor('anyone').output(currentWorkspaceSchema),
  ratePassphrase: queryFor('anyone')
    .input(z.strictObject({ passphrase: z.string().max(1024), names: z.array(z.string().max(300)).max(20) }))
    .output(passphraseRatingSchema),
  create: commandFor('anyone', WORKSPACE_TOPICS)
    .input(createWorkspaceInputSchema)
    .output(currentWorkspaceSchema)
    .errors({
      WEAK_PASSPHRASE: refusal('That passphrase is too easy to guess.'),
      WORKSPACE_EXISTS: refusal('There is a workspace of that name already.'),
    }),
  unlock: commandFor('anyone', WORKSPACE_TOPICS)
    .input(z.strictObject({ workspaceId: workspaceFileSchema.shape.id, passphrase: passphraseSchema }))
    .output(currentWorkspaceSchema)
    .errors(openErrors),
  /** Desktop only: a native dialog asks for a workspace file; null when the person changes their mind. */
  choose: commandFor('anyone', ['workspaces'])
    .output(workspaceFileSchema.nullable())
    .errors({ NOT_A_WORKSPACE: refusal('That file is not a Goldthread workspace.') }),
  lock: commandFor('unlocked', WORKSPACE_TOPICS).output(currentWorkspaceSchema),
  /** Leaves the workspace altogether and goes back to the list. */
  leave: commandFor('anyone', WORKSPACE_TOPICS).output(currentWorkspaceSchema),
  /** The person is still at the machine: puts the idle lock off. */
  stillHere: commandFor('unlocked', []).output(z.strictObject({ locksAt: isoTimeSchema.nullable() })),
  setIdleMinutes: commandFor('member', ['workspaces', 'trail'])
    .input(z.strictObject({ minutes: z.int().min(1).max(240) }))
    .output(currentWorkspaceSchema),
  changePassphrase: commandFor(['qa_lead'], ['trail'])
    .input(z.strictObject({ current: passphraseSchema, next: passphraseSchema }))
    .output(z.strictObject({ changedAt: isoTimeSchema }))
    .errors({ ...passphraseErrors, WEAK_PASSPHRASE: refusal('That passphrase is too easy to guess.') }),
  /** Makes the fictional sample partnership, or finds the one that is there, and says its key and everybody's PIN. */
  makeSample: commandFor('anyone', ['workspaces']).output(
    eventIterator(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('progress'), progress: progressSchema }),
        z.strictObject({
          kind: z.literal('ready'),
          file: workspaceFileSchema,
          passphrase: z.string(),
          /** Its QA lead, in whose name it is looked at first. */
          person: z.string(),
          /** Everybody's. */
          pin: z.string(),
        }),
      ]),
    ),
  ),
  verify: queryFor('unlocked').output(verificationSchema),
};
