import { z } from 'zod';
import { countTableSchema } from './count-table.ts';
import { dataTableSchema } from './data-table.ts';

/**
 * The half-termly partnership QA report as data (field brief §16.1): fourteen parts of blocks in reading order. Word,
 * HTML, the workbook, the CSV and the screen all walk these blocks and count nothing.
 */

export const EDITIONS = ['internal', 'publishable'] as const;
export const editionSchema = z.enum(EDITIONS);
/** Internal: for the panel and its managers, unsuppressed. Publishable: small counts hidden, excerpts redacted. */
export type Edition = z.infer<typeof editionSchema>;

/** How a table of counts is drawn. Every chart stands beside its table. */
export const CHART_KINDS = [
  /** One stacked bar a row, by grade. */
  'grades',
  /** One bar a row: the share of the table with its likely range. */
  'shares',
  /** Shares over half-terms, with milestones where a measure has them. */
  'trend',
  /** Rows against columns, darker where there are more. */
  'heat',
  /** From the rows' grades to the columns', as bands. */
  'flow',
] as const;

const milestoneSchema = z.strictObject({
  /** ISO date. */
  on: z.string(),
  /** Per cent. */
  percent: z.number(),
  label: z.string(),
});

export const reportBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), id: z.string(), text: z.string() }),
  /** Sentences chosen by rule; `slot` is where a person's own words may stand before them. */
  z.strictObject({ kind: z.literal('sentences'), id: z.string(), items: z.array(z.string()), asList: z.boolean() }),
  /** Words of a person, kept when the figures are made again. */
  z.strictObject({
    kind: z.literal('words'),
    slot: z.string(),
    text: z.string(),
    /** What of them stands after the summary's page, on which there is no more room. */
    continued: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('counts'),
    table: countTableSchema,
    /** In the workbook and the CSV, and not on paper, where other blocks say the same. */
    isDataAlone: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('chart'),
    id: z.string(),
    caption: z.string(),
    chart: z.enum(CHART_KINDS),
    /** The table of counts, in this report, that it draws. */
    tableId: z.string(),
    /** Of a trend: dates of its rows, and the milestones to hold them against. */
    dates: z.array(z.string()),
    milestones: z.array(milestoneSchema),
    /** Rows before which the standards changed: the line is broken there. */
    breaksBefore: z.array(z.string()),
  }),
  /** Words in columns: what grades mean, actions, measures. */
  z.strictObject({
    kind: z.literal('text_table'),
    id: z.string(),
    caption: z.string(),
    columns: z.array(z.string()).min(1),
    rows: z.array(z.array(z.string())),
    /** The same for the workbook and the CSV; null where it is words alone, and in reports frozen before there was any. */
    data: dataTableSchema.nullable().default(null),
    /** In the workbook and the CSV alone. */
    isDataAlone: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('excerpts'),
    id: z.string(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        isGood: z.boolean(),
        criterionId: z.string(),
        criterion: z.string(),
        words: z.string(),
      }),
    ),
  }),
]);
export type ReportBlock = z.infer<typeof reportBlockSchema>;
export type ChartBlock = Extract<ReportBlock, { kind: 'chart' }>;

export const reportPartSchema = z.strictObject({
  /** 2–14: the first part is the title itself. */
  number: z.int().min(2).max(14),
  id: z.string(),
  title: z.string(),
  blocks: z.array(reportBlockSchema),
});
export type ReportPart = z.infer<typeof reportPartSchema>;

export const partnershipReportSchema = z.strictObject({
  title: z.string(),
  partnership: z.string(),
  areaCode: z.string(),
  halfTerm: z.strictObject({
    id: z.string(),
    label: z.string(),
    schoolYear: z.string(),
    start: z.string(),
    end: z.string(),
  }),
  /** Of a publishable edition: the half-terms of each period that it tells of, which later ones keep as they are. */
  periods: z.array(z.array(z.string())).default([]),
  rounds: z.array(
    z.strictObject({ kind: z.string(), kindWords: z.string(), theme: z.string(), panelDate: z.string() }),
  ),
  edition: editionSchema,
  /** Counts from 1 to one under this are hidden in a publishable edition. */
  threshold: z.int().min(3).max(20),
  /** 0 as well, since whoever made it chose so. */
  hideZero: z.boolean().default(false),
  /** Of what is made of several publishable reports: by what else some of them hid, and which. */
  otherRules: z
    .array(z.strictObject({ threshold: z.int().min(3).max(20), hideZero: z.boolean(), where: z.string() }))
    .exactOptional(),
  marking: z.string(),
  madeAt: z.string(),
  author: z.string(),
  /** Every version of the standards that a grade here was made with. */
  rubrics: z.array(
    z.strictObject({
      /** As it stands in the keys of counts. */
      id: z.string(),
      title: z.string(),
      version: z.string(),
      digest: z.string(),
    }),
  ),
  gradeScale: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      descriptor: z.string(),
      expectedResponse: z.string(),
      isGoodOrBetter: z.boolean(),
    }),
  ),
  /** "Good or better", or what the scale calls its upper grades. */
  goodOrBetterLabel: z.string(),
  parts: z.array(reportPartSchema),
});
export type PartnershipReport = z.infer<typeof partnershipReportSchema>;
