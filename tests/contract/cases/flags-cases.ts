import { type Case, NOBODY, type Story, wrong } from '../story.ts';

async function raised({ client, auditId, personId }: Story, kind: 'another_childs_data' | 'other') {
  return client.flags.raise({ auditId, kind, words: 'The name on page 3 is another child’s.', ownerId: personId });
}

export const FLAGS_CASES: Record<string, Case> = {
  'flags.list': {
    happy: ({ client }) => client.flags.list({ isOpen: true }),
    foreign: (client) => client.flags.list(wrong({ isOpen: 'yes' })),
  },
  'flags.owners': { happy: ({ client }) => client.flags.owners() },
  'flags.raise': {
    happy: (story) => raised(story, 'other'),
    foreign: (client) => client.flags.raise({ auditId: NOBODY, kind: wrong('late'), words: 'x', ownerId: NOBODY }),
  },
  'flags.acknowledge': {
    happy: async (story) =>
      story.client.flags.acknowledge({ flagId: (await raised(story, 'other')).id, words: 'Rung the school.' }),
    foreign: (client) => client.flags.acknowledge({ flagId: 'x', words: '' }),
  },
  'flags.tellOfficer': {
    happy: async (story) => story.client.flags.tellOfficer({ flagId: (await raised(story, 'another_childs_data')).id }),
    foreign: (client) => client.flags.tellOfficer({ flagId: 'x' }),
  },
  'flags.resolve': {
    happy: async (story) =>
      story.client.flags.resolve({ flagId: (await raised(story, 'other')).id, words: 'The plan was called back.' }),
    foreign: (client) => client.flags.resolve({ flagId: NOBODY, words: '' }),
  },
};
