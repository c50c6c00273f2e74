import { z } from 'zod';
import { rubricSchema } from '../domain/rubric.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { query } from './meta.ts';

/** An immutable version of the local quality standards. */
export const storedRubricSchema = z.strictObject({ id: idSchema, digest: sha256Schema, rubric: rubricSchema });
export type StoredRubric = z.infer<typeof storedRubricSchema>;

export const rubrics = {
  /** The version that new audits use. */
  current: query.output(storedRubricSchema),
  get: query.input(z.strictObject({ rubricId: idSchema })).output(storedRubricSchema),
};
