import { z } from 'zod';
import { rubricSchema } from '../domain/rubric/rubric.ts';
import { draftRubricSchema } from '../domain/rubric/rubric-draft.ts';
import { refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, sha256Schema } from './ids.ts';
import { commandFor, query, queryFor } from './meta.ts';

/** An immutable version of the local quality standards. */
export const storedRubricSchema = z.strictObject({ id: idSchema, digest: sha256Schema, rubric: rubricSchema });
export type StoredRubric = z.infer<typeof storedRubricSchema>;

/** What is said of a version in a list. */
export const rubricVersionSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  version: z.string(),
  /** Null for the version that the workspace began with. */
  effectiveFrom: isoDateSchema.nullable(),
  note: z.string(),
  basedOn: idSchema.nullable(),
  publishedAt: isoTimeSchema,
  publishedBy: z.string().nullable(),
  /** New rounds use it unless another one is chosen. */
  isCurrent: z.boolean(),
  /** Rounds that are, or were, on it. */
  rounds: z.int(),
});
export type RubricVersion = z.infer<typeof rubricVersionSchema>;

const content = { rubric: draftRubricSchema, effectiveFrom: isoDateSchema.nullable(), note: z.string().max(2000) };

export const rubricDraftSchema = z.strictObject({
  id: idSchema,
  basedOn: idSchema,
  /** Counts its saves, so that one window cannot write over another. */
  revision: z.int(),
  savedAt: isoTimeSchema,
  ...content,
});
export type RubricDraft = z.infer<typeof rubricDraftSchema>;

export const rubricDraftSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  version: z.string(),
  basedOn: idSchema,
  savedAt: isoTimeSchema,
  savedBy: z.string(),
});
export type RubricDraftSummary = z.infer<typeof rubricDraftSummarySchema>;

const effectTableSchema = z.strictObject({
  total: z.int(),
  changed: z.int(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  cells: z.array(z.strictObject({ from: z.string(), to: z.string(), count: z.int() })),
});

/** What past gradings would have been under a draft. */
export const rubricEffectSchema = z.strictObject({
  auditors: effectTableSchema,
  agreed: effectTableSchema,
  changes: z.array(
    z.strictObject({
      reference: z.string(),
      stage: z.string().nullable(),
      kind: z.enum(['auditor', 'agreed']),
      from: z.string(),
      to: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  changesLeftOut: z.int(),
  partial: z.strictObject({ total: z.int(), changed: z.int() }),
  standards: z.array(z.strictObject({ id: z.string(), gradings: z.int(), better: z.int(), poorer: z.int() })),
  unanswered: z.strictObject({
    gradings: z.int(),
    criteria: z.array(z.strictObject({ id: z.string(), text: z.string(), gradings: z.int() })),
  }),
  /** Submitted gradings whose answers the caller may not be told yet. */
  leftOut: z.int(),
});
export type RubricEffectAnswer = z.infer<typeof rubricEffectSchema>;

const editors = ['qa_lead'] as const;
const ofDraft = { draftId: idSchema };
const atRevision = { ...ofDraft, revision: z.int() };
const changedElsewhere = { CHANGED_ELSEWHERE: refusal('This draft was changed in another window.') };
const tooMuch = refusal('That is too much to be quality standards.');

export const rubrics = {
  /** The version that new rounds use: of those whose day has come, the one whose day came last. */
  current: query.output(storedRubricSchema),
  get: query.input(z.strictObject({ rubricId: idSchema })).output(storedRubricSchema),
  /** Every version, the latest first. */
  versions: query.output(z.array(rubricVersionSchema)),
  /** A version as a file that can be imported again. */
  export: commandFor('member', ['trail'])
    .input(z.strictObject({ rubricId: idSchema }))
    .output(z.file()),
  drafts: queryFor(editors).output(z.array(rubricDraftSummarySchema)),
  draft: queryFor(editors).input(z.strictObject(ofDraft)).output(rubricDraftSchema),
  /** What the draft, as it was last saved, would make of past gradings. */
  effect: queryFor(editors).input(z.strictObject(atRevision)).output(rubricEffectSchema).errors(changedElsewhere),
  /** Begins a new version from an old one. */
  begin: commandFor(editors, ['rubrics', 'trail'])
    .input(z.strictObject({ rubricId: idSchema }))
    .output(rubricDraftSchema),
  /** Keeps a draft as it stands, faults and all. */
  save: commandFor(editors, ['trail'])
    .input(z.strictObject({ ...atRevision, ...content }))
    .output(z.strictObject({ revision: z.int(), savedAt: isoTimeSchema }))
    .errors({ ...changedElsewhere, TOO_LARGE: tooMuch }),
  discard: commandFor(editors, ['rubrics', 'trail'])
    .input(z.strictObject(ofDraft))
    .output(z.array(rubricDraftSummarySchema)),
  /** Makes an immutable version of a draft that has no faults. */
  publish: commandFor(editors, ['rubrics', 'trail'])
    .input(z.strictObject(atRevision))
    .output(rubricVersionSchema)
    .errors({
      ...changedElsewhere,
      HAS_FAULTS: refusal('The draft has faults.'),
      NO_DATE: refusal('Say from which day this version is used.'),
      NO_NOTE: refusal('Say what changed, and why.'),
      VERSION_TAKEN: refusal('Another version has this number.'),
      NOTHING_CHANGED: refusal('Nothing differs from the version that this one was made from.'),
    }),
  /** Begins a draft from a file; a file of another form is told of in sentences, and nothing is kept of it. */
  import: commandFor(editors, ['rubrics', 'trail'])
    .input(z.strictObject({ file: z.file() }))
    .output(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('draft'), draft: rubricDraftSchema }),
        z.strictObject({ kind: z.literal('refused'), problems: z.array(z.string()) }),
      ]),
    )
    .errors({
      NOT_JSON: refusal('The file is not JSON.'),
      TOO_LARGE: tooMuch,
      TOO_DEEP: refusal('The file nests deeper than quality standards do.'),
      FORBIDDEN_KEY: refusal('The file uses a name that is not allowed.'),
    }),
};
