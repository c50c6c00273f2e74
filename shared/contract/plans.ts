import { z } from 'zod';
import { CYCLE_DATES, CYCLE_PARTS, LAWFUL_EXCEPTIONS } from '../domain/timeline/cycle-dates.ts';
import { cleanLine } from '../domain/names.ts';
import { refusal } from './errors.ts';
import { childNameSchema, idSchema, isoDateSchema, isoTimeSchema, lineSchema, nameSchema } from './ids.ts';
import { commandFor, MAY_READ_PLANS, queryFor } from './meta.ts';

export const PLAN_TYPES = ['new', 'reassessment', 'amended', 'reviewed', 'transferred_in'] as const;
/** Extensible: an area may name its own, so rubrics compare it as text. */
export const planTypeSchema = z.enum(PLAN_TYPES);

export const STAGES = ['draft', 'final', 'amended_draft', 'amended_final'] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** What the register holds of a plan and of its current cycle. Empty is null, never a guess. */
export const planFieldsSchema = z.strictObject({
  /** The area's own reference; unique in the workspace. */
  reference: nameSchema,
  initials: z.string().overwrite(cleanLine).max(10),
  /** Hidden on screen until asked for; never in a partnership report. */
  name: childNameSchema.nullable(),
  dateOfBirth: isoDateSchema.nullable(),
  planType: planTypeSchema,
  /** National curriculum year: Nursery 2 = -1, Reception = 0, Years 1–14. */
  ncYear: z.int().min(-2).max(20).nullable(),
  setting: lineSchema.nullable(),
  primaryNeed: lineSchema.nullable(),
  locality: lineSchema.nullable(),
  team: lineSchema.nullable().default(null),
  /** Kind of setting in the area's own words: mainstream primary, special school … */
  settingType: lineSchema.nullable().default(null),
  isLookedAfter: z.boolean().nullable().default(null),
  isKnownToSocialCare: z.boolean().nullable().default(null),
});
export type PlanFields = z.input<typeof planFieldsSchema>;

export const documentSummarySchema = z.strictObject({
  id: idSchema,
  fileName: z.string(),
  format: z.enum(['pdf', 'docx']),
  bytes: z.int(),
  sha256: z.string(),
  importedAt: isoTimeSchema,
  /** Null while the document waits to be filed under a plan. */
  planId: idSchema.nullable(),
  cycleId: idSchema.nullable(),
  stage: stageSchema.nullable(),
  issuedOn: isoDateSchema.nullable(),
  /** Null for Word. */
  pages: z.int().nullable(),
  characters: z.int(),
  /** A scan: graded by eye. */
  hasText: z.boolean(),
  sectionsFound: z.array(z.string()),
  sectionsUnsure: z.array(z.string()),
  sectionsConfirmed: z.boolean(),
  warnings: z.int(),
  /** My own audit of it, if I have begun one. */
  myAudit: z
    .strictObject({ id: idSchema, state: z.enum(['open', 'submitted']), answered: z.int(), toAnswer: z.int() })
    .nullable(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export const planSchema = planFieldsSchema.extend({
  id: idSchema,
  cycleId: idSchema,
  createdAt: isoTimeSchema,
  documents: z.array(documentSummarySchema),
});
export type Plan = z.infer<typeof planSchema>;

export const cycleDateSchema = z.strictObject({
  kind: z.enum(CYCLE_DATES),
  date: isoDateSchema,
  /** Entered in the register; or said at filing, or printed in the document, of the plan's version of that stage. */
  source: z.enum(['register', 'filed', 'printed']),
  stage: stageSchema.nullable(),
  /** What the plan's documents give where the register has another day; null where they agree or say nothing. */
  documentSays: z
    .strictObject({ date: isoDateSchema, source: z.enum(['filed', 'printed']), stage: stageSchema.nullable() })
    .nullable(),
});

/** One going-round of a plan: its making, a review, a reassessment. */
export const cycleSchema = z.strictObject({
  id: idSchema,
  sequence: z.int(),
  isCurrent: z.boolean(),
  planType: planTypeSchema,
  ncYear: z.int().nullable(),
  setting: z.string().nullable(),
  /** As the clocks use them. */
  dates: z.array(cycleDateSchema),
  exceptions: z.array(z.enum(LAWFUL_EXCEPTIONS)),
  people: z.array(z.strictObject({ personId: idSchema, name: z.string(), part: z.enum(CYCLE_PARTS) })),
  /** Nothing was filed under it or built on it, so that it can be taken back. */
  canRemove: z.boolean(),
});
export type Cycle = z.infer<typeof cycleSchema>;

export const cyclesSchema = z.strictObject({
  /** The day that the clocks are held against. */
  today: isoDateSchema,
  dateOfBirth: isoDateSchema.nullable(),
  /** Latest first. */
  cycles: z.array(cycleSchema),
});

/** What the register can be narrowed to; what is null or empty is not asked for. */
export const registerFilterSchema = z.strictObject({
  /** Every word in any of the columns in sight. */
  text: z.string().max(200),
  /** Names are searched only while they are in sight. */
  isNameSearched: z.boolean(),
  planType: planTypeSchema.nullable(),
  ncYear: z.int().nullable(),
  team: z.string().nullable(),
  locality: z.string().nullable(),
  /** With a document of that stage; `none` without any document. */
  stage: z.enum([...STAGES, 'none']).nullable(),
  /** With a submitted audit, whoever made it. */
  isAudited: z.boolean().nullable(),
  /** The current cycle's final came, or is, late without a lawful exception. */
  isLate: z.boolean().nullable(),
  /** How far my own audits of its documents are. */
  myWork: z.enum(['to_begin', 'under_way', 'submitted']).nullable(),
});
export type RegisterFilter = z.infer<typeof registerFilterSchema>;

/** The whole register: nothing is asked for. */
export const EVERY_PLAN: RegisterFilter = {
  text: '',
  isNameSearched: false,
  planType: null,
  ncYear: null,
  team: null,
  locality: null,
  stage: null,
  isAudited: null,
  isLate: null,
  myWork: null,
};

export const REGISTER_COLUMNS = [
  'reference',
  'initials',
  'name',
  'planType',
  'ncYear',
  'primaryNeed',
  'locality',
  'team',
  'finalDue',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

export const registerRowSchema = z.strictObject({
  id: idSchema,
  reference: z.string(),
  initials: z.string(),
  name: z.string().nullable(),
  planType: planTypeSchema,
  ncYear: z.int().nullable(),
  primaryNeed: z.string().nullable(),
  locality: z.string().nullable(),
  team: z.string().nullable(),
  finalDue: isoDateSchema.nullable(),
  finalDone: isoDateSchema.nullable(),
  isExcepted: z.boolean(),
  documents: z.array(
    z.strictObject({
      id: idSchema,
      stage: stageSchema.nullable(),
      myAudit: z.enum(['none', 'open', 'submitted']),
    }),
  ),
});
export type RegisterRow = z.infer<typeof registerRowSchema>;

/** Most rows in one answer; a table shows a few dozen at a time. */
export const LARGEST_PAGE = 200;

export const registerPageSchema = z.strictObject({
  today: isoDateSchema,
  rows: z.array(registerRowSchema),
  /** Plans that the filter lets through. */
  matching: z.int(),
  /** Plans in the register. */
  all: z.int(),
});
export type RegisterPage = z.infer<typeof registerPageSchema>;

/** A document in front of the caller, with the plan it belongs to. */
export const queueItemSchema = z.strictObject({
  plan: z.strictObject({ id: idSchema, reference: z.string(), initials: z.string() }),
  document: documentSummarySchema,
  roundId: idSchema,
  /** False for a parent carer representative while nobody has checked that its names are masked: it does not open yet. */
  isPrepared: z.boolean(),
  /** Null where nobody hands documents out, and everyone audits what there is. */
  assignment: z
    .strictObject({ dueOn: isoDateSchema.nullable(), isLate: z.boolean(), standards: z.array(z.string()).nullable() })
    .nullable(),
});
export type QueueItem = z.infer<typeof queueItemSchema>;

const referenceErrors = { REFERENCE_TAKEN: refusal('Another plan has this reference.') };
const conflict = {
  CONFLICT_OF_INTEREST: refusal('Somebody who is asked to audit a plan would come to have had a hand in it.'),
};
const changes = ['plans', 'audits', 'hints', 'insight', 'reports', 'trail'] as const;

export const plans = {
  /** The register, a page at a time. */
  page: queryFor(MAY_READ_PLANS)
    .input(
      z.strictObject({
        filter: registerFilterSchema,
        sort: z.strictObject({ column: z.enum(REGISTER_COLUMNS), direction: z.enum(['ascending', 'descending']) }),
        offset: z.int().min(0),
        limit: z.int().min(1).max(LARGEST_PAGE),
      }),
    )
    .output(registerPageSchema),
  /** What the register's plans have in the columns that it can be narrowed by. */
  choices: queryFor(MAY_READ_PLANS).output(
    z.strictObject({ teams: z.array(z.string()), localities: z.array(z.string()), ncYears: z.array(z.int()) }),
  ),
  /**
   * What is in front of the caller: the documents of the current round, only their own assignments once a QA lead has
   * handed documents out, and what they have not handed in of other rounds.
   */
  queue: queryFor(MAY_READ_PLANS).output(z.array(queueItemSchema)),
  get: queryFor(MAY_READ_PLANS)
    .input(z.strictObject({ planId: idSchema }))
    .output(planSchema),
  cycles: queryFor(MAY_READ_PLANS)
    .input(z.strictObject({ planId: idSchema }))
    .output(cyclesSchema),
  create: commandFor(['qa_lead', 'auditor'], ['plans', 'trail'])
    .input(planFieldsSchema)
    .output(planSchema)
    .errors(referenceErrors),
  update: commandFor(['qa_lead'], changes)
    .input(z.strictObject({ planId: idSchema, fields: planFieldsSchema }))
    .output(planSchema)
    .errors({ ...referenceErrors, ...conflict }),
  /** Enters a date of a cycle; null goes back to what its documents say. */
  setDate: commandFor(['qa_lead'], changes)
    .input(z.strictObject({ cycleId: idSchema, kind: z.enum(CYCLE_DATES), date: isoDateSchema.nullable() }))
    .output(cyclesSchema),
  setExceptions: commandFor(['qa_lead'], changes)
    .input(
      z.strictObject({
        cycleId: idSchema,
        exceptions: z.array(z.enum(LAWFUL_EXCEPTIONS)).max(LAWFUL_EXCEPTIONS.length),
      }),
    )
    .output(cyclesSchema),
  /** Who had this part in a cycle; they audit no document of it. */
  setPeople: commandFor(['qa_lead'], changes)
    .input(z.strictObject({ cycleId: idSchema, part: z.enum(CYCLE_PARTS), personIds: z.array(idSchema).max(50) }))
    .output(cyclesSchema)
    .errors(conflict),
  /** Begins a review or a reassessment of a plan; what is filed from now on belongs to it. */
  beginCycle: commandFor(['qa_lead'], changes)
    .input(z.strictObject({ planId: idSchema, planType: planTypeSchema }))
    .output(cyclesSchema),
  /** Takes back a cycle that was begun and has nothing in it. */
  removeCycle: commandFor(['qa_lead'], changes)
    .input(z.strictObject({ cycleId: idSchema }))
    .output(cyclesSchema)
    .errors({ CYCLE_IN_USE: refusal('Something was filed under this cycle.') }),
  /** Takes a plan, its documents and its open audits out of the workspace. */
  remove: commandFor(
    ['qa_lead'],
    ['plans', 'documents', 'audits', 'hints', 'rounds', 'samples', 'assignments', 'insight', 'reports', 'trail'],
  )
    .input(z.strictObject({ planId: idSchema }))
    .output(z.strictObject({ planId: idSchema }))
    .errors({ HAS_SUBMITTED_AUDIT: refusal('This plan has an audit that was submitted.') }),
};
