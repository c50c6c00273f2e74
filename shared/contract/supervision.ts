import { z } from 'zod';
import { ROOT_CAUSES } from '../domain/grading/root-causes.ts';
import { CAUSE_SHARES } from '../domain/supervision/supervision-causes.ts';
import { TRENDS } from '../domain/supervision/supervision-team.ts';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';
import { stageSchema } from './plans.ts';

const count = z.int().min(0);
const whoSchema = z.strictObject({ id: idSchema, name: z.string() });

const scaleSchema = z.array(z.strictObject({ id: z.string(), label: z.string(), order: z.int() }));

/** A plan version with a settled result. No auditor is named anywhere. */
export const auditedVersionSchema = z.strictObject({
  roundId: idSchema,
  documentId: idSchema,
  reference: z.string(),
  stage: stageSchema.nullable(),
  halfTerm: z.string(),
  panelDate: isoDateSchema,
  /** Null where the audit covered only some of the standards. */
  grade: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
  /** The scale that the grade belongs to. */
  gradeScale: scaleSchema,
  /** Agreed by the panel; else graded by one auditor alone. */
  isModerated: z.boolean(),
  criteria: z.strictObject({ met: count, partly: count, notMet: count }),
});
export type AuditedVersion = z.infer<typeof auditedVersionSchema>;

export const teamPageSchema = z.strictObject({
  today: isoDateSchema,
  /** The caller's own teams; none where no team is kept for them. */
  teams: z.array(z.string()),
  /** Half-terms with settled plans of the team, earliest first, and which of them are counted here. */
  halfTerms: z.array(z.strictObject({ id: z.string(), label: z.string(), plans: count, isChosen: z.boolean() })),
  /** By reference. */
  plans: z.array(auditedVersionSchema),
  /** What is counted, in the plural: 'plans', or 'plan versions' where a plan has several. */
  noun: z.string(),
  /** Several versions of the standards are among them. */
  isMixed: z.boolean(),
  grades: z.array(z.strictObject({ label: z.string(), n: count })),
  standards: z.array(z.strictObject({ id: z.string(), title: z.string(), below: count, of: count })),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      standardTitle: z.string(),
      met: count,
      partly: count,
      notMet: count,
      applicable: count,
      words: z.string(),
      trend: z.enum(TRENDS),
    }),
  ),
  /** What the trend is told of: 'Final plans, new, of random samples'; null where there is none to tell. */
  trendOf: z.strictObject({ label: z.string(), plans: count }).nullable(),
  actions: z.array(
    z.strictObject({ id: idSchema, reference: z.string(), words: z.string(), owner: z.string(), standing: z.string() }),
  ),
  reAudits: z.array(z.strictObject({ id: idSchema, reference: z.string(), standing: z.string() })),
  /** By name. What they have in common is that they write plans: no grade stands beside them. */
  caseworkers: z.array(
    whoSchema.extend({
      plans: count,
      lookAgainOn: isoDateSchema.nullable(),
      waiting: count,
    }),
  ),
});
export type TeamPage = z.infer<typeof teamPageSchema>;

const excerptSchema = z.strictObject({
  plan: z.string(),
  quote: z.string().nullable(),
  absentIn: z.array(z.string()),
  comment: z.string(),
});

export const supervisionNoteSchema = z.strictObject({
  id: idSchema,
  /** Another one whenever its words, points or days are others; to be given back with a change. */
  revision: z.string(),
  by: whoSchema,
  heldOn: isoDateSchema,
  words: z.string(),
  agreed: z.array(z.strictObject({ id: idSchema, words: z.string(), isDone: z.boolean() })),
  lookAgainOn: isoDateSchema.nullable(),
  changedAt: isoTimeSchema.nullable(),
  mayChange: z.boolean(),
});
export type SupervisionNote = z.infer<typeof supervisionNoteSchema>;

export const replySchema = z.strictObject({
  id: idSchema,
  caseworker: whoSchema,
  kind: z.enum(['comment', 'second_look']),
  /** The plan version that it is about, by reference; null where it is about the whole, or the plan is gone. */
  about: z.strictObject({ roundId: idSchema, documentId: idSchema, plan: z.string() }).nullable(),
  words: z.string(),
  enteredAt: isoTimeSchema,
  /** Who entered it for the caseworker; null where they did so themselves. */
  enteredFor: z.string().nullable(),
  state: z.enum(['waiting', 'answered']),
  answer: z
    .strictObject({
      outcome: z.enum(['noted', 'look_again', 'stands']),
      words: z.string(),
      by: z.string(),
      at: isoTimeSchema,
    })
    .nullable(),
});
export type Reply = z.infer<typeof replySchema>;

export const sheetSchema = z.strictObject({
  openingId: idSchema,
  openedAt: isoTimeSchema,
  today: isoDateSchema,
  caseworker: whoSchema.extend({ team: z.string(), signsIn: z.boolean() }),
  isOwn: z.boolean(),
  /** The last few, latest first; `earlier` is how many more there are in the last two years. */
  plans: z.array(auditedVersionSchema),
  earlier: count,
  /** Met, of those that applied in these plans; a percentage only from five plans on. */
  criteriaMet: z.string(),
  strengths: z.array(
    z.strictObject({
      criterionId: z.string(),
      text: z.string(),
      standardTitle: z.string(),
      met: count,
      applicable: count,
      excerpts: z.array(excerptSchema),
    }),
  ),
  points: z.array(
    z.strictObject({
      criterionId: z.string(),
      text: z.string(),
      standardTitle: z.string(),
      whatGoodLooksLike: z.string(),
      missed: count,
      applicable: count,
      isCauseKnown: z.boolean(),
      causes: z.array(z.string()),
      excerpts: z.array(excerptSchema),
    }),
  ),
  /** Whose the shortfalls of these plans are. */
  shares: z.array(
    z.strictObject({
      share: z.enum(CAUSE_SHARES),
      n: count,
      causes: z.array(z.strictObject({ cause: z.enum(ROOT_CAUSES), words: z.string(), n: count })),
    }),
  ),
  /** Latest first. */
  notes: z.array(supervisionNoteSchema),
  /** Latest first. */
  replies: z.array(replySchema),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const openingSchema = z.strictObject({
  id: idSchema,
  caseworker: whoSchema,
  by: whoSchema,
  kind: z.enum(['opened', 'exported']),
  at: isoTimeSchema,
});
export type Opening = z.infer<typeof openingSchema>;

const feedbackPlansSchema = z.strictObject({
  /** Half-terms in which plans were graded, latest first. */
  halfTerms: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  halfTermId: z.string().nullable(),
  plans: z.array(
    auditedVersionSchema.pick({ roundId: true, documentId: true, reference: true, stage: true, panelDate: true }),
  ),
  /** Graded in that half-term, and not settled yet. */
  waiting: count,
});
export type FeedbackPlans = z.infer<typeof feedbackPlansSchema>;

const wordsSchema = z.string().trim().min(3, { message: 'Say it in a sentence.' }).max(2000);
const pointSchema = z.string().trim().min(3, { message: 'Say what was agreed.' }).max(300);
export const MOST_AGREED_POINTS = 6;

const ofPerson = { caseworkerId: idSchema };
const mayOpen = ['locality_manager', 'caseworker'] as const;
const touches = ['supervision', 'trail'] as const;
const notYourTeam = { NOT_YOUR_TEAM: refusal('This caseworker is not in your team.') };
const notShown = { NOT_SETTLED: refusal('This plan has no settled result that you may see.') };

export const supervision = {
  /** The caller's own team, over the half-terms that are named; over the last three that have plans where none is. */
  team: queryFor(['locality_manager'])
    .input(z.strictObject({ halfTermIds: z.array(z.string().max(20)).min(1).max(60).nullable() }))
    .output(teamPageSchema),
  /** Opens a caseworker's sheet, which is kept with who did and when; what it gives is needed to read it. */
  open: commandFor(mayOpen, touches)
    .input(z.strictObject(ofPerson))
    .output(z.strictObject({ openingId: idSchema }))
    .errors(notYourTeam),
  sheet: queryFor(mayOpen)
    .input(z.strictObject({ openingId: idSchema }))
    .output(sheetSchema)
    .errors({ ...notYourTeam, OPENING_OVER: refusal('This sheet was opened too long ago.') }),
  /** Puts down what was agreed; with `noteId`, in place of what its author had put down there. */
  saveNote: commandFor(['locality_manager'], touches)
    .input(
      z
        .strictObject({
          ...ofPerson,
          noteId: idSchema.nullable(),
          /** Of the note as it was read; null for a new one. */
          revision: z.string().max(100).nullable().default(null),
          heldOn: isoDateSchema,
          words: z.string().trim().max(2000),
          agreed: z.array(pointSchema).max(MOST_AGREED_POINTS),
          lookAgainOn: isoDateSchema.nullable(),
        })
        .refine(({ words, agreed }) => words !== '' || agreed.length > 0, { message: 'Say what was agreed.' })
        .refine(({ heldOn, lookAgainOn }) => lookAgainOn === null || lookAgainOn >= heldOn, {
          message: 'Look again on a later day.',
        }),
    )
    .output(supervisionNoteSchema)
    .errors({
      ...notYourTeam,
      NOT_YOUR_NOTE: refusal('This note is another manager’s.'),
      NOT_HELD_YET: refusal('This day has not come yet.'),
      NOTE_CHANGED: refusal('This note was changed in the meantime.'),
    }),
  setPointDone: commandFor(['locality_manager'], touches)
    .input(z.strictObject({ pointId: idSchema, isDone: z.boolean() }))
    .output(supervisionNoteSchema)
    .errors(notYourTeam),
  /** A caseworker's own words, or entered for them by their manager, which it says. */
  reply: commandFor(mayOpen, touches)
    .input(
      z
        .strictObject({
          ...ofPerson,
          kind: z.enum(['comment', 'second_look']),
          about: z.strictObject({ roundId: idSchema, documentId: idSchema }).nullable(),
          words: wordsSchema,
        })
        .refine(({ kind, about }) => kind === 'comment' || about !== null, { message: 'Say which plan.' }),
    )
    .output(replySchema)
    .errors({
      ...notYourTeam,
      ...notShown,
      ASKED_ALREADY: refusal('A second look at this plan has been asked for already.'),
    }),
  /** Every caseworker's replies: second looks that wait first, then comments that wait, then what is answered. */
  replies: queryFor(['chair']).output(z.array(replySchema)),
  answerReply: commandFor(['chair'], [...touches, 'actions', 'samples'])
    .input(
      z.strictObject({ replyId: idSchema, outcome: z.enum(['noted', 'look_again', 'stands']), words: wordsSchema }),
    )
    .output(replySchema)
    .errors({
      ANSWERED: refusal('This reply is answered.'),
      WRONG_OUTCOME: refusal('That does not answer this reply.'),
    }),
  /** Who opened sheets, latest first: a caseworker's own, everybody's for the QA lead. */
  openings: queryFor(['qa_lead', 'caseworker']).output(z.array(openingSchema)),
  /** The sheet on one page, as a Word document. */
  exportSheet: commandFor(mayOpen, touches).input(z.strictObject(ofPerson)).output(z.file()).errors(notYourTeam),
  /** Plan versions of a half-term with a settled result, of the latest that has any where none is named. */
  feedbackPlans: queryFor(['qa_lead', 'chair'])
    .input(z.strictObject({ halfTermId: z.string().max(20).nullable() }))
    .output(feedbackPlansSchema),
  /** What was found in one plan, on one page, as a Word document; for its writer, their manager and the panel's leads. */
  feedback: commandFor([...mayOpen, 'qa_lead', 'chair'], touches)
    .input(z.strictObject({ roundId: idSchema, documentId: idSchema }))
    .output(z.file())
    .errors(notShown),
};
