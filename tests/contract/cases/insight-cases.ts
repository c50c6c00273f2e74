import { expect } from 'vitest';
import { NO_INSIGHT_FILTER } from '../../../shared/domain/insight/insight-filter.ts';
import { type Case, wrong } from '../story.ts';

const LOOK = { filter: NO_INSIGHT_FILTER, part: 'grades' as const };
const ROW = { tableId: 'by-need', rowId: 'Not known', limit: 50 };

export const INSIGHT_CASES: Record<string, Case> = {
  'insight.figures': {
    happy: ({ client }) => client.insight.figures(LOOK),
    foreign: (client) => client.insight.figures({ ...LOOK, filter: wrong({ ...NO_INSIGHT_FILTER, name: 'Amara' }) }),
  },
  'insight.plans': {
    happy: async ({ client }) => {
      const found = await client.insight.plans({ ...LOOK, part: 'groups', ...ROW });
      expect(found.plans.length).toBeLessThanOrEqual(found.total);
      return found;
    },
    foreign: (client) => client.insight.plans({ ...LOOK, part: wrong('everything'), ...ROW }),
  },
};
