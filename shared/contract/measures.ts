import { z } from 'zod';
import { handReadingFieldsSchema, measureFieldsSchema, measureSchema } from '../domain/measures.ts';
import { countTableSchema } from '../domain/report/count-table.ts';
import { refusal } from './errors.ts';
import { idSchema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';

const pointSchema = z.strictObject({
  rowId: z.string(),
  label: z.string(),
  /** The same in prose. */
  name: z.string(),
  date: z.iso.date(),
  isByHand: z.boolean(),
  rubricId: idSchema.nullable(),
});

/** A measure with its readings as a table of counts. */
const readMeasureSchema = z.strictObject({
  measure: measureSchema,
  /** What is counted and of what, in words. */
  definition: z.string(),
  figures: z.strictObject({
    table: countTableSchema.nullable(),
    points: z.array(pointSchema).readonly(),
    breaksBefore: z.array(z.string()).readonly(),
    percentsAlone: z.array(z.strictObject({ on: z.iso.date(), percent: z.number(), note: z.string() })).readonly(),
  }),
});
export type ReadMeasure = z.infer<typeof readMeasureSchema>;

const measureListSchema = z.strictObject({
  /** Those in use first, each group by name. */
  measures: z.array(readMeasureSchema),
  /** Half-terms with results that the reader has not been shown yet, by their short names: none of them is counted. */
  heldBack: z.array(z.string()),
});
export type MeasureList = z.infer<typeof measureListSchema>;

const mayRead = ['qa_lead', 'chair'] as const;
const mayChange = ['qa_lead'] as const;
const touches = ['measures', 'insight', 'reports', 'trail'] as const;
const MEASURE_CHANGED = refusal('Somebody else changed this measure meanwhile.');
const BAD_MEASURE = refusal('The measure cannot stand as it is.');

export const measures = {
  /** All measures with their readings. Looking ends nothing: what only the report would show is held back. */
  list: queryFor(mayRead).output(measureListSchema),
  create: commandFor(mayChange, touches)
    .input(z.strictObject({ fields: measureFieldsSchema }))
    .output(measureSchema)
    .errors({ BAD_MEASURE }),
  /** `revision` is the one that was changed. Readings stay. */
  update: commandFor(mayChange, touches)
    .input(z.strictObject({ measureId: idSchema, revision: z.int().min(1), fields: measureFieldsSchema }))
    .output(measureSchema)
    .errors({ BAD_MEASURE, MEASURE_CHANGED }),
  /** Leaves it out of new reports, or takes it in again; its readings stay. */
  setRetired: commandFor(mayChange, touches)
    .input(z.strictObject({ measureId: idSchema, isRetired: z.boolean() }))
    .output(measureSchema)
    .errors({ BAD_MEASURE }),
  /** A reading entered by hand. `replaces` is the one that it corrects, which is withdrawn and kept. */
  addReading: commandFor(mayChange, touches)
    .input(z.strictObject({ measureId: idSchema, replaces: idSchema.nullable(), reading: handReadingFieldsSchema }))
    .output(measureSchema)
    .errors({ BAD_READING: refusal('The reading cannot stand as it is.') }),
  withdrawReading: commandFor(mayChange, touches)
    .input(z.strictObject({ measureId: idSchema, readingId: idSchema }))
    .output(measureSchema),
};
