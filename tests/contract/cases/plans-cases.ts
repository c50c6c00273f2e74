import { type Case, NOBODY, FIELDS } from '../story.ts';

export const PLANS_CASES: Record<string, Case> = {
  'plans.list': { happy: ({ client }) => client.plans.list() },
  'plans.get': {
    happy: ({ client, planId }) => client.plans.get({ planId }),
    foreign: (client) => client.plans.get({ planId: 'x' }),
  },
  'plans.create': {
    happy: ({ client }) => client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` }),
    foreign: (client) => client.plans.create({ ...FIELDS, reference: '  ' }),
  },
  'plans.update': {
    happy: ({ client, planId }) => client.plans.update({ planId, fields: { ...FIELDS, setting: 'Alder School' } }),
    foreign: (client) => client.plans.update({ planId: NOBODY, fields: { ...FIELDS, dateOfBirth: '2019-02-30' } }),
  },
  'plans.remove': {
    happy: async ({ client }) => {
      const { id } = await client.plans.create({ ...FIELDS, reference: `FM-${Math.random()}` });
      return client.plans.remove({ planId: id });
    },
    foreign: (client) => client.plans.remove({ planId: 'x' }),
  },
};
