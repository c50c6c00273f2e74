import { type Case } from '../story.ts';

export const PARTNERSHIP_CASES: Record<string, Case> = {
  'partnership.get': { happy: ({ client }) => client.partnership.get() },
  'partnership.rename': {
    happy: ({ client }) => client.partnership.rename({ name: 'Fernmoor', areaCode: '' }),
    foreign: (client) => client.partnership.rename({ name: ' ', areaCode: '' }),
  },
};
