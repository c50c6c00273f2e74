import { z } from 'zod';
import { FEEDBACK_COLUMNS, LONGEST_WORDS } from '../domain/family/family-feedback-rows.ts';
import { RESPONDENTS } from '../domain/family/family-feedback.ts';
import { documentErrors, refusal } from './errors.ts';
import { idSchema, isoDateSchema, isoTimeSchema, nameSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';
import { halfTermSchema } from './partnership.ts';

/** As many answers as a screen lists; figures count them all. */
const MOST_LISTED = 500;
const MOST_SCALE_ANSWERS = 10;

export const scaleAnswerSchema = z.strictObject({ id: z.string(), label: z.string(), isSatisfied: z.boolean() });

const answerFields = {
  planId: idSchema,
  answeredOn: isoDateSchema,
  respondent: z.enum(RESPONDENTS),
  /** Id of an answer of the scale. */
  answer: z.string().max(100),
  words: z.string().trim().max(LONGEST_WORDS),
};
export const newFamilyAnswerSchema = z.strictObject(answerFields);
export type NewFamilyAnswer = z.infer<typeof newFamilyAnswerSchema>;

export const familyAnswerSchema = z.strictObject({
  id: idSchema,
  ...answerFields,
  planReference: z.string(),
  planInitials: z.string(),
});
export type FamilyAnswer = z.infer<typeof familyAnswerSchema>;

const shareSchema = z.strictObject({
  n: z.int(),
  of: z.int(),
  percent: z.number().nullable(),
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  words: z.string(),
});

export const familyFiguresSchema = z.strictObject({
  scale: z.array(scaleAnswerSchema),
  /** The latest half-term first; null for days in none. */
  halfTerms: z.array(z.strictObject({ halfTerm: halfTermSchema.nullable(), satisfied: shareSchema })),
  total: z.int(),
});
export type FamilyFigures = z.infer<typeof familyFiguresSchema>;

export const familyListSchema = z.strictObject({
  /** The latest first. */
  answers: z.array(familyAnswerSchema),
  total: z.int(),
  /** Answers about plans that the caller is asked to grade and has not submitted; they are not among `answers`. */
  heldBack: z.int(),
  imports: z.array(
    z.strictObject({ id: idSchema, at: isoTimeSchema, by: z.string(), answers: z.int(), isUndone: z.boolean() }),
  ),
});
export type FamilyList = z.infer<typeof familyListSchema>;

const table = {
  file: z.file(),
  /** What each column is; null to go by the headers. */
  columns: z.array(z.enum(FEEDBACK_COLUMNS).nullable()).max(200).nullable(),
  password: z.string().min(1).max(255).optional(),
};

export const feedbackPreviewSchema = z.strictObject({
  headers: z.array(z.string()),
  columns: z.array(z.enum(FEEDBACK_COLUMNS).nullable()),
  counts: z.strictObject({ new: z.int(), duplicate: z.int(), wrong: z.int() }),
  /** Rows that cannot go in, by their number in the file, the first of them. */
  problems: z.array(z.strictObject({ row: z.int(), message: z.string() })),
  /** What keeps the whole from going in. */
  obstacle: z.string().nullable(),
});
export type FeedbackPreview = z.infer<typeof feedbackPreviewSchema>;

/**
 * A family's words would sway whoever is yet to grade their plan, so auditors are not among those who read them, and of
 * the others nobody does who is asked to grade that plan and has not submitted.
 */
const mayRead = ['qa_lead', 'chair'] as const;
const mayCount = ['qa_lead', 'chair', 'board_reader'] as const;
const mayEnter = ['qa_lead'] as const;
const touches = ['familyFeedback', 'trail'] as const;

export const familyFeedback = {
  /** Satisfied or very satisfied, by half-term. */
  figures: queryFor(mayCount).output(familyFiguresSchema),
  list: queryFor(mayRead)
    .input(z.strictObject({ limit: z.int().min(1).max(MOST_LISTED) }))
    .output(familyListSchema),
  add: commandFor(mayEnter, touches)
    .input(newFamilyAnswerSchema)
    .output(familyAnswerSchema)
    .errors({
      ALREADY_THERE: refusal('This very answer is there already.'),
      NO_SUCH_ANSWER: refusal('The scale has no such answer.'),
      NOT_YET: refusal('That day has not come yet.'),
    }),
  remove: commandFor(mayEnter, touches)
    .input(z.strictObject({ answerId: idSchema }))
    .output(familyAnswerSchema),
  /** Changes the words of the scale and what counts as satisfied. An answer that families have given stays. */
  setScale: commandFor(mayEnter, touches)
    .input(
      z.strictObject({
        scale: z
          .array(z.strictObject({ id: z.string().max(100).nullable(), label: nameSchema, isSatisfied: z.boolean() }))
          .max(MOST_SCALE_ANSWERS),
      }),
    )
    .output(familyFiguresSchema)
    .errors({
      BAD_SCALE: refusal('This scale will not do.'),
      SCALE_IN_USE: refusal('Families have given an answer that would go.'),
    }),
  /** How a table would be read. Nothing goes into the workspace. */
  preview: commandFor(mayEnter, []).input(z.strictObject(table)).output(feedbackPreviewSchema).errors(documentErrors),
  /** Puts every row in that can go in and is not there yet, as one; wrong rows only where a person leaves them out. */
  import: commandFor(mayEnter, touches)
    .input(z.strictObject({ ...table, leaveOutWrong: z.boolean() }))
    .output(z.strictObject({ importId: idSchema, added: z.int(), skipped: z.int() }))
    .errors({
      ...documentErrors,
      ROWS_WRONG: refusal('Some rows cannot go in as they are.'),
      NOTHING_NEW: refusal('There is nothing in this table that is not there already.'),
    }),
  /** Takes a whole import back. */
  undoImport: commandFor(mayEnter, touches)
    .input(z.strictObject({ importId: idSchema }))
    .output(z.strictObject({ removed: z.int() })),
};
