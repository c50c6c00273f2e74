import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import type { PlanComparison } from '../../../shared/domain/plan-comparison.ts';
import { comparePlans } from '../understanding/compare/compare-plans.ts';

export type ComparisonsService = ReturnType<typeof createComparisonsService>;

export function createComparisonsService({ modelOf }: { modelOf: (documentId: string) => Promise<DocumentModel> }) {
  return {
    /** Compares two documents as they are understood now, a person's corrections of their sections included. */
    async get({ earlierId, laterId }: { earlierId: string; laterId: string }): Promise<PlanComparison> {
      return comparePlans(await modelOf(earlierId), await modelOf(laterId));
    },
  };
}
