import { z } from 'zod';
import { anchorSchema } from '../domain/document-model.ts';
import { gradingSchema } from '../domain/grading/grading.ts';
import { ROOT_CAUSES } from '../domain/grading/root-causes.ts';
import { planFactsSchema, responseSchema } from '../domain/rubric/rubric.ts';
import { REFUSAL_STATUS, refusal } from './errors.ts';
import { idSchema, isoTimeSchema } from './ids.ts';
import { commandFor, query, queryFor } from './meta.ts';
import { agencySchema } from './person.ts';
import { documentSummarySchema } from './plans.ts';

export const evidenceSchema = z.strictObject({
  id: idSchema,
  criterionId: z.string(),
  anchor: anchorSchema,
  addedAt: isoTimeSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** An auditor's work on one criterion. */
export const answerSchema = z.strictObject({
  response: responseSchema.nullable(),
  comment: z.string(),
  /** Sections searched where the evidence is that the words are absent. */
  absentIn: z.array(z.string()),
  /** Why the plan falls short here; of a 'partly' or 'not met' alone. */
  rootCause: z.enum(ROOT_CAUSES).nullable(),
  evidence: z.array(evidenceSchema),
  savedAt: isoTimeSchema.nullable(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A plan fact as used in the audit: from the register and the document, or supplied by the auditor and marked so. */
export const usedFactSchema = z.strictObject({
  value: z.union([z.number(), z.boolean(), z.string(), z.null()]),
  source: z.enum(['derived', 'auditor', 'unknown']),
});
export type UsedFact = z.infer<typeof usedFactSchema>;

/** Why an audit cannot be submitted yet. */
export const submissionProblemSchema = z.strictObject({
  code: z.string(),
  criterion: z.string().nullable(),
  standard: z.string().nullable(),
  message: z.string(),
});
export type SubmissionProblem = z.infer<typeof submissionProblemSchema>;

/** A submission that was taken back to be worked on again. */
export const earlierSubmissionSchema = z.strictObject({
  submittedAt: isoTimeSchema,
  reopenedAt: isoTimeSchema,
  reopenedBy: z.string(),
  reason: z.string(),
  overallGrade: z.string().nullable(),
});
export type EarlierSubmission = z.infer<typeof earlierSubmissionSchema>;

export const auditSchema = z.strictObject({
  id: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  document: documentSummarySchema,
  roundId: idSchema,
  rubricId: idSchema,
  auditorId: idSchema,
  /** On whose behalf the auditor grades. */
  agency: agencySchema,
  /** The standards that are asked for; null for all. */
  standards: z.array(z.string()).nullable(),
  isCalibration: z.boolean(),
  level: z.enum(['draft_control', 'thematic', 'multi_agency', 'independent']),
  state: z.enum(['open', 'submitted']),
  startedAt: isoTimeSchema,
  submittedAt: isoTimeSchema.nullable(),
  facts: z.record(z.string(), usedFactSchema),
  developmentalStandards: z.array(z.string()),
  /** By criterion id; a criterion without an entry has not been touched. */
  answers: z.record(z.string(), answerSchema),
  grading: gradingSchema,
  /** The auditor's own, in no report: by standard id, and under '' for the whole audit. */
  notes: z.record(z.string(), z.string()),
  /** Seconds at work on it, as the screen counted them. */
  activeSeconds: z.int(),
  /** A submitted audit may be reopened until somebody was shown others' answers. */
  canReopen: z.boolean(),
  /** Latest first. */
  earlierSubmissions: z.array(earlierSubmissionSchema),
  /** Everything that stands in the way of submitting, in the rubric's order, and then earlier actions; empty when ready. */
  problems: z.array(submissionProblemSchema),
});
export type Audit = z.infer<typeof auditSchema>;

export const auditSummarySchema = z.strictObject({
  id: idSchema,
  planId: idSchema,
  planReference: z.string(),
  planInitials: z.string(),
  document: documentSummarySchema,
  state: z.enum(['open', 'submitted']),
  answered: z.int(),
  toAnswer: z.int(),
  /** Mine only, and null until complete, and where the audit covers only some of the standards. */
  overallGrade: z.string().nullable(),
  isPartial: z.boolean(),
  /** Those that are asked for and apply, in the rubric's order. */
  standards: z.array(z.strictObject({ id: z.string(), answered: z.int(), toAnswer: z.int() })),
  lastSavedAt: isoTimeSchema.nullable(),
});
export type AuditSummary = z.infer<typeof auditSummarySchema>;

const touches = ['audits', 'plans', 'rounds', 'insight', 'reports', 'trail'] as const;
const locked = { ALREADY_SUBMITTED: refusal('This audit was submitted and is locked.') };
const changedElsewhere = { CHANGED_ELSEWHERE: refusal('This was changed in another window meanwhile.') };

/** Parts of one answer; what is left out is not spoken of. */
const answerPartsSchema = z.strictObject({
  response: responseSchema.nullable().optional(),
  comment: z.string().max(10_000).optional(),
  absentIn: z.array(z.string()).max(40).optional(),
  rootCause: z.enum(ROOT_CAUSES).nullable().optional(),
});

export const audits = {
  /** My audits in a round. */
  list: query.input(z.strictObject({ roundId: idSchema })).output(z.array(auditSummarySchema)),
  /** Opens my audit of a document, beginning it if there is none. */
  open: commandFor(['auditor'], touches)
    .input(z.strictObject({ documentId: idSchema, roundId: idSchema }))
    .output(auditSchema)
    .errors({
      NOT_FILED: refusal('This document is not filed under a plan yet.'),
      NOT_ASSIGNED: refusal('You are not asked to audit this document.'),
      CONFLICT_OF_INTEREST: refusal('This person had a hand in the plan.'),
      ANSWERS_SHOWN: refusal('Auditors’ answers to this document have been shown.'),
      HAS_SEEN_ANSWERS: refusal('This person has seen what others found in this plan.'),
      ALREADY_AGREED: refusal('The panel has agreed this document.'),
    }),
  get: query.input(z.strictObject({ auditId: idSchema })).output(auditSchema),
  /** Saves what changed of one answer; what is left out stays as it was, and `response: null` clears it. */
  saveAnswer: commandFor(['auditor'], touches)
    .input(
      z.strictObject({
        auditId: idSchema,
        criterionId: z.string(),
        change: answerPartsSchema,
        /** How the changed parts stood where the change was made; refused where they stand otherwise by now. */
        before: answerPartsSchema.optional(),
      }),
    )
    .output(auditSchema)
    .errors({
      ...locked,
      ...changedElsewhere,
      NO_SUCH_CRITERION: refusal('The standards of this audit have no such criterion or answer.'),
      NO_SUCH_SECTION: refusal('A plan has no such section.'),
    }),
  addEvidence: commandFor(['auditor'], touches)
    .input(z.strictObject({ auditId: idSchema, criterionId: z.string(), anchor: anchorSchema }))
    .output(auditSchema)
    .errors({
      ...locked,
      NO_SUCH_CRITERION: refusal('The standards of this audit have no such criterion.'),
      QUOTE_NOT_FOUND: refusal('Those words are not at that place in the document.'),
    }),
  removeEvidence: commandFor(['auditor'], touches)
    .input(z.strictObject({ auditId: idSchema, evidenceId: idSchema }))
    .output(auditSchema)
    .errors(locked),
  /** Supplies a plan fact (marked as the auditor's), or with null goes back to the derived one. */
  setFact: commandFor(['auditor'], [...touches, 'hints'])
    .input(
      z.strictObject({
        auditId: idSchema,
        fact: z.string(),
        value: planFactsSchema.valueType,
        /** What the auditor had supplied where the change was made, null for nothing; refused where it is not so by now. */
        before: planFactsSchema.valueType.optional(),
      }),
    )
    .output(auditSchema)
    .errors({
      ...locked,
      ...changedElsewhere,
      NO_SUCH_FACT: refusal('The standards of this audit know no such fact or value.'),
    }),
  /** Grades a standard that does not apply on its own, out of every sum. */
  setDevelopmental: commandFor(['auditor'], touches)
    .input(z.strictObject({ auditId: idSchema, standardId: z.string(), isDevelopmental: z.boolean() }))
    .output(auditSchema)
    .errors({ ...locked, NO_SUCH_STANDARD: refusal('This audit has no such standard.') }),
  /** Keeps a note of one's own, on a standard or, without one, on the whole audit; also after it was submitted. */
  saveNote: commandFor(['auditor'], touches)
    .input(
      z.strictObject({
        auditId: idSchema,
        standardId: z.string().nullable(),
        note: z.string().max(10_000),
        /** The note as it was when somebody began to type; refused where it is another by now. */
        before: z.string().max(10_000).optional(),
      }),
    )
    .output(auditSchema)
    .errors({ ...changedElsewhere, NO_SUCH_STANDARD: refusal('This audit has no such standard.') }),
  /** Adds to the time at work on an open audit; of a submitted one it stays as it is. */
  addTime: commandFor(['auditor'], [])
    .input(z.strictObject({ auditId: idSchema, seconds: z.int().min(1).max(3600) }))
    .output(z.strictObject({ activeSeconds: z.int() })),
  /** The time that the round's auditors took, without saying who. */
  timeTaken: queryFor(['qa_lead', 'chair'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(
      z.strictObject({
        /** Audits of documents that everybody has submitted. */
        audits: z.int(),
        /** Null under three audits, from which one person's time could be told. */
        medianSeconds: z.int().nullable(),
      }),
    ),
  /** Locks the audit. Refused while anything stands in the way; a shortfall without a cause is put down as not known. */
  submit: commandFor(['auditor'], touches)
    .input(z.strictObject({ auditId: idSchema }))
    .output(auditSchema)
    .errors({
      ...locked,
      NOT_READY: {
        status: REFUSAL_STATUS,
        message: 'The audit is not ready to submit.',
        data: z.strictObject({ advice: z.string(), problems: z.array(submissionProblemSchema) }),
      },
    }),
  /** Unlocks a submitted audit, its auditor's or, for the QA lead, anyone's. What was submitted is kept. */
  reopen: commandFor(['auditor', 'qa_lead'], [...touches, 'assignments'])
    .input(z.strictObject({ auditId: idSchema, reason: z.string().trim().min(3, { message: 'Say why.' }).max(1000) }))
    .output(z.strictObject({ auditId: idSchema, state: z.literal('open') }))
    .errors({
      NOT_SUBMITTED: refusal('This audit is open.'),
      ANSWERS_SHOWN: refusal('Auditors’ answers to this document have been shown.'),
    }),
};
