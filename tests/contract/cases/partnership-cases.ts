import { type Case } from '../story.ts';

export const PARTNERSHIP_CASES: Record<string, Case> = {
  'partnership.get': { happy: ({ client }) => client.partnership.get() },
  'partnership.setHalfTerms': {
    happy: ({ client }) =>
      client.partnership.setHalfTerms({
        halfTerms: [{ schoolYear: '2026-27', number: 3, label: 'Spring 1', start: '2027-01-04', end: '2027-02-12' }],
      }),
    foreign: (client) => client.partnership.setHalfTerms({ halfTerms: [] }),
  },
  'partnership.rename': {
    happy: ({ client }) => client.partnership.rename({ name: 'Fernmoor', areaCode: '' }),
    foreign: (client) => client.partnership.rename({ name: ' ', areaCode: '' }),
  },
};
