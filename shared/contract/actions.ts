import { z } from 'zod';
import { ACTION_ANSWERS, ACTION_LEVELS, ACTION_STATES } from '../domain/actions.ts';
import { LARGEST_SEED } from '../domain/rounds/sampling.ts';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, lineSchema } from './ids.ts';
import { commandFor, query, queryFor } from './meta.ts';
import { stageSchema } from './plans.ts';

const wordsSchema = z.string().trim().min(3, { message: 'Say what should change.' }).max(2000);
const evidenceWordsSchema = z.string().trim().min(3, { message: 'Say what shows it.' }).max(2000);

/** A person of the workspace, or somebody outside it by name. */
export const actionOwnerSchema = z
  .strictObject({ personId: idSchema.nullable(), name: lineSchema })
  .refine(({ personId, name }) => personId !== null || name !== '', { message: 'Say whose it is.' });

const versionSchema = z.strictObject({
  documentId: idSchema,
  stage: stageSchema.nullable(),
  issuedOn: isoDateSchema.nullable(),
});

/** What the auditors of a later version say; told only once all of them have submitted. */
export const laterAnswersSchema = z.strictObject({
  roundId: idSchema,
  version: versionSchema,
  answers: z.array(
    z.strictObject({ auditor: z.string(), answer: z.enum(ACTION_ANSWERS).nullable(), comment: z.string() }),
  ),
  /** All say that it is answered: to be confirmed as done by a person. */
  isProposedDone: z.boolean(),
});

export const actionSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['change', 're_audit']),
  level: z.enum(ACTION_LEVELS),
  plan: z.strictObject({ id: idSchema, reference: z.string(), initials: z.string() }).nullable(),
  /** The finding that it came from: the version, the round, the criterion, and who found it. */
  version: versionSchema.nullable(),
  roundId: idSchema.nullable(),
  criterionId: z.string().nullable(),
  source: z.enum(['audits', 'moderation', 'advice', 'by_hand']),
  words: z.string(),
  service: z.string(),
  owner: actionOwnerSchema,
  dueOn: isoDateSchema.nullable(),
  state: z.enum(ACTION_STATES),
  createdAt: isoTimeSchema,
  createdBy: z.string(),
  /** What shows that it was done, or why it was dropped. */
  evidence: z.string(),
  /** The later version's own words that show it. */
  quote: z.strictObject({ documentId: idSchema.nullable(), text: z.string() }).nullable(),
  settledAt: isoTimeSchema.nullable(),
  settledBy: z.string().nullable(),
  /** The latest later version that its auditors were asked about. */
  later: laterAnswersSchema.nullable(),
  /** Of a re-audit: the grades before and after, in words; after is null until all have submitted. */
  reAudit: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  mayEdit: z.boolean(),
  maySettle: z.boolean(),
});
export type Action = z.infer<typeof actionSchema>;

export const actionFilterSchema = z.strictObject({
  level: z.enum(ACTION_LEVELS).nullable(),
  planId: idSchema.nullable(),
  service: lineSchema.nullable(),
  state: z.enum(['open', 'overdue', 'done', 'dropped']).nullable(),
  /** Those that the caller owns. */
  isMine: z.boolean(),
});
export type ActionFilter = z.infer<typeof actionFilterSchema>;

export const actionListSchema = z.strictObject({
  /** The day that lateness is held against. */
  today: isoDateSchema,
  /** What is due first comes first; what is settled after it, latest first. */
  actions: z.array(actionSchema),
  matching: z.int(),
  /** The services that actions name, each once, for the filter. */
  services: z.array(z.string()),
});
export type ActionList = z.infer<typeof actionListSchema>;

/** An earlier action as the next version's audit asks of it. */
export const askedActionSchema = z.strictObject({
  actionId: idSchema,
  words: z.string(),
  criterionId: z.string().nullable(),
  dueOn: isoDateSchema.nullable(),
  state: z.enum(ACTION_STATES),
  /** The version that it came from, to compare with this one; null where it came from none. */
  earlier: versionSchema.nullable(),
  answer: z.enum(ACTION_ANSWERS).nullable(),
  comment: z.string(),
});
export type AskedAction = z.infer<typeof askedActionSchema>;

const fields = {
  words: wordsSchema,
  service: lineSchema,
  owner: actionOwnerSchema,
  dueOn: isoDateSchema.nullable(),
};

export const newActionSchema = z.strictObject({
  kind: z.enum(['change', 're_audit']),
  level: z.enum(ACTION_LEVELS),
  planId: idSchema.nullable(),
  documentId: idSchema.nullable(),
  /** The round in whose gradings or moderation it was found; null where it was found otherwise. */
  roundId: idSchema.nullable(),
  criterionId: z.string().max(100).nullable(),
  ...fields,
});
export type NewAction = z.infer<typeof newActionSchema>;

/** A plan whose grade calls for a re-audit. */
export const reAuditCandidateSchema = z.strictObject({
  documentId: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  grade: z.string(),
  gradeLabel: z.string(),
  rule: z.enum(['share', 'all']),
  isOwed: z.boolean(),
});
export type ReAuditCandidate = z.infer<typeof reAuditCandidateSchema>;

const mayCreate = ['qa_lead', 'chair', 'auditor', 'designated_officer'] as const;
const touches = ['actions', 'samples', 'rounds', 'trail'] as const;
const notYours = { NOT_YOURS: refusal('This action is not yours to change.') };

export const actions = {
  /** Actions with their standing. Who may not read plans sees their own, and those of services and the system. */
  list: query
    .input(
      z.strictObject({
        filter: actionFilterSchema,
        limit: z.int().min(1).max(500),
        /** Looked at in passing: without what later auditors say and later grades, which would end reopening. */
        isGlance: z.boolean().optional(),
      }),
    )
    .output(actionListSchema),
  create: commandFor(mayCreate, [...touches, 'audits'])
    .input(newActionSchema)
    .output(actionSchema)
    .errors({
      ANSWERS_CLOSED: refusal('Not all auditors of this plan have submitted.'),
      NOT_YOUR_PLAN: refusal('You did not audit this plan.'),
      NO_PLAN: refusal('An action at plan level needs its plan.'),
      NO_SUCH_CRITERION: refusal('The standards have no such criterion.'),
      OWED_ALREADY: refusal('A re-audit of this plan is owed already.'),
    }),
  update: commandFor(mayCreate, touches)
    .input(z.strictObject({ actionId: idSchema, ...fields }))
    .output(actionSchema)
    .errors({ ...notYours, SETTLED: refusal('This action is settled.') }),
  /** Marks it as done, with what shows it; words of a later version are looked up there. */
  settle: commandFor('member', touches)
    .input(
      z.strictObject({
        actionId: idSchema,
        state: z.enum(['done', 'dropped']),
        evidence: evidenceWordsSchema,
        quote: z.strictObject({ documentId: idSchema, text: z.string().trim().min(3).max(2000) }).nullable(),
      }),
    )
    .output(actionSchema)
    .errors({
      ...notYours,
      SETTLED: refusal('This action is settled.'),
      QUOTE_NOT_FOUND: refusal('Those words are not in that version.'),
    }),
  /** Takes 'done' or 'dropped' back; what was said to show it is kept. */
  reopen: commandFor('member', touches)
    .input(z.strictObject({ actionId: idSchema }))
    .output(actionSchema)
    .errors({ ...notYours, NOT_SETTLED: refusal('This action is open.') }),
  /** What the caller's audit is asked of earlier actions on the plan. */
  asked: queryFor(['auditor'])
    .input(z.strictObject({ auditId: idSchema }))
    .output(z.array(askedActionSchema)),
  /** An audit is not submitted before each is answered. */
  answer: commandFor(['auditor'], ['actions', 'audits', 'trail'])
    .input(
      z.strictObject({
        auditId: idSchema,
        actionId: idSchema,
        answer: z.enum(ACTION_ANSWERS).nullable(),
        comment: z.string().trim().max(2000),
      }),
    )
    .output(z.array(askedActionSchema))
    .errors({
      ALREADY_SUBMITTED: refusal('This audit was submitted and is locked.'),
      NOT_ASKED: refusal('This audit does not ask of that action.'),
    }),
  /** 'You said, we did': done for services and the system since a round's panel met; by default since the last one. */
  done: query.input(z.strictObject({ sinceRoundId: idSchema.nullable() })).output(
    z.strictObject({
      since: isoDateSchema.nullable(),
      items: z.array(
        z.strictObject({
          level: z.enum(ACTION_LEVELS),
          service: z.string(),
          words: z.string(),
          evidence: z.string(),
          doneOn: isoDateSchema,
        }),
      ),
    }),
  ),
  /** Plans of a round whose grade calls for a re-audit, by what the standards expect of it. */
  reAuditsDue: queryFor(['qa_lead', 'chair'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(z.array(reAuditCandidateSchema)),
  /** Owes a re-audit: of every plan whose grade asks for it, and of a share, drawn by a seed, of the others. */
  oweReAudits: commandFor(['qa_lead'], touches)
    .input(
      z.strictObject({
        roundId: idSchema,
        sharePercent: z.int().min(0).max(100),
        seed: z.int().min(0).max(LARGEST_SEED).nullable(),
      }),
    )
    .output(z.array(reAuditCandidateSchema)),
};
