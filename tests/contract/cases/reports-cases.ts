import { expect } from 'vitest';
import { internalEdition, previewReport } from '../../support/internal-report.ts';
import { type Case, NOBODY, type Story, wrong } from '../story.ts';

async function frozen({ client, roundId }: Story): Promise<string> {
  return (await client.reports.freeze(await internalEdition(client, roundId))).snapshot.id;
}

export const REPORTS_CASES: Record<string, Case> = {
  'reports.soFar': {
    happy: ({ client, roundId }) => client.reports.soFar({ roundId }),
    foreign: (client) => client.reports.soFar({ roundId: 'x' }),
  },
  'reports.preview': {
    happy: async ({ client, roundId }) => {
      const { halfTermId } = await internalEdition(client, roundId);
      const choice = { halfTermId, edition: 'publishable', threshold: 5 } as const;
      expect(await client.reports.preview({ ...choice, hideZero: true })).toMatchObject({ hideZero: true });
      expect(await client.reports.preview(choice)).toMatchObject({ hideZero: false });
      return previewReport(client, roundId);
    },
    foreign: (client) =>
      client.reports.preview({
        halfTermId: '2026-27/1',
        edition: 'publishable',
        threshold: 5,
        hideZero: wrong('where it is small'),
      }),
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
  'reports.additions': {
    happy: async ({ client, roundId }) => {
      const { halfTermId, edition } = await internalEdition(client, roundId);
      return client.reports.additions({ halfTermId, edition });
    },
    foreign: (client) => client.reports.additions({ halfTermId: '2026-27/1', edition: wrong('secret') }),
  },
  'reports.saveWords': {
    happy: async ({ client, roundId }) => {
      const { halfTermId, edition } = await internalEdition(client, roundId);
      return client.reports.saveWords({ halfTermId, edition, slot: 'methods', words: 'As in every half-term.' });
    },
    foreign: (client) =>
      client.reports.saveWords({ halfTermId: '2026-27/1', edition: 'internal', slot: wrong('cover'), words: 'x' }),
  },
  'reports.candidates': {
    happy: async ({ client, roundId }) =>
      client.reports.candidates({ halfTermId: (await internalEdition(client, roundId)).halfTermId }),
    foreign: (client) => client.reports.candidates({ halfTermId: 'x'.repeat(21) }),
  },
  'reports.chooseExcerpt': {
    happy: ({ client }) => client.reports.chooseExcerpt({ halfTermId: '2026-27/1', evidenceId: NOBODY }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.reports.chooseExcerpt({ halfTermId: '2026-27/1', evidenceId: 'x' }),
  },
  'reports.editExcerpt': {
    happy: ({ client }) => client.reports.editExcerpt({ excerptId: NOBODY, words: 'shorter' }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.reports.editExcerpt({ excerptId: NOBODY, words: ' ' }),
  },
  'reports.tickExcerpt': {
    happy: ({ client }) => client.reports.tickExcerpt({ excerptId: NOBODY, isTicked: true, words: 'read' }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.reports.tickExcerpt({ excerptId: NOBODY, isTicked: wrong('yes'), words: 'read' }),
  },
  'reports.removeExcerpt': {
    happy: ({ client }) => client.reports.removeExcerpt({ excerptId: NOBODY }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.reports.removeExcerpt({ excerptId: 'x' }),
  },
  'reports.freeze': {
    happy: async ({ client, roundId }) =>
      client.reports.freeze({ ...(await internalEdition(client, roundId)), threshold: 10, areWordsRead: true }),
    foreign: (client) => client.reports.freeze({ halfTermId: '2026-27/1', edition: 'internal', threshold: 2 }),
  },
  'reports.earlier': { happy: ({ client }) => client.reports.earlier() },
  'reports.frozen': {
    happy: async (story) => story.client.reports.frozen({ snapshotId: await frozen(story) }),
    foreign: (client) => client.reports.frozen({ snapshotId: 'x' }),
  },
  'reports.changesSince': {
    happy: async (story) => story.client.reports.changesSince({ snapshotId: await frozen(story) }),
    foreign: (client) => client.reports.changesSince({ snapshotId: 'x' }),
  },
  'reports.exportFrozen': {
    happy: async (story) => {
      const file = await story.client.reports.exportFrozen({ snapshotId: await frozen(story), format: 'csv' });
      return file.name;
    },
    foreign: (client) => client.reports.exportFrozen({ snapshotId: NOBODY, format: wrong('exe') }),
  },
  'reports.withdraw': {
    happy: async (story) =>
      story.client.reports.withdraw({ snapshotId: await frozen(story), reason: 'Made for the wrong half-term' }),
    foreign: (client) => client.reports.withdraw({ snapshotId: NOBODY, reason: 'x' }),
  },
};
