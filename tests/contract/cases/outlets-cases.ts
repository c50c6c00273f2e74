import { expect } from 'vitest';
import { renderCsv } from '../../../electron/backend/reports/to-csv.ts';
import { reportOn, variedPlans } from '../../unit/shared/domain/report/report-fixture.ts';
import { type Case, NOBODY, type Story, wrong } from '../story.ts';

const RUN = { from: '2026-27/1', to: '2026-27/2' };
const HOW = { run: RUN, edition: 'internal' as const, threshold: 5 };
const HEALTH = { agency: 'health', service: null };

/** The whole calendar up to now, whatever other cases have made of it. */
async function how({ client }: Story) {
  const { halfTerms } = await client.outlets.choices();
  const [first] = halfTerms;
  const last = halfTerms.at(-1);
  if (first === undefined || last === undefined) throw new Error('no half-term has begun');
  return { ...HOW, run: { from: first.id, to: last.id } };
}

function areaFile(name: string): File {
  const report = reportOn(variedPlans(), { partnership: { name, areaCode: '' } });
  return new File([renderCsv(report)], `${name}.csv`, { type: 'text/csv' });
}

export const OUTLETS_CASES: Record<string, Case> = {
  'outlets.choices': {
    happy: async ({ client }) => {
      const choices = await client.outlets.choices();
      expect(choices.agencies.map(({ id }) => id)).toContain('health');
      return choices;
    },
  },
  'outlets.placeService': {
    happy: ({ client }) => client.outlets.placeService({ service: 'A service that nothing names', agency: 'health' }),
    answers: 'NO_SUCH_SERVICE',
    foreign: (client) => client.outlets.placeService({ service: '', agency: 'health' }),
  },
  'outlets.feedback': {
    happy: async (story) => story.client.outlets.feedback({ for: HEALTH, ...(await how(story)) }),
    foreign: (client) => client.outlets.feedback({ for: HEALTH, ...HOW, edition: wrong('secret') }),
  },
  'outlets.exportFeedback': {
    happy: async (story) => {
      const file = await story.client.outlets.exportFeedback({ for: HEALTH, ...(await how(story)), format: 'html' });
      expect(await file.text()).toContain('Feedback to Health');
      return file.name;
    },
    foreign: (client) => client.outlets.exportFeedback({ for: HEALTH, ...HOW, format: wrong('exe') }),
  },
  'outlets.examples': {
    happy: async (story) => story.client.outlets.examples({ agency: 'health', run: (await how(story)).run }),
    foreign: (client) => client.outlets.examples({ agency: 'health', run: wrong('always') }),
  },
  'outlets.tickExample': {
    happy: ({ client }) => client.outlets.tickExample({ evidenceId: NOBODY, masked: 'Words', words: 'Words' }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.outlets.tickExample({ evidenceId: NOBODY, masked: 'Words', words: ' ' }),
  },
  'outlets.untickExample': {
    happy: ({ client }) => client.outlets.untickExample({ evidenceId: NOBODY }),
    answers: 'NOT_FOUND',
    foreign: (client) => client.outlets.untickExample({ evidenceId: 'x' }),
  },
  'outlets.figures': {
    happy: async (story) => story.client.outlets.figures(await how(story)),
    foreign: (client) => client.outlets.figures({ ...HOW, threshold: 1 }),
  },
  'outlets.exportFigures': {
    happy: async (story) => (await story.client.outlets.exportFigures({ ...(await how(story)), format: 'csv' })).name,
    foreign: (client) => client.outlets.exportFigures({ ...HOW, format: wrong('exe') }),
  },
  'outlets.scorecard': {
    happy: ({ client }) => client.outlets.scorecard({ edition: 'publishable', threshold: 5, hideZero: true }),
    foreign: (client) => client.outlets.scorecard({ edition: 'publishable', threshold: 21 }),
  },
  'outlets.exportScorecard': {
    happy: async ({ client }) => {
      const file = await client.outlets.exportScorecard({ edition: 'publishable', threshold: 5, format: 'dictionary' });
      expect(await file.text()).toContain('plans_audited');
      return file.name;
    },
    foreign: (client) => client.outlets.exportScorecard({ edition: 'publishable', threshold: 5, format: wrong('exe') }),
  },
  'outlets.combine': {
    happy: async ({ client }) => {
      const regional = await client.outlets.combine({ files: ['Northmere', 'Eastholt'].map(areaFile) });
      expect(regional.areas).toHaveLength(2);
      await expect(
        client.outlets.combine({ files: [areaFile('Northmere'), areaFile('Northmere')] }),
      ).rejects.toMatchObject({ code: 'NOT_COMBINED', message: expect.stringContaining('is there twice') });
      return regional.areas;
    },
    foreign: (client) => client.outlets.combine({ files: [] }),
  },
  'outlets.exportCombined': {
    happy: async ({ client }) => {
      const file = await client.outlets.exportCombined({ files: [areaFile('Northmere')], format: 'xlsx' });
      expect(file.size).toBeGreaterThan(1000);
      return file.name;
    },
    foreign: (client) => client.outlets.exportCombined({ files: wrong('all'), format: 'csv' }),
  },
};
