import { type Case, NOBODY, type Story, wrong } from '../story.ts';

const of = ({ document }: Story) => ({ documentId: document.id });

export const MASKING_CASES: Record<string, Case> = {
  'masking.get': {
    happy: (story) => story.client.masking.get(of(story)),
    foreign: (client) => client.masking.get({ documentId: 'x' }),
  },
  'masking.list': {
    happy: ({ client, roundId }) => client.masking.list({ roundId }),
    foreign: (client) => client.masking.list({ roundId: 'x' }),
  },
  'masking.edit': {
    happy: (story) =>
      story.client.masking.edit({ ...of(story), edit: { kind: 'mask', words: 'recorder', as: 'place' } }),
    foreign: (client) =>
      client.masking.edit({ documentId: NOBODY, edit: wrong({ kind: 'mask', words: 'x', as: 'planet' }) }),
  },
  'masking.undo': {
    happy: (story) => story.client.masking.undo(of(story)),
    foreign: (client) => client.masking.undo({ documentId: 'x' }),
  },
  'masking.confirm': {
    happy: async (story) => {
      const { digest } = await story.client.masking.get(of(story));
      return story.client.masking.confirm({ ...of(story), digest });
    },
    foreign: (client) => client.masking.confirm({ documentId: NOBODY, digest: 'x' }),
  },
  'masking.withdraw': {
    happy: (story) => story.client.masking.withdraw(of(story)),
    foreign: (client) => client.masking.withdraw({ documentId: 'x' }),
  },
};
