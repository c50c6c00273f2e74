import { z } from 'zod';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, lineSchema } from './ids.ts';
import { commandFor, query, queryFor } from './meta.ts';
import { halfTermSchema } from './partnership.ts';
import { personSchema } from './person.ts';
import { roundKindSchema } from './workspaces.ts';

export const roundSchema = z.strictObject({
  id: idSchema,
  halfTerm: halfTermSchema,
  kind: roundKindSchema,
  theme: z.string(),
  panelDate: isoDateSchema,
  /** By when gradings are handed in. */
  gradingDue: isoDateSchema.nullable(),
  rubricId: idSchema,
  state: z.enum(['open', 'closed']),
  /** What the round holds so far; drafts and finals each count as a document. */
  documents: z.int(),
  auditsOpen: z.int(),
  auditsSubmitted: z.int(),
  members: z.int(),
  /** Plans that were drawn or picked; none where documents are audited as they are added. */
  plans: z.int(),
  /** Those of them that the round's draw brought, or that were swapped in for one of these. */
  drawn: z.int(),
  /** Plans whose current cycle has no document. */
  plansWithoutDocument: z.int(),
  /** Live assignments that a QA lead made, and how far they are. */
  assigned: z.int(),
  handedIn: z.int(),
  late: z.int(),
  /** Plans of the round with a document, of which nobody is asked to audit any. */
  plansWithoutAuditor: z.int(),
  /** Live assignments of calibration documents, and how many of them are handed in. */
  calibrating: z.int(),
  calibrated: z.int(),
  /**
   * Documents that several are asked to grade, and how the panel stands with them: all have submitted and it has not
   * begun; it has begun; it has agreed. Nothing of what anybody answered is in these.
   */
  forPanel: z.int(),
  readyForPanel: z.int(),
  inPanel: z.int(),
  agreed: z.int(),
  /** What the panel asked for, and how much of that is open. */
  actions: z.int(),
  actionsOpen: z.int(),
});
export type Round = z.infer<typeof roundSchema>;

const roundFields = {
  kind: roundKindSchema,
  theme: lineSchema,
  panelDate: isoDateSchema,
};
const calendarErrors = {
  NO_HALF_TERM: refusal('The panel date is in no half-term of the calendar.'),
  DUE_AFTER_PANEL: refusal('Gradings would be due after the panel meets.'),
};

export const roundMemberSchema = z.strictObject({ person: personSchema, attended: z.boolean().nullable() });

const maySetUp = ['qa_lead'] as const;
const touches = ['rounds', 'samples', 'assignments', 'insight', 'reports', 'audits', 'plans', 'trail'] as const;

export const rounds = {
  list: query.output(z.array(roundSchema)),
  /** The round whose half-term holds today, else the latest one. */
  current: query.output(roundSchema),
  /** Begins a round in the half-term of its panel date; members come along from another round where one is named. */
  create: commandFor(maySetUp, touches)
    .input(
      z.strictObject({
        ...roundFields,
        gradingDue: isoDateSchema.nullable(),
        copyFrom: idSchema.nullable(),
        /** The version of the standards; null for the one in use. */
        rubricId: idSchema.nullable().optional(),
      }),
    )
    .output(roundSchema)
    .errors(calendarErrors),
  update: commandFor(maySetUp, touches)
    .input(z.strictObject({ roundId: idSchema, ...roundFields, gradingDue: isoDateSchema.nullable().optional() }))
    .output(roundSchema)
    .errors(calendarErrors),
  /** Takes a round back that nothing was put into. */
  remove: commandFor(maySetUp, touches)
    .input(z.strictObject({ roundId: idSchema }))
    .output(z.array(roundSchema))
    .errors({ ROUND_IN_USE: refusal('Something was put into this round.') }),
  members: queryFor(['qa_lead', 'chair', 'auditor', 'designated_officer'])
    .input(z.strictObject({ roundId: idSchema }))
    .output(z.array(roundMemberSchema)),
  setMembers: commandFor(maySetUp, touches)
    .input(z.strictObject({ roundId: idSchema, personIds: z.array(idSchema).max(200) }))
    .output(z.array(roundMemberSchema))
    .errors({ HAS_ASSIGNMENTS: refusal('A person who has plans to audit cannot leave the round.') }),
};
