import { z } from 'zod';
import { gradingSchema } from '../domain/grading/grading.ts';
import { planFactsSchema, responseSchema } from '../domain/rubric/rubric.ts';
import { LARGEST_SEED } from '../domain/rounds/sampling.ts';
import { answerSchema } from './audits.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema } from './ids.ts';
import { commandFor, query, queryFor } from './meta.ts';
import { agencySchema } from './person.ts';
import { documentSummarySchema, stageSchema } from './plans.ts';

const whoSchema = z.strictObject({ id: idSchema, name: z.string(), agency: agencySchema });

export const discussReasonSchema = z.strictObject({
  /** The rubric's id of the rule; SILENCE, FACTS and DRAWN are the application's own. */
  id: z.string(),
  text: z.string(),
  detail: z.string(),
  criteria: z.array(z.string()),
});

export const disagreementSchema = z.strictObject({
  /** Most steps between two overall grades. */
  gradeSteps: z.int(),
  limiting: z.int(),
  key: z.int(),
  criteria: z.int(),
});

/** A document of the round on the chair's list. What its auditors answered bears on nothing here before it is `open`. */
export const toModerateSchema = z.strictObject({
  roundId: idSchema,
  documentId: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  stage: stageSchema.nullable(),
  isCalibration: z.boolean(),
  /** Those who are asked to grade it, and how many of them have submitted. */
  auditors: z.array(whoSchema),
  submitted: z.int(),
  /**
   * `waiting` for someone's grading; `alone`: one auditor, so not moderated; `ready`: all have submitted, nobody has
   * seen the others' answers; `open` for the panel; `agreed`.
   */
  state: z.enum(['waiting', 'alone', 'ready', 'open', 'agreed']),
  /** Only once it is open: why it has to be discussed, none where its auditors agree; and how far they are apart. */
  reasons: z.array(discussReasonSchema),
  disagreement: disagreementSchema.nullable(),
  /** Open and agreed: the grades that its auditors gave, and the one that stands. */
  given: z.array(z.strictObject({ auditorId: idSchema, grade: z.string().nullable() })),
  grade: z.string().nullable(),
});
export type ToModerate = z.infer<typeof toModerateSchema>;

export const drawSchema = z.strictObject({
  id: idSchema,
  seed: z.int(),
  percent: z.number(),
  drawnAt: isoTimeSchema,
  drawnBy: z.string(),
  /** References in the frame, and those of them that were drawn. */
  frame: z.array(z.string()),
  drawn: z.array(z.string()),
});
export type AgreementDraw = z.infer<typeof drawSchema>;

export const moderationListSchema = z.strictObject({
  rubricId: idSchema,
  /** Largest disagreement first among those that are open. */
  documents: z.array(toModerateSchema),
  draws: z.array(drawSchema),
  /** The rubric's share of agreements to look at all the same, and how many agreements no draw has held yet. */
  randomSharePercent: z.number(),
  notDrawnYet: z.int(),
});
export type ModerationList = z.infer<typeof moderationListSchema>;

const decisionSchema = z.strictObject({ reason: z.string(), by: z.string(), at: isoTimeSchema });

/** What one auditor said of a criterion. */
export const givenAnswerSchema = answerSchema.extend({ auditId: idSchema });
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

export const moderatedCriterionSchema = z.strictObject({
  criterionId: z.string(),
  standardId: z.string(),
  kind: z.enum(['alike', 'single', 'different', 'unanswered']),
  /** In the order of the auditors; those who were not asked are absent. */
  given: z.array(givenAnswerSchema),
  decision: decisionSchema.extend({ response: responseSchema }).nullable(),
  agreed: responseSchema.nullable(),
});
export type ModeratedCriterion = z.infer<typeof moderatedCriterionSchema>;

export const factValueSchema = planFactsSchema.valueType;

export const moderationSchema = z.strictObject({
  roundId: idSchema,
  documentId: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  document: documentSummarySchema,
  rubricId: idSchema,
  isCalibration: z.boolean(),
  state: z.enum(['open', 'agreed']),
  audits: z.array(
    z.strictObject({
      auditId: idSchema,
      auditor: whoSchema,
      /** Null for all standards. */
      standards: z.array(z.string()).nullable(),
      overallGrade: z.string().nullable(),
      /** By standard. */
      grades: z.record(z.string(), z.string()),
    }),
  ),
  criteria: z.array(moderatedCriterionSchema),
  /** Facts that auditors took differently. */
  facts: z.array(
    z.strictObject({
      fact: z.string(),
      given: z.array(z.strictObject({ auditId: idSchema, value: factValueSchema })),
      decision: decisionSchema.extend({ value: factValueSchema }).nullable(),
    }),
  ),
  /** The engine's grading of the agreed answers. */
  grading: gradingSchema,
  reasons: z.array(discussReasonSchema),
  disagreement: disagreementSchema,
  /** What stands in the way of agreeing, as sentences. */
  problems: z.array(z.strictObject({ message: z.string(), criteria: z.array(z.string()) })),
  overrideChoices: z.array(z.string()),
  override: decisionSchema.extend({ grade: z.string(), isPossible: z.boolean() }).nullable(),
  agreedGrade: z.string().nullable(),
  dissents: z.array(z.strictObject({ person: whoSchema, text: z.string(), at: isoTimeSchema })),
  agreed: z.strictObject({ by: z.string(), at: isoTimeSchema }).nullable(),
  takenBack: z.array(decisionSchema),
});
export type Moderation = z.infer<typeof moderationSchema>;

export const agreementSchema = z.strictObject({
  /** As it is to be read first. */
  words: z.string(),
  documents: z.int(),
  same: z.int(),
  withinOne: z.int(),
  kappa: z.number().nullable(),
  fewestForKappa: z.int(),
  /** The scale's grades, the best first; rows and columns of the table. */
  grades: z.array(z.string()),
  crossTable: z.array(z.array(z.int())),
  /** Most disputed first. */
  criteria: z.array(z.strictObject({ criterionId: z.string(), pairs: z.int(), different: z.int() })),
});
export type AgreementView = z.infer<typeof agreementSchema>;

export const leniencySchema = z.array(
  z.strictObject({
    auditor: whoSchema,
    /** Agreed documents that they graded. */
    documents: z.int(),
    /** Mean steps above the agreed grade; negative where stricter; null where nothing is agreed yet. */
    meanSteps: z.number().nullable(),
  }),
);

export const calibrationNoteSchema = z.strictObject({
  id: idSchema,
  criterionId: z.string(),
  note: z.string(),
  by: z.string(),
  at: isoTimeSchema,
});
export type CalibrationNote = z.infer<typeof calibrationNoteSchema>;

const moderators = ['qa_lead', 'chair'] as const;
const lookers = ['qa_lead', 'chair', 'auditor'] as const;
const touches = ['moderation', 'rounds', 'insight', 'reports', 'trail'] as const;
const inRound = { roundId: idSchema };
const ofDocument = { roundId: idSchema, documentId: idSchema };
const reasonSchema = z.string().trim().max(2000);
const needed = reasonSchema.min(3, { message: 'Say why.' });

const closed = {
  WAITING: refusal('Not all who are asked to grade this document have submitted.'),
  NOT_BEGUN: refusal('The panel has not begun with this document.'),
};
const locked = { ...closed, ALREADY_AGREED: refusal('This document is agreed and locked.') };
const deciding = {
  ...locked,
  NOT_FOR_CALIBRATION: refusal('A calibration document is compared, not graded together.'),
};

export const moderation = {
  /** Documents of a round as the panel will take them; an auditor sees those that they grade. */
  list: queryFor(lookers).input(z.strictObject(inRound)).output(moderationListSchema),
  /** Opens every document that all have submitted: from here on their auditors' answers are shown, and no audit reopens. */
  begin: commandFor(moderators, [...touches, 'audits'])
    .input(z.strictObject(inRound))
    .output(moderationListSchema),
  /** Draws the rubric's share of the plans on which auditors agree. A seed makes an earlier draw come out again. */
  draw: commandFor(moderators, touches)
    .input(z.strictObject({ ...inRound, seed: z.int().min(0).max(LARGEST_SEED).nullable() }))
    .output(moderationListSchema)
    .errors({ NOTHING_TO_DRAW: refusal('There is no agreement that has not been drawn from.') }),
  /** Everything that was answered, side by side, and what is agreed so far. */
  get: queryFor(lookers).input(z.strictObject(ofDocument)).output(moderationSchema).errors(closed),
  /** Agrees an answer where auditors differed; null goes back to undiscussed. */
  decide: commandFor(moderators, touches)
    .input(
      z.strictObject({
        ...ofDocument,
        criterionId: z.string(),
        response: responseSchema.nullable(),
        reason: reasonSchema,
      }),
    )
    .output(moderationSchema)
    .errors({
      ...deciding,
      NO_SUCH_CRITERION: refusal('The standards of this document have no such criterion or answer.'),
      ALIKE: refusal('All auditors answered this alike: it is agreed as it stands.'),
      REASON_NEEDED: refusal('Say why this is agreed.'),
    }),
  /** Settles a fact that auditors took differently; null leaves it open again. */
  settleFact: commandFor(moderators, touches)
    .input(z.strictObject({ ...ofDocument, fact: z.string(), value: factValueSchema, reason: reasonSchema }))
    .output(moderationSchema)
    .errors({
      ...deciding,
      NO_SUCH_FACT: refusal('Auditors did not take this fact differently, or not for this value.'),
      REASON_NEEDED: refusal('Say why this is agreed.'),
    }),
  /** The chair's own grade, one step from the computed one and under every cap; null takes it back. */
  override: commandFor(['chair'], touches)
    .input(z.strictObject({ ...ofDocument, grade: z.string().nullable(), reason: reasonSchema }))
    .output(moderationSchema)
    .errors({
      ...deciding,
      NOT_A_STEP: refusal('The chair moves a grade by one step, and never above a cap.'),
      REASON_NEEDED: refusal('Say why the grade is moved.'),
    }),
  /** Notes an auditor's dissent; empty words take it back. */
  noteDissent: commandFor(moderators, touches)
    .input(z.strictObject({ ...ofDocument, personId: idSchema, text: reasonSchema }))
    .output(moderationSchema)
    .errors({ ...deciding, NOT_AN_AUDITOR: refusal('This person did not grade this document.') }),
  /** Locks what is agreed, with its grading. */
  agree: commandFor(moderators, touches)
    .input(z.strictObject(ofDocument))
    .output(moderationSchema)
    .errors({ ...deciding, NOT_READY: refusal('Something stands in the way of agreeing.') }),
  /** Unlocks what was agreed. */
  takeBack: commandFor(moderators, touches)
    .input(z.strictObject({ ...ofDocument, reason: needed }))
    .output(moderationSchema)
    .errors({ ...closed, NOT_AGREED: refusal('This document is not agreed.') }),
  /** Who came to the panel; null where nobody has said. */
  setAttended: commandFor(moderators, ['rounds', 'moderation', 'trail'])
    .input(z.strictObject({ ...inRound, personId: idSchema, attended: z.boolean().nullable() }))
    .output(z.strictObject({ personId: idSchema, attended: z.boolean().nullable() })),
  /** How far auditors agree, over the round's open and agreed documents. */
  agreement: queryFor(moderators).input(z.strictObject(inRound)).output(agreementSchema),
  /** How each auditor's grades lie against the agreed ones: for the chair alone, in no export. */
  leniency: queryFor(['chair']).input(z.strictObject(inRound)).output(leniencySchema),
  /** Names a document that everyone on the round grades, to compare; it counts nowhere. */
  nameCalibration: commandFor(['qa_lead'], [...touches, 'assignments', 'audits', 'plans'])
    .input(z.strictObject(ofDocument))
    .output(moderationListSchema)
    .errors({
      NOT_FILED: refusal('This document is not filed under a plan yet.'),
      IN_THE_ROUND: refusal('This document is to be graded in this round.'),
      NO_MEMBERS: refusal('Nobody on this round may audit.'),
    }),
  /** Takes a calibration document back, as long as nobody has begun with it. */
  dropCalibration: commandFor(['qa_lead'], [...touches, 'assignments', 'audits', 'plans'])
    .input(z.strictObject(ofDocument))
    .output(moderationListSchema)
    .errors({ CALIBRATION_BEGUN: refusal('Somebody has begun to grade this document.') }),
  /** What earlier calibrations agreed a criterion to mean, by criterion; for everyone who grades by these standards. */
  notes: query.input(z.strictObject({ rubricId: idSchema })).output(z.array(calibrationNoteSchema)),
  addNote: commandFor(moderators, ['moderation', 'trail'])
    .input(z.strictObject({ ...ofDocument, criterionId: z.string(), note: reasonSchema.min(1) }))
    .output(z.array(calibrationNoteSchema))
    .errors({ ...closed, NO_SUCH_CRITERION: refusal('The standards of this document have no such criterion.') }),
  removeNote: commandFor(moderators, ['moderation', 'trail'])
    .input(z.strictObject({ noteId: idSchema }))
    .output(z.array(calibrationNoteSchema)),
  /** The panel day's agenda or minutes as a Word document. */
  paper: commandFor(moderators, ['trail'])
    .input(z.strictObject({ ...inRound, kind: z.enum(['agenda', 'minutes']) }))
    .output(z.file()),
};
