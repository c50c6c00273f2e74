import { z } from 'zod';
import { LARGEST_SEED } from '../domain/rounds/sampling.ts';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, nameSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';
import { agencySchema } from './person.ts';
import { stageSchema } from './plans.ts';

export const assignmentSchema = z.strictObject({
  id: idSchema,
  roundId: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  documentId: idSchema,
  stage: stageSchema.nullable(),
  auditor: z.strictObject({ id: idSchema, name: z.string(), agency: agencySchema }),
  /** Null for all standards. */
  standards: z.array(z.string()).nullable(),
  dueOn: isoDateSchema.nullable(),
  /** How far the audit is: never more than this is told before all have submitted. */
  progress: z.enum(['not_begun', 'open', 'submitted']),
  isLate: z.boolean(),
  isCalibration: z.boolean(),
  /** Null where the audit is not begun. */
  auditId: idSchema.nullable(),
  /** Submitted, and nobody was shown others' answers yet. */
  canReopen: z.boolean(),
  state: z.enum(['assigned', 'moved', 'withdrawn']),
  reason: z.string(),
  assignedAt: isoTimeSchema,
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const assignmentRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('different_agencies'), auditors: z.int().min(1).max(6) }),
  z.strictObject({ kind: z.literal('one_per_agency'), agencies: z.array(agencySchema).min(1) }),
  z.strictObject({ kind: z.literal('share_doubled'), percent: z.int().min(0).max(100) }),
]);

export const proposalSchema = z.strictObject({
  /** To be given back when the proposal is taken, so that the same comes out. */
  seed: z.int().min(0).max(LARGEST_SEED),
  assigned: z.array(
    z.strictObject({
      documentId: idSchema,
      planReference: z.string(),
      auditorId: idSchema,
      standards: z.array(z.string()).nullable(),
    }),
  ),
  unfilled: z.array(
    z.strictObject({
      documentId: idSchema,
      planReference: z.string(),
      agency: agencySchema.nullable(),
      reason: z.enum(['no_auditor', 'all_conflicted', 'no_other_agency']),
    }),
  ),
  /** Plans of the round without a document. */
  withoutDocument: z.array(z.string()),
  /** Everyone's plans after this, those they have already among them. */
  loads: z.array(z.strictObject({ auditorId: idSchema, name: z.string(), agency: agencySchema, plans: z.int() })),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What a round has to hand out, and to whom. */
export const boardSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      documentId: idSchema,
      planId: idSchema,
      planReference: z.string(),
      planInitials: z.string(),
      stage: stageSchema.nullable(),
      /** People who had a hand in the plan: they audit none of it. */
      conflicted: z.array(idSchema),
      /** People who were told what others found in it: they would not grade it alone. */
      seenBy: z.array(idSchema),
    }),
  ),
  withoutDocument: z.array(z.strictObject({ planId: idSchema, planReference: z.string(), planInitials: z.string() })),
  /** Members of the round who audit; where nobody sits on it yet, everyone who may. */
  auditors: z.array(z.strictObject({ id: idSchema, name: z.string(), agency: agencySchema })),
  /** What each agency is asked by default: the standards that it leads, and those that all lead. */
  standards: z.array(z.strictObject({ id: z.string(), title: z.string(), agencies: z.array(agencySchema) })),
});
export type Board = z.infer<typeof boardSchema>;

/** An assignment that is not submitted, and who could take it over: nobody with a hand in the plan, or who has it already. */
export const heldSchema = z.strictObject({
  assignment: assignmentSchema,
  takers: z.array(z.strictObject({ id: idSchema, name: z.string(), agency: agencySchema })),
});
export type Held = z.infer<typeof heldSchema>;

const touches = ['assignments', 'rounds', 'samples', 'audits', 'plans', 'hints', 'masking', 'trail'] as const;
/** What can stand in the way of asking somebody for an audit. */
export const assignErrors = {
  CONFLICT_OF_INTEREST: refusal('This person had a hand in the plan.'),
  ALREADY_ASSIGNED: refusal('This person has that plan already.'),
  ALREADY_SUBMITTED: refusal('This audit was submitted and is locked.'),
  NOT_AN_AUDITOR: refusal('This person is no auditor of the round.'),
  ANSWERS_SHOWN: refusal('Auditors’ answers to this document have been shown.'),
  HAS_SEEN_ANSWERS: refusal('This person has seen what others found in this plan.'),
  ALREADY_AGREED: refusal('The panel has agreed this document.'),
};
const reason = nameSchema;
const inRule = { roundId: idSchema, rule: assignmentRuleSchema };

export const assignments = {
  /** Who audits what in a round, and how far they are. */
  list: queryFor(['qa_lead', 'chair'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(z.array(assignmentSchema)),
  /** The documents of a round's plans, one for each, with those who may audit them. */
  board: queryFor(['qa_lead', 'chair'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(boardSchema),
  /** What the caller is asked to audit. */
  mine: queryFor(['auditor'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(z.array(assignmentSchema)),
  /** What a person is asked for in any round and has not submitted, so that it does not leave with them. */
  heldBy: queryFor(['qa_lead'])
    .input(z.strictObject({ personId: idSchema }))
    .output(z.array(heldSchema)),
  /** An even and lawful distribution of what is not assigned yet; nothing is stored. */
  propose: queryFor(['qa_lead'])
    .input(z.strictObject({ ...inRule, seed: z.int().min(0).max(LARGEST_SEED).nullable() }))
    .output(proposalSchema),
  /** Takes a proposal as it was shown. */
  accept: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ ...inRule, seed: z.int().min(0).max(LARGEST_SEED), dueOn: isoDateSchema.nullable() }))
    .output(z.array(assignmentSchema))
    .errors(assignErrors),
  assign: commandFor(['qa_lead'], touches)
    .input(
      z.strictObject({
        roundId: idSchema,
        documentId: idSchema,
        auditorId: idSchema,
        standards: z.array(z.string().max(100)).min(1).max(100).nullable(),
        dueOn: isoDateSchema.nullable(),
      }),
    )
    .output(z.array(assignmentSchema))
    .errors({
      ...assignErrors,
      NOT_FILED: refusal('This document is not filed under a plan yet.'),
      NO_SUCH_STANDARD: refusal('The round’s standards have no such standard.'),
    }),
  /** Hands an assignment to someone else; what the first had begun no longer counts. */
  move: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ assignmentId: idSchema, auditorId: idSchema, reason }))
    .output(z.array(assignmentSchema))
    .errors(assignErrors),
  /** So that one absence does not hold up the others. */
  withdraw: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ assignmentId: idSchema, reason }))
    .output(z.array(assignmentSchema))
    .errors(assignErrors),
  setDue: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ assignmentId: idSchema, dueOn: isoDateSchema.nullable() }))
    .output(z.array(assignmentSchema)),
  /** Gives everything that is not handed in the same due date. */
  setAllDue: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ roundId: idSchema, dueOn: isoDateSchema.nullable() }))
    .output(z.array(assignmentSchema)),
  /** Takes back what nobody has begun, of those that are named or of all, so that it can be handed out anew. */
  withdrawUnbegun: commandFor(['qa_lead'], touches)
    .input(z.strictObject({ roundId: idSchema, assignmentIds: z.array(idSchema).max(10_000).nullable(), reason }))
    .output(z.array(assignmentSchema)),
};
