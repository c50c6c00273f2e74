import { z } from 'zod';
import { editionSchema, partnershipReportSchema } from '../domain/report/report-model.ts';
import { idSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';

/** Grades that may be looked at in passing: see the rule in `gradesSoFar`. */
export const gradesSoFarSchema = z.strictObject({
  /** How many plans at a time are added to the figures. */
  atATime: z.int(),
  /** From the best grade to the lowest. */
  gradeScale: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  populations: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      ready: z.int(),
      counted: z.int(),
      grades: z.array(z.strictObject({ grade: z.string(), count: z.int() })),
    }),
  ),
});
export type GradesSoFar = z.infer<typeof gradesSoFarSchema>;

/** 'dictionary': what each column of the CSV holds. */
export const REPORT_FORMATS = ['docx', 'html', 'xlsx', 'csv', 'dictionary'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const mayReport = ['qa_lead', 'chair'] as const;

const reportChoice = {
  halfTermId: z.string().max(20),
  edition: editionSchema,
  /** In a publishable edition, counts from 1 to one under this are hidden (field brief §16.4: usually 5, at most 10). */
  threshold: z.int().min(3).max(20),
};

export const reports = {
  /** The round's grades so far, for Home: it shows nobody's answers, and ends nothing. */
  soFar: queryFor(mayReport)
    .input(z.strictObject({ roundId: idSchema }))
    .output(gradesSoFarSchema),
  /** A half-term's report as it will be exported. */
  preview: queryFor(mayReport).input(z.strictObject(reportChoice)).output(partnershipReportSchema),
  /** The report as a file to keep: a board's paper, a page, a workbook, or its counts for other tools. */
  export: commandFor(mayReport, ['trail'])
    .input(z.strictObject({ ...reportChoice, format: z.enum(REPORT_FORMATS) }))
    .output(z.file()),
};
