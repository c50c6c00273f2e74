import { z } from 'zod';
import { servicePaperSchema } from '../domain/report/outlets/service-paper.ts';
import { editionSchema, partnershipReportSchema } from '../domain/report/report-model.ts';
import { refusal } from './errors.ts';
import { idSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';

const mayGive = ['qa_lead', 'chair'] as const;
const halfTermIdSchema = z.string().max(20);

/** Half-terms one after another, both ends in it. */
const runSchema = z.strictObject({ from: halfTermIdSchema, to: halfTermIdSchema });

const serviceSchema = z.strictObject({
  agency: z.string().min(1).max(60),
  /** As the advice log has it; null for the agency as a whole. */
  service: z.string().min(1).max(300).nullable(),
});

const howSchema = {
  run: runSchema,
  edition: editionSchema,
  /** In a publishable edition, counts from 1 to one under this are hidden. */
  threshold: z.int().min(3).max(20),
  /** 0 as well. */
  hideZero: z.boolean().default(false),
};

const choicesSchema = z.strictObject({
  /** Of the calendar, the oldest first, none that has not begun. */
  halfTerms: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  /** Who leads standards or gives advice, each with its services: of the advice log, and as somebody said whose they are. */
  agencies: z.array(z.strictObject({ id: z.string(), label: z.string(), services: z.array(z.string()) })),
  /** Services that actions name and the advice log does not know, with whose they were said to be; null until then. */
  named: z.array(z.strictObject({ service: z.string(), agency: z.string().nullable() })),
  /** Every agency that such a service may be said to be of. */
  allAgencies: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});
export type OutletChoices = z.infer<typeof choicesSchema>;

export const outletExampleSchema = z.strictObject({
  evidenceId: idSchema,
  planReference: z.string(),
  criterionId: z.string(),
  criterion: z.string(),
  /** As the masking rules leave it. */
  masked: z.string(),
  /** As it is to be shown: the same, or less of it. */
  words: z.string(),
  /** Null until a person has read it, and again once the masks have changed. */
  tick: z.strictObject({ by: z.string(), at: z.string() }).nullable(),
});
export type OutletExample = z.infer<typeof outletExampleSchema>;

const examplesSchema = z.strictObject({
  examples: z.array(outletExampleSchema),
  /** Further quotes that are not listed. */
  more: z.int(),
});

const scorecardSchema = z.strictObject({
  columns: z.array(z.strictObject({ id: z.string(), words: z.string() })).readonly(),
  rows: z.array(z.array(z.union([z.string(), z.number()])).readonly()).readonly(),
});

/** `n` is null where nothing but hidden counts would be added up. */
const sumSchema = z.strictObject({ n: z.int().nullable(), hidden: z.int() });
const regionalSchema = z.strictObject({
  areas: z
    .array(
      z.strictObject({ partnership: z.string(), areaCode: z.string(), halfTerm: z.string(), edition: editionSchema }),
    )
    .readonly(),
  isPublishable: z.boolean(),
  tables: z
    .array(
      z.strictObject({
        id: z.string(),
        caption: z.string(),
        noun: z.string(),
        rowHead: z.string(),
        columns: z.array(z.strictObject({ id: z.string(), label: z.string(), isTotal: z.boolean() })).readonly(),
        rows: z
          .array(
            z.strictObject({
              id: z.string(),
              label: z.string(),
              areas: z.int(),
              counts: z.array(sumSchema).readonly(),
            }),
          )
          .readonly(),
        share: z.strictObject({ label: z.string(), n: z.string(), of: z.string() }),
      }),
    )
    .readonly(),
  notes: z.array(z.string()).readonly(),
});

/** A region has some dozens of partnerships, each with six half-terms a year. */
const filesSchema = z.array(z.file()).min(1).max(400);
const NOT_COMBINED = refusal('These files cannot be taken together.');
const NOT_FIT_TO_PUBLISH = refusal('Beside what was given out before, a hidden count could be worked out from this.');
const NOT_FROZEN = refusal('These figures are those of a report that is not published yet.');
const NO_SUCH_RUN = refusal('There is no such run of half-terms.');
const NO_SUCH_SERVICE = refusal('Nothing here knows this service as that agency’s.');

/** What leaves the panel for others: services, the performance board, a region. */
export const outlets = {
  choices: queryFor(mayGive).output(choicesSchema),
  /** Says whose agency a service is that actions alone name; null takes it back. */
  placeService: commandFor(mayGive, ['outlets', 'trail'])
    .input(z.strictObject({ service: z.string().min(1).max(300), agency: z.string().min(1).max(60).nullable() }))
    .output(z.null())
    .errors({ NO_SUCH_SERVICE }),
  /** Feedback to a service as it will be exported. */
  feedback: queryFor(mayGive)
    .input(z.strictObject({ for: serviceSchema, ...howSchema }))
    .output(servicePaperSchema)
    .errors({ NO_SUCH_RUN, NO_SUCH_SERVICE }),
  exportFeedback: commandFor(mayGive, ['trail'])
    .input(z.strictObject({ for: serviceSchema, ...howSchema, format: z.enum(['docx', 'html']) }))
    .output(z.file())
    .errors({ NO_SUCH_RUN, NO_SUCH_SERVICE, NOT_FIT_TO_PUBLISH, NOT_FROZEN }),
  /** Quotes of what was met, masked by rule: a person reads and ticks those that a service may see. */
  examples: queryFor(mayGive)
    .input(z.strictObject({ agency: z.string().max(60), run: runSchema }))
    .output(examplesSchema)
    .errors({ NO_SUCH_RUN }),
  /** `masked` is what was read; `words` is the same, or less of it. */
  tickExample: commandFor(mayGive, ['outlets', 'trail'])
    .input(
      z.strictObject({ evidenceId: idSchema, masked: z.string().max(5000), words: z.string().trim().min(1).max(5000) }),
    )
    .output(z.null())
    .errors({
      MASKS_CHANGED: refusal('What is masked has changed since this was read.'),
      BAD_EXCERPT: refusal('These words cannot be shown.'),
    }),
  untickExample: commandFor(mayGive, ['outlets', 'trail'])
    .input(z.strictObject({ evidenceId: idSchema }))
    .output(z.null()),
  /** Figures over a run of half-terms, each by itself and all together. */
  figures: queryFor(mayGive).input(z.strictObject(howSchema)).output(partnershipReportSchema).errors({ NO_SUCH_RUN }),
  exportFigures: commandFor(mayGive, ['trail'])
    .input(z.strictObject({ ...howSchema, format: z.enum(['csv', 'xlsx', 'dictionary']) }))
    .output(z.file())
    .errors({ NO_SUCH_RUN, NOT_FROZEN }),
  /** One line a month for a performance board. */
  scorecard: queryFor(mayGive)
    .input(z.strictObject({ edition: editionSchema, threshold: howSchema.threshold, hideZero: howSchema.hideZero }))
    .output(scorecardSchema),
  exportScorecard: commandFor(mayGive, ['trail'])
    .input(
      z.strictObject({
        edition: editionSchema,
        threshold: howSchema.threshold,
        hideZero: howSchema.hideZero,
        format: z.enum(['csv', 'dictionary']),
      }),
    )
    .output(z.file())
    .errors({ NOT_FIT_TO_PUBLISH }),
  /** Takes the CSVs of several partnerships' reports together; nothing of them is kept. */
  combine: queryFor(mayGive)
    .input(z.strictObject({ files: filesSchema }))
    .output(regionalSchema)
    .errors({ NOT_COMBINED }),
  exportCombined: commandFor(mayGive, ['trail'])
    .input(z.strictObject({ files: filesSchema, format: z.enum(['csv', 'xlsx', 'dictionary']) }))
    .output(z.file())
    .errors({ NOT_COMBINED }),
};
