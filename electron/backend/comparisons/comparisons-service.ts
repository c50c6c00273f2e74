import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import type { ParsePool } from '../documents/parse-pool.ts';
import type { StoredModels } from '../documents/stored-models.ts';

export type ComparisonsService = ReturnType<typeof createComparisonsService>;

export function createComparisonsService({
  models,
  parsePool,
}: {
  models: Pick<StoredModels, 'get'>;
  parsePool: Pick<ParsePool, 'compare'>;
}) {
  return {
    /** Compares two documents as they are understood now, a person's corrections of their sections included. */
    async get({ earlierId, laterId }: { earlierId: string; laterId: string }): Promise<PlanComparison> {
      const [earlier, later] = [await models.get(earlierId), await models.get(laterId)];
      return parsePool.compare({ earlier: earlier.json, later: later.json });
    },
  };
}
