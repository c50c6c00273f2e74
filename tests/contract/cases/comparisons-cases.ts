import { type Case, NOBODY } from '../story.ts';

export const COMPARISONS_CASES: Record<string, Case> = {
  'comparisons.get': {
    happy: ({ client, document }) => client.comparisons.get({ earlierId: document.id, laterId: document.id }),
    foreign: (client) => client.comparisons.get({ earlierId: 'x', laterId: NOBODY }),
  },
};
