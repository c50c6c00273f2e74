import { z } from 'zod';
import { planComparisonSchema } from '../domain/plan-comparison.ts';
import { idSchema } from './ids.ts';
import { query } from './meta.ts';

export const comparisons = {
  /** What changed from one version of a plan to a later one. */
  get: query.input(z.strictObject({ earlierId: idSchema, laterId: idSchema })).output(planComparisonSchema),
};
