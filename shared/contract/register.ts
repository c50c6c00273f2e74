import { z } from 'zod';
import { documentErrors, refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema } from './ids.ts';
import { commandFor, MAY_READ_PLANS, queryFor } from './meta.ts';

/** A register of plans, or what another tool graded. */
export const importKindSchema = z.enum(['register', 'results']);

/** A table that was read and waits, in memory alone, to be imported; locking the workspace drops it. */
export const uploadSchema = z.strictObject({
  uploadId: idSchema,
  kind: importKindSchema,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  sheets: z.array(z.strictObject({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.string(),
  headers: z.array(z.string()),
  /** The first values of each column. */
  examples: z.array(z.array(z.string())),
  /** What each column is taken for; null for what is left out. */
  columns: z.array(z.string().nullable()),
  rows: z.int(),
});
export type Upload = z.infer<typeof uploadSchema>;

/** Excel takes 31 characters; some other programs write longer names. */
const LONGEST_SHEET_NAME = 255;

const upload = { uploadId: idSchema };
const plan = {
  ...upload,
  columns: z.array(z.string().max(100).nullable()).max(200),
  /** What to do with a reference that is in the register already. */
  onKnown: z.enum(['update', 'skip']),
  /** Cells that a person has mended. `row` is its number in the file, from 1. */
  mends: z.array(z.strictObject({ row: z.int(), column: z.int(), value: z.string().max(1000) })).max(5000),
  /** Rows that a person has left out. */
  leftOut: z.array(z.int()).max(100_000),
};

export const importRowSchema = z.strictObject({
  row: z.int(),
  cells: z.array(z.string()),
  state: z.enum(['new', 'update', 'skip', 'wrong', 'left_out']),
  problems: z.array(z.strictObject({ column: z.int().nullable(), message: z.string() })),
  /** What the plan's own documents say otherwise; it keeps nothing from going in. */
  remarks: z.array(z.string()),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const previewSchema = z.strictObject({
  counts: z.strictObject({
    new: z.int(),
    update: z.int(),
    skip: z.int(),
    wrong: z.int(),
    left_out: z.int(),
  }),
  /** Rows asked for, and how many there are of them. */
  rows: z.array(importRowSchema),
  matching: z.int(),
  /** Rows with remarks. */
  differing: z.int(),
  /** People who are not in the workspace yet and would come into it as caseworkers without a PIN. */
  newPeople: z.array(z.string()),
  /** What keeps the whole from going in, whatever the rows say. */
  obstacle: z.string().nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

export const pastImportSchema = z.strictObject({
  id: idSchema,
  kind: importKindSchema,
  at: isoTimeSchema,
  personName: z.string(),
  added: z.int(),
  updated: z.int(),
  skipped: z.int(),
  undoneAt: isoTimeSchema.nullable(),
});
export type PastImport = z.infer<typeof pastImportSchema>;

export const importedResultSchema = z.strictObject({
  id: idSchema,
  gradedOn: isoDateSchema.nullable(),
  overall: z.string().nullable(),
  grades: z.array(z.strictObject({ section: z.string(), grade: z.string() })),
  importedAt: isoTimeSchema,
});

const lead = ['qa_lead'] as const;
const changes = ['plans', 'register', 'people', 'audits', 'hints', 'insight', 'reports', 'trail'] as const;
const uploadErrors = { UPLOAD_GONE: refusal('This table is no longer in memory.') };
const conflict = {
  CONFLICT_OF_INTEREST: refusal('Somebody who is asked to audit a plan would come to have had a hand in it.'),
};

export const register = {
  /** Reads a table in the worker. Nothing goes into the workspace yet. */
  upload: commandFor(lead, [])
    .input(z.strictObject({ file: z.file(), kind: importKindSchema, password: z.string().min(1).max(255).optional() }))
    .output(uploadSchema)
    .errors(documentErrors),
  chooseSheet: commandFor(lead, [])
    .input(z.strictObject({ ...upload, sheet: z.string().max(LONGEST_SHEET_NAME) }))
    .output(uploadSchema)
    .errors({ ...documentErrors, ...uploadErrors }),
  /** What would become of each row. */
  preview: queryFor(lead)
    .input(
      z.strictObject({
        ...plan,
        only: z.enum(['all', 'wrong', 'new', 'update', 'skip', 'left_out', 'differing']),
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(previewSchema)
    .errors(uploadErrors),
  /** Puts every row that is not left out into the workspace: all of them, or none. */
  apply: commandFor(lead, changes)
    .input(z.strictObject(plan))
    .output(pastImportSchema)
    .errors({ ...uploadErrors, ...conflict, ROWS_WRONG: refusal('Some rows cannot go in as they are.') }),
  imports: queryFor(lead).output(z.array(pastImportSchema)),
  /** Takes a whole import back, as long as nothing was built on it. */
  undo: commandFor(lead, changes)
    .input(z.strictObject({ importId: idSchema }))
    .output(pastImportSchema)
    .errors({ ...conflict, IMPORT_IN_USE: refusal('Something was built on this import.') }),
  /** What another tool graded of a plan; counted nowhere. */
  results: queryFor(MAY_READ_PLANS)
    .input(z.strictObject({ planId: idSchema }))
    .output(z.array(importedResultSchema)),
};
