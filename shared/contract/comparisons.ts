import { z } from 'zod';
import { planComparisonSchema } from '../domain/plan-comparison.ts';
import { idSchema } from './ids.ts';
import { MAY_READ_PLANS, queryFor } from './meta.ts';

export const comparisons = {
  /** What changed from one version of a plan to a later one. */
  get: queryFor(MAY_READ_PLANS)
    .input(z.strictObject({ earlierId: idSchema, laterId: idSchema }))
    .output(planComparisonSchema),
};
