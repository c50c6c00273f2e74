import { type Case } from '../story.ts';

export const TRAIL_CASES: Record<string, Case> = {
  'trail.list': {
    happy: ({ client }) => client.trail.list({ before: null, limit: 5 }),
    foreign: (client) => client.trail.list({ before: null, limit: 0 }),
  },
};
