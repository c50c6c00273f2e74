import { expect } from 'vitest';
import { type Case, NOBODY, wrong } from '../story.ts';

export const REPORTS_CASES: Record<string, Case> = {
  'reports.soFar': {
    happy: ({ client, roundId }) => client.reports.soFar({ roundId }),
    foreign: (client) => client.reports.soFar({ roundId: 'x' }),
  },
  'reports.preview': {
    happy: ({ client, roundId }) => client.reports.preview({ roundId }),
    foreign: (client) => client.reports.preview({ roundId: 'x' }),
  },
  'reports.export': {
    happy: async ({ client, roundId }) => {
      const file = await client.reports.export({ roundId, format: 'html' });
      expect(await file.text()).toContain('<html');
      return file.name;
    },
    foreign: (client) => client.reports.export({ roundId: NOBODY, format: wrong('exe') }),
  },
};
