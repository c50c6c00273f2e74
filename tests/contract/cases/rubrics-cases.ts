import { type Case } from '../story.ts';

export const RUBRICS_CASES: Record<string, Case> = {
  'rubrics.current': { happy: ({ client }) => client.rubrics.current() },
  'rubrics.get': {
    happy: ({ client, rubricId }) => client.rubrics.get({ rubricId }),
    foreign: (client) => client.rubrics.get({ rubricId: 'default' }),
  },
};
