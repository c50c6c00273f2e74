import { z } from 'zod';
import { assignErrors } from './assignments.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema, lineSchema, nameSchema, personNameSchema } from './ids.ts';
import { commandFor, query, queryFor, ROLES, WORKSPACE_TOPICS } from './meta.ts';
import { agencySchema, personSchema } from './person.ts';
import { currentWorkspaceSchema, passphraseSchema } from './workspaces.ts';

/** A person as shown to whoever stands before the open workspace. */
export const personAtDoorSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  agency: agencySchema,
  /** Without one yet, the person chooses a PIN on coming in for the first time. */
  hasPin: z.boolean(),
  /** A first PIN of someone who sets up or settles is chosen with the passphrase: nobody else is to come in as them. */
  needsPassphrase: z.boolean(),
  /** After too many wrong PINs: when the next try is taken. */
  waitUntil: isoTimeSchema.nullable(),
});
export type PersonAtDoor = z.infer<typeof personAtDoorSchema>;

export const personFieldsSchema = z.strictObject({
  name: personNameSchema,
  agency: agencySchema,
  team: lineSchema,
  roles: z.array(z.enum(ROLES)).min(1, { message: 'Give at least one role.' }),
  /** False for a caseworker who never comes to this machine: replies are then entered for them. */
  signsIn: z.boolean(),
});
export type PersonFields = z.infer<typeof personFieldsSchema>;

const pinSchema = z.string().max(50);
const personId = { personId: idSchema };

const pinErrors = {
  WRONG_PIN: refusal('That is not the PIN of this person.'),
  PIN_WAIT: refusal('There were too many wrong PINs.'),
  PIN_UNSUITABLE: refusal('That PIN will not do.'),
  NOT_FOUND: refusal('That person is not in this workspace.'),
};
const fieldErrors = {
  NAME_TAKEN: refusal('There is a person of this name already.'),
  LAST_QA_LEAD: refusal('A workspace needs a QA lead.'),
};
const openAudits = { HAS_OPEN_AUDITS: refusal('This person is asked for audits that are not submitted.') };

export const people = {
  list: query.output(z.array(personSchema)),
  /** Who may sign in, by name. */
  atDoor: queryFor('unlocked').output(z.array(personAtDoorSchema)),
  /** Signs a person in, in place of whoever was. */
  signIn: commandFor('unlocked', WORKSPACE_TOPICS)
    .input(z.strictObject({ ...personId, pin: pinSchema }))
    .output(currentWorkspaceSchema)
    .errors({ ...pinErrors, PIN_MISSING: refusal('This person has not chosen a PIN yet.') }),
  /** A person's first PIN, and in. */
  choosePin: commandFor('unlocked', WORKSPACE_TOPICS)
    .input(z.strictObject({ ...personId, pin: pinSchema }))
    .output(currentWorkspaceSchema)
    .errors({
      ...pinErrors,
      PIN_CHOSEN: refusal('This person has a PIN already.'),
      PASSPHRASE_NEEDED: refusal('The first PIN of a QA lead or chair is chosen with the passphrase.'),
    }),
  /** A forgotten PIN gives way to a new one, for whoever knows the workspace's passphrase. */
  resetPin: commandFor('unlocked', WORKSPACE_TOPICS)
    .input(z.strictObject({ ...personId, passphrase: passphraseSchema, pin: pinSchema }))
    .output(currentWorkspaceSchema)
    .errors({ ...pinErrors, WRONG_PASSPHRASE: refusal('That is not the passphrase of this workspace.') }),
  /** My own PIN; `current` is empty where I have none yet. */
  changePin: commandFor('member', ['people', 'workspaces', 'trail'])
    .input(z.strictObject({ current: pinSchema, next: pinSchema }))
    .output(personSchema)
    .errors(pinErrors),
  /** Lets the next person come to the machine; the workspace stays open. */
  signOut: commandFor('member', WORKSPACE_TOPICS)
    .output(currentWorkspaceSchema)
    .errors({ OWN_PIN_NEEDED: refusal('You have no PIN yet.') }),
  add: commandFor(['qa_lead'], ['people', 'workspaces', 'trail'])
    .input(personFieldsSchema)
    .output(personSchema)
    .errors({ ...fieldErrors, OWN_PIN_NEEDED: refusal('You have no PIN yet.') }),
  update: commandFor(['qa_lead'], WORKSPACE_TOPICS)
    .input(z.strictObject({ ...personId, fields: personFieldsSchema }))
    .output(personSchema)
    .errors({
      ...fieldErrors,
      ...openAudits,
      CONFLICT_OF_INTEREST: refusal('Somebody who is asked to audit a plan would come to have had a hand in it.'),
    }),
  /**
   * Whether a person takes part; what they did stays. Whoever leaves with audits that are not submitted hands each over,
   * or it is withdrawn where nobody is named for it.
   */
  setActive: commandFor(
    ['qa_lead'],
    ['people', 'workspaces', 'assignments', 'rounds', 'samples', 'audits', 'plans', 'hints', 'masking', 'trail'],
  )
    .input(
      z.strictObject({
        ...personId,
        isActive: z.boolean(),
        handOver: z
          .strictObject({
            reason: z.string().trim().min(1).max(200),
            audits: z.array(z.strictObject({ assignmentId: idSchema, auditorId: idSchema.nullable() })).max(2000),
          })
          .nullable()
          .default(null),
      }),
    )
    .output(personSchema)
    .errors({
      ...fieldErrors,
      NOT_YOURSELF: refusal('You cannot take yourself out.'),
      ...openAudits,
      ...assignErrors,
    }),
};
