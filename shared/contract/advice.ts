import { z } from 'zod';
import { ADVICE_AGENCIES, ADVICE_FINDINGS, OFFICER_AGENCIES } from '../domain/advice/advice-log.ts';
import { anchorSchema } from '../domain/document-model.ts';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, lineSchema, nameSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';
import { documentSummarySchema } from './plans.ts';

/** The officer's check of drafts against the advice that was sent, and what comes of it. */

export const officerAgencySchema = z.enum(OFFICER_AGENCIES);
const wordsSchema = z.string().trim().max(10_000);

const answersSchema = z.strictObject({
  needs: z.boolean().nullable(),
  provision: z.boolean().nullable(),
  outcomes: z.boolean().nullable(),
});

/** What a person enters of a request for advice. */
export const adviceRequestFieldsSchema = z.strictObject({
  agency: z.enum(ADVICE_AGENCIES),
  service: nameSchema,
  profession: lineSchema,
  askedOn: isoDateSchema.nullable(),
  receivedOn: isoDateSchema.nullable(),
  /** The service answered that it has nothing to advise; told from advice that never came. */
  isNilReturn: z.boolean(),
  /** The form or template that was used. */
  form: lineSchema,
  answers: answersSchema,
  /** The advice itself, where it was loaded; a document that is filed as no version of a plan. */
  adviceDocumentId: idSchema.nullable(),
  note: wordsSchema,
});
export type AdviceRequestFields = z.infer<typeof adviceRequestFieldsSchema>;

const standingSchema = z.strictObject({
  state: z.enum(['not_asked', 'waiting', 'missing', 'nil', 'received']),
  dueBy: isoDateSchema.nullable(),
  days: z.int().nullable(),
  isOnTime: z.boolean().nullable(),
  words: z.string(),
});

export const adviceRequestSchema = adviceRequestFieldsSchema.extend({
  id: idSchema,
  adviceFileName: z.string().nullable(),
  standing: standingSchema,
});
export type AdviceRequest = z.infer<typeof adviceRequestSchema>;

/** What the plan's own Section K lists and the log has not: for a person to confirm or to set aside. */
export const adviceSuggestionSchema = z.strictObject({
  key: z.string(),
  agency: z.enum(ADVICE_AGENCIES),
  service: z.string(),
  profession: z.string(),
  author: z.string().nullable(),
  /** The date that the plan gives the advice; when it was received only a person can say. */
  datedOn: isoDateSchema.nullable(),
});
export type AdviceSuggestion = z.infer<typeof adviceSuggestionSchema>;

export const adviceCorrectionSchema = z.strictObject({
  wording: z.string(),
  dueOn: isoDateSchema,
  sentAt: isoTimeSchema.nullable(),
  answeredAt: isoTimeSchema.nullable(),
  answer: z.string(),
});
export type AdviceCorrection = z.infer<typeof adviceCorrectionSchema>;

export const adviceCheckSchema = z.strictObject({
  id: idSchema,
  requestId: idSchema,
  adviceWords: z.string(),
  /** Where the words stand in the advice; null where they were typed. */
  adviceAnchor: anchorSchema.nullable(),
  /** Null where the plan does not say it. */
  planAnchor: anchorSchema.nullable(),
  /** The section in which the plan's words stand; empty where that is not known. */
  planSection: z.string(),
  finding: z.enum(ADVICE_FINDINGS),
  comment: z.string(),
  by: z.string(),
  at: isoTimeSchema,
  correction: adviceCorrectionSchema.nullable(),
});
export type AdviceCheck = z.infer<typeof adviceCheckSchema>;

/** Everything that the check of one draft rests on. */
export const adviceFileSchema = z.strictObject({
  today: isoDateSchema,
  agency: officerAgencySchema,
  plan: z.strictObject({ id: idSchema, reference: z.string(), initials: z.string() }),
  document: documentSummarySchema,
  finalDue: isoDateSchema.nullable(),
  /** The final that follows this draft was filed, or is dated. */
  isFinalOut: z.boolean(),
  requests: z.array(adviceRequestSchema),
  suggestions: z.array(adviceSuggestionSchema),
  /** Documents that wait to be filed: any of them may be the advice. */
  waitingDocuments: z.array(z.strictObject({ id: idSchema, fileName: z.string() })),
  checks: z.array(adviceCheckSchema),
  /** When an officer of this agency said that the draft is checked. */
  checkedAt: isoTimeSchema.nullable(),
});
export type AdviceFile = z.infer<typeof adviceFileSchema>;

export const adviceDraftSchema = z.strictObject({
  documentId: idSchema,
  planId: idSchema,
  reference: z.string(),
  initials: z.string(),
  stage: z.string(),
  fileName: z.string(),
  finalDue: isoDateSchema.nullable(),
  /** The cycle has a lawful exception to its time limits. */
  isExcepted: z.boolean(),
  isFinalOut: z.boolean(),
  checkedAt: isoTimeSchema.nullable(),
  /** Of the officer's own agency. */
  advice: z.strictObject({
    requests: z.int(),
    received: z.int(),
    nil: z.int(),
    missing: z.int(),
    waiting: z.int(),
  }),
  findings: z.int(),
  correctionsToSend: z.int(),
  correctionsSent: z.int(),
  correctionsAnswered: z.int(),
});
export type AdviceDraft = z.infer<typeof adviceDraftSchema>;

/** Most drafts in one answer, those with the fewest days left first. */
export const MOST_DRAFTS = 200;

export const adviceQueueSchema = z.strictObject({
  today: isoDateSchema,
  agency: officerAgencySchema,
  drafts: z.array(adviceDraftSchema),
  /** Drafts that match, of which the first `MOST_DRAFTS` are given. */
  matching: z.int(),
});
export type AdviceQueue = z.infer<typeof adviceQueueSchema>;

const countsShape = {
  requests: z.int(),
  received: z.int(),
  nil: z.int(),
  missing: z.int(),
  waiting: z.int(),
  timed: z.int(),
  late: z.int(),
  unanswered: z.strictObject({ needs: z.int(), provision: z.int(), outcomes: z.int() }),
  passages: z.int(),
  findings: z.strictObject({ faithful: z.int(), weakened: z.int(), missing: z.int(), misplaced: z.int() }),
};

export const adviceGapsSchema = z.strictObject({
  agency: officerAgencySchema,
  /** Oldest first. */
  rounds: z.array(z.strictObject({ id: idSchema, label: z.string() })),
  rows: z.array(
    z.strictObject({
      agency: z.enum(ADVICE_AGENCIES),
      service: z.string(),
      profession: z.string(),
      ...countsShape,
      byRound: z.array(z.strictObject({ roundId: idSchema, counts: z.strictObject(countsShape) })),
    }),
  ),
});
export type AdviceGaps = z.infer<typeof adviceGapsSchema>;

const mayLook = ['designated_officer', 'qa_lead'] as const;
const mayCheck = ['designated_officer'] as const;
const touches = ['advice', 'documents', 'insight', 'trail'] as const;
/** The agency whose officer looks; an officer has only their own. */
const forAgency = { agency: officerAgencySchema };
const ofDraft = { ...forAgency, documentId: idSchema };

const notADraft = { NOT_A_DRAFT: refusal('This document is no draft of a plan.') };
const finding = {
  ...notADraft,
  NOT_YOUR_SERVICE: refusal('This advice is of another agency than yours.'),
  NOTHING_TO_COMPARE: refusal('There is no advice to compare with yet.'),
  QUOTE_NOT_FOUND: refusal('Those words are not at that place in the document.'),
  PASSAGE_NEEDED: refusal('This finding needs the plan’s own words.'),
  CORRECTION_SENT: refusal('A correction has been sent on this finding.'),
};

export const advice = {
  /** Drafts that wait for the officer, with the days left to the final; with `includePast` those whose final is out too. */
  queue: queryFor(mayLook)
    .input(z.strictObject({ ...forAgency, includePast: z.boolean() }))
    .output(adviceQueueSchema),
  get: queryFor(mayLook).input(z.strictObject(ofDraft)).output(adviceFileSchema).errors(notADraft),
  /** Enters a request for advice, or changes it; `suggestionKey` says which suggestion it confirms. */
  saveRequest: commandFor(mayCheck, touches)
    .input(
      z.strictObject({
        ...ofDraft,
        requestId: idSchema.nullable(),
        fields: adviceRequestFieldsSchema,
        suggestionKey: z.string().max(100).nullable(),
      }),
    )
    .output(adviceFileSchema)
    .errors({
      ...notADraft,
      NIL_WITHOUT_DAY: refusal('A nil return is an answer: it has a day on which it was received.'),
      NOT_ADVICE: refusal('This document is filed as a version of a plan.'),
      NOT_YOUR_SERVICE: finding.NOT_YOUR_SERVICE,
      HAS_FINDINGS: refusal('Passages have been compared with this advice.'),
    }),
  /** Takes a request out of the log, as long as nothing was compared with it. */
  removeRequest: commandFor(mayCheck, touches)
    .input(z.strictObject({ ...ofDraft, requestId: idSchema }))
    .output(adviceFileSchema)
    .errors({
      ...notADraft,
      NOT_YOUR_SERVICE: finding.NOT_YOUR_SERVICE,
      HAS_FINDINGS: refusal('Passages have been compared with this advice.'),
    }),
  /** Does not suggest this again for the plan's cycle. */
  setAside: commandFor(mayCheck, touches)
    .input(z.strictObject({ ...ofDraft, suggestionKey: z.string().max(100) }))
    .output(adviceFileSchema)
    .errors(notADraft),
  /** Puts a passage of the advice beside one of the plan, and says how they stand to each other. */
  saveCheck: commandFor(mayCheck, touches)
    .input(
      z.strictObject({
        ...ofDraft,
        checkId: idSchema.nullable(),
        requestId: idSchema,
        adviceWords: wordsSchema.min(1),
        adviceAnchor: anchorSchema.nullable(),
        planAnchor: anchorSchema.nullable(),
        finding: z.enum(ADVICE_FINDINGS),
        comment: wordsSchema,
      }),
    )
    .output(adviceFileSchema)
    .errors(finding),
  removeCheck: commandFor(mayCheck, touches)
    .input(z.strictObject({ ...ofDraft, checkId: idSchema }))
    .output(adviceFileSchema)
    .errors({ ...notADraft, CORRECTION_SENT: finding.CORRECTION_SENT }),
  /** Says that the draft is checked; false takes it back. */
  finish: commandFor(mayCheck, touches)
    .input(z.strictObject({ ...ofDraft, isChecked: z.boolean() }))
    .output(adviceFileSchema)
    .errors(notADraft),
  /** Asks for a correction on a finding, until it is sent; null takes it back. */
  saveCorrection: commandFor(mayCheck, touches)
    .input(
      z.strictObject({
        ...ofDraft,
        checkId: idSchema,
        correction: z.strictObject({ wording: wordsSchema.min(3), dueOn: isoDateSchema }).nullable(),
      }),
    )
    .output(adviceFileSchema)
    .errors({
      ...notADraft,
      FAITHFUL: refusal('The plan says what the advice says: there is nothing to correct.'),
      AFTER_FINAL: refusal('A correction is due before the final is.'),
      CORRECTION_SENT: finding.CORRECTION_SENT,
    }),
  /** Marks every correction of a draft that was not sent yet as sent; each becomes an action on the plan. */
  sendCorrections: commandFor(mayCheck, [...touches, 'actions', 'audits'])
    .input(z.strictObject(ofDraft))
    .output(adviceFileSchema)
    .errors({ ...notADraft, NOTHING_TO_SEND: refusal('There is no correction that was not sent.') }),
  /** Notes what came back on a correction; null takes it back. */
  answerCorrection: commandFor(mayCheck, touches)
    .input(z.strictObject({ ...ofDraft, checkId: idSchema, answer: wordsSchema.min(1).nullable() }))
    .output(adviceFileSchema)
    .errors({ ...notADraft, NOT_SENT: refusal('This correction was not sent yet.') }),
  /** What recurs in advice by service and profession, over rounds. */
  gaps: queryFor(mayLook).input(z.strictObject(forAgency)).output(adviceGapsSchema),
  /** A letter to a service as a Word document, from what was found of its advice. */
  letter: commandFor(mayCheck, ['trail'])
    .input(
      z.strictObject({
        ...forAgency,
        service: nameSchema,
        /** Null for all rounds, and advice of plans in none. */
        roundId: idSchema.nullable(),
        strengths: z.array(nameSchema).max(20),
        trainingPoints: z.array(nameSchema).max(20),
      }),
    )
    .output(z.file())
    .errors({ NO_SUCH_SERVICE: refusal('The log has no advice of this service.') }),
};
