import { z } from 'zod';
import { reportModelSchema } from '../domain/report-model.ts';
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

const mayReport = ['qa_lead', 'chair'] as const;

export const reports = {
  /** The round's grades so far, for Home: it shows nobody's answers, and ends nothing. */
  soFar: queryFor(mayReport)
    .input(z.strictObject({ roundId: idSchema }))
    .output(gradesSoFarSchema),
  /** The round's figures as the report will show them. */
  preview: queryFor(mayReport)
    .input(z.strictObject({ roundId: idSchema }))
    .output(reportModelSchema),
  /** The report as a file to keep. */
  export: commandFor(mayReport, ['trail'])
    .input(z.strictObject({ roundId: idSchema, format: z.enum(['docx', 'html']) }))
    .output(z.file()),
};
