import { z } from 'zod';
import { reportModelSchema } from '../domain/report-model.ts';
import { idSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';

const mayReport = ['qa_lead', 'chair'] as const;

export const reports = {
  /** The round's figures as the report will show them. */
  preview: queryFor(mayReport)
    .input(z.strictObject({ roundId: idSchema }))
    .output(reportModelSchema),
  /** The report as a file to keep. */
  export: commandFor(mayReport, ['trail'])
    .input(z.strictObject({ roundId: idSchema, format: z.enum(['docx', 'html']) }))
    .output(z.file()),
};
