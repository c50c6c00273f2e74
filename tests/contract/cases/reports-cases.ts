import { expect } from 'vitest';
import { internalEdition, previewReport } from '../../support/internal-report.ts';
import { type Case, wrong } from '../story.ts';

export const REPORTS_CASES: Record<string, Case> = {
  'reports.soFar': {
    happy: ({ client, roundId }) => client.reports.soFar({ roundId }),
    foreign: (client) => client.reports.soFar({ roundId: 'x' }),
  },
  'reports.preview': {
    happy: ({ client, roundId }) => previewReport(client, roundId),
    foreign: (client) => client.reports.preview({ halfTermId: '2026-27/1', edition: wrong('secret'), threshold: 5 }),
  },
  'reports.export': {
    happy: async ({ client, roundId }) => {
      const file = await client.reports.export({ ...(await internalEdition(client, roundId)), format: 'html' });
      expect(await file.text()).toContain('<html');
      return file.name;
    },
    foreign: (client) =>
      client.reports.export({ halfTermId: '2026-27/1', edition: 'internal', threshold: 5, format: wrong('exe') }),
  },
};
